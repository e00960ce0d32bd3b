## Boutique

store = Boutique
store-explained = Ce que vos clients lisent de vous, sur le portail et dans les courriels.
store-identity = Qui vous êtes
store-name = Nom de la boutique
store-name-hint = Comme vos clients la connaissent
store-name-missing = Écrivez le nom de la boutique
store-name-long = Raccourcissez le nom de la boutique : { $most } caractères au plus, il en a { $count }
store-legal-name = Raison sociale
store-legal-name-hint = Le nom légal de l’entreprise, au pied de chaque courriel
store-legal-name-missing = Écrivez la raison sociale
store-legal-name-long = Raccourcissez la raison sociale : { $most } caractères au plus, elle en a { $count }
store-contact-email = Courriel pour vous joindre
store-contact-email-hint = Vos clients y écrivent, et leurs réponses y arrivent
store-contact-email-missing = Écrivez le courriel pour vous joindre
store-contact-email-malformed = Vérifiez le courriel pour vous joindre : il ressemble à nom@exemple.ca
store-privacy-email = Courriel pour les renseignements personnels
store-privacy-email-hint = La personne responsable selon la Loi 25
store-privacy-email-missing = Écrivez le courriel pour les renseignements personnels
store-privacy-email-malformed = Vérifiez le courriel pour les renseignements personnels : il ressemble à nom@exemple.ca
business-address = Adresse d’affaires
business-address-hint = Au pied de chaque courriel, comme la loi le demande. Ce n’est pas forcément là que les colis reviennent.
return-policy = Politique de retour
store-delays = { $window ->
    [0] Vos clients n’ont pas de délai pour demander un retour
    [one] Vos clients ont un jour pour demander un retour
   *[other] Vos clients ont { $window } jours pour demander un retour
}, et une réponse leur est promise en { $answer ->
    [one] un jour ouvrable
   *[other] { $answer } jours ouvrables
}.
store-delays-elsewhere = Ces délais se règlent avec l’approbation
store-policy-fr = Texte en français
store-policy-fr-missing = Écrivez la politique en français
store-policy-fr-long = Raccourcissez la politique en français : { $most } caractères au plus, elle en a { $count }
store-policy-en = Texte en anglais
store-policy-en-missing = Écrivez la politique en anglais
store-policy-en-long = Raccourcissez la politique en anglais : { $most } caractères au plus, elle en a { $count }
methods-offered = Façons de retourner
methods-hint = Vos clients choisissent parmi celles-ci
methods-missing = Offrez au moins une façon de retourner
offered-qr_code = Code QR au bureau de poste
offered-hint-qr_code = Sans imprimante : le code est montré au comptoir
offered-printed_label = Étiquette à imprimer
offered-hint-printed_label = Le colis se dépose aussi dans une boîte aux lettres
service = Service de Postes Canada
service-hint = Celui des prix et des étiquettes quand rien d’autre n’est choisi
service-missing = Choisissez un service
service-DOM-RP = Colis standard
service-DOM-EP = Colis accélérés
service-DOM-XP = Xpresspost
service-DOM-PC = Priorité
slug-stays = Cette adresse ne change pas : les liens de vos courriels et de votre site commencent par elle.
save-store = Enregistrer la boutique
notice-store-saved = Boutique enregistrée.
