## Adresses de retour

addresses = Adresses de retour
addresses-explained = Les colis reviennent ici. L’adresse par défaut sert quand rien d’autre n’est choisi.
addresses-none = Aucune adresse pour l’instant. Sans elle, aucune étiquette ne peut être faite.
addresses-too-many = Vous avez déjà { $most } adresses : retirez-en une d’abord
by-default = Par défaut
make-default = Mettre par défaut
edit = Modifier
remove = Retirer
removing = Retrait en cours…
add-address = Ajouter une adresse
new-address = Nouvelle adresse de retour
address-limits = Postes Canada l’imprime sur chaque étiquette : { $line } caractères au plus par ligne, { $city } pour la ville.
edit-address = Modifier l’adresse
edit-address-explained = Les retours déjà approuvés gardent l’adresse qu’ils avaient.
save-address = Enregistrer l’adresse
saving = Enregistrement…
cancel = Annuler
remove-address = Retirer l’adresse
remove-address-explained = Les retours déjà approuvés gardent cette adresse : leurs étiquettes ne changent pas.
remove-last-address = C’est votre dernière adresse. Sans elle, le portail n’accepte plus de nouvelles demandes jusqu’à ce que vous en ajoutiez une. Les retours en cours restent accessibles.
successor = Quelle adresse prend sa place par défaut?
successor-missing = Choisissez l’adresse qui prend sa place par défaut
keep-address = Garder l’adresse
notice-address-saved = Adresse enregistrée.
notice-address-default = L’adresse par défaut est changée.
notice-address-removed = Adresse retirée.

## Les lignes d’une adresse

optional = (facultatif)
address-name = Nom du contact
address-name-hint = La personne ou le service qui reçoit les colis : l’étiquette l’exige
address-name-missing = Écrivez le nom du contact : l’étiquette l’exige
address-name-long = Raccourcissez le nom du contact : { $most } caractères au plus, il en a { $count }
address-company = Entreprise
address-company-long = Raccourcissez le nom de l’entreprise : { $most } caractères au plus, il en a { $count }
address-line-1 = Numéro et rue
address-line-1-missing = Écrivez le numéro et la rue
address-line-1-long = Raccourcissez le numéro et la rue : { $most } caractères au plus, il y en a { $count }
address-line-2 = Deuxième ligne
address-line-2-hint = Bureau, quai, étage
address-line-2-long = Raccourcissez la deuxième ligne : { $most } caractères au plus, elle en a { $count }
address-city = Ville
address-city-missing = Écrivez la ville
address-city-long = Raccourcissez le nom de la ville : { $most } caractères au plus, il en a { $count }
address-province = Province ou territoire
address-province-missing = Choisissez la province ou le territoire
choose-province = Choisir…
address-postal-code = Code postal
postal-code-hint = Par exemple H2X 1Y4
address-postal-code-missing = Écrivez le code postal
address-postal-code-malformed = Vérifiez le code postal : trois lettres et trois chiffres en alternance, comme H2X 1Y4
postal-code-odd = Le code postal { $code } est d’habitude celui d’une autre province ({ $expected }), et l’adresse dit { $province }. Vérifiez les deux.
or = { " ou " }

## Provinces et territoires, en entier

province-name-AB = Alberta
province-name-BC = Colombie-Britannique
province-name-MB = Manitoba
province-name-NB = Nouveau-Brunswick
province-name-NL = Terre-Neuve-et-Labrador
province-name-NS = Nouvelle-Écosse
province-name-NT = Territoires du Nord-Ouest
province-name-NU = Nunavut
province-name-ON = Ontario
province-name-PE = Île-du-Prince-Édouard
province-name-QC = Québec
province-name-SK = Saskatchewan
province-name-YT = Yukon
