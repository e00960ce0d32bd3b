## Files

queues = Files
title-to_decide = Retours à traiter
title-approved = Retours approuvés
title-in_transit = Retours en transit
title-to_receive = Retours à recevoir
title-problems = Retours à problème
title-closed = Retours fermés
title-all = Retours trouvés
tab-to_decide = À traiter
tab-approved = Approuvés
tab-in_transit = En transit
tab-to_receive = À recevoir
tab-problems = Problèmes
tab-closed = Fermés
empty-to_decide = Aucune demande n’attend de réponse.
empty-approved = Aucun retour approuvé n’attend son colis.
empty-in_transit = Aucun colis n’est en route.
empty-to_receive = Aucun colis n’attend d’être reçu.
empty-problems = Aucun retour n’a de problème.
empty-closed = Aucun retour n’est fermé.
empty-narrowed = Aucun retour ne répond à ces filtres dans cette file.
empty-found = Aucun retour ne correspond. Cherchez le début d’un nom, d’un numéro, d’un courriel ou d’un code postal.
next-returns = Retours suivants
first-returns = Revenir au début
found = { $count ->
    [one] { $text } retour trouvé, toutes files confondues
   *[other] { $text } retours trouvés, toutes files confondues
}
column-customer = Client
column-reason = Motif
column-decision = Décision
column-parcel = Colis
column-waiting = Attente
column-since = Depuis
waiting-since = En attente depuis
since = Depuis
age-now = à l’instant
age-minutes = { $minutes } min
age-hours = { $hours } h
age-days = { $days } j
no-label-yet = Pas encore d’étiquette
no-label = Pas d’étiquette

## Recherche et filtres

search-label = Chercher un retour
search-hint = Nom, numéro, courriel, code postal
search = Chercher
filters = Filtrer
filters-count = Filtrer ({ $count })
any-reason = Tous les motifs
any-method = Tous les modes
any-address = Toutes les adresses
label-reason = Motif
label-method = Mode
label-from = Demandé du
label-to = Demandé au
label-address = Adresse de retour
apply-filters = Appliquer
clear-filters = Tout effacer
without = Retirer le filtre
filter-reason = Motif : { $reason }
filter-from = Depuis le { $day }
filter-to = Jusqu’au { $day }
filter-address = Vers { $address }
filter-run-failed = Échecs du lot
filter-run-done = Réussites du lot

## États

decision-none = En attente
decision-approved = Approuvé
decision-declined = Refusé
decision-cancelled = Annulé
decision-closed = Fermé
parcel-received = Reçu
label-being-made = Étiquette en préparation
label-being-made-short = En préparation
label-ready = Étiquette prête
label-refused = Étiquette refusée
label-unknown = Étiquette incertaine
stage-info = Annoncé
stage-accepted = Déposé
stage-in_transit = En transit
stage-out_for_delivery = En livraison
stage-delivered = Livré
stage-exception = Incident de parcours
stage-returning = Retourné au client

## En direct

refresh = Actualiser
live-new = { $count ->
    [one] 1 nouveau retour : voir
   *[other] { $text } nouveaux retours : voir
}
live-row-changed = Ce retour vient de changer.
live-row-show = Voir ce qu’il en est
