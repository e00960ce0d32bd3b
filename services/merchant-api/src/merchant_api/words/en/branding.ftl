## Branding

subject-branding = Branding
branding-title = How your centre looks
branding-intro = Your logo, your colour, your picture: that is what your customers will recognise. The rest of the page is ours, so that it reads well everywhere.
branding-not-saved = Not saved yet.
save-branding = Save branding
save-and-publish = Save and publish
see-preview = See the preview
see-portal = See the return centre
notice-saved-branding = Branding is saved.
portal-opened = The portal is open:
logo = Logo
logo-now = Current logo
add-logo = Your logo
replace-logo = Replace the logo
choose-logo = Choose a logo
remove-logo = Remove the logo
limits-logo = SVG, PNG, WebP or JPEG, 2 MB at most. It always stands on white.
accent = Colour of buttons
pick-accent = Pick the colour
accent-hint = A number sign and six characters, such as #23504A.
accent-invalid = Write the colour with a number sign and six characters, such as #23504A
accent-text-white = White text, contrast { NUMBER($ratio, minimumFractionDigits: 1) }:1
accent-text-ink = Dark text, contrast { NUMBER($ratio, minimumFractionDigits: 1) }:1
accent-text-black = Black text, contrast { NUMBER($ratio, minimumFractionDigits: 1) }:1
accent-links-darker = Links are a little darker, to be read on white.
accent-links-ink = Links stay in ink: this colour is too pale to be read on white.
background = Background
background-aurore = Northern light
background-collines = Hills
background-bouleau = Birch
background-relief = Contours
background-plis = Folds
background-fleuve = River
background-brique = Brick
background-neige = Snow
background-own = Your picture
add-picture = Or your picture
replace-picture = Replace your picture
choose-picture = Choose a picture
remove-picture = Remove your picture
limits-picture = JPEG, PNG or WebP, at least 1000 px wide and 600 px high, 8 MB at most.
picture-missing = Choose a picture, or one of the backgrounds
uploading = Uploading…
upload-failed = The upload did not go through. Try again.

## What cannot be used

refused-logo-heavy = This logo is over 2 MB: save it smaller
refused-picture-heavy = This picture is over 8 MB: save it smaller
refused-logo-unknown = This file is no SVG, PNG, WebP or JPEG logo
refused-image-unknown = This file is no JPEG, PNG or WebP picture
refused-image-gif = A GIF will not do, since it may move: choose a PNG or a JPEG
refused-image-animated = This image is animated: choose one that stands still
refused-image-broken = This file is damaged or incomplete: export it again
refused-image-pixels = This image has more than 25 million pixels: make it smaller
refused-image-small = This picture is too small: it has to be at least 1000 px wide and 600 px high
refused-image-narrow = This image is too narrow: one side is far longer than the other
refused-image-blank = There is nothing to see on this image: it is transparent all over
refused-image-laborious = This image is too complicated to open: export it as a PNG
refused-image-svg-text = This SVG holds text, and we do not have its font: convert the text to outlines, or export the logo as a PNG
refused-image-svg-picture = This SVG holds another image: export the logo as a PNG
refused-image-svg-definitions = This SVG holds definitions that we do not read: export the logo as a PNG

## Preview

preview = Preview
preview-explained = The entry page of your centre, on a phone and then on a computer.
preview-phone = Preview on a phone
preview-desktop = Preview on a computer
preview-returns = Returns
preview-progress = Step 1 of 4
preview-parcel = Parcel
preview-reason = Reason
preview-method = Method
preview-send = Send
preview-title = Let’s find your parcel
preview-lead = Two details are enough. No account needed.
preview-number = Tracking number
preview-number-other = (or PIN)
preview-number-hint = It is in the shipping email. Spaces don’t matter.
preview-postal-code = Delivery postal code
preview-postal-code-hint = Of the address the parcel was delivered to.
preview-find = Find my parcel
preview-lost = I can’t find my number
preview-yours = Your return
preview-policy = Return policy
preview-window = Return window
preview-days = { $days ->
    [one] 1 day after delivery
   *[other] { $days } days after delivery
}
preview-no-limit = No deadline
preview-answer = The store’s answer
preview-answer-days = { $days ->
    [one] Within 1 business day
   *[other] Within { $days } business days
}
preview-automatic = Automatic, by the policy
preview-read-policy = Read the return policy
preview-help = Where to find the number
preview-help-text = In the store’s shipping email, or on Canada Post’s notice.
preview-digits = 16 digits
preview-letters = or 13 characters
preview-privacy = Your details are used to handle this return. A request that is not sent is erased after 24 hours.
preview-question = A question?
preview-personal = Privacy
preview-contact = Contact the store
