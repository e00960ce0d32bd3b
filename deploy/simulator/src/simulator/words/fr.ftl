language-name = Français
product = Simulateur du transporteur
simulation = SIMULATION
title = Étiquettes vendues
title-tab = Étiquettes vendues – simulateur
skip = Aller au contenu
lead = Rien ici n’est réel : aucun envoi, aucun coût. Les étiquettes ne sont pas acceptées au bureau de poste.
how = Scannez un colis pour le faire avancer, comme le ferait Postes Canada.
none = Aucune étiquette vendue pour l’instant. Approuvez un retour dans la console : elle paraîtra ici.
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
