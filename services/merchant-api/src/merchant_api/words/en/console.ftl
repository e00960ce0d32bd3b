## Everywhere

skip = Skip to content
about = Renvoi, an open return centre
other-language = Français
other-tag = fr-CA
error-title = Error: { "" }
sections = Sections
returns = Returns
to-do-words = to do
settings = Settings
errors-found = { $count ->
    [one] One answer needs a look
   *[other] { $count } answers need a look
}
sign-out = Sign out
quoted = “{ $text }”

## Errors

error-not-found = There is no such page
hint-error-not-found = The address may be incomplete, or the return is not yours.
error-invalid = This request cannot be read
hint-error-invalid = Go back to the page before and try again.
error-too-large = This is too large
hint-error-too-large = Go back to the page before and choose a smaller file.
error-outage = One moment
hint-error-outage = We cannot answer right now. Nothing is lost; try again in a few seconds.
error-bug = Something has failed
hint-error-bug = The fault is on our side. Try again; if it goes on, tell whoever looks after this server.
to-queue = See the returns
error-owners-only = This page is for owners
hint-error-owners-only = Ask an owner of the account to make this change.

## Provinces

province-AB = AB
province-BC = BC
province-MB = MB
province-NB = NB
province-NL = NL
province-NS = NS
province-NT = NT
province-NU = NU
province-ON = ON
province-PE = PE
province-QC = QC
province-SK = SK
province-YT = YT
