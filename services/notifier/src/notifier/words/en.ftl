## Everywhere

foot-why = You are receiving this message because you asked { $store } for a return.
read-other = Lire en français
labelled = { $what }:
return-number = Return number
city-line = { $city }, { $province }{ "\u00A0" }{ $postal_code }
follow = Follow my return
see-request = See my request
tracking-number = Tracking number
parcel-goes-to = The parcel goes back to: { $address }

method-qr_code = QR code at the post office
method-printed_label = Label to print

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

## Request received

request-received-subject = Return request received: { $number }
request-received-preview = { $store } will answer within { $days ->
    [one] one business day
   *[other] { $days } business days
}.
request-received-title = Your request is received
request-received-answer = { $store } will answer within { $days ->
    [one] one business day
   *[other] { $days } business days
}. What happens next will come by email.
request-received-wait = Received does not yet mean accepted: wait for the answer before you ship the parcel.
request-received-reasons = { $count ->
    [one] Reason
   *[other] Reasons
}
request-received-method = Return method

## Request declined

request-declined-subject = An answer to your return request { $number }
request-declined-preview = { $store } can’t take this parcel back. Here is why.
request-declined-title = The store can’t accept this{ "\u00A0" }return
request-declined-lead = Here is the store’s answer:
request-declined-quote = “{ $message }”
request-declined-signed = { $store }, { $day }
request-declined-person-title = You don’t agree?
request-declined-person = Reply to this email or write to { $contact }: a person at the store will read it and can review the decision. If the item is defective, the legal warranty may apply.

## Label ready

label-ready-subject-qr_code = Your return QR code: { $number }
label-ready-subject-printed_label = Your return label: { $number }
label-ready-preview-qr_code = Show this code at a post office.
label-ready-preview-qr_code-by = Show this code at a post office by { $day }.
label-ready-preview-printed_label = Print your label and drop off the parcel.
label-ready-preview-printed_label-by = Print your label and drop off the parcel by { $day }.
label-ready-title-qr_code = Show this code at a post office
label-ready-title-printed_label = Print your return label
label-ready-approved = Your request is approved.
label-ready-use-by-qr_code = Use this code by { $day }.
label-ready-use-by-printed_label = Use this label by { $day }.
label-ready-replaces-qr_code = This code takes the place of the one before, which no longer counts.
label-ready-replaces-printed_label = This label takes the place of the one before, which no longer counts.
label-ready-opens-label = This code opens your label. It is not a Canada Post code: if the counter can’t print it, print it yourself.
label-ready-opens-counter = No printer is needed.
label-ready-code-alt = Return QR code. If you can’t see it, open the page of your return: the code is there too.
label-ready-code-text = The QR code is attached to this email. It is also on the page of your return:
label-ready-download = Download the label
label-ready-step-1-qr_code = Pack the item. Its original box will do.
label-ready-step-2-qr_code = At the counter, show this code, on screen or on paper.
label-ready-step-3-qr_code = Keep the receipt: it proves that you dropped it off.
label-ready-step-1-printed_label = Pack the item. Its original box will do.
label-ready-step-2-printed_label = Print the label at its actual size and stick it flat on the box.
label-ready-step-3-printed_label = Drop the parcel off at a post office or in a street letter box. At the counter, ask for a receipt: it proves that you dropped it off.

## Label voided

label-voided-subject = Don’t use your return label any more: { $number }
label-voided-preview = { $store } has voided the label of your return.
label-voided-title = Your label no longer counts
label-voided-text = { $store } voided the label of your return on { $day }. Don’t use the code or the label that you received.
label-voided-question = A question? Reply to this e-mail or write to { $contact }.

## Return cancelled

request-cancelled-subject = Your return is cancelled: { $number }
request-cancelled-preview = You cancelled your return to { $store }.
request-cancelled-title = Your return is cancelled
request-cancelled-text = You cancelled it on { $day }, and { $store } has been told. A code or label of this return no longer counts.
request-cancelled-question = Changed your mind? Make a new request, or write to { $contact }.

