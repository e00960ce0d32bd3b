## Réception

reception = Réception
scan-label = Numéro de repérage ou numéro de retour
scan-hint = Scannez le code-barres de l’étiquette, ou tapez le numéro puis Entrée.
scan-go = Chercher
arrival-expected = Ce colis est attendu
arrival-taken-in = C’est noté : le colis est reçu
arrival-unreadable = Ce code ne se lit pas. Scannez le code-barres de l’étiquette, ou tapez le numéro qui est dessous.
arrival-unknown = Aucun retour ne porte ce numéro. Le colis est peut-être revenu sans demande : cherchez le nom du client dans les retours.
arrival-void-label = Ce colis est venu avec une étiquette annulée. Vous pouvez le recevoir quand même.
arrival-received = Déjà reçu : { $at }, par { $who }
arrival-closed = Ce retour est terminé depuis le { $at }
arrival-cancelled = Ce retour a été annulé le { $at }. Mettez le colis de côté et écrivez au client.
arrival-declined = Ce retour a été refusé le { $at }. Mettez le colis de côté et écrivez au client.
arrival-undecided = Ce retour attend encore votre décision. Approuvez-le d’abord, puis recevez le colis.
condition = État du colis
condition-as_expected = Comme prévu
condition-damaged = Endommagé
condition-incomplete = Incomplet
condition-other = Autre
add-note = Ajouter une note
note-inside = Note pour vos collègues
note-too-long = Écrivez 500 caractères au plus
mark-received = Marquer reçu
receiving = Un instant…
open-return = Ouvrir { $number }
received-today = Reçus le { $day }
received-none = Rien encore aujourd’hui.
taken-in-by = { $at }, { $who }

## Gestes

deeds = Suite du retour
close-return = Terminer le retour
closing = Un instant…
notice-recu = Le colis est reçu. Le client l’apprend par courriel.
notice-termine = Le retour est terminé. Le client l’apprend par courriel.
notice-pas-cancelled = Rien n’a changé : ce retour a été annulé entre-temps.
notice-pas-closed = Rien n’a changé : ce retour est déjà terminé.
notice-pas-declined = Rien n’a changé : ce retour a été refusé.
notice-pas-undecided = Rien n’a changé : ce retour attend d’abord une décision.
notice-pas-received = Rien n’a changé : le colis est déjà reçu.
notice-pas-under_way = Rien n’a changé : le colis est déjà en route.
notice-pas-not_under_way = Rien n’a changé : aucun colis n’est en route.
notice-pas-label_being_made = Rien n’a changé : l’étiquette est en préparation.
notice-pas-label_missing = Rien n’a changé : il n’y a pas d’étiquette.
notice-pas-label_voided = Rien n’a changé : l’étiquette est déjà annulée.

## Histoire

history-received = Colis reçu par { $who }
history-received-with = Colis reçu par { $who } : { $condition }
history-closed = Retour terminé par { $who }
template-return_received = colis reçu
template-return_closed = retour terminé
