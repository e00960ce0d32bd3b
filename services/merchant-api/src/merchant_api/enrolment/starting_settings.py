"""What a centre is like before anybody has set it up: a policy to begin with, in both languages."""

from typing import Final

from contracts.values import PostalAddress, Words

from merchant_api.centre.centre_settings import CentreSettings

_POLICY: Final = Words(
    fr=(
        "Demandez votre retour ici avant de renvoyer quoi que ce soit. L’article revient dans "
        "l’état où vous l’avez reçu, si possible dans son emballage d’origine.\n\n"
        "Une personne de la boutique lit chaque demande et vous répond par courriel. Une demande "
        "reçue n’est pas encore une demande acceptée : attendez notre réponse.\n\n"
        "Si l’article est défectueux ou s’est brisé en route, dites-le dans la demande. Rien ici "
        "ne diminue les droits que la loi vous donne, dont la garantie légale."
    ),
    en=(
        "Ask for your return here before you send anything back. The item comes back in the "
        "condition in which you received it, in its original packaging if possible.\n\n"
        "A person at the store reads every request and answers you by email. A request received "
        "is not yet a request accepted: wait for our answer.\n\n"
        "If the item is defective or broke on its way, say so in the request. Nothing here takes "
        "away from the rights that the law gives you, such as the legal warranty."
    ),
)


def starting_settings(
    *,
    slug: str,
    store_name: str,
    legal_name: str,
    postal_address: PostalAddress,
    contact_email: str,
    privacy_email: str,
) -> CentreSettings:
    """Return the settings of a centre that is not ready yet: no address, no reasons."""
    return CentreSettings(
        slug=slug,
        store_name=store_name,
        legal_name=legal_name,
        postal_address=postal_address,
        contact_email=contact_email,
        privacy_email=privacy_email,
        policy=_POLICY,
    )
