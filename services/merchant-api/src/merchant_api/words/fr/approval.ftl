## Approbation

subject-approval = Approbation
who-decides = Qui décide?
approval-manual = Approbation requise
approval-manual-text = Vous examinez chaque demande. Le client reçoit son étiquette quand vous approuvez.
approval-automatic = Approbation automatique
approval-automatic-text = Toute demande dans le délai est approuvée aussitôt. L’étiquette vous est facturée à la livraison du colis.
approval-missing = Choisissez qui décide
window-days = Délai de retour
window-days-optional = (facultatif)
window-days-hint = En jours, à partir de la livraison. Vide : sans limite.
window-days-wrong = Inscrivez un nombre de jours de 1 à { $most }, ou rien
answer-days = Délai de réponse annoncé
answer-days-hint = En jours ouvrables. Les clients le lisent avant de soumettre.
answer-days-wrong = Inscrivez un nombre de jours de 1 à { $most }
save-approval = Enregistrer
rule-version = Règle en vigueur : version { $version }
notice-saved-approval-manual = Enregistré : c’est vous qui décidez.
notice-saved-approval-automatic = Enregistré : la règle décide dès maintenant.

## Ce que la règle aurait fait

replay-title = Ce que ferait l’approbation automatique
replay-again = Recalculer
approval-will = Elle approuverait aussitôt toute demande faite { $days ->
    [one] le jour de la livraison ou le lendemain
   *[other] dans les { $days } jours de la livraison
}, et ferait préparer l’étiquette sans que personne ne la voie avant.
approval-will-all = Elle approuverait aussitôt toute demande, et ferait préparer l’étiquette sans que personne ne la voie avant.
approval-will-not = Ce qu’elle ne peut pas approuver attendrait dans vos retours. Les demandes déjà reçues restent à vous.
replay-none = Aucune demande dans les { $days } derniers jours : il n’y a rien à rejouer.
replay-summary = { $requests ->
    [one] Une demande
   *[other] { $requests } demandes
} dans les { $days } derniers jours : elle en aurait approuvé { $approved }.
replay-no_shipment = { $count ->
    [one] 1 aurait attendu
   *[other] { $count } auraient attendu
} : envoi inconnu
replay-no_parcel = { $count ->
    [one] 1 aurait attendu
   *[other] { $count } auraient attendu
} : poids du colis inconnu
replay-no_address = { $count ->
    [one] 1 aurait attendu
   *[other] { $count } auraient attendu
} : aucune adresse de retour
replay-outside_window = { $count ->
    [one] 1 aurait attendu
   *[other] { $count } auraient attendu
} : hors délai
replay-declined = { $count ->
    [one] Parmi celles qu’elle aurait approuvées, 1 a été refusée
   *[other] Parmi celles qu’elle aurait approuvées, { $count } ont été refusées
}
replay-cut = Seules les { $most } dernières demandes sont comptées
