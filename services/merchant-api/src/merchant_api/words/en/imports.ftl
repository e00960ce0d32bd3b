## Import a file

import-file = Import a file
import-title = Import a file of shipments
import-explained = Give a CSV file from your store or your carrier. You will see how it is understood before anything changes. A shipment that is known already is updated, never doubled.
file = File
file-hint = CSV, { $most } MB at most. Commas, semicolons or tabs; accents of any kind are recognized.
choose-file = Choose a file
taking-in = Receiving…
check-file = See what the file holds
file-missing = Choose a file
file-empty = This file is empty: choose another one
file-too-large = This file is too large: cut it into files of at most 50 MB
file-spreadsheet = This is a workbook: in your spreadsheet, save it as CSV first
file-no-table = This file is no table in text: choose a CSV file
last-imports = Last imports
import-received = Not imported yet
import-running = { $reached } lines read of { $lines }
import-done = { $reached } lines read
import-failed = Interrupted
notice-import-abandoned = The file is forgotten. Nothing has changed.

## Columns

check-title = Understand the file
check-file-is = { $name }, about { $lines } lines
columns = Columns
columns-explained = This is what we take each column for. Correct what is wrong; the next file like it will be understood alike.
column-ignored = Do not import
field-tracking-number = Tracking number
field-name = Customer’s name
field-first-name = Customer’s first name
field-last-name = Customer’s last name
field-company = Company
field-line-1 = Number and street
field-line-2 = Second address line
field-city = City
field-province = Province
field-postal-code = Postal code
field-email = E-mail
field-language = Language
field-order-number = Order number
field-reference = Your reference
field-shipped-on = Shipping date
field-delivered-on = Delivery date
field-weight = Weight
field-length = Length
field-width = Width
field-height = Height
day-order = Order of dates
day-order-hint = Nothing in the file says what is the day and what is the month
day-order-dmy = Day, month, year (20/11/2026)
day-order-mdy = Month, day, year (11/20/2026)
weight-unit = Unit of weights
side-unit = Unit of dimensions
unit-kg = Kilograms
unit-g = Grams
unit-lb = Pounds
unit-oz = Ounces
unit-cm = Centimetres
unit-mm = Millimetres
unit-in = Inches
reads-badly = Does the file read badly?
reads-badly-hint = If accents are wrong or everything is in one column, choose otherwise and read it again.
encoding = Encoding
encoding-utf-8-sig = UTF-8
encoding-utf-16 = UTF-16
encoding-utf-16-le = UTF-16, little-endian
encoding-utf-16-be = UTF-16, big-endian
encoding-cp1252 = Windows (1252)
encoding-mac_roman = Macintosh
encoding-cp850 = DOS (850)
separator = Separator
separator-comma = Comma
separator-semicolon = Semicolon
separator-tab = Tab
separator-bar = Vertical bar
read-again = Read the file again

## Preview

first-lines = Preview
first-lines-explained = This is how the first lines will be understood.
columns-missing = Something is missing to make shipments
missing-tracking-number = Say which column is the tracking number
missing-name = Say which column is the customer’s name
missing-line-1 = Say which column is the number and street: the label needs it
missing-city = Say which column is the city
missing-postal-code = Say which column is the postal code
missing-day-order = Say in which order day and month are
line-number = Line { $number }
line-broken = A quotation mark is opened and never closed
no-lines = This file has headings only: there is nothing to import.
preview-refused = { $refused ->
    [one] One of the first { $looked_at } lines will be left aside, with the reason.
   *[other] { $refused } of the first { $looked_at } lines will be left aside, each with the reason.
}
import-lines = Import the shipments
starting = Starting…
preview-again = Preview again
abandon-import = Forget this file
abandoning = One moment…

## Import

import-of = Import of { $name }
import-title-running = Import in progress
import-title-done = Import finished
import-title-failed = Import interrupted
import-progress = Progress of the import
percent = { $percent }%
import-goes-on = You may leave this page: the import goes on. You will find it again under “Import a file”.
import-stalled = The import has stopped
import-stalled-hint = The { $reached } lines already read are kept. Resume it; if it stops again, tell whoever looks after this server.
resume-import = Resume the import
count-new = Added
count-changed = Updated
count-unchanged = Known already
count-refused = To mend
import-all-done = All lines were understood.
see-shipments = See the shipments
import-another = Import another file
lines-to-mend = Lines to mend
lines-to-mend-explained = All others are imported. Mend these in your spreadsheet, then import the mended file: the added columns change nothing.
download-faults = Download the lines to mend
import-mended = Import the mended file
column-line = Renvoi: line
column-fault = Renvoi: to mend
faults-file = to-mend
