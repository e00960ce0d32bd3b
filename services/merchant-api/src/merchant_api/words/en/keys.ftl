## API keys

keys = API keys
keys-explained = A program uses one to act in your name. Give each program its own key, with no more rights than it needs.
keys-none = No keys yet. Create one when a program has to talk to Renvoi.
keys-revoked = Revoked keys
key-revoked-line = { $name }, { $beginning }, revoked on { $at }
key-made-on = created on { $at }
key-used-on = Last used on { $at }
key-unused = Never used
key-allows-all = All rights

## A new key

key-new = New key
key-name = Name
key-name-hint = The program that will use it, such as “Warehouse sync”.
key-name-missing = Give the key a name
key-name-too-long = Choose a name of 60 characters at most
key-name-taken = “{ $name }” has two keys already: revoke the old one, or choose another name
key-too-many = You have 50 keys: revoke those that are no longer used
key-scopes = What the key allows
key-scopes-missing = Tick at least one right
key-make = Create the key
key-making = Creating…
key-made-title = The key “{ $name }” is ready
key-made-once = Copy it now: it will never be shown again.
key-itself = Key
key-made-how = Keep it with your program’s passwords, never in its code. Lost it? Revoke it and create another.
copy = Copy
copied = Copied
notice-cle-deja-faite = This key has been created already, and is shown only once. If you have not copied it, revoke it and create another.

## Renew, revoke

key-renew = Renew
key-revoke = Revoke
key-revoke-title = Revoke a key “{ $name }”?
key-revoke-explained = The program that uses it will be refused from its next request on. A revoked key does not come back.
key-revoke-it = Revoke the key
key-revoking = Revoking…
key-keep = Keep the key
key-warning-successor-unused = This key is still in use: last on { $at }. The one that is to replace it has never been used.
key-warning-used-last = Of all your keys this one was used last, on { $at }: some program probably depends on it.
key-warning-used = This key was used on { $at }. Make sure that no program depends on it any more.
notice-cle-revoquee = The key is revoked. It opens nothing any more.

## Rights

scope-shipments-read = Read shipments
scope-shipments-write = Add and change shipments
scope-returns-read = Read returns
scope-returns-decide = Decide on returns
scope-settings-read = Read settings
scope-settings-write = Change settings
scope-explained-shipments-read = Tracking numbers, recipients and parcels.
scope-explained-shipments-write = The ones that your customers will be able to send back.
scope-explained-returns-read = With customers’ names and e-mail addresses.
scope-explained-returns-decide = Estimate, approve, decline. A label that is used is billed to you.
scope-explained-settings-read = Return centre, notifications and names of keys.
scope-explained-settings-write = Carrier account and API keys too.
