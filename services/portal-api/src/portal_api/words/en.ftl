# English beside the French: the same facts in the same order.

language-name = English
skip = Skip to content
returns-centre = Returns
policy-link = Return policy
privacy-link = Privacy
contact-link = Contact the store
write-store = Write to the store
error-prefix = Error:
your-return = Your return
optional = (optional)
continue = Continue
saving = One moment…
to-come = to come

# The four steps
progress = Step { $n } of 4
step-parcel = Parcel
step-reason = Reason
step-method = Method
step-send = Send

# Step 1: the parcel
parcel-title = Let’s find your parcel
parcel-lead = Two details are enough. No account needed.
tracking-label = Tracking number
tracking-other = (or PIN)
tracking-hint = It is in the shipping email. Spaces don’t matter.
postal-label = Delivery postal code
postal-hint = Of the address the parcel was delivered to.
find-parcel = Find my parcel
finding-parcel = Searching…
number-lost = I can’t find my number
not-found-title = We can’t find a parcel with these details.
not-found-tip-postal = Check that the postal code is the one for <strong>delivery</strong>, not for billing.
not-found-tip-number = Copy the number from the shipping email.
too-many-tries = { $minutes ->
    [one] Too many tries. Try again in a minute.
   *[other] Too many tries. Try again in { $minutes } minutes.
}
too-many-help = Your parcel may be known under another number: the store can help you.
window-label = Return window
window-days = { $days ->
    [one] 1 day after delivery
   *[other] { $days } days after delivery
}
window-none = No deadline
answer-label = The store’s answer
answer-days = { $days ->
    [one] Within 1 business day
   *[other] Within { $days } business days
}
answer-automatic = Automatic, by the policy
read-policy = Read the return policy
help-title = Where to find the number
help-text = In the store’s shipping email, or on Canada Post’s notice.
help-digits = 16 digits
help-letters = or 13 characters
privacy-note = Your details are used to handle this return. A request that is not sent is erased after 24 hours.
privacy-question = A question?

# Step 2: the reason
reasons-title = Why are you returning it?
reasons-hint = Tick all that apply.
comment-label = A word to the store
comment-asked = The reason you ticked needs a few words.
back-to-parcel = Back to parcel
fact-parcel = Parcel
fact-order = Order
of-order = Order { $number }
fact-delivered = Delivered
fact-destination = Delivered to
place = { $city }, { $province }
fact-reasons = Reason
fact-method = Return method
return-until = You can return this until <strong>{ $day }</strong>.

# Step 3: the method
method-title = How would you like to send it back?
method-qr_code = QR code at the post office
method-qr_code-text = No printer at home: the code opens the label, which the post office can print.
method-printed_label = Label to print
method-printed_label-text = Stick it on, then drop the parcel in a street letter box or at a post office.
back-to-reason = Back to reason

# Step 4: the check
check-title = Check, then send
change = Change
change-what = Change: { $what }
summary-comment = Your word
email-label = Email for the answer
email-hint-qr_code = The answer and the QR code will arrive here. No advertising.
email-hint-printed_label = The answer and the label will arrive here. No advertising.
submit = Send the request
submitting = Sending…
back-to-method = Back to method
next-title = What comes next?
next-review = { $days ->
    [one] The store looks at the request. Allow <strong>1{ "\u00A0" }business day</strong>.
   *[other] The store looks at the request. Allow <strong>{ $days }{ "\u00A0" }business days</strong>.
}
next-automatic = The request is approved automatically, by the store’s policy.
next-mail-qr_code = You get an email with your QR code.
next-mail-printed_label = You get an email with your label.
next-drop = You drop the parcel off. The store checks it when it arrives.
agree-before = By sending, you accept the
agree-link = return policy
agree-after = A request received is not a request approved.

# What to mend
mistakes-title = { $count ->
    [one] One detail needs another look
    [2] Two details need another look
   *[other] { $count } details need another look
}
error-tracking-missing = Enter the tracking number.
error-tracking-wrong = The tracking number has 16 digits, or 13 characters like LX 123 456 789 CA.
error-postal-missing = Enter the delivery postal code.
error-postal-wrong = The postal code must have six characters, like H2X 1Y4.
error-reasons-missing = Tick at least one reason.
error-comment-missing = Say why in a few words: a reason you ticked needs it.
error-comment-long = Your word is over 1000 characters: shorten it a little.
error-method-missing = Choose a return method.
error-email-missing = Enter your email.
error-email-wrong = The email must look like name@example.com.

