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
password-forgotten = Forgot your password?
password-set = Your password is changed. Sign in with the new one.
to-sign-in = Sign in

## Forgotten password

forgotten-title = Forgotten password
forgotten-lead = Write the email with which you sign in. You will get a link there to choose another password.
send-link = Get a link
sending = Sending…
recovery-too-often = You asked for several links. Read the last one, or try again in 15 minutes
sent-title = Look at your inbox
sent-lead = If { $email } signs in here, a link is on its way there. It works once, for an hour.
sent-nothing = Nothing after a few minutes? Look among the junk and check the address. An owner of the account can also invite you.
new-password-title = Choose a password
new-password-lead = For { $email }. All your open sessions will be ended.

## Passwords

new-password = New password
password-to-be = Password
new-password-hint = { $least } characters or more. A short sentence will do.
new-password-short = Choose a password of { $least } characters or more
new-password-long = Choose a password of { $most } characters at most
new-password-weak = Choose a password that is harder to guess
password-busy = Many people at once: try again in a few seconds
password-show = Show the password
save-password = Save the password
email-malformed = Check the email: it looks like name@example.ca

## Links

dead-reset = This link no longer works
hint-dead-reset = A link works once, for an hour, and only the last one sent does.
ask-another-link = Ask for another link
dead-invitation = This invitation no longer works
hint-dead-invitation = It was accepted, revoked, or replaced by a newer one. If you are waiting for one, ask the store to send it to you again.
taken-invitation = This address already signs in here
hint-taken-invitation = An address is good for one store. Sign in, or ask for an invitation to another address.
invitation-title = Join { $store }
invitation-lead-agent = You will decide on return requests there. Choose a password, and you are in.
invitation-lead-owner = You will be able to change all settings there. Choose a password, and you are in.
invitation-email = You will sign in with
accept-invitation = Accept the invitation
entering = Letting you in…
