## Several returns at once

select-return = Select { $number }, { $name }
bulk-with-chosen = With the ticked returns:
bulk-chosen-one = 1 return selected
bulk-chosen-many = # returns selected
bulk-all = All { $count } of this view
bulk-estimate = Estimate
bulk-approve = Approve…
bulk-decline = Decline…
notice-rien-choisi = First tick at least one return that is to be decided.
notice-trop-choisi = A batch holds at most 5,000 returns. Narrow the view with the filters.
bulk-confirm-estimate = { $count ->
    [one] Estimate the cost of one return?
   *[other] Estimate the cost of { $count } returns?
}
bulk-confirm-approve = { $count ->
    [one] Approve one return?
   *[other] Approve { $count } returns?
}
bulk-confirm-decline = { $count ->
    [one] Decline one return
   *[other] Decline { $count } returns
}
bulk-approve-explained = Each customer gets their label by e-mail. Canada Post bills it when the parcel is dropped off.
bulk-terms = By the service of the last price asked, or else { $service }; the parcels come back to { $address }.
bulk-known-cost = { $count ->
    [one] Estimated cost of one return: { $cost }
   *[other] Estimated cost of { $count } returns: { $cost }
}
bulk-no-cost = No cost has been estimated yet.
bulk-decline-explained = Each customer reads the message in their language, as you write it.
bulk-message-fr = Message to French-speaking customers
bulk-message-en = Message to English-speaking customers
bulk-missing-message_fr = Tell French-speaking customers why their return is declined.
bulk-missing-message_en = Tell English-speaking customers why their return is declined.
bulk-keep = Keep the requests
bulk-beginning = One moment…
bulk-do-estimate = Estimate
bulk-do-approve = { $count ->
    [one] Approve the return
   *[other] Approve the { $count } returns
}
bulk-do-decline = { $count ->
    [one] Decline the return
   *[other] Decline the { $count } returns
}
bulk-title-estimate = { $count ->
    [one] Estimate of one return
   *[other] Estimate of { $count } returns
}
bulk-title-approve = { $count ->
    [one] Approval of one return
   *[other] Approval of { $count } returns
}
bulk-title-decline = { $count ->
    [one] Refusal of one return
   *[other] Refusal of { $count } returns
}
bulk-done-estimate = { $count ->
    [0] No price yet
    [one] 1 price received
   *[other] { $count } prices received
}
bulk-done-approve = { $count ->
    [0] None approved
    [one] 1 approved
   *[other] { $count } approved
}
bulk-done-decline = { $count ->
    [0] None declined
    [one] 1 declined
   *[other] { $count } declined
}
bulk-failed = { $count ->
    [one] 1 failure
   *[other] { $count } failures
}
bulk-left = { $count ->
    [one] 1 to come
   *[other] { $count } to come
}
bulk-goes-on = You can leave this page: the work goes on.
bulk-total = Estimated total
bulk-approve-estimated = { $count ->
    [one] Approve the estimated return…
   *[other] Approve the { $count } estimated returns…
}
bulk-failures = What did not work
bulk-see-failures = Take these returns up again in the queue
bulk-why-carrier = Canada Post: “{ $text }”
bulk-why-AlreadyDecided = It was already decided.
bulk-why-NotNow = This return was cancelled.
bulk-why-ShipmentNotKnown = The shipment of this return is not known.
bulk-why-ParcelUnknown = Nobody knows what the parcel weighs.
bulk-why-ParcelTooLarge = The parcel is beyond Canada Post’s limits.
bulk-why-AddressMissing = There is no return address.
bulk-why-ReturnNotFound = This return no longer exists.
bulk-why-other = It was not possible.
