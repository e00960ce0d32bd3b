"""The rule of the store itself: its names, where it answers, its policy, what it offers.

Window and promised answer belong to the approval: its rule, and that rule's version, go by them.
"""

from typing import Annotated

from contracts.values import Email, Method, PostalAddress, Value, Words
from pydantic import Field, StringConstraints

from merchant_api.centre.centre_settings import CentreSettings, ServiceCode, with_changes


class Store(Value):
    """All of this subject, as it is to be from now on."""

    store_name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    legal_name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    postal_address: PostalAddress
    contact_email: Email
    privacy_email: Email
    policy: Words
    methods: Annotated[tuple[Method, ...], Field(min_length=1)]
    service_code: ServiceCode

    @classmethod
    def of(cls, settings: CentreSettings) -> "Store":
        """Read the subject from the settings."""
        return cls.model_validate({name: getattr(settings, name) for name in cls.model_fields})


def change_store(settings: CentreSettings, store: Store) -> CentreSettings:
    """Replace the subject. The slug stays: links in mails and bookmarks begin with it."""
    return with_changes(settings, **dict(store))
