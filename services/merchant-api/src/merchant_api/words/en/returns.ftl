## Open return

request = Request
received-on = Received { $at }
method-qr_code = QR code at the post office
method-printed_label = Label to print
shipment = Shipment
delivered-on = Delivered { $day }
window-inside = Within the window
window-outside = Past the window
window-day = { $day ->
    [0] On the day of delivery
   *[other] Day { $day } of { $days }
}
customer = Customer
language-fr = In French
language-en = In English
city-line = { $city }, { $province }{ "\u00A0" }{ $postal_code }
place = { $city }, { $province }
reasons = Reasons
history = History
decision = Decision
decision-of = Decision on { $number }
decided-by = By { $who }, { $at }
actor-key = the access key “{ $key }”
actor-rule = the rule, version { $version }
unreached-refused = The email “{ $told }” was not accepted at { $email } ({ $reason }). Write to the customer another way.
unreached-unknown = The email “{ $told }” to { $email } may or may not have gone out. It will not be sent again by itself.
template-request_received = request received
template-request_declined = request declined
template-label_ready = label ready
template-other = message

history-requested = Request received
history-approved = Approved by { $who }
history-declined = Declined by { $who }
history-cost_estimated = Estimated cost: { $amount }
history-estimate_failed = No price obtained
history-label_created = Label ready, { $pin }
history-label_refused = Label refused by Canada Post
history-label_unknown = Label purchase uncertain
history-message_sent = Email sent: { $told }
history-message_refused = Email refused: { $told }
history-message_unknown = Email uncertain: { $told }

## Cost

cost = Shipping cost
cost-estimated = Estimated shipping cost
estimate = Estimate shipping cost
estimate-again = Estimate again
asking = Asking…
asking-carrier = Canada Post is working out the price…
carrier-slow = Canada Post is slow to answer. The price will appear here as soon as it is known; you can decide without it.
no-price = Canada Post gave no price
price-caption = Price estimated by Canada Post
total = Total
tax-gst = GST
tax-pst = PST
tax-qst = QST
tax-hst = HST
tax-with-rate = { $tax } ({ $rate }%)
asked-of-carrier = Canada Post, { $at }
size = { $sides }{ "\u00A0" }cm
route = from { $origin } to { $destination }

## Deciding

approve = Approve
approving = Approving…
decline = Decline
decline-return = Decline the return
declining = Declining…
decline-title = Decline { $number }
decline-explained-fr = The customer gets your message by email, word for word. Write in French: it is the language of the request.
decline-explained-en = The customer gets your message by email, word for word. Write in English: it is the language of the request.
message-to-customer = Message to the customer
message-missing = Tell the customer why you decline
message-too-long = Write 2,000 characters at most
keep-request = Keep the request
no-shipment-title = The shipment is not known
no-shipment = Without it there is no address and no weight: record the shipment first, or decline the request.
flash-approved = { $number } is approved. The label is being made, and the customer will get it by email.
flash-declined = { $number } is declined. The customer gets your message by email.
flash-already-approved = { $number } was already approved: by { $who }, { $at }. Nothing has changed.
flash-already-declined = { $number } was already declined: by { $who }, { $at }. Nothing has changed.
flash-no-shipment = The shipment of { $number } is not known: record it first.
flash-no-parcel = The weight of this parcel is not known. Add it to the shipment, or save a usual parcel in the settings.
flash-next = { $count ->
    [one] One more to do
   *[other] { $count } more to do
}

## Label and parcel

label = Label
label-slow = This is taking longer. Nothing to do on your side: we keep trying.
pin = Tracking number
use-by = Use before
way-home = The parcel’s way
label-refused-title = Canada Post refused the label
code = Code { $codes }
what-to-do = What to do
label-refused-advice = Correct what Canada Post objects to, then make a new label. Nothing was bought.
label-unknown-told = We got no clear answer from Canada Post. A label with the reference { $number } may exist.
label-unknown-title = The label may exist
label-unknown-step-1 = Look for the reference { $number } in your Canada Post account.
label-unknown-step-2 = If the label is there, send it to { $email }.
label-unknown-step-3 = If not, make a new label here: the old one no longer counts, and costs nothing unless it is used.
label-unknown-promise = Nothing will be bought again without you.
