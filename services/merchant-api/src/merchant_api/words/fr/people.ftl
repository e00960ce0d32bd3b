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
