## Page of a return

back-to-returns = Returns
what-is-known = What is known of the return
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

## Declining

decline-reason = Internal reason
decline-reason-hint = For your statistics. The customer does not see it.
decline-reason-choose = Choose
decline-reason-missing = Choose the internal reason
decline-reason-was = Internal reason: { $reason }
decline-reason-outside_policy = Outside the return policy
decline-reason-final_sale = Final sale
decline-reason-used_or_damaged = Worn or damaged by the customer
decline-reason-duplicate = Duplicate request
decline-reason-fraud_suspected = Fraud suspected
decline-reason-other = Another reason
decline-ready = Suggest a text
ready-outside_policy = Your request does not meet the conditions of our return policy.
ready-final_sale = This item is final sale: it cannot be returned or exchanged.
ready-used_or_damaged = The item has been used or damaged, so we cannot put it back on sale.
ready-duplicate = We already have a return request for this parcel, and we are following up on it.
ready-fraud_suspected = We cannot go ahead with your request with the information that we have.
ready-other = We cannot accept this return.
mail-preview-fr = The customer’s email, in French
mail-preview-en = The customer’s email, in English
mail-preview-show = See the email

## The mail of a refusal, word for word as notifier writes it

mail-declined-subject = An answer to your return request { $number }
mail-declined-title = The store can’t accept this{ "\u00A0" }return
mail-declined-lead = Here is the store’s answer:
mail-declined-quote = “{ $message }”
mail-declined-signed = { $store }, { $day }
mail-declined-person-title = You don’t agree?
mail-declined-person = Reply to this email or write to { $contact }: a person at the store will read it and can review the decision. If the item is defective, the legal warranty may apply.

## Messages to the customer

letters = Messages to the customer
letters-hint-fr = The customer reads them by email ({ $email }) and on their page, in French. They answer by email to the store.
letters-hint-en = The customer reads them by email ({ $email }) and on their page, in English. They answer by email to the store.
letter-write = Write to the customer
letter-text = Your message
letter-send = Send to the customer
letter-sending = Sending…
letter-missing = Write the message before you send it
letter-too-long = Write { $most } characters at most
notice-letter-sent = Message sent: the customer gets it by email.
template-store_message = message from the store
