"""What a request for a return label says, and what the carrier's rules say to it."""

from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from simulator.accounts import Account, same_number
from simulator.limits import Dimensions, fits, read_dimensions
from simulator.places import PROVINCES, province_of
from simulator.services import SERVICES, is_known
from simulator.wire import at, text_at


@dataclass(frozen=True, slots=True)
class Party:
    """Someone at a Canadian address."""

    name: str
    company: str
    line_1: str
    line_2: str
    city: str
    province: str
    postal_code: str


@dataclass(frozen=True, slots=True)
class ReturnOrder:
    """One label wanted: from the returner to the receiver."""

    public: bool
    service_code: str
    returner: Party
    receiver: Party
    kilograms: Decimal | None
    dimensions: Dimensions | None
    output_format: str
    encoding: str
    instructions: bool
    paid_by: str
    contract_id: str
    customer_ref_1: str
    customer_ref_2: str


def read_order(root: etree._Element) -> ReturnOrder:
    """Read a document that has passed its schema, with the schema's and the carrier's defaults."""
    weight = text_at(root, "parcel-characteristics/weight")
    instructions = text_at(root, "print-preferences/show-packing-instructions")
    return ReturnOrder(
        public=bool(text_at(root, "create-public-key")),
        service_code=text_at(root, "service-code"),
        returner=_read_party(root, "returner"),
        receiver=_read_party(root, "receiver"),
        kilograms=Decimal(weight) if weight else None,
        dimensions=read_dimensions(at(root, "parcel-characteristics/dimensions")),
        output_format=text_at(root, "print-preferences/output-format") or "8.5x11",
        encoding=text_at(root, "print-preferences/encoding") or "PDF",
        instructions=instructions not in {"false", "0"},
        paid_by=text_at(root, "settlement-info/paid-by-customer"),
        contract_id=text_at(root, "settlement-info/contract-id"),
        customer_ref_1=text_at(root, "references/customer-ref-1"),
        customer_ref_2=text_at(root, "references/customer-ref-2"),
    )


def refusals(order: ReturnOrder, account: Account) -> list[str]:
    """List the codes of every rule that the order breaks."""
    return [
        *_account_refusals(order, account),
        *_print_refusals(order),
        *_parcel_refusals(order),
    ]


def _account_refusals(order: ReturnOrder, account: Account) -> list[str]:
    if account.contract_id is None:
        return ["1653"]
    codes = []
    if order.contract_id and not same_number(order.contract_id, account.contract_id):
        codes.append("1702")
    if order.paid_by and not same_number(order.paid_by, account.customer_number):
        codes.append("2500")
    return codes


def _print_refusals(order: ReturnOrder) -> list[str]:
    codes = []
    if order.output_format == "3x5":
        codes.append("9192")
    if order.encoding == "ZPL" and order.output_format != "4x6":
        codes.append("9191")
    if order.public and (order.output_format, order.encoding) != ("8.5x11", "PDF"):
        codes.append("9208")
    return codes


def _parcel_refusals(order: ReturnOrder) -> list[str]:
    codes = []
    if not is_known(order.service_code):
        codes.append("10028")
    elif order.service_code not in SERVICES:
        codes.append("9120")
    parties = (order.returner, order.receiver)
    if any(party.province not in PROVINCES for party in parties):
        codes.append("1157")
    if any(province_of(party.postal_code) is None for party in parties):
        codes.append("1159")
    if not fits(order.kilograms, order.dimensions):
        codes.append("9111")
    return codes


def _read_party(root: etree._Element, role: str) -> Party:
    address = f"{role}/domestic-address"
    return Party(
        name=text_at(root, f"{role}/name"),
        company=text_at(root, f"{role}/company"),
        line_1=text_at(root, f"{address}/address-line-1"),
        line_2=text_at(root, f"{address}/address-line-2"),
        city=text_at(root, f"{address}/city"),
        province=text_at(root, f"{address}/province"),
        postal_code=text_at(root, f"{address}/postal-code"),
    )
