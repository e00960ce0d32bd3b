## Réception

reception = Receiving
scan-label = Tracking number or return number
scan-hint = Scan the label’s barcode, or type the number and press Enter.
scan-go = Look up
arrival-expected = This parcel is expected
arrival-taken-in = Noted: the parcel is received
arrival-unreadable = This code can’t be read. Scan the label’s barcode, or type the number below it.
arrival-unknown = No return has this number. The parcel may have come back without a request: look for the customer’s name in the returns.
arrival-void-label = This parcel came with a voided label. You can receive it all the same.
arrival-received = Already received: { $at }, by { $who }
arrival-closed = This return was completed on { $at }
arrival-cancelled = This return was cancelled on { $at }. Set the parcel aside and write to the customer.
arrival-declined = This return was declined on { $at }. Set the parcel aside and write to the customer.
arrival-undecided = This return still waits for your decision. Approve it first, then receive the parcel.
condition = Condition of the parcel
condition-as_expected = As expected
condition-damaged = Damaged
condition-incomplete = Incomplete
condition-other = Other
add-note = Add a note
note-inside = Note for your colleagues
note-too-long = Write 500 characters at most
mark-received = Mark received
receiving = One moment…
open-return = Open { $number }
received-today = Received { $day }
received-none = Nothing yet today.
taken-in-by = { $at }, { $who }

## Gestes

deeds = What comes next
close-return = Complete the return
closing = One moment…
notice-recu = The parcel is received. The customer is told by e-mail.
notice-termine = The return is complete. The customer is told by e-mail.
notice-pas-cancelled = Nothing has changed: this return was cancelled meanwhile.
notice-pas-closed = Nothing has changed: this return is already complete.
notice-pas-declined = Nothing has changed: this return was declined.
notice-pas-undecided = Nothing has changed: this return needs a decision first.
notice-pas-received = Nothing has changed: the parcel is already received.
notice-pas-under_way = Nothing has changed: the parcel is already on its way.
notice-pas-not_under_way = Nothing has changed: no parcel is on its way.
notice-pas-label_being_made = Nothing has changed: the label is being made.
notice-pas-label_missing = Nothing has changed: there is no label.
notice-pas-label_voided = Nothing has changed: the label is already voided.

## Histoire

history-received = Parcel received by { $who }
history-received-with = Parcel received by { $who }: { $condition }
history-closed = Return completed by { $who }
template-return_received = parcel received
template-return_closed = return complete
