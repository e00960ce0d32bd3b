# Le français vient d'abord. On tape des espaces ordinaires : le programme lie ce qui doit l'être.

language-name = Français
skip = Aller au contenu
returns-centre = Centre de retours
policy-link = Politique de retour
privacy-link = Renseignements personnels
contact-link = Joindre la boutique
write-store = Écrire à la boutique
error-prefix = Erreur :
your-return = Votre retour
optional = (facultatif)
continue = Continuer
saving = Un instant…
to-come = à venir

# Les quatre étapes
progress = Étape { $n } sur 4
step-parcel = Colis
step-reason = Motif
step-method = Mode
step-send = Envoi

# Étape 1 : le colis
parcel-title = Retrouvons votre colis
parcel-lead = Deux renseignements suffisent. Aucun compte à créer.
tracking-label = Numéro de repérage
tracking-other = (numéro de suivi)
tracking-hint = Il figure dans le courriel d’expédition. Les espaces ne comptent pas.
postal-label = Code postal de livraison
postal-hint = Celui de l’adresse où le colis a été livré.
find-parcel = Trouver mon colis
finding-parcel = Recherche en cours…
number-lost = Je ne trouve pas mon numéro
not-found-title = Nous ne trouvons pas d’envoi avec ces renseignements.
not-found-tip-postal = Vérifiez que le code postal est celui de la <strong>livraison</strong>, pas celui de la facturation.
not-found-tip-number = Copiez le numéro depuis le courriel d’expédition.
too-many-tries = { $minutes ->
    [one] Trop d’essais. Réessayez dans une minute.
   *[other] Trop d’essais. Réessayez dans { $minutes } minutes.
}
too-many-help = Votre colis est peut-être connu sous un autre numéro : la boutique peut vous aider.
window-label = Délai
window-days = { $days ->
    [one] 1 jour après la livraison
   *[other] { $days } jours après la livraison
}
window-none = Aucune date limite
answer-label = Réponse de la boutique
answer-days = { $days ->
    [one] D’ici 1 jour ouvrable
   *[other] D’ici { $days } jours ouvrables
}
answer-automatic = Automatique, selon la politique
read-policy = Lire la politique de retour
help-title = Où trouver le numéro
help-text = Dans le courriel d’expédition de la boutique, ou sur l’avis de Postes Canada.
help-digits = 16 chiffres
help-letters = ou 13 caractères
privacy-note = Vos renseignements servent à traiter ce retour. Une demande qui n’est pas envoyée est effacée après 24 heures.
privacy-question = Une question?

# Étape 2 : le motif
reasons-title = Pourquoi ce retour?
reasons-hint = Cochez tout ce qui s’applique.
comment-label = Un mot pour la boutique
comment-asked = Le motif coché demande quelques mots.
back-to-parcel = Revenir au colis
fact-parcel = Colis
fact-order = Commande
of-order = Commande { $number }
fact-delivered = Livré le
fact-destination = Livré à
place = { $city }{ "\u00A0" }({ $province ->
    [AB] Alb.
    [BC] C.-B.
    [MB] Man.
    [NB] N.-B.
    [NL] T.-N.-L.
    [NS] N.-É.
    [NT] T.N.-O.
    [NU] Nt
    [ON] Ont.
    [PE] Î.-P.-É.
    [QC] Qc
    [SK] Sask.
    [YT] Yn
   *[other] { $province }
})
fact-reasons = Motif
fact-method = Mode de retour
return-until = Retour possible jusqu’au <strong>{ $day }</strong>.

# Étape 3 : le mode
method-title = Comment voulez{ "\u2011" }vous le renvoyer?
method-qr_code = Code QR au bureau de poste
method-qr_code-text = Sans imprimante chez vous : le code ouvre l’étiquette, que le bureau de poste peut imprimer.
method-printed_label = Étiquette à imprimer
method-printed_label-text = Collez-la, puis déposez le colis dans une boîte aux lettres publique ou au bureau de poste.
back-to-reason = Revenir au motif

