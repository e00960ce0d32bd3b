## Apparence

subject-branding = Apparence
branding-title = Apparence du centre
branding-intro = Votre logo, votre couleur, votre image : voilà ce que vos clients reconnaîtront. Le reste de la page est à nous, pour qu’elle se lise bien partout.
branding-not-saved = Pas encore enregistré.
save-branding = Enregistrer l’apparence
save-and-publish = Enregistrer et publier
see-preview = Voir l’aperçu
see-portal = Voir le centre de retours
notice-saved-branding = L’apparence est enregistrée.
portal-opened = Le portail est ouvert :
logo = Logo
logo-now = Logo actuel
add-logo = Votre logo
replace-logo = Remplacer le logo
choose-logo = Choisir un logo
remove-logo = Retirer le logo
limits-logo = SVG, PNG, WebP ou JPEG, 2 Mo au plus. Il est toujours posé sur du blanc.
accent = Couleur des boutons
pick-accent = Choisir la couleur
accent-hint = Un dièse et six signes, comme #23504A.
accent-invalid = Écrivez la couleur avec un dièse et six signes, comme #23504A
accent-text-white = Texte blanc, contraste { NUMBER($ratio, minimumFractionDigits: 1) } :{ "\u00A0" }1
accent-text-ink = Texte foncé, contraste { NUMBER($ratio, minimumFractionDigits: 1) } :{ "\u00A0" }1
accent-text-black = Texte noir, contraste { NUMBER($ratio, minimumFractionDigits: 1) } :{ "\u00A0" }1
accent-links-darker = Les liens sont un peu plus foncés, pour se lire sur du blanc.
accent-links-ink = Les liens restent à l’encre : cette couleur est trop pâle pour se lire sur du blanc.
background = Arrière-plan
background-aurore = Aurore
background-collines = Collines
background-bouleau = Bouleau
background-relief = Relief
background-plis = Plis
background-fleuve = Fleuve
background-brique = Brique
background-neige = Neige
background-own = Votre image
add-picture = Ou votre image
replace-picture = Remplacer votre image
choose-picture = Choisir une image
remove-picture = Retirer votre image
limits-picture = JPEG, PNG ou WebP, au moins 1000 px de large et 600 de haut, 8 Mo au plus.
picture-missing = Choisissez une image, ou l’un des arrière-plans
uploading = Envoi en cours…
upload-failed = L’envoi n’a pas abouti. Réessayez.

## Ce qui ne peut pas servir

refused-logo-heavy = Ce logo dépasse 2 Mo : enregistrez-le en plus petit
refused-picture-heavy = Cette image dépasse 8 Mo : enregistrez-la en plus petit
refused-logo-unknown = Ce fichier n’est pas un logo SVG, PNG, WebP ou JPEG
refused-image-unknown = Ce fichier n’est pas une image JPEG, PNG ou WebP
refused-image-gif = Un GIF ne convient pas, car il peut bouger : choisissez un PNG ou un JPEG
refused-image-animated = Cette image est animée : choisissez-en une qui ne bouge pas
refused-image-broken = Ce fichier est abîmé ou incomplet : exportez-le de nouveau
refused-image-pixels = Cette image a plus de 25 millions de pixels : réduisez-la
refused-image-small = Cette image est trop petite : il faut au moins 1000 px de large et 600 de haut
refused-image-narrow = Cette image est trop étroite : un côté est beaucoup plus long que l’autre
refused-image-blank = On ne voit rien sur cette image : elle est toute transparente
refused-image-laborious = Cette image est trop compliquée à ouvrir : exportez-la en PNG
refused-image-svg-text = Ce SVG contient du texte, et nous n’avons pas sa police : convertissez le texte en tracés, ou exportez le logo en PNG
refused-image-svg-picture = Ce SVG contient une autre image : exportez le logo en PNG
refused-image-svg-definitions = Ce SVG contient des définitions que nous ne lisons pas : exportez le logo en PNG

## Aperçu

preview = Aperçu
preview-explained = La page d’entrée de votre centre, sur un téléphone puis sur un ordinateur.
preview-phone = Aperçu sur un téléphone
preview-desktop = Aperçu sur un ordinateur
preview-returns = Centre de retours
preview-progress = Étape 1 sur 4
preview-parcel = Colis
preview-reason = Motif
preview-method = Mode
preview-send = Envoi
preview-title = Retrouvons votre colis
preview-lead = Deux renseignements suffisent. Aucun compte à créer.
preview-number = Numéro de repérage
preview-number-other = (numéro de suivi)
preview-number-hint = Il figure dans le courriel d’expédition. Les espaces ne comptent pas.
preview-postal-code = Code postal de livraison
preview-postal-code-hint = Celui de l’adresse où le colis a été livré.
preview-find = Trouver mon colis
preview-lost = Je ne trouve pas mon numéro
preview-yours = Votre retour
preview-policy = Politique de retour
preview-window = Délai
preview-days = { $days ->
    [one] 1 jour après la livraison
   *[other] { $days } jours après la livraison
}
preview-no-limit = Aucune date limite
preview-answer = Réponse de la boutique
preview-answer-days = { $days ->
    [one] D’ici 1 jour ouvrable
   *[other] D’ici { $days } jours ouvrables
}
preview-automatic = Automatique, selon la politique
preview-read-policy = Lire la politique de retour
preview-help = Où trouver le numéro
preview-help-text = Dans le courriel d’expédition de la boutique, ou sur l’avis de Postes Canada.
preview-digits = 16 chiffres
preview-letters = ou 13 caractères
preview-privacy = Vos renseignements servent à traiter ce retour. Une demande qui n’est pas envoyée est effacée après 24 heures.
preview-question = Une question?
preview-personal = Renseignements personnels
preview-contact = Joindre la boutique
