## Page d’un retour

back-to-returns = Retours
own-page = Ouvrir sur sa page
other-returns = Autres retours du client
other-returns-all = Tous ses retours
other-return = { $state }, { $on }
state-requested = À décider
state-approved = Approuvé
state-in_transit = En transit
state-delivered = Livré
state-received = Reçu
state-failed = En échec
state-declined = Refusé
state-cancelled = Annulé
state-closed = Terminé
written-by = { $who }, { $at }
internal-notes = Notes internes
internal-notes-hint = Entre vous : le client ne les voit jamais.
internal-note = Note interne
internal-note-add = Ajouter une note
internal-note-save = Ajouter la note
internal-note-missing = Écrivez la note avant de l’ajouter
internal-note-too-long = Écrivez { $most } caractères au plus
notice-note-added = Note ajoutée.
