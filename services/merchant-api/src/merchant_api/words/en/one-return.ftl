## Page of a return

back-to-returns = Returns
own-page = Open on its own page
other-returns = The customer’s other returns
other-returns-all = All of their returns
other-return = { $state }, { $on }
state-requested = To decide
state-approved = Approved
state-in_transit = In transit
state-delivered = Delivered
state-received = Received
state-failed = Failed
state-declined = Declined
state-cancelled = Cancelled
state-closed = Closed
written-by = { $who }, { $at }
internal-notes = Internal notes
internal-notes-hint = Between you: the customer never sees them.
internal-note = Internal note
internal-note-add = Add a note
internal-note-save = Add the note
internal-note-missing = Write the note before you add it
internal-note-too-long = Write { $most } characters at most
notice-note-added = Note added.

## Terms of a label

terms = Service, address and parcel
terms-change = Change
terms-service = Service
service-RP = Regular Parcel
service-EP = Expedited Parcel
service-XP = Xpresspost
service-PC = Priority
terms-address = The parcel goes back to
terms-address-gone = This address is gone: choose another one
terms-parcel = Parcel
terms-parcel-gone = This usual parcel is gone: choose another one
terms-own = That of the shipment
terms-typed = Another one
terms-weight = Weight in kg
terms-length = Length in cm
terms-width = Width in cm
terms-height = Height in cm
terms-to = to { $address }
price-of-today = Today’s price: Canada Post does not guarantee it. Its fuel surcharge changes every week, and the parcel is charged as measured.
price-of-another-day = Price of { $on }: it may have changed since. Estimate again before you decide.
no-price-advice = Check weight, dimensions and service. You can also decide without a price.
