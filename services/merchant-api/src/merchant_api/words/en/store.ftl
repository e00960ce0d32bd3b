## Store

store = Store
store-explained = What your customers read of you, on the portal and in e-mails.
store-identity = Who you are
store-name = Store name
store-name-hint = As your customers know it
store-name-missing = Write the store’s name
store-name-long = Shorten the store’s name: at most { $most } characters, it has { $count }
store-legal-name = Legal name
store-legal-name-hint = The legal name of the business, at the foot of every e-mail
store-legal-name-missing = Write the legal name
store-legal-name-long = Shorten the legal name: at most { $most } characters, it has { $count }
store-contact-email = E-mail to reach you
store-contact-email-hint = Your customers write there, and their answers arrive there
store-contact-email-missing = Write the e-mail to reach you
store-contact-email-malformed = Check the e-mail to reach you: it looks like name@example.com
store-privacy-email = E-mail for personal information
store-privacy-email-hint = The person in charge of it, under Law 25
store-privacy-email-missing = Write the e-mail for personal information
store-privacy-email-malformed = Check the e-mail for personal information: it looks like name@example.com
business-address = Business address
business-address-hint = At the foot of every e-mail, as the law asks. Parcels need not come back there.
return-policy = Return policy
store-delays = { $window ->
    [0] Your customers may ask for a return at any time
    [one] Your customers have one day to ask for a return
   *[other] Your customers have { $window } days to ask for a return
}, and are promised an answer within { $answer ->
    [one] one business day
   *[other] { $answer } business days
}.
store-delays-elsewhere = Both are set with the approval
store-policy-fr = Text in French
store-policy-fr-missing = Write the policy in French
store-policy-fr-long = Shorten the policy in French: at most { $most } characters, it has { $count }
store-policy-en = Text in English
store-policy-en-missing = Write the policy in English
store-policy-en-long = Shorten the policy in English: at most { $most } characters, it has { $count }
methods-offered = Ways to return
methods-hint = Your customers choose among these
methods-missing = Offer at least one way to return
offered-qr_code = QR code at the post office
offered-hint-qr_code = No printer: the code is shown at the counter
offered-printed_label = Label to print
offered-hint-printed_label = The parcel may go into a street letter box as well
service = Canada Post service
service-hint = For prices and labels when nothing else is chosen
service-missing = Choose a service
service-DOM-RP = Regular Parcel
service-DOM-EP = Expedited Parcel
service-DOM-XP = Xpresspost
service-DOM-PC = Priority
slug-stays = This address does not change: the links in your e-mails and on your site begin with it.
save-store = Save the store
notice-store-saved = Store saved.
