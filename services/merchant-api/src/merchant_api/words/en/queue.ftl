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
