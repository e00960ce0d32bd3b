## Retour ouvert

request = Demande
received-on = Reçue le { $at }
method-qr_code = Code QR au bureau de poste
method-printed_label = Étiquette à imprimer
shipment = Envoi
delivered-on = Livré le { $day }
window-inside = Dans le délai
window-outside = Hors délai
window-day = { $day ->
    [0] Le jour de la livraison
   *[other] Jour { $day } sur { $days }
}
customer = Client
language-fr = En français
language-en = En anglais
city-line = { $city }{ "\u00A0" }({ $province }){ "\u00A0" }{ $postal_code }
place = { $city }{ "\u00A0" }({ $province })
reasons = Motifs
history = Historique
decision = Décision
decision-of = Décision sur { $number }
decided-by = Par { $who }, { $at }
actor-key = la clé d’accès « { $key } »
actor-rule = la règle, version { $version }
unreached-refused = Le courriel « { $told } » n’a pas été accepté à l’adresse { $email } ({ $reason }). Écrivez au client par un autre moyen.
unreached-unknown = Le courriel « { $told } » à { $email } est peut-être parti, peut-être non. Il ne sera pas renvoyé de lui-même.
template-request_received = demande reçue
template-request_declined = demande refusée
template-label_ready = étiquette prête
template-other = message

history-requested = Demande reçue
history-approved = Approuvé par { $who }
history-declined = Refusé par { $who }
history-cost_estimated = Coût estimé : { $amount }
history-estimate_failed = Prix non obtenu
history-label_created = Étiquette prête, { $pin }
history-label_refused = Étiquette refusée par Postes Canada
history-label_unknown = Achat de l’étiquette incertain
history-message_sent = Courriel envoyé : { $told }
history-message_refused = Courriel refusé : { $told }
history-message_unknown = Courriel incertain : { $told }

## Coût

cost = Coût d’expédition
cost-estimated = Coût d’expédition estimé
estimate = Estimer le coût d’expédition
estimate-again = Estimer de nouveau
asking = Demande en cours…
asking-carrier = Postes Canada calcule le prix…
carrier-slow = Postes Canada tarde à répondre. Le prix paraîtra ici dès qu’il est connu; vous pouvez décider sans lui.
no-price = Postes Canada n’a pas donné de prix
price-caption = Prix estimé par Postes Canada
total = Total
tax-gst = TPS
tax-pst = TVP
tax-qst = TVQ
tax-hst = TVH
tax-with-rate = { $tax } ({ $rate } %)
asked-of-carrier = Postes Canada, { $at }
size = { $sides }{ "\u00A0" }cm
route = de { $origin } à { $destination }

## Décider

approve = Approuver
approving = Approbation en cours…
decline = Refuser
decline-return = Refuser le retour
declining = Refus en cours…
decline-title = Refuser { $number }
decline-explained-fr = Le client reçoit votre message tel quel, par courriel. Écrivez-lui en français : c’est la langue de sa demande.
decline-explained-en = Le client reçoit votre message tel quel, par courriel. Écrivez-lui en anglais : c’est la langue de sa demande.
message-to-customer = Message au client
message-missing = Écrivez au client pourquoi vous refusez
message-too-long = Écrivez 2 000 caractères au plus
keep-request = Garder la demande
no-shipment-title = L’envoi n’est pas connu
no-shipment = Sans lui, il n’y a ni adresse ni poids : enregistrez d’abord l’envoi, ou refusez la demande.
flash-approved = { $number } est approuvé. L’étiquette se prépare, et le client la recevra par courriel.
flash-declined = { $number } est refusé. Le client reçoit votre message par courriel.
flash-already-approved = { $number } était déjà approuvé : par { $who }, { $at }. Rien n’a changé.
flash-already-declined = { $number } était déjà refusé : par { $who }, { $at }. Rien n’a changé.
flash-no-shipment = L’envoi de { $number } n’est pas connu : enregistrez-le d’abord.
flash-no-parcel = Le poids de ce colis n’est pas connu. Ajoutez-le à l’envoi, ou enregistrez un colis habituel dans les paramètres.
flash-next = { $count ->
    [one] Un autre à traiter
   *[other] { $count } autres à traiter
}

## Étiquette et colis

label = Étiquette
label-slow = La préparation prend plus de temps. Rien à faire de votre côté : nous réessayons.
pin = Numéro de repérage
use-by = À utiliser avant le
way-home = Chemin du colis
label-refused-title = Postes Canada a refusé l’étiquette
code = Code { $codes }
what-to-do = Que faire
label-refused-advice = Corrigez ce que Postes Canada reproche, puis faites une nouvelle étiquette. Rien n’a été acheté.
label-unknown-told = Nous n’avons pas eu de réponse claire de Postes Canada. Une étiquette portant la référence { $number } existe peut-être.
label-unknown-title = L’étiquette existe peut-être
label-unknown-step-1 = Cherchez la référence { $number } dans votre compte Postes Canada.
label-unknown-step-2 = Si l’étiquette y est, envoyez-la à { $email }.
label-unknown-step-3 = Sinon, faites une nouvelle étiquette ici : l’ancienne ne compte plus, et ne coûte rien si elle ne sert pas.
label-unknown-promise = Rien ne sera acheté de nouveau sans vous.
