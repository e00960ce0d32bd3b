language-name = English
product = Carrier simulator
simulation = SIMULATION
title = Labels sold
title-tab = Labels sold – simulator
skip = Skip to content
lead = Nothing here is real: no mailing, no cost. The labels are not accepted at a post office.
how = Scan a parcel to move it along, as Canada Post would.
none = No label sold yet. Approve a return in the console: it will appear here.
total = { $number ->
    [0] No labels
    [one] 1 label
   *[other] { $number } labels
}
list = Labels, newest first
reference = Reference
no-reference = No reference
sold-at = { DATETIME($at, dateStyle: "long", timeStyle: "short") }
label = See the label
label-of = of { $pin }
older = Older labels
newest = Newest labels
stage-info = Label created
stage-accepted = Accepted
stage-in_transit = In transit
stage-out_for_delivery = Out for delivery
stage-delivered = Delivered
scan-accepted = Accept at post office
scan-in_transit = Put in transit
scan-out_for_delivery = Put out for delivery
scan-delivered = Deliver

## What the carrier says to a refused request, by its code

refusal-E002 = AAA Authentication Failure
refusal-AA002 = The key belongs to the other environment
refusal-AA003 = The key is not for this mailed-by customer
refusal-AA004 = The key may not mail on behalf of this customer
refusal-Server = Rejected by SLM Monitor
refusal-004 = No history for this PIN
refusal-1157 = The province is not valid
refusal-1159 = The postal code is not valid
refusal-1622 = The mailing date is in the past
refusal-1653 = Small-business accounts cannot use the returns services
refusal-1702 = The contract is not this customer’s
refusal-2500 = This customer is not the key’s
refusal-9111 = No service for this parcel
refusal-9113 = A customer number is needed
refusal-9114 = A counter price takes no customer number
refusal-9120 = This service is not valid for a return
refusal-9191 = ZPL exists as 4x6 only
refusal-9192 = The 3x5 format is retired
refusal-9208 = A public label is an 8.5x11 PDF
refusal-10028 = The service code is unknown
refusal-other = Request refused

## What a price is made of

charge-AUTDISC = Automation discount
charge-FUELSC = Fuel surcharge
charge-DC = Delivery confirmation
charge-SO = Signature

## Tracking events

event-3002 = Return label created
event-1303 = Return item accepted at Post Office
event-0100 = Item processed
event-0174 = Item out for delivery
event-1496 = Item delivered
event-0020 = Signature available

## The label

label-not-accepted = not accepted at a post office
label-banner = SIMULATION – not accepted at a post office
label-worthless = Fictitious label, without any postage value.
label-return = Return
label-cut = CUT HERE
label-steps = Preparing the return
label-step-1 = Pack the item in a sturdy box and close it well.
label-step-2 = Cut out the label and stick it flat on the largest side.
label-step-3 = Cover or remove any old labels.
label-step-4 = Keep this part: your tracking number is on it.
label-receipt = Receipt
label-pin = PIN
label-service = Service
label-created-on = Created on