return-cancelled-subject = Your return is cancelled: { $number }
return-cancelled-preview = { $store } has cancelled your return.
return-cancelled-title = The store cancelled your return
return-cancelled-text = { $store } cancelled it on { $day }. Don’t send a parcel: a code or label of this return no longer counts.
return-cancelled-question = A question? Reply to this e-mail or write to { $contact }: someone at the store will read you.

## Parcel received

return-received-subject = We have received your parcel: { $number }
return-received-preview = { $store } is checking your parcel.
return-received-title = Your parcel was received
return-received-text = { $store } received it on { $day } and is checking it. There is nothing for you to do.
return-received-question = A question? Reply to this e-mail or write to { $contact }.

## Return complete

return-closed-subject = Your return is complete: { $number }
return-closed-preview = { $store } has finished handling your return.
return-closed-title = Your return is complete
return-closed-text = { $store } finished handling your return on { $day }.
return-closed-question = A question about what comes next? Reply to this e-mail or write to { $contact }: someone at the store will read you.

## A message from the store

store-message-subject = { $store } has written to you: return { $number }
store-message-preview = { $store } has left you a message about your return.
store-message-title = { $store } has written to you
store-message-quote = “{ $message }”
store-message-signed = { $store }, { $day }
store-message-answer = To answer, reply to this email or write to { $contact }.

## To the merchant's own people

foot-why-person = You are receiving this message because you work in Renvoi for { $store }.

person-invited-subject = { $store } invites you to its return centre
person-invited-preview = Choose a password, and that is all.
person-invited-title = Join { $store }
person-invited-lead = { $store } invites you to Renvoi, where it handles its returns.
person-invited-by = { $by } invites you to Renvoi, where { $store } handles its returns.
person-invited-role-agent = You will decide on return requests there. All that is left is to choose a password.
person-invited-role-owner = You will be able to change all settings there. All that is left is to choose a password.
person-invited-button = Accept the invitation
person-invited-until = The link works once, until { $until }.
person-invited-ignore = You didn’t expect this invitation? There is nothing to do.
person-invited-why = You are receiving this message because { $store } entered this address in its return centre.

password-reset-subject = A new password for Renvoi
password-reset-preview = The link works once, within an hour of your request.
password-reset-title = Choose a new password
password-reset-lead = Someone, most likely you, asked for a new password to sign in to Renvoi ({ $store }).
password-reset-button = Choose a password
password-reset-until = The link works once, within an hour of your request.
password-reset-ignore = You asked for nothing? There is nothing to do: your password stays the same.

password-changed-subject = Your password was changed
password-changed-preview = If it wasn’t you, choose another one right away.
password-changed-title = Your password was changed
password-changed-lead = Your password for Renvoi ({ $store }) was changed on { $at }.
password-changed-sessions = Sessions open elsewhere have been ended.
password-changed-not-you = It wasn’t you?
password-changed-then = Choose another password right away, and another one for your email if it is the same.
password-changed-button = Choose another password

## Notices to a merchant's people

staff-why = You receive this message because { $store } put this address into the notifications of its return centre.
staff-button = Open the return
staff-said = Canada Post says: “{ $text }”
staff-subject-new_request = New return request: { $number }
staff-subject-label_problem = Label to look into: { $number }
staff-subject-parcel_delivered = Parcel delivered: { $number }
staff-subject-mail_failed = Customer not reached: { $number }
staff-title-new_request = A return request
staff-title-label_problem = A label to look into
staff-title-parcel_delivered = A parcel to receive
staff-title-mail_failed = An e-mail not delivered
staff-lead-new_request-manual = { $name } asks for a return and awaits your answer.
staff-lead-new_request-automatic = { $name } asks for a return. Your approval rule takes care of it.
staff-lead-label_problem-refused = The label for { $name }’s return was not made. Nothing was bought.
staff-lead-label_problem-unknown = Nobody knows whether the label for { $name }’s return exists. It will not be bought again without you.
staff-lead-parcel_delivered = { $name }’s parcel is delivered. Check it, then mark it received.
staff-lead-mail_failed-refused = An e-mail to { $name } was not accepted. Reach this person by another way.
staff-lead-mail_failed-unknown = An e-mail to { $name } may have gone out, or not. It will not be sent again by itself.
