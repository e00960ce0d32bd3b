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

## Conditions d’une étiquette

terms = Service, adresse et colis
terms-change = Changer
terms-service = Service
service-RP = Colis standard
service-EP = Colis accélérés
service-XP = Xpresspost
service-PC = Priorité
terms-address = Le colis revient à
terms-address-gone = Cette adresse n’existe plus : choisissez-en une autre
terms-parcel = Colis
terms-parcel-gone = Ce colis habituel n’existe plus : choisissez-en un autre
terms-own = Celui de l’envoi
terms-typed = Un autre
terms-weight = Poids en kg
terms-length = Longueur en cm
terms-width = Largeur en cm
terms-height = Hauteur en cm
terms-to = vers { $address }
price-of-today = Prix du jour : Postes Canada ne le garantit pas. Son supplément carburant change chaque semaine, et le colis est facturé au poids mesuré.
price-of-another-day = Prix du { $on } : il a pu changer depuis. Estimez de nouveau avant de décider.
no-price-advice = Vérifiez le poids, les dimensions et le service. Vous pouvez aussi décider sans prix.
