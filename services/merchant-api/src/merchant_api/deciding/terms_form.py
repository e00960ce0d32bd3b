"""The terms as a form sends them: a service, an address, and a parcel from a list or typed."""

from typing import Annotated, Final, get_args
from uuid import UUID

from contracts.values import Parcel
from fastapi import Form
from pydantic import BaseModel, ConfigDict

from merchant_api.centre.centre_settings import CentreSettings, ServiceCode
from merchant_api.centre.typed import Fault, Faults
from merchant_api.centre.typed_parcel import ParcelForm, faults_of, preset_of
from merchant_api.deciding.terms import Wish
from merchant_api.shipments.records import Shipment

SERVICES: Final[tuple[ServiceCode, ...]] = get_args(ServiceCode)
OF_SHIPMENT: Final = "envoi"
TYPED: Final = "autre"
_ANY_ID: Final = UUID(int=0)


class TermsForm(BaseModel):
    """What was chosen and typed; all of it may be left out. `ici`: where the form was."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    service: str = ""
    adresse: str = ""
    colis: str = ""
    weight: str = ""
    length: str = ""
    width: str = ""
    height: str = ""
    ici: str = ""

    @property
    def typed_parcel(self) -> ParcelForm:
        return ParcelForm(
            name=TYPED,
            weight=self.weight,
            length=self.length,
            width=self.width,
            height=self.height,
        )


Chosen = Annotated[TermsForm, Form()]


def read_terms(
    form: TermsForm, shipment: Shipment | None, settings: CentreSettings
) -> tuple[Wish, Faults]:
    """Read what was chosen. What is not there any more counts as not chosen, and is told."""
    parcel, faults = _parcel(form, shipment, settings)
    service = next((code for code in SERVICES if code == form.service), None)
    address = next((it for it in settings.addresses if str(it.address_id) == form.adresse), None)
    if form.adresse and address is None:
        faults = {**faults, "adresse": Fault("terms-address-gone")}
    return Wish(address.address_id if address else None, service, parcel), faults


def _parcel(
    form: TermsForm, shipment: Shipment | None, settings: CentreSettings
) -> tuple[Parcel | None, Faults]:
    match form.colis:
        case "":
            return None, {}
        case "envoi":
            return (shipment.parcel if shipment else None), {}
        case "autre":
            faults = faults_of(form.typed_parcel)
            return (None if faults else preset_of(form.typed_parcel, _ANY_ID).parcel), faults
        case chosen:
            preset = next((it for it in settings.parcels if str(it.preset_id) == chosen), None)
            gone: Faults = {} if preset else {"colis": Fault("terms-parcel-gone")}
            return (preset.parcel if preset else None), gone
