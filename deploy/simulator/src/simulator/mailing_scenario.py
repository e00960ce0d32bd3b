"""What a request for rates says, and what the carrier's rules say to it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lxml import etree

from simulator.accounts import Account, same_number
from simulator.limits import Dimensions, fits, read_dimensions
from simulator.places import province_of
from simulator.services import SERVICES, is_known
from simulator.wire import at, text_at


@dataclass(frozen=True, slots=True)
class Scenario:
    """One parcel from here to there. No services named means all of them."""

    customer_number: str
    contract_id: str
    quote_type: str
    mailing_on: date | None
    option_codes: tuple[str, ...]
    service_codes: tuple[str, ...]
    kilograms: Decimal
    dimensions: Dimensions | None
    origin_postal_code: str
    destination_postal_code: str | None


def read_scenario(root: etree._Element) -> Scenario:
    """Read a document that has passed its schema; a foreign destination is None."""
    mailing_on = text_at(root, "expected-mailing-date")
    return Scenario(
        customer_number=text_at(root, "customer-number"),
        contract_id=text_at(root, "contract-id"),
        quote_type=text_at(root, "quote-type") or "commercial",
        mailing_on=date.fromisoformat(mailing_on[:10]) if mailing_on else None,
        option_codes=tuple(text_at(option, "option-code") for option in _within(root, "options")),
        service_codes=tuple((code.text or "").strip() for code in _within(root, "services")),
        kilograms=Decimal(text_at(root, "parcel-characteristics/weight")),
        dimensions=read_dimensions(at(root, "parcel-characteristics/dimensions")),
        origin_postal_code=text_at(root, "origin-postal-code"),
        destination_postal_code=text_at(root, "destination/domestic/postal-code") or None,
    )


def refusals(scenario: Scenario, account: Account, today: date) -> list[str]:
    """List the codes of every rule that the scenario breaks."""
    return [*_account_refusals(scenario, account), *_parcel_refusals(scenario, today)]


def _account_refusals(scenario: Scenario, account: Account) -> list[str]:
    codes = []
    if scenario.quote_type == "counter":
        if scenario.customer_number or scenario.contract_id:
            codes.append("9114")
        return codes
    if not scenario.customer_number:
        codes.append("9113")
    elif not same_number(scenario.customer_number, account.customer_number):
        codes.append("2500")
    if scenario.contract_id and not same_number(scenario.contract_id, account.contract_id or ""):
        codes.append("1702")
    return codes


def _parcel_refusals(scenario: Scenario, today: date) -> list[str]:
    codes = []
    if scenario.mailing_on and scenario.mailing_on < today:
        codes.append("1622")
    if not all(map(is_known, scenario.service_codes)):
        codes.append("10028")
    destination = scenario.destination_postal_code
    if destination is None:
        codes.append("9111")
    elif not province_of(scenario.origin_postal_code) or not province_of(destination):
        codes.append("1159")
    if not fits(scenario.kilograms, scenario.dimensions):
        codes.append("9111")
    wanted = scenario.service_codes
    if wanted and all(map(is_known, wanted)) and not any(code in SERVICES for code in wanted):
        codes.append("9111")
    return list(dict.fromkeys(codes))


def _within(root: etree._Element, name: str) -> list[etree._Element]:
    found = at(root, name)
    return [] if found is None else list(found)
