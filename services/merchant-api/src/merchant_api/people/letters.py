"""What a merchant's own people are written: said in events, with what opens something sealed."""

from dataclasses import dataclass
from uuid import UUID

from chassis.db import Pool, Tx
from chassis.seal import seal
from contracts.people import Confided, Confidential, Store
from contracts.values import Language

from merchant_api.centre import centre_store


@dataclass(frozen=True, slots=True)
class Letters:
    """What writing takes: where the console is, and the key of notifier, who writes."""

    public_url: str
    notifier_public_key: str

    def confide(
        self, email: str, path: str, language: Language, *, by: str | None = None
    ) -> Confidential:
        """Seal the address to write to, and the page to lead to; `by` is who had it written."""
        confided = Confided(email=email, url=f"{self.public_url}{path}", by=by)
        sealed = seal(confided.model_dump_json().encode(), self.notifier_public_key)
        return Confidential(language=language, sealed=sealed)


async def store_of(tx: Tx | Pool, merchant_id: UUID) -> Store:
    """Say in whose name is written."""
    settings = await centre_store.get_settings(tx, merchant_id)
    return Store(
        store_name=settings.store_name,
        legal_name=settings.legal_name,
        postal_address=settings.postal_address,
        contact_email=settings.contact_email,
    )
