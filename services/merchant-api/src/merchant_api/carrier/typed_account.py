"""A carrier account as it is typed into the form, and what is wrong with it."""

import re
from dataclasses import dataclass
from typing import Final

from contracts.carriers import CarrierAccount, Environment
from pydantic import BaseModel, ConfigDict, Field

_NUMBER: Final = re.compile(r"[0-9]{1,10}")
_MOST_CHARACTERS: Final = 100


class AccountForm(BaseModel):
    """The form's fields, as typed."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    environnement: str = "production"
    client: str = ""
    convention: str = ""
    utilisateur: str = Field(default="", repr=False)
    motdepasse: str = Field(default="", repr=False)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed; a choice always stands."""
        return not any((self.client, self.convention, self.utilisateur, self.motdepasse))

    @property
    def environment(self) -> Environment:
        return "test" if self.environnement == "test" else "production"


@dataclass(frozen=True, slots=True)
class Faulty:
    """Each wrong field, and the name of the sentence that says what is wrong."""

    faults: dict[str, str]


def read_account(typed: AccountForm) -> CarrierAccount | Faulty:
    """Read what was typed. Numbers may be written with spaces and hyphens."""
    customer, contract = _digits(typed.client), _digits(typed.convention)
    user = typed.utilisateur.strip()
    faults = {
        "client": _number_fault(customer) if customer else "carrier-customer-missing",
        "convention": _number_fault(contract) if contract else "",
        "utilisateur": _user_fault(user),
        "motdepasse": _password_fault(typed.motdepasse),
    }
    faults = {field: fault for field, fault in faults.items() if fault}
    if faults:
        return Faulty(faults)
    return CarrierAccount(
        user=user,
        password=typed.motdepasse,
        customer_number=customer,
        contract_id=contract or None,
        environment=typed.environment,
    )


def _digits(typed: str) -> str:
    return re.sub(r"[\s-]", "", typed)


def _number_fault(number: str) -> str:
    return "" if _NUMBER.fullmatch(number) else "carrier-number-wrong"


def _user_fault(user: str) -> str:
    if not user:
        return "carrier-user-missing"
    if ":" in user or not user.isprintable() or len(user) > _MOST_CHARACTERS:
        return "carrier-user-wrong"
    return ""


def _password_fault(password: str) -> str:
    if not password:
        return "carrier-password-missing"
    return "carrier-password-wrong" if len(password) > _MOST_CHARACTERS else ""
