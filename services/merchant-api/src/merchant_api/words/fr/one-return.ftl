## Page d’un retour

back-to-returns = Retours
what-is-known = Ce que l’on sait du retour
own-page = Ouvrir sur sa page
other-returns = Autres retours du client
other-returns-all = Tous ses retours
other-return = { $state }, { $on }
state-requested = À décider
state-approved = Approuvé
state-in_transit = En transit
state-delivered = Livré
state-received = Reçu
state-failed = En échec
state-declined = Refusé
state-cancelled = Annulé
state-closed = Terminé
written-by = { $who }, { $at }
internal-notes = Notes internes
internal-notes-hint = Entre vous : le client ne les voit jamais.
internal-note = Note interne
internal-note-add = Ajouter une note
internal-note-save = Ajouter la note
internal-note-missing = Écrivez la note avant de l’ajouter
internal-note-too-long = Écrivez { $most } caractères au plus
notice-note-added = Note ajoutée.

## Conditions d’une étiquette

terms = Service, adresse et colis
terms-change = Changer
terms-service = Service
service-RP = Colis standard
service-EP = Colis accélérés
service-XP = Xpresspost
service-PC = Priorité
terms-address = Le colis revient à
terms-address-gone = Cette adresse n’existe plus : choisissez-en une autre
terms-parcel = Colis
terms-parcel-gone = Ce colis habituel n’existe plus : choisissez-en un autre
terms-own = Celui de l’envoi
terms-typed = Un autre
terms-weight = Poids en kg
terms-length = Longueur en cm
terms-width = Largeur en cm
terms-height = Hauteur en cm
terms-to = vers { $address }
price-of-today = Prix du jour : Postes Canada ne le garantit pas. Son supplément carburant change chaque semaine, et le colis est facturé au poids mesuré.
price-of-another-day = Prix du { $on } : il a pu changer depuis. Estimez de nouveau avant de décider.
no-price-advice = Vérifiez le poids, les dimensions et le service. Vous pouvez aussi décider sans prix.

## Refus

decline-reason = Raison interne
decline-reason-hint = Pour vos statistiques. Le client ne la voit pas.
decline-reason-choose = Choisissez
decline-reason-missing = Choisissez la raison interne
decline-reason-was = Raison interne : { $reason }
decline-reason-outside_policy = Hors de la politique de retour
decline-reason-final_sale = Vente finale
decline-reason-used_or_damaged = Porté ou abîmé par le client
decline-reason-duplicate = Demande en double
decline-reason-fraud_suspected = Fraude soupçonnée
decline-reason-other = Autre raison
decline-ready = Proposer un texte
ready-outside_policy = Votre demande ne répond pas aux conditions de notre politique de retour.
ready-final_sale = Cet article est une vente finale : il ne peut être ni repris ni échangé.
ready-used_or_damaged = L’article a été utilisé ou abîmé; nous ne pouvons donc pas le remettre en vente.
ready-duplicate = Nous avons déjà une demande de retour pour cet envoi, et nous y donnons suite.
ready-fraud_suspected = Nous ne pouvons pas donner suite à votre demande avec les renseignements que nous avons.
ready-other = Nous ne pouvons pas accepter ce retour.
mail-preview-fr = Le courriel du client, en français
mail-preview-en = Le courriel du client, en anglais
mail-preview-show = Voir le courriel

## Le courriel d’un refus, mot pour mot comme notifier l’écrit

mail-declined-subject = Réponse à votre demande de retour { $number }
mail-declined-title = La boutique ne peut pas accepter ce{ "\u00A0" }retour
mail-declined-lead = Voici la réponse de la boutique :
mail-declined-quote = « { $message } »
mail-declined-signed = { $store }, { $day }
mail-declined-person-title = Vous n’êtes pas d’accord?
mail-declined-person = Répondez à ce courriel ou écrivez à { $contact } : une personne de la boutique vous lira et pourra revoir la décision. Si l’article est défectueux, la garantie légale peut s’appliquer.

## Messages au client

letters = Messages au client
letters-hint-fr = Le client les lit par courriel ({ $email }) et sur sa page, en français. Il répond par courriel à la boutique.
letters-hint-en = Le client les lit par courriel ({ $email }) et sur sa page, en anglais. Il répond par courriel à la boutique.
letter-write = Écrire au client
letter-text = Votre message
letter-send = Envoyer au client
letter-sending = Envoi…
letter-missing = Écrivez le message avant de l’envoyer
letter-too-long = Écrivez { $most } caractères au plus
notice-letter-sent = Message envoyé : le client le reçoit par courriel.
template-store_message = message de la boutique
