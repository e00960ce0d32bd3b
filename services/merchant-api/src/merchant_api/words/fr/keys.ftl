## Clés d’API

keys = Clés d’API
keys-explained = Un programme s’en sert pour agir en votre nom. Donnez à chacun sa clé, et seulement les droits qu’il lui faut.
keys-none = Aucune clé pour le moment. Créez-en une quand un programme doit parler à Renvoi.
keys-revoked = Clés révoquées
key-revoked-line = { $name }, { $beginning }, révoquée le { $at }
key-made-on = créée le { $at }
key-used-on = Dernière utilisation le { $at }
key-unused = Jamais utilisée
key-allows-all = Tous les droits

## Une nouvelle clé

key-new = Nouvelle clé
key-name = Nom
key-name-hint = Le programme qui s’en servira, par exemple « Synchronisation de l’entrepôt ».
key-name-missing = Donnez un nom à la clé
key-name-too-long = Choisissez un nom de 60 caractères au plus
key-name-taken = « { $name } » a déjà deux clés : révoquez l’ancienne, ou choisissez un autre nom
key-too-many = Vous avez 50 clés : révoquez celles qui ne servent plus
key-scopes = Ce que la clé permet
key-scopes-missing = Cochez au moins un droit
key-make = Créer la clé
key-making = Création en cours…
key-made-title = La clé « { $name } » est prête
key-made-once = Copiez-la maintenant : elle ne sera plus jamais montrée.
key-itself = Clé
key-made-how = À ranger avec les mots de passe de votre programme, jamais dans son code. Perdue? Révoquez-la et créez-en une autre.
copy = Copier
copied = Copiée
notice-cle-deja-faite = Cette clé est déjà créée, et elle n’est montrée qu’une fois. Si vous ne l’avez pas copiée, révoquez-la et créez-en une autre.

## Renouveler, révoquer

key-renew = Renouveler
key-revoke = Révoquer
key-revoke-title = Révoquer une clé « { $name } »?
key-revoke-explained = Le programme qui s’en sert sera refusé dès sa prochaine demande. Une clé révoquée ne revient pas.
key-revoke-it = Révoquer la clé
key-revoking = Révocation en cours…
key-keep = Garder la clé
key-warning-successor-unused = Cette clé sert encore : dernière utilisation le { $at }. Celle qui doit la remplacer n’a jamais servi.
key-warning-used-last = C’est la dernière de vos clés à avoir servi, le { $at } : un programme en dépend sans doute.
key-warning-used = Cette clé a servi le { $at }. Assurez-vous qu’aucun programme n’en dépend plus.
notice-cle-revoquee = La clé est révoquée. Elle n’ouvre plus rien.

## Droits

scope-shipments-read = Lire les envois
scope-shipments-write = Ajouter et modifier des envois
scope-returns-read = Lire les retours
scope-returns-decide = Décider des retours
scope-settings-read = Lire les paramètres
scope-settings-write = Modifier les paramètres
scope-explained-shipments-read = Numéros de suivi, destinataires et colis.
scope-explained-shipments-write = Ceux que vos clients pourront retourner.
scope-explained-returns-read = Avec le nom et le courriel des clients.
scope-explained-returns-decide = Estimer, approuver, refuser. Une étiquette utilisée vous est facturée.
scope-explained-settings-read = Centre de retours, avis et noms des clés.
scope-explained-settings-write = Aussi le transporteur et les clés d’API.
