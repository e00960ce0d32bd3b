## Sign in

sign-in-title = Sign in
email = Email
password = Password
sign-in = Sign in
signing-in = Checking…
sign-in-refused = The email or the password is not right.
hint-sign-in-refused = Check both, then try again.
too-many-tries = Too many tries.
hint-too-many-tries = Try again in 5 minutes.
sign-in-busy = Many people at once.
hint-sign-in-busy = Try again in a few seconds.
session-closed = You are signed out.
session-ended = Your session has ended. Sign in again to go on.
