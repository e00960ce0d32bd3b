## Everywhere

skip = Skip to content
about = Renvoi, an open return centre
other-language = Français
other-tag = fr-CA
error-title = Error: { "" }
sections = Sections
returns = Returns
to-do-words = to do
sign-out = Sign out
quoted = “{ $text }”

## Sign in

sign-in-title = Sign in
email = Email
password = Password
sign-in = Sign in
signing-in = Checking…
sign-in-refused = The email or the password is not right.
hint-sign-in-refused = Check both, then try again.
too-many-tries = Too many tries.
hint-too-many-tries = Try again in 5 minutes.
sign-in-busy = Many people at once.
hint-sign-in-busy = Try again in a few seconds.
session-closed = You are signed out.
session-ended = Your session has ended. Sign in again to go on.

## Queues

queues = Queues
title-requested = Returns to do
title-approved = Approved returns
title-in_transit = Returns in transit
title-delivered = Returns to check
title-failed = Failed returns
title-declined = Finished returns
tab-requested = To do
tab-approved = Approved
tab-in_transit = In transit
tab-delivered = To check
tab-failed = Failed
tab-declined = Finished
empty-requested = No request is waiting for an answer.
empty-approved = No approved return is waiting for its parcel.
empty-in_transit = No parcel is on its way.
empty-delivered = No parcel is waiting to be checked.
empty-failed = No return has failed.
empty-declined = No return is finished.
next-returns = More returns
column-customer = Customer
column-reason = Reason
column-decision = Decision
column-parcel = Parcel
column-waiting = Waiting
column-since = Since
waiting-since = Waiting for
since = Since
age-now = just now
age-minutes = { $minutes } min
age-hours = { $hours } h
age-days = { $days } d
no-label-yet = No label yet
no-label = No label

## States

decision-none = Waiting
decision-approved = Approved
decision-declined = Declined
label-being-made = Label being made
label-being-made-short = Being made
label-ready = Label ready
label-refused = Label refused
label-unknown = Label uncertain
stage-info = Announced
stage-accepted = Dropped off
stage-in_transit = In transit
stage-out_for_delivery = Out for delivery
stage-delivered = Delivered
stage-exception = Trouble on the way
stage-returning = Sent back to customer

## Open return

request = Request
received-on = Received { $at }
method-qr_code = QR code at the post office
method-printed_label = Label to print
shipment = Shipment
delivered-on = Delivered { $day }
window-inside = Within the window
window-outside = Past the window
window-day = Day { $day } of { $days }
customer = Customer
language-fr = In French
language-en = In English
city-line = { $city }, { $province }{ "\u00A0" }{ $postal_code }
reasons = Reasons
history = History
decision = Decision
decision-of = Decision on { $number }
decided-by = By { $who }, { $at }
actor-key = the access key “{ $key }”
actor-rule = your approval rule
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
one-error = One thing is missing
keep-request = Keep the request
no-shipment-title = The shipment is not known
no-shipment = Without it there is no address and no weight: record the shipment first, or decline the request.
flash-approved = { $number } is approved. The label is being made, and the customer will get it by email.
flash-declined = { $number } is declined. The customer gets your message by email.
flash-already-approved = { $number } was already approved: by { $who }, { $at }. Nothing has changed.
flash-already-declined = { $number } was already declined: by { $who }, { $at }. Nothing has changed.
flash-no-shipment = The shipment of { $number } is not known: record it first.
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
label-refused-advice = Mend what Canada Post complains of, then send the customer a label from your account. Nothing was bought.
label-unknown-told = We got no clear answer from Canada Post. A label with the reference { $number } may exist.
label-unknown-title = The label may exist
label-unknown-step-1 = Look for the reference { $number } in your Canada Post account.
label-unknown-step-2 = If the label is there, send it to { $email }.
label-unknown-step-3 = If not, make one in your account and send it.
label-unknown-promise = Nothing will be bought again without you.

## Errors

error-not-found = There is no such page
hint-error-not-found = The address may be incomplete, or the return is not yours.
error-invalid = This request cannot be read
hint-error-invalid = Go back to the page before and try again.
error-outage = One moment
hint-error-outage = We cannot answer right now. Nothing is lost; try again in a few seconds.
error-bug = Something has failed
hint-error-bug = The fault is on our side. Try again; if it goes on, tell whoever looks after this server.
to-queue = See the returns

## Provinces

province-AB = AB
province-BC = BC
province-MB = MB
province-NB = NB
province-NL = NL
province-NS = NS
province-NT = NT
province-NU = NU
province-ON = ON
province-PE = PE
province-QC = QC
province-SK = SK
province-YT = YT
