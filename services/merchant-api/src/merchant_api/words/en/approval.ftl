## Approval

subject-approval = Approval
who-decides = Who decides?
approval-manual = Approval required
approval-manual-text = You look at each request. The customer gets the label when you approve.
approval-automatic = Automatic approval
approval-automatic-text = Every request within the window is approved at once. You are charged for the label when the parcel is delivered.
approval-missing = Choose who decides
window-days = Return window
window-days-optional = (optional)
window-days-hint = In days from delivery. Empty: no limit.
window-days-wrong = Enter a number of days from 1 to { $most }, or nothing
answer-days = Answer promised within
answer-days-hint = In business days. Customers read it before they submit.
answer-days-wrong = Enter a number of days from 1 to { $most }
save-approval = Save
rule-version = Rule in force: version { $version }
notice-saved-approval-manual = Saved: you decide.
notice-saved-approval-automatic = Saved: the rule decides from now on.

## What the rule would have done

replay-title = What automatic approval would do
replay-again = Work out again
approval-will = It would approve at once every request made { $days ->
    [one] on the day of delivery or the day after
   *[other] within { $days } days of delivery
}, and have the label made before anybody sees it.
approval-will-all = It would approve every request at once, and have the label made before anybody sees it.
approval-will-not = What it cannot approve would wait among your returns. Requests already received stay yours.
replay-none = No requests in the last { $days } days: there is nothing to replay.
replay-summary = { $requests ->
    [one] One request
   *[other] { $requests } requests
} in the last { $days } days: it would have approved { $approved }.
replay-no_shipment = { $count ->
    [one] 1 would have waited
   *[other] { $count } would have waited
}: no known shipment
replay-no_parcel = { $count ->
    [one] 1 would have waited
   *[other] { $count } would have waited
}: weight of the parcel unknown
replay-no_address = { $count ->
    [one] 1 would have waited
   *[other] { $count } would have waited
}: no return address
replay-outside_window = { $count ->
    [one] 1 would have waited
   *[other] { $count } would have waited
}: past the window
replay-declined = { $count ->
    [one] Of those it would have approved, 1 was declined
   *[other] Of those it would have approved, { $count } were declined
}
replay-cut = Only the last { $most } requests are counted
