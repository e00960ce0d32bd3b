"""What the pages say, in both languages, as a person reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words by which a person finds the way."""

    language: Language
    in_this_language: str
    error: str
    # The portal
    parcel: str
    tracking_number: str
    postal_code: str
    find_parcel: str
    not_found: str
    why: str
    reason: str
    other_reason: str
    comment: str
    on: str
    how: str
    qr_code: str
    printed_label: str
    check: str
    email: str
    send: str
    received: str
    show_code: str
    print_label: str
    declined: str
    write: str
    exists: str
    code_alt: str
    save_code: str
    save_svg: str
    save_label: str
    moving: str
    arrived: str
    # The console
    merchant_email: str
    password: str
    sign_in: str
    estimate: str
    price: str
    service: str
    fuel: str
    taxes: tuple[str, ...]
    asked_of: str
    approve: str
    approved: str
    already_approved: str
    decline: str
    message: str
    decline_return: str
    internal_reason: str
    letter: str
    send_letter: str
    was_declined: str
    way_home: str
    # The mails
    mail_received: str
    mail_ready: str
    mail_declined: str
    mail_letter: str
    follow: str
    # The carrier's simulator: what it does, and what the console then says
    scans: tuple[tuple[str, str], ...]


FR: Final = Spoken(
    language="fr",
    in_this_language="Français",
    error="Erreur\N{NO-BREAK SPACE}:",
    parcel="Retrouvons votre colis",
    tracking_number="Numéro de repérage",
    postal_code="Code postal de livraison",
    find_parcel="Trouver mon colis",
    not_found="Nous ne trouvons pas d’envoi avec ces renseignements.",
    why="Pourquoi ce retour?",
    reason="Trop petit",
    other_reason="Endommagé ou défectueux",
    comment="Un mot pour la boutique",
    on="Continuer",
    how="Comment voulez\N{NON-BREAKING HYPHEN}vous le renvoyer?",
    qr_code="Code QR au bureau de poste",
    printed_label="Étiquette à imprimer",
    check="Vérifiez, puis envoyez",
    email="Courriel pour la réponse",
    send="Soumettre la demande",
    received="Demande reçue",
    show_code="Présentez ce code au bureau de poste",
    print_label="Imprimez l’étiquette et collez-la",
    declined="La boutique ne peut pas accepter ce retour",
    write="Écrire à la boutique",
    exists="Une demande existe déjà",
    code_alt="Code QR du retour",
    save_code="Enregistrer le code",
    save_svg="Code en format SVG",
    save_label="Étiquette (PDF)",
    moving="Votre colis rentre chez Atelier Boréal",
    arrived="Votre colis est arrivé",
    merchant_email="Courriel",
    password="Mot de passe",
    sign_in="Ouvrir la session",
    estimate="Estimer le coût d’expédition",
    price="Prix estimé par Postes Canada",
    service="Colis accélérés",
    fuel="Supplément pour carburant",
    taxes=("TPS (5 %)", "TVQ (9,975 %)"),
    asked_of="Postes Canada,",
    approve="Approuver",
    approved="est approuvé",
    already_approved="était déjà approuvé : par demo@atelier-boreal.example",
    decline="Refuser",
    message="Message au client",
    decline_return="Refuser le retour",
    internal_reason="Raison interne",
    letter="Votre message",
    send_letter="Envoyer au client",
    was_declined="est refusé",
    way_home="Chemin du colis",
    mail_received="Demande de retour reçue",
    mail_ready="Votre code QR de retour",
    mail_declined="Réponse à votre demande de retour",
    mail_letter="Atelier Boréal vous écrit",
    follow="Suivre mon retour",
    scans=(
        ("Accepter au bureau de poste", "Déposé"),
        ("Mettre en transit", "En transit"),
        ("Mettre en livraison", "En livraison"),
        ("Livrer", "Livré"),
    ),
)
EN: Final = Spoken(
    language="en",
    in_this_language="English",
    error="Error:",
    parcel="Let’s find your parcel",
    tracking_number="Tracking number",
    postal_code="Delivery postal code",
    find_parcel="Find my parcel",
    not_found="We can’t find a parcel with these details.",
    why="Why are you returning it?",
    reason="Too small",
    other_reason="Damaged or defective",
    comment="A word to the store",
    on="Continue",
    how="How would you like to send it back?",
    qr_code="QR code at the post office",
    printed_label="Label to print",
    check="Check, then send",
    email="Email for the answer",
    send="Send the request",
    received="Request received",
    show_code="Show this code at the post office",
    print_label="Print the label and stick it on",
    declined="The store can’t accept this return",
    write="Write to the store",
    exists="A request already exists",
    code_alt="QR code of return",
    save_code="Save the code",
    save_svg="Code as SVG",
    save_label="Label (PDF)",
    moving="Your parcel is on its way to Atelier Boréal",
    arrived="Your parcel has arrived",
    merchant_email="Email",
    password="Password",
    sign_in="Sign in",
    estimate="Estimate shipping cost",
    price="Price estimated by Canada Post",
    service="Expedited Parcel",
    fuel="Fuel surcharge",
    taxes=("GST (5%)", "QST (9.975%)"),
    asked_of="Canada Post,",
    approve="Approve",
    approved="is approved",
    already_approved="was already approved: by demo@atelier-boreal.example",
    decline="Decline",
    message="Message to the customer",
    decline_return="Decline the return",
    internal_reason="Internal reason",
    letter="Your message",
    send_letter="Send to the customer",
    was_declined="is declined",
    way_home="The parcel’s way",
    mail_received="Return request received",
    mail_ready="Your return QR code",
    mail_declined="An answer to your return request",
    mail_letter="Atelier Boréal has written to you",
    follow="Follow my return",
    scans=(
        ("Accept at post office", "Dropped off"),
        ("Put in transit", "In transit"),
        ("Put out for delivery", "Out for delivery"),
        ("Deliver", "Delivered"),
    ),
)
SPOKEN: Final[Mapping[Language, Spoken]] = {"fr": FR, "en": EN}
