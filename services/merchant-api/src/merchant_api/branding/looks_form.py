"""What the page of looks holds between two visits: as typed, with what was already uploaded."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from look.theme import BACKGROUNDS
from starlette.datastructures import FormData

from merchant_api.centre.centre_settings import CentreSettings

OWN: Final = "image"
"""Among the backgrounds: the picture of the merchant's own."""

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_MOST_TYPED: Final = 40


@dataclass(frozen=True, slots=True)
class LooksForm:
    """`accent` as it was typed; `logo` and `picture` name uploads by their digests, or nothing."""

    accent: str
    background: str
    logo: str
    picture: str

    @property
    def query(self) -> str:
        """The same, for the address of a preview."""
        return urlencode(
            {
                "accent": self.accent,
                "background": self.background,
                "logo": self.logo,
                "picture": self.picture,
            }
        )


def form_of(settings: CentreSettings) -> LooksForm:
    """Fill the form with what is in force."""
    return LooksForm(
        accent=settings.accent.upper(),
        background=OWN if settings.picture else settings.background,
        logo=settings.logo.sha256 if settings.logo else "",
        picture=settings.picture.wide.sha256 if settings.picture else "",
    )


def read_form(sent: FormData) -> LooksForm:
    """Read what a browser sent; what it cannot have sent by itself counts as nothing."""
    return make_form(*(_text(sent, it) for it in ("accent", "background", "logo", "picture")))


def make_form(accent: str, background: str, logo: str, picture: str) -> LooksForm:
    """Make a form of untrusted texts."""
    is_known = background in BACKGROUNDS or background == OWN
    return LooksForm(
        accent=accent[:_MOST_TYPED],
        background=background if is_known else next(iter(BACKGROUNDS)),
        logo=logo if _DIGEST.fullmatch(logo) else "",
        picture=picture if _DIGEST.fullmatch(picture) else "",
    )


def _text(sent: FormData, name: str) -> str:
    value = sent.get(name, "")
    return value if isinstance(value, str) else ""
