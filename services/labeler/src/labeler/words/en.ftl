# What the merchant reads when the carrier has said nothing itself.

service-not-offered = Canada Post does not offer the service { $service } for this parcel.
refused-silently = Canada Post refused without saying why.
answer-lost = Canada Post’s answer did not arrive, or was not clear. A label with the reference { $number } may exist.
call-cut-off = Our service stopped while it was asking Canada Post for the label. A label with the reference { $number } may exist.
file-lost = The label exists (tracking number { $pin }), but Canada Post has not handed over its file.
no-public-address = The label exists (tracking number { $pin }), but Canada Post gave no address for the QR code to open.
environment-missing = The Canada Post account is set to the test environment, and this installation does not know its address (CANADA_POST_TEST_URL). Choose production, or ask whoever runs this server to add it.
