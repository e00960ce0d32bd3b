## Home

home-not_ready = Open your return centre
home-live = Your return centre is open
home-paused = Your return centre is paused
steps-left = { $count ->
    [0] All is ready.
    [one] One step is left.
   *[other] { $count } steps are left, a few minutes each.
}
steps-done = { $done ->
    [one] { $done } step of { $all }
   *[other] { $done } steps of { $all }
}
step-done = done
step-again = Do it again
hint-addresses = Where parcels come back to
hint-reasons = What your customers may tick, in both languages
hint-approval = Who decides: you, or the rule
hint-branding = Your logo, your colour, a background
hint-carrier = To estimate costs and make labels
hint-test = Go the whole way, as a customer does
tried = The test request has arrived
known-reasons = { $count ->
    [one] 1 reason, in French and in English
   *[other] { $count } reasons, in French and in English
}
known-approval-manual = Approval required: you look at every request
known-approval-automatic = Automatic approval: the rule decides
known-branding = The portal wears your colours
known-carrier = The account is connected
home-waiting = { $count ->
    [0] Nothing waits for your decision
    [one] One request waits for your decision
   *[other] { $count } requests wait for your decision
}
home-waiting-many = More than { $most } requests wait for your decision
figure-to_decide = to decide
figure-problems = { $count ->
    [one] problem
   *[other] problems
}
figure-in_transit = on the way
figure-to_receive = to receive
figure-hint-to_decide = No request is waiting
waits-minutes = { $count ->
    [0] The oldest has just arrived
    [one] The oldest has waited for a minute
   *[other] The oldest has waited for { $count } minutes
}
waits-hours = { $count ->
    [one] The oldest has waited for an hour
   *[other] The oldest has waited for { $count } hours
}
waits-days = { $count ->
    [one] The oldest has waited for a day
   *[other] The oldest has waited for { $count } days
}
figure-hint-problems = { $count ->
    [0] All is well
   *[other] To look at before the rest
}
figure-hint-in_transit = { $count ->
    [0] No parcel on its way
   *[other] Parcels coming back to you
}
figure-hint-to_receive = { $count ->
    [0] No delivered parcel to check
   *[other] Delivered, to be checked
}
to-activation = See the activation
portal-address-use = For your site, your e-mails and your packing slips.

## Test return

trial-title = Try a return, as a customer does
trial-explained = We make up a shipment from your store to itself. You do the rest, as a customer and then as the store.
trial-step-1 = Ask for the return on your portal, with your own e-mail: { $email }.
trial-step-2 = Approve the request in your returns.
trial-step-3 = Open the link in the e-mail: the label is there.
trial-free = A label that nobody uses costs nothing: Canada Post bills a return when the parcel is scanned on its way, not when the label is made.
trial-begin = Prepare the test
trial-preparing = Preparing…
trial-needs-not_ready = The test goes through your portal, which is not open yet: something is missing.
trial-needs-paused = The test goes through your portal, which is paused: open it again first.
trial-ready-told = The test shipment is ready. The portal opens with number and code already filled in.
trial-number = Tracking number
trial-open = Open the portal
trial-awaited = This page says by itself when the request arrives. If the portal does not find the shipment yet, try again in a few seconds.
trial-arrived = Request received
trial-arrived-told = The request { $number } has arrived: the way works from end to end as far as you. Approve it to see the label and the e-mails.
trial-decide = See { $number }
trial-again = Make another test
