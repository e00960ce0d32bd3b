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
