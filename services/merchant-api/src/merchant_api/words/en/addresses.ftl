## Return addresses

addresses = Return addresses
addresses-explained = Parcels come back here. The default address is used when nothing else is chosen.
addresses-none = No address yet. Without one, no label can be made.
addresses-too-many = You already have { $most } addresses: remove one first
by-default = Default
make-default = Make default
edit = Edit
remove = Remove
removing = Removing…
add-address = Add an address
new-address = New return address
address-limits = Canada Post prints it on every label: at most { $line } characters a line, { $city } for the city.
edit-address = Edit the address
edit-address-explained = Returns already approved keep the address that they had.
save-address = Save the address
saving = Saving…
cancel = Cancel
remove-address = Remove the address
remove-address-explained = Returns already approved keep this address: their labels do not change.
remove-last-address = This is your last address. Without it, the portal takes no new requests until you add one. Returns under way stay within reach.
successor = Which address becomes the default in its place?
successor-missing = Choose the address that becomes the default in its place
keep-address = Keep the address
notice-address-saved = Address saved.
notice-address-default = The default address has changed.
notice-address-removed = Address removed.

## The lines of an address

optional = (optional)
address-name = Contact name
address-name-hint = The person or department that receives parcels: the label needs it
address-name-missing = Write the contact name: the label needs it
address-name-long = Shorten the contact name: at most { $most } characters, it has { $count }
address-company = Company
address-company-long = Shorten the company’s name: at most { $most } characters, it has { $count }
address-line-1 = Number and street
address-line-1-missing = Write the number and the street
address-line-1-long = Shorten number and street: at most { $most } characters, there are { $count }
address-line-2 = Second line
address-line-2-hint = Suite, dock, floor
address-line-2-long = Shorten the second line: at most { $most } characters, it has { $count }
address-city = City
address-city-missing = Write the city
address-city-long = Shorten the city’s name: at most { $most } characters, it has { $count }
address-province = Province or territory
address-province-missing = Choose the province or territory
choose-province = Choose…
address-postal-code = Postal code
postal-code-hint = For example H2X 1Y4
address-postal-code-missing = Write the postal code
address-postal-code-malformed = Check the postal code: three letters and three digits in turn, like H2X 1Y4
postal-code-odd = The postal code { $code } usually belongs to another province ({ $expected }), and the address says { $province }. Check both.
or = { " or " }

## Provinces and territories, in full

province-name-AB = Alberta
province-name-BC = British Columbia
province-name-MB = Manitoba
province-name-NB = New Brunswick
province-name-NL = Newfoundland and Labrador
province-name-NS = Nova Scotia
province-name-NT = Northwest Territories
province-name-NU = Nunavut
province-name-ON = Ontario
province-name-PE = Prince Edward Island
province-name-QC = Quebec
province-name-SK = Saskatchewan
province-name-YT = Yukon
