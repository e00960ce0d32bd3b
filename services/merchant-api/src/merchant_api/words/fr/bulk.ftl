## Plusieurs retours à la fois

select-return = Sélectionner { $number }, { $name }
bulk-with-chosen = Avec les retours cochés :
bulk-chosen-one = 1 retour sélectionné
bulk-chosen-many = # retours sélectionnés
bulk-all = Tous les { $count } de cette vue
bulk-estimate = Estimer
bulk-approve = Approuver…
bulk-decline = Refuser…
notice-rien-choisi = Cochez d’abord au moins un retour à traiter.
notice-trop-choisi = Un lot compte au plus 5 000 retours. Resserrez la vue avec les filtres.
bulk-confirm-estimate = { $count ->
    [one] Estimer le coût d’un retour?
   *[other] Estimer le coût de { $count } retours?
}
bulk-confirm-approve = { $count ->
    [one] Approuver un retour?
   *[other] Approuver { $count } retours?
}
bulk-confirm-decline = { $count ->
    [one] Refuser un retour
   *[other] Refuser { $count } retours
}
bulk-approve-explained = Chaque client reçoit son étiquette par courriel. Postes Canada la facture quand le colis est déposé.
bulk-terms = Au service du dernier prix demandé, sinon { $service }; les colis reviennent à { $address }.
bulk-known-cost = { $count ->
    [one] Coût estimé d’un retour : { $cost }
   *[other] Coût estimé de { $count } retours : { $cost }
}
bulk-no-cost = Aucun coût n’a encore été estimé.
bulk-decline-explained = Chaque client lit le message dans sa langue, tel que vous l’écrivez.
bulk-message-fr = Message aux clients francophones
bulk-message-en = Message aux clients anglophones
bulk-missing-message_fr = Écrivez aux clients francophones pourquoi leur retour est refusé.
bulk-missing-message_en = Écrivez aux clients anglophones pourquoi leur retour est refusé.
bulk-keep = Garder les demandes
bulk-beginning = Un instant…
bulk-do-estimate = Estimer
bulk-do-approve = { $count ->
    [one] Approuver le retour
   *[other] Approuver les { $count } retours
}
bulk-do-decline = { $count ->
    [one] Refuser le retour
   *[other] Refuser les { $count } retours
}
bulk-title-estimate = { $count ->
    [one] Estimation d’un retour
   *[other] Estimation de { $count } retours
}
bulk-title-approve = { $count ->
    [one] Approbation d’un retour
   *[other] Approbation de { $count } retours
}
bulk-title-decline = { $count ->
    [one] Refus d’un retour
   *[other] Refus de { $count } retours
}
bulk-done-estimate = { $count ->
    [0] Aucun prix reçu
    [one] 1 prix reçu
   *[other] { $count } prix reçus
}
bulk-done-approve = { $count ->
    [0] Aucun approuvé
    [one] 1 approuvé
   *[other] { $count } approuvés
}
bulk-done-decline = { $count ->
    [0] Aucun refusé
    [one] 1 refusé
   *[other] { $count } refusés
}
bulk-failed = { $count ->
    [one] 1 échec
   *[other] { $count } échecs
}
bulk-left = { $count ->
    [one] 1 à venir
   *[other] { $count } à venir
}
bulk-goes-on = Vous pouvez quitter cette page : le travail continue.
bulk-total = Total estimé
bulk-approve-estimated = { $count ->
    [one] Approuver le retour estimé…
   *[other] Approuver les { $count } retours estimés…
}
bulk-failures = Ce qui n’a pas fonctionné
bulk-see-failures = Reprendre ces retours dans la file
bulk-why-carrier = Postes Canada : « { $text } »
bulk-why-AlreadyDecided = Une décision était déjà prise.
bulk-why-NotNow = Ce retour a été annulé.
bulk-why-ShipmentNotKnown = L’envoi de ce retour n’est pas connu.
bulk-why-ParcelUnknown = On ne sait pas ce que pèse le colis.
bulk-why-ParcelTooLarge = Le colis dépasse les limites de Postes Canada.
bulk-why-AddressMissing = Il manque une adresse de retour.
bulk-why-ReturnNotFound = Ce retour n’existe plus.
bulk-why-other = Cela n’a pas été possible.