# Étape 4 : la vérification
check-title = Vérifiez, puis envoyez
change = Modifier
change-what = Modifier : { $what }
summary-comment = Votre mot
email-label = Courriel pour la réponse
email-hint-qr_code = La réponse et le code QR arriveront ici. Aucune publicité.
email-hint-printed_label = La réponse et l’étiquette arriveront ici. Aucune publicité.
submit = Soumettre la demande
submitting = Envoi en cours…
back-to-method = Revenir au mode
next-title = Et ensuite?
next-review = { $days ->
    [one] La boutique examine la demande. Comptez <strong>1{ "\u00A0" }jour ouvrable</strong>.
   *[other] La boutique examine la demande. Comptez <strong>{ $days }{ "\u00A0" }jours ouvrables</strong>.
}
next-automatic = La demande est approuvée automatiquement, selon la politique de la boutique.
next-mail-qr_code = Vous recevez un courriel avec votre code QR.
next-mail-printed_label = Vous recevez un courriel avec votre étiquette.
next-drop = Vous déposez le colis. La boutique le vérifie à son arrivée.
agree-before = En soumettant, vous acceptez la
agree-link = politique de retour
agree-after = Un accusé de réception n’est pas une approbation.

# Ce qui est à revoir
mistakes-title = { $count ->
    [one] Un renseignement est à revoir
    [2] Deux renseignements sont à revoir
   *[other] { $count } renseignements sont à revoir
}
error-tracking-missing = Inscrivez le numéro de repérage.
error-tracking-wrong = Le numéro de repérage compte 16 chiffres, ou 13 caractères comme LX 123 456 789 CA.
error-postal-missing = Inscrivez le code postal de livraison.
error-postal-wrong = Le code postal doit compter six caractères, comme H2X 1Y4.
error-reasons-missing = Cochez au moins un motif.
error-comment-missing = Dites en quelques mots pourquoi : un des motifs cochés le demande.
error-comment-long = Votre mot dépasse 1000 caractères : raccourcissez-le un peu.
error-method-missing = Choisissez un mode de retour.
error-email-missing = Inscrivez votre courriel.
error-email-wrong = Le courriel doit ressembler à nom@exemple.ca.

# Ce qui est déjà ainsi
already-title = Une demande existe déjà
already-sentence = Ce colis fait l’objet de la demande <strong class="code nowrap">{ $number }</strong>.
already-link = Le lien pour la suivre est dans le courriel que vous avez reçu en l’envoyant.
already-lost = Courriel introuvable? La boutique peut vous le renvoyer.
closed-title = Les retours en{ "\u00A0" }ligne sont en pause
closed-sentence = { $store } n’accepte pas de demandes en{ "\u00A0" }ligne pour l’instant.
closed-standing = Un retour déjà commencé suit son cours : son lien est dans votre courriel.
closed-draft = Rien de ce que vous avez écrit n’est perdu : votre demande reste à cette adresse jusqu’au { $until }. Revenez la soumettre si la boutique rouvre d’ici là.
closed-back = Revenir à ma demande
late-title = Le délai de retour est passé
late-sentence = Le délai de retour a pris fin le { $day }.
late-defect = Si l’article est défectueux, la garantie légale peut s’appliquer : écrivez à la boutique.
gone-title = Cette demande a expiré
gone-sentence = Une demande qui n’est pas envoyée est effacée après 24 heures. Rien n’a été transmis à la boutique.
start-again = Recommencer
problem-centre-not-found = Aucun centre de retours n’existe à cette adresse.
problem-centre-closed = Ce commerce n’accepte pas de demandes en{ "\u00A0" }ligne pour l’instant.
problem-parcel-not-found = Nous ne trouvons pas d’envoi avec ces renseignements.
problem-draft-not-found = Cette demande a expiré. Recommencez la recherche du colis.
problem-return-not-found = Ce lien n’ouvre aucun retour.
problem-too-late = Ce retour ne peut plus être annulé.

# Ce qui ne va pas
trouble-404-title = Cette page n’existe pas
trouble-404-text = L’adresse est peut-être incomplète. Reprenez le lien du courriel, ou celui du site de la boutique.
trouble-500-title = Quelque chose s’est brisé de notre côté
trouble-500-text = Nous en sommes avisés. Rien n’est perdu : réessayez dans quelques minutes.
trouble-503-title = Un instant, s’il vous plaît
trouble-503-text = Le service reprend dans un moment. Rechargez la page : ce que vous avez enregistré est gardé.
trouble-other-title = Cette demande n’a pas été comprise
trouble-other-text = Revenez à la page précédente, puis réessayez.

