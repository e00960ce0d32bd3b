## Files

queues = Files
title-requested = Retours à traiter
title-approved = Retours approuvés
title-in_transit = Retours en transit
title-delivered = Retours à vérifier
title-failed = Retours en échec
title-declined = Retours terminés
tab-requested = À traiter
tab-approved = Approuvés
tab-in_transit = En transit
tab-delivered = À vérifier
tab-failed = En échec
tab-declined = Terminés
empty-requested = Aucune demande n’attend de réponse.
empty-approved = Aucun retour approuvé n’attend son colis.
empty-in_transit = Aucun colis n’est en route.
empty-delivered = Aucun colis n’attend d’être vérifié.
empty-failed = Aucun retour n’est en échec.
empty-declined = Aucun retour n’est terminé.
next-returns = Retours suivants
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

## États

decision-none = En attente
decision-approved = Approuvé
decision-declined = Refusé
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
