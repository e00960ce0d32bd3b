## Queues

queues = Queues
title-to_decide = Returns to decide
title-approved = Approved returns
title-in_transit = Returns in transit
title-to_receive = Returns to receive
title-problems = Returns with a problem
title-closed = Closed returns
title-all = Returns found
tab-to_decide = To decide
tab-approved = Approved
tab-in_transit = In transit
tab-to_receive = To receive
tab-problems = Problems
tab-closed = Closed
empty-to_decide = No request is waiting for an answer.
empty-approved = No approved return is waiting for its parcel.
empty-in_transit = No parcel is on its way.
empty-to_receive = No parcel is waiting to be received.
empty-problems = No return has a problem.
empty-closed = No return is closed.
empty-narrowed = No return in this queue answers to these filters.
empty-found = No return matches. Search for the beginning of a name, a number, an e-mail or a postal code.
next-returns = More returns
first-returns = Back to the beginning
found = { $count ->
    [one] { $text } return found, over all queues
   *[other] { $text } returns found, over all queues
}
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

## Search and filters

search-label = Search for a return
search-hint = Name, number, e-mail, postal code
search = Search
filters = Filter
filters-count = Filter ({ $count })
any-reason = All reasons
any-method = All methods
any-address = All addresses
label-reason = Reason
label-method = Method
label-from = Requested from
label-to = Requested to
label-address = Return address
apply-filters = Apply
clear-filters = Clear all
without = Remove the filter
filter-reason = Reason: { $reason }
filter-from = Since { $day }
filter-to = Until { $day }
filter-address = To { $address }
filter-run-failed = Failures of the batch
filter-run-done = Successes of the batch

## States

decision-none = Waiting
decision-approved = Approved
decision-declined = Declined
decision-cancelled = Cancelled
decision-closed = Closed
parcel-received = Received
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

## Live

refresh = Refresh
live-new = { $count ->
    [one] 1 new return: show
   *[other] { $text } new returns: show
}
live-row-changed = This return has just changed.
live-row-show = See how it stands
