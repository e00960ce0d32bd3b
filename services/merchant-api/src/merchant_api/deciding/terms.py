"""On which terms a label is priced and bought: to which address, by which service, which parcel."""

from dataclasses import dataclass
from uuid import UUID

from contracts.values import Parcel

from merchant_api.centre.centre_settings import CentreSettings, ReturnAddress, ServiceCode
from merchant_api.centre.change_parcels import MOST_GIRTH_MM, length_and_girth_mm
from merchant_api.centre.errors import AddressMissing, AddressNotFound, ParcelTooLarge
from merchant_api.deciding.decision import Terms
from merchant_api.returns.errors import ParcelUnknown
from merchant_api.returns.records import Estimate
from merchant_api.shipments.records import Shipment


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody chose. None: what was estimated last, or else what the centre usually does."""

    address_id: UUID | None = None
    service_code: ServiceCode | None = None
    parcel: Parcel | None = None


def agree_terms(
    wish: Wish, shipment: Shipment, settings: CentreSettings, last: Estimate | None
) -> Terms:
    """Fill in what `wish` leaves open; `last` is the last question about cost.

    Raises AddressMissing, AddressNotFound, ParcelUnknown, ParcelTooLarge.
    """
    address = _address(wish, settings)
    parcel = wish.parcel or usual_parcel(shipment, settings, last)
    if parcel is None:
        raise ParcelUnknown
    if wish.parcel is not None and length_and_girth_mm(wish.parcel) > MOST_GIRTH_MM:
        raise ParcelTooLarge
    return Terms(
        address_id=address.address_id,
        address=address.address,
        service_code=wish.service_code or usual_service(settings, last),
        parcel=parcel,
    )


def usual_parcel(
    shipment: Shipment, settings: CentreSettings, last: Estimate | None
) -> Parcel | None:
    """Return what is assumed when nobody chooses; None if nobody knows what it weighs."""
    return last.parcel if last else shipment.parcel or settings.default_parcel


def usual_service(settings: CentreSettings, last: Estimate | None) -> str:
    """Return the service that is assumed when nobody chooses."""
    return last.service_code if last else settings.service_code


def _address(wish: Wish, settings: CentreSettings) -> ReturnAddress:
    address = settings.find_address(wish.address_id or settings.default_address_id)
    if address is not None:
        return address
    raise AddressNotFound if settings.addresses else AddressMissing