# What is already so
already-title = A request already exists
already-sentence = This parcel has the request <strong class="code nowrap">{ $number }</strong>.
already-link = The link to follow it is in the email you got when you sent it.
already-lost = Can’t find the email? The store can send it again.
closed-title = Online returns are paused
closed-sentence = { $store } isn’t taking online requests right now.
closed-standing = A return already begun goes on: its link is in your email.
closed-draft = Nothing you wrote is lost: your request stays at this address until { $until }. Come back and send it if the store opens again by then.
closed-back = Back to my request
late-title = The return period is over
late-sentence = The return period ended on { $day }.
late-defect = If the item is defective, the legal warranty may apply: write to the store.
gone-title = This request has expired
gone-sentence = A request that is not sent is erased after 24 hours. Nothing was passed on to the store.
start-again = Start again
problem-centre-not-found = There is no returns centre at this address.
problem-centre-closed = This store isn’t taking online requests right now.
problem-parcel-not-found = We can’t find a parcel with these details.
problem-draft-not-found = This request has expired. Look the parcel up again.
problem-return-not-found = This link opens no return.
problem-too-late = This return can no longer be cancelled.

# What is wrong
trouble-404-title = This page does not exist
trouble-404-text = The address may be incomplete. Use the link in the email, or the one on the store’s site.
trouble-500-title = Something broke on our side
trouble-500-text = We have been told. Nothing is lost: try again in a few minutes.
trouble-503-title = One moment, please
trouble-503-text = The service will be back shortly. Reload the page: what you saved is kept.
trouble-other-title = This request was not understood
trouble-other-text = Go back to the page before, then try again.

