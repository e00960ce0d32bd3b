## Partout

skip = Aller au contenu
about = Renvoi, centre de retours libre
other-language = English
other-tag = en-CA
error-title = Erreur : { "" }
sections = Sections
returns = Retours
to-do-words = à traiter
settings = Paramètres
errors-found = { $count ->
    [one] Une réponse est à revoir
   *[other] { $count } réponses sont à revoir
}
sign-out = Fermer la session
quoted = « { $text } »

## Erreurs

error-not-found = Cette page n’existe pas
hint-error-not-found = L’adresse est peut-être incomplète, ou le retour n’est pas à vous.
error-invalid = Cette demande n’est pas lisible
hint-error-invalid = Revenez à la page précédente et essayez de nouveau.
error-too-large = C’est trop gros
hint-error-too-large = Revenez à la page précédente et choisissez un fichier plus petit.
error-outage = Un instant
hint-error-outage = Nous ne pouvons pas répondre en ce moment. Rien n’est perdu; réessayez dans quelques secondes.
error-bug = Quelque chose a fait défaut
hint-error-bug = La faute est de notre côté. Réessayez; si cela persiste, dites-le à qui s’occupe de ce serveur.
to-queue = Voir les retours
error-owners-only = Cette page est réservée aux propriétaires
hint-error-owners-only = Demandez à une personne propriétaire du compte de faire ce changement.

## Provinces

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
