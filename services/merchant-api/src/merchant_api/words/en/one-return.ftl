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
