"""The domestic services, by the names they carry in both languages."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "fr"]


@dataclass(frozen=True, slots=True)
class Service:
    """A service that takes returns; `mark` is what our label prints in the black box."""

    code: str
    en: str
    fr: str
    mark: str

    def name(self, language: Language) -> str:
        return self.fr if language == "fr" else self.en


SERVICES = {
    service.code: service
    for service in (
        Service("DOM.RP", "Regular Parcel", "Colis standard", "RP"),
        Service("DOM.EP", "Expedited Parcel", "Colis accélérés", "EP"),
        Service("DOM.XP", "Xpresspost", "Xpresspost", "XP"),
        Service("DOM.PC", "Priority", "Priorité", "PC"),
    )
}

_OTHER_DOMESTIC = frozenset({"DOM.DT", "DOM.EP.EPLUS", "DOM.LIB", "DOM.XP.CERT"})


def is_known(code: str) -> bool:
    """Tell whether the carrier sells such a service at all, for returns or not."""
    return code in SERVICES or code in _OTHER_DOMESTIC or code.startswith(("INT.", "USA."))
