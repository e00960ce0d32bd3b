"""The terms as the panel offers them: what is chosen now, and what else there is."""

from dataclasses import dataclass
from decimal import Decimal

from chassis.words import Words
from contracts.values import Parcel

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.parcel_view import parcel_line
from merchant_api.console.words import city_line
from merchant_api.deciding.decision import Terms
from merchant_api.deciding.terms import usual_parcel, usual_service
from merchant_api.deciding.terms_form import OF_SHIPMENT, SERVICES, TYPED, TermsForm
from merchant_api.returns.records import Estimate
from merchant_api.shipments.records import Shipment


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the choices of a list."""

    value: str
    text: str
    is_chosen: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TermsView:
    """The lists, what is typed, and all that is chosen in one line."""

    summary: str
    services: tuple[Offer, ...]
    parcels: tuple[Offer, ...]
    addresses: tuple[Offer, ...]
    typed: TermsForm


def terms_view(
    shipment: Shipment,
    settings: CentreSettings,
    last: Estimate | None,
    words: Words,
    form: TermsForm | None,
) -> TermsView:
    """Offer the terms; as `form` has them, if something in it has to be mended."""
    parcel = usual_parcel(shipment, settings, last)
    filled = form or _filled(shipment, settings, last, parcel, words)
    service = usual_service(settings, last)
    known = [service_name(service, words), parcel_line(parcel, words) if parcel else ""]
    return TermsView(
        summary=" · ".join(filter(None, known)),
        services=tuple(
            Offer(code, service_name(code, words), code == filled.service) for code in SERVICES
        ),
        parcels=_parcels(shipment, settings, filled, words),
        addresses=tuple(
            Offer(
                str(it.address_id),
                f"{it.address.company or it.address.name}, {city_line(it.address, words)}",
                str(it.address_id) == filled.adresse,
            )
            for it in settings.addresses
        ),
        typed=filled,
    )


def agreed_line(terms: Terms, words: Words) -> str:
    """Write in one line what was agreed."""
    to = terms.address
    facts = (
        service_name(terms.service_code, words),
        parcel_line(terms.parcel, words),
        words("terms-to", address=f"{to.company or to.name}, {city_line(to, words)}"),
    )
    return " · ".join(facts)


def service_name(code: str, words: Words) -> str:
    """Name a service as Canada Post does; one that we do not know by its code."""
    return words(f"service-{code.partition('.')[2]}") if code in SERVICES else code


def _filled(
    shipment: Shipment,
    settings: CentreSettings,
    last: Estimate | None,
    parcel: Parcel | None,
    words: Words,
) -> TermsForm:
    chosen = _name_of(parcel, shipment, settings)
    typed = _typed(parcel, words) if parcel and chosen == TYPED else {}
    return TermsForm(
        service=usual_service(settings, last),
        adresse=str(settings.default_address_id or ""),
        colis=chosen,
        **typed,
    )


def _name_of(parcel: Parcel | None, shipment: Shipment, settings: CentreSettings) -> str:
    if parcel is not None and parcel == shipment.parcel:
        return OF_SHIPMENT
    preset = next((it for it in settings.parcels if it.parcel == parcel), None)
    return str(preset.preset_id) if preset else TYPED


def _typed(parcel: Parcel, words: Words) -> dict[str, str]:
    sides = {name: getattr(parcel, f"{name}_mm") for name in ("length", "width", "height")}
    return {
        "weight": words.decimal(Decimal(parcel.weight_grams) / 1000),
        **{name: words.decimal(Decimal(mm) / 10) for name, mm in sides.items() if mm},
    }


def _parcels(
    shipment: Shipment, settings: CentreSettings, form: TermsForm, words: Words
) -> tuple[Offer, ...]:
    own = shipment.parcel
    return (
        *(
            [
                Offer(
                    OF_SHIPMENT,
                    words("terms-own"),
                    form.colis == OF_SHIPMENT,
                    parcel_line(own, words),
                )
            ]
            if own
            else []
        ),
        *(
            Offer(
                str(it.preset_id),
                it.name,
                form.colis == str(it.preset_id),
                parcel_line(it.parcel, words),
            )
            for it in settings.parcels
        ),
        Offer(TYPED, words("terms-typed"), form.colis == TYPED),
    )
