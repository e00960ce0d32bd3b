## Ouvrir une session

sign-in-title = Ouvrir une session
email = Courriel
password = Mot de passe
sign-in = Ouvrir la session
signing-in = Vérification en cours…
sign-in-refused = Courriel ou mot de passe inexact.
hint-sign-in-refused = Vérifiez les deux, puis essayez de nouveau.
too-many-tries = Trop d’essais.
hint-too-many-tries = Réessayez dans 5 minutes.
sign-in-busy = Beaucoup de monde à la fois.
hint-sign-in-busy = Réessayez dans quelques secondes.
session-closed = Votre session est fermée.
session-ended = Votre session a pris fin. Ouvrez-la de nouveau pour continuer.
password-forgotten = Mot de passe oublié?
password-set = Votre mot de passe est changé. Ouvrez une session avec le nouveau.
to-sign-in = Ouvrir une session

## Mot de passe oublié

forgotten-title = Mot de passe oublié
forgotten-lead = Écrivez le courriel avec lequel vous ouvrez vos sessions. Vous y recevrez un lien pour choisir un autre mot de passe.
send-link = Recevoir un lien
sending = Envoi en cours…
recovery-too-often = Vous avez demandé plusieurs liens. Lisez le dernier, ou réessayez dans 15 minutes
sent-title = Regardez votre boîte de réception
sent-lead = Si { $email } ouvre des sessions ici, un lien y est en route. Il sert une fois, pendant une heure.
sent-nothing = Rien reçu après quelques minutes? Regardez parmi les indésirables et vérifiez l’adresse. Un propriétaire du compte peut aussi vous inviter.
new-password-title = Choisir un mot de passe
new-password-lead = Pour { $email }. Toutes vos sessions ouvertes seront fermées.

## Les mots de passe

new-password = Nouveau mot de passe
password-to-be = Mot de passe
new-password-hint = { $least } caractères ou plus. Une petite phrase fait l’affaire.
new-password-short = Choisissez un mot de passe de { $least } caractères ou plus
new-password-long = Choisissez un mot de passe de { $most } caractères au plus
new-password-weak = Choisissez un mot de passe plus difficile à deviner
password-busy = Beaucoup de monde à la fois : réessayez dans quelques secondes
password-show = Afficher le mot de passe
save-password = Enregistrer le mot de passe
email-malformed = Vérifiez le courriel : il s’écrit comme nom@exemple.ca

## Les liens

dead-reset = Ce lien ne sert plus
hint-dead-reset = Un lien sert une seule fois, pendant une heure, et seul le dernier envoyé fonctionne.
ask-another-link = Demander un autre lien
dead-invitation = Cette invitation ne sert plus
hint-dead-invitation = Elle a été acceptée, annulée ou remplacée par une plus récente. Si vous en attendez une, demandez à la boutique de vous l’envoyer de nouveau.
taken-invitation = Cette adresse ouvre déjà des sessions ici
hint-taken-invitation = Une adresse sert à une seule boutique. Ouvrez une session, ou demandez une invitation à une autre adresse.
invitation-title = Rejoignez { $store }
invitation-lead-agent = Vous y déciderez des demandes de retour. Choisissez un mot de passe, et vous y êtes.
invitation-lead-owner = Vous pourrez y changer tous les paramètres. Choisissez un mot de passe, et vous y êtes.
invitation-email = Vous ouvrirez vos sessions avec
accept-invitation = Accepter l’invitation
entering = Ouverture en cours…