# Où en est le retour
state-received = En attente
state-approved = Demande approuvée
state-delayed = Demande approuvée
state-ready = Demande approuvée
state-expired = Étiquette expirée
state-declined = Demande refusée
state-in_transit = En transit
state-out_for_delivery = En livraison
state-delivered = Livré
state-exception = Imprévu
state-returning = Le colis vous revient
state-at_store = Reçu
state-closed = Retour terminé
state-cancelled = Retour annulé
state-voided = Étiquette annulée
received-title = Demande reçue
received-text = La boutique répond d’ici <strong>le { $day }</strong>.
received-automatic = La réponse arrive dans un instant : elle suit la politique de la boutique.
received-mail = La réponse arrivera à { $email }.
approved-title-qr_code = Nous préparons votre code QR
approved-title-printed_label = Nous préparons votre étiquette
approved-text = La boutique a accepté votre demande. Cette page se met à jour d’elle-même, et un courriel suivra.
delayed-title = La préparation prend plus de temps
delayed-text-qr_code = La boutique a accepté votre demande. Vous n’avez rien à faire : votre code QR arrivera par courriel.
delayed-text-printed_label = La boutique a accepté votre demande. Vous n’avez rien à faire : votre étiquette arrivera par courriel.
ready-code-title = Présentez ce code au bureau de poste
ready-code-label = Ce code ouvre votre étiquette. Ce n’est pas un code de Postes Canada : si le comptoir ne peut pas l’imprimer, imprimez-la vous-même.
ready-code-counter = Le personnel imprime l’étiquette à partir de ce code.
ready-label-title = Imprimez l’étiquette et collez-la
ready-label-text = Elle est payée par la boutique.
use-by = À utiliser au plus tard <strong>le { $day }</strong>.
expired-title-qr_code = Ce code a expiré
expired-title-printed_label = Cette étiquette a expiré
expired-text = La date limite était <strong>le { $day }</strong>. Écrivez à la boutique pour obtenir une nouvelle étiquette.
qr-alt = Code QR du retour { $number }
return-number = Numéro de retour
code-step-pack = Emballez l’article. La boîte d’origine convient.
code-step-show = Au comptoir, montrez ce code, à l’écran ou imprimé.
code-step-receipt = Gardez le reçu : il prouve votre dépôt.
label-step-print = Imprimez l’étiquette à 100 %, sans la réduire.
label-step-stick = Collez-la à plat sur le dessus. Cachez l’ancienne étiquette.
label-step-drop = Déposez le colis dans une boîte aux lettres publique ou au bureau de poste, et gardez le reçu.
save-code = Enregistrer le code
save-code-svg = Code en format SVG
save-label = Télécharger l’étiquette
save-label-pdf = Étiquette (PDF)
print = Imprimer
no-printer-title = Pas d’imprimante?
no-printer-text = Présentez le code QR au bureau de poste : il ouvre la même étiquette.
no-printer-counter = Présentez le code QR au bureau de poste : le personnel imprime l’étiquette.
declined-title = La boutique ne peut pas accepter ce retour
declined-by = { $store }, le { $day }
quote-open = «{ "\u00A0" }
quote-close = { "\u00A0" }»
disagree-title = Vous n’êtes pas d’accord?
disagree-text = Écrivez à la boutique, en citant le numéro { $number }. Si l’article est défectueux, la garantie légale peut s’appliquer.
letters-title = La boutique vous a écrit
letter-by = { $store }, { $day }
letters-answer = Pour répondre, écrivez à
moving-title-in_transit = Votre colis rentre chez { $store }
moving-text-in_transit = Vous n’avez plus rien à faire. La boutique vérifie le colis à son arrivée.
moving-title-out_for_delivery = Votre colis est en livraison
moving-text-out_for_delivery = Il arrive chez { $store } aujourd’hui, si tout va bien.
delivered-title = Votre colis est arrivé
delivered-text = Livré le <strong>{ $day }</strong>. { $store } le vérifie maintenant.
at-store-title = Votre colis est reçu
at-store-text = { $store } l’a reçu le <strong>{ $day }</strong> et le vérifie.
closed-return-title = Votre retour est terminé
closed-return-text = { $store } a terminé le traitement de votre retour. Une question sur la suite? Écrivez à la boutique.
cancelled-title-customer = Vous avez annulé ce retour
cancelled-title-merchant = La boutique a annulé ce retour
cancelled-text = Annulé le { $day }. N’envoyez pas de colis : un code ou une étiquette de ce retour ne compte plus.
ask-anew = Faire une nouvelle demande
voided-title-qr_code = Ce code ne compte plus
voided-title-printed_label = Cette étiquette ne compte plus
voided-text = La boutique l’a annulé. Ne vous en servez pas : attendez un autre courriel, ou écrivez à la boutique.
cancel-link = Annuler mon retour
cancel-title = Annuler ce retour?
cancel-text = Le retour { $number } sera annulé, et la boutique en sera avisée. Vous pourrez faire une nouvelle demande tant que le délai le permet.
cancel-label-qr_code = Votre code ne comptera plus.
cancel-label-printed_label = Votre étiquette ne comptera plus.
cancel-do = Annuler le retour
cancel-keep = Garder le retour
exception-title = Un imprévu retarde votre colis
exception-text = Le transporteur l’a signalé le <strong>{ $day }</strong>. Le plus souvent, le colis reprend sa route de lui-même.
exception-said = Dans les mots du transporteur
returning-title = Le transporteur vous renvoie le colis
returning-text = Il n’a pas pu être livré à la boutique. Écrivez-lui : elle vous dira quoi faire.
timeline-title = Suivi du retour
happened-requested = Demande envoyée
happened-approved = Demande approuvée
happened-declined = Demande refusée
happened-label_ready = Étiquette prête
ahead-renewal = Nouvelle étiquette
happened-accepted = Colis déposé
happened-in_transit = En route
happened-out_for_delivery = En livraison
happened-delivered = Livré à la boutique
happened-exception = Imprévu signalé
happened-returning = Renvoyé vers vous
happened-message = La boutique vous a écrit
happened-received = Reçu par la boutique
happened-closed = Retour terminé
happened-cancelled = Retour annulé
happened-label_voided = Étiquette annulée
ahead-review = Examen par la boutique
ahead-label-qr_code = Code QR par courriel
ahead-label-printed_label = Étiquette par courriel
ahead-drop_off = Dépôt du colis
ahead-arrival = Arrivée à la boutique
ahead-check = Vérification par la boutique
note-review = Réponse d’ici le { $day }
note-approved = En préparation
note-delayed = Plus long que prévu
note-drop-off = Au plus tard le { $day }
fact-pin = Repérage du retour
fact-address = Adresse de retour
status-note = Cette page se met à jour. Son lien est dans votre courriel.
status-note-over = Le lien de cette page est dans votre courriel.
postmark-received = REÇUE
postmark-approved = APPROUVÉE
postmark-moving = EN ROUTE
postmark-delivered = LIVRÉ
postmark-closed = TERMINÉ
postmark-foot = RETOUR

# Politique et renseignements personnels
policy-title = Politique de retour
policy-frozen = Telle qu’elle était quand vous avez envoyé votre demande, le { $day }.
privacy-title = Vos renseignements personnels
privacy-lead = Ce que la boutique demande, pourquoi, et à qui s’adresser.
privacy-who-title = Qui les recueille
privacy-what-title = Ce qui est demandé
privacy-what = Le numéro de repérage et le code postal, pour retrouver le colis. Un ou plusieurs motifs, un mot si vous le voulez, et votre courriel, pour répondre à la demande.
privacy-share-title = Qui les reçoit
privacy-share = La boutique. Postes Canada reçoit le nom et l’adresse de livraison pour faire l’étiquette. Personne d’autre : cette page ne contient ni publicité ni mesure d’audience.
privacy-keep-title = Combien de temps
privacy-keep = Une demande qui n’est pas envoyée est effacée après 24 heures. Une demande envoyée est gardée par la boutique pour traiter le retour.
privacy-rights-title = Vos droits
privacy-rights = Vous pouvez demander à consulter, à corriger ou à faire effacer vos renseignements :
