"""What is asked of whoever sets a merchant up: what is wrong with the answers, or the merchant."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from contracts.centres import RESERVED_SLUGS
from contracts.values import Language
from pydantic import BaseModel

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.typed import Fault, Faults, line, too_long
from merchant_api.centre.typed_address import MOST_LINE, AddressForm, address_of, faults_of
from merchant_api.enrolment.starting_settings import starting_settings
from merchant_api.people.typed_person import fault_of_password, read_email

MOST_STORE_NAME: Final = 80
MOST_LEGAL_NAME: Final = 120
MOST_SLUG: Final = 60

_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLACE: Final = ("line_1", "line_2", "city", "province", "postal_code")
# Letters that do not come apart into a plain one and a sign.
_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "&": " et "})


class SetUpForm(BaseModel):
    """The fields of the form, as they were typed. The password is never given back."""

    store_name: str = ""
    legal_name: str = ""
    slug: str = ""
    line_1: str = ""
    line_2: str = ""
    city: str = ""
    province: str = ""
    postal_code: str = ""
    email: str = ""
    password: str = ""
    language: str = ""
    contact_email: str = ""
    privacy_email: str = ""


@dataclass(frozen=True, slots=True)
class SetUp:
    """A merchant to be, and its owner to be."""

    settings: CentreSettings
    email: str
    language: Language
    password: str = field(repr=False)


def propose_slug(store_name: str) -> str:
    """Make the end of an address of a name: `Atelier Boréal` gives `atelier-boreal`."""
    plain = unicodedata.normalize("NFKD", store_name.lower().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(sign for sign in plain if not _is_mark(sign)))
    return "-".join(words)[:MOST_SLUG].strip("-")


def faults_of_set_up(form: SetUpForm) -> Faults:
    """Find what keeps the form from being a merchant, in the order of the page."""
    found: Faults = {}
    store_name = line(form.store_name)
    if not store_name:
        found["store_name"] = Fault("setup-store-name-missing")
    elif fault := too_long(store_name, MOST_STORE_NAME, "setup-store-name-long"):
        found["store_name"] = fault
    if fault := too_long(line(form.legal_name), MOST_LEGAL_NAME, "setup-legal-name-long"):
        found["legal_name"] = fault
    if store_name and (fault := _fault_of_slug(_slug(form))):
        found["slug"] = fault
    found |= {name: fault for name, fault in faults_of(_place(form)).items() if name in _PLACE}
    email = read_email(form.email)
    if email is None:
        found["email"] = Fault("email-malformed")
    if fault := fault_of_password(form.password, email or ""):
        found["password"] = fault
    for name in ("contact_email", "privacy_email"):
        typed = getattr(form, name)
        if typed.strip() and read_email(typed) is None:
            found[name] = Fault("email-malformed")
    return found


def set_up_of(form: SetUpForm) -> SetUp:
    """Return the merchant of a form without faults. What was left open follows from the rest."""
    store_name, email = line(form.store_name), _email(form.email)
    contact_email = read_email(form.contact_email) or email
    settings = starting_settings(
        slug=_slug(form),
        store_name=store_name,
        legal_name=line(form.legal_name) or store_name,
        postal_address=address_of(_place(form)),
        contact_email=contact_email,
        privacy_email=read_email(form.privacy_email) or contact_email,
    )
    return SetUp(settings, email, "en" if form.language == "en" else "fr", form.password)


def _place(form: SetUpForm) -> AddressForm:
    """Address the business by its name, cut to what fits: the foot of a mail has it whole."""
    name = (line(form.legal_name) or line(form.store_name) or "?")[:MOST_LINE].strip()
    return AddressForm(name=name, **{field: getattr(form, field) for field in _PLACE})


def _slug(form: SetUpForm) -> str:
    typed = line(form.slug).lower()
    return typed or propose_slug(form.store_name)


def _fault_of_slug(slug: str) -> Fault | None:
    if not _SLUG.fullmatch(slug) or len(slug) > MOST_SLUG:
        return Fault("setup-slug-malformed", {"most": MOST_SLUG})
    return Fault("setup-slug-reserved", {"slug": slug}) if slug in RESERVED_SLUGS else None


def _email(typed: str) -> str:
    email = read_email(typed)
    assert email is not None  # noqa: S101  a form without faults
    return email


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(sign) != 0