# Where the return stands
state-received = Waiting
state-approved = Request approved
state-delayed = Request approved
state-ready = Request approved
state-expired = Label expired
state-declined = Request declined
state-in_transit = In transit
state-out_for_delivery = Out for delivery
state-delivered = Delivered
state-exception = Delay
state-returning = Coming back to you
state-at_store = Received
state-closed = Return complete
state-cancelled = Return cancelled
state-voided = Label voided
received-title = Request received
received-text = The store answers by <strong>{ $day }</strong>.
received-automatic = The answer comes in a moment: it follows the store’s policy.
received-mail = The answer will go to { $email }.
approved-title-qr_code = We’re preparing your QR code
approved-title-printed_label = We’re preparing your label
approved-text = The store has accepted your request. This page updates by itself, and an email will follow.
delayed-title = This is taking longer
delayed-text-qr_code = The store has accepted your request. Nothing to do on your side: your QR code will come by email.
delayed-text-printed_label = The store has accepted your request. Nothing to do on your side: your label will come by email.
ready-code-title = Show this code at the post office
ready-code-label = This code opens your label. It is not a Canada Post code: if the counter can’t print it, print it yourself.
ready-code-counter = The clerk prints the label from this code.
ready-label-title = Print the label and stick it on
ready-label-text = The store has paid for it.
use-by = Use it by <strong>{ $day }</strong>.
expired-title-qr_code = This code has expired
expired-title-printed_label = This label has expired
expired-text = The last day was <strong>{ $day }</strong>. Write to the store for a new label.
qr-alt = QR code of return { $number }
return-number = Return number
code-step-pack = Pack the item. The original box will do.
code-step-show = At the counter, show this code, on screen or on paper.
code-step-receipt = Keep the receipt: it proves your drop-off.
label-step-print = Print the label at 100%, not reduced.
label-step-stick = Stick it flat on top. Cover the old label.
label-step-drop = Drop the parcel in a street letter box or at a post office, and keep the receipt.
save-code = Save the code
save-code-svg = Code as SVG
save-label = Download the label
save-label-pdf = Label (PDF)
print = Print
no-printer-title = No printer?
no-printer-text = Show the QR code at the post office: it opens the same label.
no-printer-counter = Show the QR code at the post office: the clerk prints the label.
declined-title = The store can’t accept this return
declined-by = { $store }, { $day }
quote-open = “
quote-close = ”
disagree-title = Don’t agree?
disagree-text = Write to the store and quote the number { $number }. If the item is defective, the legal warranty may apply.
letters-title = The store has written to you
letter-by = { $store }, { $day }
letters-answer = To answer, write to
moving-title-in_transit = Your parcel is on its way to { $store }
moving-text-in_transit = Nothing more to do on your side. The store checks the parcel when it arrives.
moving-title-out_for_delivery = Your parcel is out for delivery
moving-text-out_for_delivery = It reaches { $store } today, if all goes well.
delivered-title = Your parcel has arrived
delivered-text = Delivered on <strong>{ $day }</strong>. { $store } is checking it now.
at-store-title = Your parcel was received
at-store-text = { $store } received it on <strong>{ $day }</strong> and is checking it.
closed-return-title = Your return is complete
closed-return-text = { $store } has finished handling your return. A question about what comes next? Write to the store.
cancelled-title-customer = You cancelled this return
cancelled-title-merchant = The store cancelled this return
cancelled-text = Cancelled on { $day }. Don’t send a parcel: a code or label of this return no longer counts.
ask-anew = Make a new request
voided-title-qr_code = This code no longer counts
voided-title-printed_label = This label no longer counts
voided-text = The store voided it. Don’t use it: wait for another e-mail, or write to the store.
cancel-link = Cancel my return
cancel-title = Cancel this return?
cancel-text = Return { $number } will be cancelled, and the store will be told. You can make a new request as long as the return period allows.
cancel-label-qr_code = Your code will no longer count.
cancel-label-printed_label = Your label will no longer count.
cancel-do = Cancel the return
cancel-keep = Keep the return
exception-title = Something is holding your parcel up
exception-text = The carrier said so on <strong>{ $day }</strong>. Most often the parcel goes on by itself.
exception-said = In the carrier’s words
returning-title = The carrier is sending the parcel back to you
returning-text = It could not be delivered to the store. Write to them: they will tell you what to do.
timeline-title = Your return so far
happened-requested = Request sent
happened-approved = Request approved
happened-declined = Request declined
happened-label_ready = Label ready
ahead-renewal = A new label
happened-accepted = Parcel dropped off
happened-in_transit = On its way
happened-out_for_delivery = Out for delivery
happened-delivered = Delivered to the store
happened-exception = Delay reported
happened-returning = Sent back to you
happened-message = The store has written to you
happened-received = Received by the store
happened-closed = Return complete
happened-cancelled = Return cancelled
happened-label_voided = Label voided
ahead-review = The store looks at it
ahead-label-qr_code = QR code by email
ahead-label-printed_label = Label by email
ahead-drop_off = Parcel drop-off
ahead-arrival = Arrival at the store
ahead-check = The store checks it
note-review = Answer by { $day }
note-approved = Being prepared
note-delayed = Longer than expected
note-drop-off = By { $day }
fact-pin = Tracking of the return
fact-address = Return address
status-note = This page updates by itself. Its link is in your email.
status-note-over = The link of this page is in your email.
postmark-received = RECEIVED
postmark-approved = APPROVED
postmark-moving = ON ITS WAY
postmark-delivered = ARRIVED
postmark-closed = COMPLETE
postmark-foot = RETURN

# Policy and privacy
policy-title = Return policy
policy-frozen = As it was when you sent your request, on { $day }.
privacy-title = Your personal information
privacy-lead = What the store asks for, why, and whom to ask.
privacy-who-title = Who collects it
privacy-what-title = What is asked for
privacy-what = The tracking number and the postal code, to find the parcel. One or more reasons, a word if you like, and your email, to answer the request.
privacy-share-title = Who receives it
privacy-share = The store. Canada Post receives the delivery name and address to make the label. Nobody else: this page has no advertising and no audience measurement.
privacy-keep-title = For how long
privacy-keep = A request that is not sent is erased after 24 hours. A request that was sent is kept by the store to handle the return.
privacy-rights-title = Your rights
privacy-rights = You may ask to see, correct or erase your information:
