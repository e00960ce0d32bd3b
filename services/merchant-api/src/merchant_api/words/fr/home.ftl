## Accueil

home-not_ready = Ouvrez votre centre de retours
home-live = Votre centre de retours est ouvert
home-paused = Votre centre de retours est en pause
steps-left = { $count ->
    [0] Tout est prêt.
    [one] Il reste une étape.
   *[other] Il reste { $count } étapes, quelques minutes chacune.
}
steps-done = { $done ->
    [one] { $done } étape sur { $all }
   *[other] { $done } étapes sur { $all }
}
step-done = terminé
step-again = Recommencer
hint-addresses = Là où les colis reviennent
hint-reasons = Ce que vos clients peuvent cocher, dans les deux langues
hint-approval = Qui décide : vous, ou la règle
hint-branding = Votre logo, votre couleur, un arrière-plan
hint-carrier = Pour estimer les frais et créer les étiquettes
hint-test = Parcourez tout le chemin, comme un client
tried = La demande d’essai est arrivée
known-reasons = { $count ->
    [one] 1 motif, en français et en anglais
   *[other] { $count } motifs, en français et en anglais
}
known-approval-manual = Approbation requise : vous examinez chaque demande
known-approval-automatic = Approbation automatique : la règle décide
known-branding = Le portail a vos couleurs
known-carrier = Le compte est relié
home-waiting = { $count ->
    [0] Rien n’attend votre décision
    [one] Une demande attend votre décision
   *[other] { $count } demandes attendent votre décision
}
home-waiting-many = Plus de { $most } demandes attendent votre décision
figure-to_decide = à traiter
figure-problems = { $count ->
    [one] problème
   *[other] problèmes
}
figure-in_transit = en route
figure-to_receive = à recevoir
figure-hint-to_decide = Aucune demande en attente
waits-minutes = { $count ->
    [0] La plus ancienne vient d’arriver
    [one] La plus ancienne attend depuis une minute
   *[other] La plus ancienne attend depuis { $count }{ "\u00A0" }minutes
}
waits-hours = { $count ->
    [one] La plus ancienne attend depuis une heure
   *[other] La plus ancienne attend depuis { $count }{ "\u00A0" }heures
}
waits-days = { $count ->
    [one] La plus ancienne attend depuis un jour
   *[other] La plus ancienne attend depuis { $count }{ "\u00A0" }jours
}
figure-hint-problems = { $count ->
    [0] Tout va bien
   *[other] À voir avant le reste
}
figure-hint-in_transit = { $count ->
    [0] Aucun colis en chemin
   *[other] Des colis reviennent vers vous
}
figure-hint-to_receive = { $count ->
    [0] Aucun colis livré à vérifier
   *[other] Livrés, à vérifier
}
to-activation = Voir l’activation
portal-address-use = À mettre sur votre site, dans vos courriels et sur vos bordereaux.

## Retour d’essai

trial-title = Essayez un retour, comme un client
trial-explained = Nous inventons un envoi de votre boutique à elle-même. Vous faites le reste, comme un client puis comme la boutique.
trial-step-1 = Demandez le retour sur votre portail, avec votre courriel : { $email }.
trial-step-2 = Approuvez la demande dans vos retours.
trial-step-3 = Ouvrez le lien du courriel : l’étiquette est là.
trial-free = Une étiquette que personne n’utilise ne coûte rien : Postes Canada facture un retour quand le colis est numérisé en chemin, pas quand l’étiquette est créée.
trial-begin = Préparer l’essai
trial-preparing = Préparation…
trial-needs-not_ready = L’essai passe par votre portail, qui n’est pas encore ouvert : il manque quelque chose.
trial-needs-paused = L’essai passe par votre portail, qui est en pause : rouvrez-le d’abord.
trial-ready-told = L’envoi d’essai est prêt. Le portail s’ouvre avec le numéro et le code déjà inscrits.
trial-number = Numéro de repérage
trial-open = Ouvrir le portail
trial-awaited = Cette page le dit d’elle-même quand la demande arrive. Si le portail ne trouve pas encore l’envoi, réessayez dans quelques secondes.
trial-arrived = Demande reçue
trial-arrived-told = La demande { $number } est arrivée : le chemin marche de bout en bout jusqu’à vous. Approuvez-la pour voir l’étiquette et les courriels.
trial-decide = Voir { $number }
trial-again = Faire un autre essai
