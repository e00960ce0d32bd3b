language-name = Français
product = Simulateur du transporteur
simulation = SIMULATION
title = Étiquettes vendues
title-tab = Étiquettes vendues – simulateur
skip = Aller au contenu
lead = Rien ici n’est réel : aucun envoi, aucun coût. Les étiquettes ne sont pas acceptées au bureau de poste.
how = Scannez un colis pour le faire avancer, comme le ferait Postes Canada.
none = Aucune étiquette vendue pour l’instant. Approuvez un retour dans la console : elle paraîtra ici.
total = { $number ->
    [0] Aucune étiquette
    [one] 1 étiquette
   *[other] { $number } étiquettes
}
list = Étiquettes, la plus récente d’abord
reference = Référence
no-reference = Sans référence
sold-at = { DATETIME($at, dateStyle: "long", timeStyle: "short") }
label = Voir l’étiquette
label-of = de { $pin }
older = Étiquettes plus anciennes
newest = Étiquettes les plus récentes
stage-info = Étiquette créée
stage-accepted = Accepté
stage-in_transit = En transit
stage-out_for_delivery = En livraison
stage-delivered = Livré
scan-accepted = Accepter au bureau de poste
scan-in_transit = Mettre en transit
scan-out_for_delivery = Mettre en livraison
scan-delivered = Livrer

## What the carrier says to a refused request, by its code

refusal-E002 = AAA Échec de l’authentification
refusal-AA002 = La clé est celle de l’autre environnement
refusal-AA003 = La clé n’est pas celle de ce client
refusal-AA004 = La clé ne permet pas d’expédier au nom de ce client
refusal-Server = Rejected by SLM Monitor
refusal-004 = Aucun historique pour ce NIP
refusal-1157 = La province n’est pas valide
refusal-1159 = Le code postal n’est pas valide
refusal-1622 = La date de dépôt est passée
refusal-1653 = Les comptes de petite entreprise ne donnent pas accès aux services de retour
refusal-1702 = La convention n’est pas celle de ce client
refusal-2500 = Ce client n’est pas celui de la clé
refusal-9111 = Aucun service pour ce colis
refusal-9113 = Il faut un numéro de client
refusal-9114 = Un prix au comptoir n’admet pas de numéro de client
refusal-9120 = Ce service ne sert pas aux retours
refusal-9191 = Le ZPL n’existe qu’en 4x6
refusal-9192 = Le format 3x5 est retiré
refusal-9208 = Une étiquette publique est en PDF 8.5x11
refusal-10028 = Le code de service est inconnu
refusal-other = Demande refusée

## What a price is made of

charge-AUTDISC = Rabais d’automatisation
charge-FUELSC = Supplément pour carburant
charge-DC = Confirmation de livraison
charge-SO = Signature

## Tracking events

event-3002 = Étiquette de retour créée
event-1303 = Envoi retour accepté au bureau de poste
event-0100 = Article traité
event-0174 = Article sorti pour livraison
event-1496 = Article livré
event-0020 = Signature disponible

## The label

label-not-accepted = non accepté au bureau de poste
label-banner = SIMULATION – non accepté au bureau de poste
label-worthless = Étiquette fictive, sans valeur d’affranchissement.
label-return = Retour
label-cut = DÉCOUPER ICI
label-steps = Préparer le retour
label-step-1 = Emballez l’article dans une boîte solide et fermez-la bien.
label-step-2 = Découpez l’étiquette et collez-la à plat sur le plus grand côté.
label-step-3 = Couvrez ou retirez les anciennes étiquettes.
label-step-4 = Conservez cette partie : elle porte votre numéro de repérage.
label-receipt = Reçu
label-pin = NIP
label-service = Service
label-created-on = Créée le
