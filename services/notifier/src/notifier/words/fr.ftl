## Partout

foot-why = Vous recevez ce message parce que vous avez demandé un retour à { $store }.
read-other = Read in English
labelled = { $what } :
return-number = Numéro de retour
city-line = { $city }{ "\u00A0" }({ $province }){ "\u00A0" }{ $postal_code }
follow = Suivre mon retour
see-request = Voir ma demande
tracking-number = Numéro de repérage
parcel-goes-to = Le colis revient à : { $address }

method-qr_code = Code QR au bureau de poste
method-printed_label = Étiquette à imprimer

province-AB = Alb.
province-BC = C.-B.
province-MB = Man.
province-NB = N.-B.
province-NL = T.-N.-L.
province-NS = N.-É.
province-NT = T.N.-O.
province-NU = Nun.
province-ON = Ont.
province-PE = Î.-P.-É.
province-QC = Qc
province-SK = Sask.
province-YT = Yn

## Demande reçue

request-received-subject = Demande de retour reçue : { $number }
request-received-preview = { $store } vous répond d’ici { $days ->
    [one] un jour ouvrable
   *[other] { $days }{ "\u00A0" }jours ouvrables
}.
request-received-title = Votre demande est reçue
request-received-answer = { $store } vous répond d’ici { $days ->
    [one] un jour ouvrable
   *[other] { $days }{ "\u00A0" }jours ouvrables
}. La suite viendra par courriel.
request-received-wait = Reçue ne veut pas encore dire acceptée : attendez la réponse avant d’expédier le colis.
request-received-reasons = { $count ->
    [one] Motif
   *[other] Motifs
}
request-received-method = Mode de retour

## Demande refusée

request-declined-subject = Réponse à votre demande de retour { $number }
request-declined-preview = { $store } ne peut pas reprendre cet envoi. Voici pourquoi.
request-declined-title = La boutique ne peut pas accepter ce{ "\u00A0" }retour
request-declined-lead = Voici la réponse de la boutique :
request-declined-quote = « { $message } »
request-declined-signed = { $store }, { $day }
request-declined-person-title = Vous n’êtes pas d’accord?
request-declined-person = Répondez à ce courriel ou écrivez à { $contact } : une personne de la boutique vous lira et pourra revoir la décision. Si l’article est défectueux, la garantie légale peut s’appliquer.

## Étiquette prête

label-ready-subject-qr_code = Votre code QR de retour : { $number }
label-ready-subject-printed_label = Votre étiquette de retour : { $number }
label-ready-preview-qr_code = Présentez ce code au bureau de poste.
label-ready-preview-qr_code-by = Présentez ce code au bureau de poste au plus tard le { $day }.
label-ready-preview-printed_label = Imprimez votre étiquette et déposez le colis.
label-ready-preview-printed_label-by = Imprimez votre étiquette et déposez le colis au plus tard le { $day }.
label-ready-title-qr_code = Présentez ce code au{ "\u00A0" }bureau{ "\u00A0" }de{ "\u00A0" }poste
label-ready-title-printed_label = Imprimez votre étiquette de retour
label-ready-approved = Votre demande est approuvée.
label-ready-use-by-qr_code = Utilisez ce code au plus tard le { $day }.
label-ready-use-by-printed_label = Utilisez cette étiquette au plus tard le { $day }.
label-ready-replaces-qr_code = Ce code remplace le précédent, qui ne compte plus.
label-ready-replaces-printed_label = Cette étiquette remplace la précédente, qui ne compte plus.
label-ready-opens-label = Ce code ouvre votre étiquette. Ce n’est pas un code de Postes Canada : si le comptoir ne peut pas l’imprimer, imprimez-la vous-même.
label-ready-opens-counter = Aucune imprimante n’est nécessaire.
label-ready-code-alt = Code QR de retour. Sans image, ouvrez la page de votre retour : le code y est aussi.
label-ready-code-text = Le code QR est joint à ce courriel. Il est aussi sur la page de votre retour :
label-ready-download = Télécharger l’étiquette
label-ready-step-1-qr_code = Emballez l’article. La boîte d’origine convient.
label-ready-step-2-qr_code = Au comptoir, montrez ce code, à l’écran ou imprimé.
label-ready-step-3-qr_code = Gardez le reçu : il prouve votre dépôt.
label-ready-step-1-printed_label = Emballez l’article. La boîte d’origine convient.
label-ready-step-2-printed_label = Imprimez l’étiquette à sa taille réelle et collez-la à plat sur la boîte.
label-ready-step-3-printed_label = Déposez le colis au bureau de poste ou dans une boîte aux lettres. Au comptoir, demandez un reçu : il prouve votre dépôt.

## Étiquette annulée

label-voided-subject = N’utilisez plus votre étiquette de retour : { $number }
label-voided-preview = { $store } a annulé l’étiquette de votre retour.
label-voided-title = Votre étiquette ne compte plus
label-voided-text = { $store } a annulé l’étiquette de votre retour le { $day }. N’utilisez plus le code ni l’étiquette que vous avez reçus.
label-voided-question = Une question? Répondez à ce courriel ou écrivez à { $contact }.

## Retour annulé

request-cancelled-subject = Votre retour est annulé : { $number }
request-cancelled-preview = Vous avez annulé votre retour à { $store }.
request-cancelled-title = Votre retour est annulé
request-cancelled-text = Vous l’avez annulé le { $day }, et { $store } en est avisée. Un code ou une étiquette de ce retour ne compte plus.
request-cancelled-question = Vous avez changé d’avis? Faites une nouvelle demande, ou écrivez à { $contact }.

