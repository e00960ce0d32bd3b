## Importer un fichier

import-file = Importer un fichier
import-title = Importer un fichier d’envois
import-explained = Donnez un fichier CSV de votre boutique ou de votre transporteur. Vous verrez comment il est compris avant que rien ne change. Un envoi déjà connu est mis à jour, jamais doublé.
file = Fichier
file-hint = CSV, { $most } Mo au plus. Virgules, points-virgules ou tabulations; tous les accents sont reconnus.
choose-file = Choisir un fichier
taking-in = Réception…
check-file = Voir ce que le fichier contient
file-missing = Choisissez un fichier
file-empty = Ce fichier est vide : choisissez-en un autre
file-too-large = Ce fichier est trop grand : coupez-le en fichiers de 50 Mo au plus
file-spreadsheet = C’est un classeur : dans votre tableur, enregistrez-le d’abord au format CSV
file-no-table = Ce fichier n’est pas un tableau en texte : choisissez un fichier CSV
last-imports = Derniers imports
import-received = Pas encore importé
import-running = { $reached } lignes lues sur { $lines }
import-done = { $reached } lignes lues
import-failed = Interrompu
notice-import-abandoned = Le fichier est oublié. Rien n’a changé.

## Colonnes

check-title = Comprendre le fichier
check-file-is = { $name }, environ { $lines } lignes
columns = Colonnes
columns-explained = Voici ce que nous comprenons de chaque colonne. Corrigez ce qui est faux; le prochain fichier semblable sera compris de même.
column-ignored = Ne pas importer
field-tracking-number = Numéro de suivi
field-name = Nom du client
field-first-name = Prénom du client
field-last-name = Nom de famille du client
field-company = Entreprise
field-line-1 = Numéro et rue
field-line-2 = Deuxième ligne d’adresse
field-city = Ville
field-province = Province
field-postal-code = Code postal
field-email = Courriel
field-language = Langue
field-order-number = Numéro de commande
field-reference = Votre référence
field-shipped-on = Date d’expédition
field-delivered-on = Date de livraison
field-weight = Poids
field-length = Longueur
field-width = Largeur
field-height = Hauteur
day-order = Ordre des dates
day-order-hint = Rien dans le fichier ne dit ce qui est le jour et ce qui est le mois
day-order-dmy = Jour, mois, année (20/11/2026)
day-order-mdy = Mois, jour, année (11/20/2026)
weight-unit = Unité des poids
side-unit = Unité des dimensions
unit-kg = Kilogrammes
unit-g = Grammes
unit-lb = Livres
unit-oz = Onces
unit-cm = Centimètres
unit-mm = Millimètres
unit-in = Pouces
reads-badly = Le fichier se lit mal?
reads-badly-hint = Si les accents sont faux ou si tout tient dans une seule colonne, choisissez autrement et relisez.
encoding = Encodage
encoding-utf-8-sig = UTF-8
encoding-utf-16 = UTF-16
encoding-utf-16-le = UTF-16, petit-boutien
encoding-utf-16-be = UTF-16, gros-boutien
encoding-cp1252 = Windows (1252)
encoding-mac_roman = Macintosh
encoding-cp850 = DOS (850)
separator = Séparateur
separator-comma = Virgule
separator-semicolon = Point-virgule
separator-tab = Tabulation
separator-bar = Barre verticale
read-again = Relire le fichier

## Aperçu

first-lines = Aperçu
first-lines-explained = Voici comment les premières lignes seront comprises.
columns-missing = Il manque de quoi faire des envois
missing-tracking-number = Dites quelle colonne est le numéro de suivi
missing-name = Dites quelle colonne est le nom du client
missing-line-1 = Dites quelle colonne est le numéro et la rue : l’étiquette en a besoin
missing-city = Dites quelle colonne est la ville
missing-postal-code = Dites quelle colonne est le code postal
missing-day-order = Dites dans quel ordre sont le jour et le mois
line-number = Ligne { $number }
line-broken = Un guillemet est ouvert et jamais fermé
no-lines = Ce fichier n’a que des titres : il n’y a rien à importer.
preview-refused = { $refused ->
    [one] Une des { $looked_at } premières lignes sera laissée de côté, avec la raison.
   *[other] { $refused } des { $looked_at } premières lignes seront laissées de côté, chacune avec la raison.
}
import-lines = Importer les envois
starting = Départ…
preview-again = Revoir l’aperçu
abandon-import = Oublier ce fichier
abandoning = Un instant…

## Import

import-of = Import de { $name }
import-title-running = Import en cours
import-title-done = Import terminé
import-title-failed = Import interrompu
import-progress = Avancement de l’import
percent = { $percent } %
import-goes-on = Vous pouvez quitter cette page : l’import continue. Vous le retrouverez sous « Importer un fichier ».
import-stalled = L’import s’est arrêté
import-stalled-hint = Les { $reached } lignes déjà lues sont gardées. Reprenez-le; s’il s’arrête encore, dites-le à qui s’occupe de ce serveur.
resume-import = Reprendre l’import
count-new = Ajoutés
count-changed = Mis à jour
count-unchanged = Déjà connus
count-refused = À corriger
import-all-done = Toutes les lignes ont été comprises.
see-shipments = Voir les envois
import-another = Importer un autre fichier
lines-to-mend = Lignes à corriger
lines-to-mend-explained = Toutes les autres sont importées. Corrigez celles-ci dans votre tableur, puis importez le fichier corrigé : les colonnes ajoutées n’y changent rien.
download-faults = Télécharger les lignes à corriger
import-mended = Importer le fichier corrigé
column-line = Renvoi : ligne
column-fault = Renvoi : à corriger
faults-file = a-corriger
