"""The store itself as a form sends it: what is wrong with it, or what is to be changed."""

from typing import Annotated, Final, get_args

from contracts.values import Method, PostalAddress, Words
from pydantic import BaseModel, Field

from merchant_api.centre.centre_settings import CentreSettings, ServiceCode
from merchant_api.centre.change_store import Store
from merchant_api.centre.typed import Fault, Faults, email, line, paragraphs, too_long
from merchant_api.centre.typed_address import AddressForm, address_of
from merchant_api.centre.typed_address import faults_of as address_faults_of

METHODS: Final[tuple[Method, ...]] = get_args(Method)
SERVICES: Final[tuple[ServiceCode, ...]] = get_args(ServiceCode)
MOST_NAME: Final = 80
MOST_LEGAL_NAME: Final = 120
MOST_POLICY: Final = 2000
_LINES: Final = ("line_1", "line_2", "city", "province", "postal_code")


class StoreForm(BaseModel):
    """The fields of the form, as they were typed."""

    store_name: str = ""
    legal_name: str = ""
    line_1: str = ""
    line_2: str = ""
    city: str = ""
    province: str = ""
    postal_code: str = ""
    contact_email: str = ""
    privacy_email: str = ""
    policy_fr: str = ""
    policy_en: str = ""
    methods: Annotated[tuple[str, ...], Field(max_length=20)] = ()
    service_code: str = ""

    @classmethod
    def of(cls, settings: CentreSettings) -> "StoreForm":
        """Fill the form in."""
        lines = AddressForm.of(settings.postal_address).model_dump(include=set(_LINES))
        return cls(
            store_name=settings.store_name,
            legal_name=settings.legal_name,
            contact_email=settings.contact_email,
            privacy_email=settings.privacy_email,
            policy_fr=settings.policy.fr,
            policy_en=settings.policy.en,
            methods=settings.methods,
            service_code=settings.service_code,
            **lines,
        )


def faults_of(form: StoreForm) -> Faults:
    """Find what cannot be taken, in the order of the page."""
    found: dict[str, Fault | None] = {
        "store_name": _name_fault(form.store_name, MOST_NAME, "name"),
        "legal_name": _name_fault(form.legal_name, MOST_LEGAL_NAME, "legal-name"),
        "contact_email": _email_fault(form.contact_email, "contact-email"),
        "privacy_email": _email_fault(form.privacy_email, "privacy-email"),
        **address_faults_of(_address_form(form)),
        "policy_fr": _policy_fault(form.policy_fr, "fr"),
        "policy_en": _policy_fault(form.policy_en, "en"),
        "methods": None if _methods(form) else Fault("methods-missing"),
        "service_code": None if form.service_code in SERVICES else Fault("service-missing"),
    }
    return {name: fault for name, fault in found.items() if fault}


def store_of(form: StoreForm) -> Store:
    """Return what a form without faults says."""
    return Store.model_validate(
        {
            "store_name": line(form.store_name),
            "legal_name": line(form.legal_name),
            "postal_address": _postal_address(form),
            "contact_email": email(form.contact_email),
            "privacy_email": email(form.privacy_email),
            "policy": Words(fr=paragraphs(form.policy_fr), en=paragraphs(form.policy_en)),
            "methods": _methods(form),
            "service_code": form.service_code,
        }
    )


def _address_form(form: StoreForm) -> AddressForm:
    # Mail to the business needs no contact; the name stands for it, as far as it goes.
    lines = form.model_dump(include=set(_LINES))
    return AddressForm(name=line(form.store_name)[:44] or "-", **lines)


def _postal_address(form: StoreForm) -> PostalAddress:
    return address_of(_address_form(form))


def _methods(form: StoreForm) -> tuple[Method, ...]:
    return tuple(method for method in METHODS if method in form.methods)


def _name_fault(typed: str, most: int, word: str) -> Fault | None:
    name = line(typed)
    return too_long(name, most, f"store-{word}-long") if name else Fault(f"store-{word}-missing")


def _email_fault(typed: str, word: str) -> Fault | None:
    if not line(typed):
        return Fault(f"store-{word}-missing")
    return None if email(typed) else Fault(f"store-{word}-malformed")


def _policy_fault(typed: str, language: str) -> Fault | None:
    text = paragraphs(typed)
    if not text:
        return Fault(f"store-policy-{language}-missing")
    return too_long(text, MOST_POLICY, f"store-policy-{language}-long")
