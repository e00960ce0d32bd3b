# Ce que le marchand lit quand le transporteur n'a rien dit lui-même.

service-not-offered = Postes Canada n’offre pas le service { $service } pour ce colis.
refused-silently = Postes Canada a refusé sans dire pourquoi.
answer-lost = La réponse de Postes Canada n’est pas arrivée, ou n’était pas claire. Une étiquette portant la référence { $number } existe peut-être.
call-cut-off = Notre service s’est arrêté pendant qu’il demandait l’étiquette à Postes Canada. Une étiquette portant la référence { $number } existe peut-être.
file-lost = L’étiquette existe (numéro de repérage { $pin }), mais Postes Canada n’en a pas remis le fichier.
no-public-address = L’étiquette existe (numéro de repérage { $pin }), mais Postes Canada n’a pas donné l’adresse que le code QR doit ouvrir.
environment-missing = Le compte Postes Canada est réglé sur l’environnement d’essai, et cette installation n’en connaît pas l’adresse (CANADA_POST_TEST_URL). Choisissez la production, ou demandez à qui gère ce serveur de l’ajouter.