return-cancelled-subject = Votre retour est annulé : { $number }
return-cancelled-preview = { $store } a annulé votre retour.
return-cancelled-title = La boutique a annulé votre retour
return-cancelled-text = { $store } l’a annulé le { $day }. N’envoyez pas de colis : un code ou une étiquette de ce retour ne compte plus.
return-cancelled-question = Une question? Répondez à ce courriel ou écrivez à { $contact } : une personne de la boutique vous lira.

## Colis reçu

return-received-subject = Nous avons reçu votre colis : { $number }
return-received-preview = { $store } vérifie votre colis.
return-received-title = Votre colis est reçu
return-received-text = { $store } l’a reçu le { $day } et le vérifie. Vous n’avez rien à faire.
return-received-question = Une question? Répondez à ce courriel ou écrivez à { $contact }.

## Retour terminé

return-closed-subject = Votre retour est terminé : { $number }
return-closed-preview = { $store } a terminé le traitement de votre retour.
return-closed-title = Votre retour est terminé
return-closed-text = { $store } a terminé le traitement de votre retour le { $day }.
return-closed-question = Une question sur la suite? Répondez à ce courriel ou écrivez à { $contact } : une personne de la boutique vous lira.

## Message de la boutique

store-message-subject = { $store } vous écrit : retour { $number }
store-message-preview = { $store } vous a laissé un message au sujet de votre retour.
store-message-title = { $store } vous a écrit
store-message-quote = « { $message } »
store-message-signed = { $store }, { $day }
store-message-answer = Pour répondre, répondez à ce courriel ou écrivez à { $contact }.

## Aux gens du commerce

foot-why-person = Vous recevez ce message parce que vous travaillez dans Renvoi pour { $store }.

person-invited-subject = { $store } vous invite dans son centre de retours
person-invited-preview = Choisissez un mot de passe, et c’est tout.
person-invited-title = Rejoignez { $store }
person-invited-lead = { $store } vous invite dans Renvoi, où se traitent ses retours.
person-invited-by = { $by } vous invite dans Renvoi, où { $store } traite ses retours.
person-invited-role-agent = Vous y déciderez des demandes de retour. Il ne reste qu’à choisir un mot de passe.
person-invited-role-owner = Vous pourrez y changer tous les paramètres. Il ne reste qu’à choisir un mot de passe.
person-invited-button = Accepter l’invitation
person-invited-until = Le lien sert une fois, jusqu’au { $until }.
person-invited-ignore = Vous n’attendiez pas cette invitation? Ne faites rien.
person-invited-why = Vous recevez ce message parce que la boutique { $store } a inscrit cette adresse dans son centre de retours.

password-reset-subject = Un nouveau mot de passe pour Renvoi
password-reset-preview = Le lien sert une fois, dans l’heure qui suit votre demande.
password-reset-title = Choisissez un nouveau mot de passe
password-reset-lead = Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour entrer dans Renvoi ({ $store }).
password-reset-button = Choisir un mot de passe
password-reset-until = Le lien sert une fois, dans l’heure qui suit votre demande.
password-reset-ignore = Vous n’avez rien demandé? Ne faites rien : votre mot de passe reste le même.

password-changed-subject = Votre mot de passe a été changé
password-changed-preview = Si ce n’était pas vous, choisissez-en un autre tout de suite.
password-changed-title = Votre mot de passe a été changé
password-changed-lead = Votre mot de passe pour Renvoi ({ $store }) a été changé le { $at }.
password-changed-sessions = Les sessions ouvertes ailleurs sont fermées.
password-changed-not-you = Ce n’était pas vous?
password-changed-then = Choisissez tout de suite un autre mot de passe, et celui de votre courriel s’il est le même.
password-changed-button = Choisir un autre mot de passe

## Avis aux gens du commerce

staff-why = Vous recevez ce message parce que la boutique { $store } a inscrit cette adresse dans les avis de son centre de retours.
staff-button = Ouvrir le retour
staff-said = Postes Canada dit : « { $text } »
staff-subject-new_request = Nouvelle demande de retour : { $number }
staff-subject-label_problem = Étiquette à vérifier : { $number }
staff-subject-parcel_delivered = Colis livré : { $number }
staff-subject-mail_failed = Client non joint : { $number }
staff-title-new_request = Une demande de retour
staff-title-label_problem = Une étiquette à vérifier
staff-title-parcel_delivered = Un colis à recevoir
staff-title-mail_failed = Un courriel non remis
staff-lead-new_request-manual = { $name } demande un retour et attend votre réponse.
staff-lead-new_request-automatic = { $name } demande un retour. Votre règle d’approbation s’en occupe.
staff-lead-label_problem-refused = L’étiquette du retour de { $name } n’a pas été faite. Rien n’a été acheté.
staff-lead-label_problem-unknown = On ne sait pas si l’étiquette du retour de { $name } existe. Elle ne sera pas achetée de nouveau sans vous.
staff-lead-parcel_delivered = Le colis de { $name } est livré. Vérifiez-le, puis marquez-le reçu.
staff-lead-mail_failed-refused = Un courriel à { $name } n’a pas été accepté. Joignez cette personne par un autre moyen.
staff-lead-mail_failed-unknown = Un courriel à { $name } est peut-être parti, peut-être non. Il ne sera pas renvoyé de lui-même.
