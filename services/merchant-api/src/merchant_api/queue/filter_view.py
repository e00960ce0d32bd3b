"""What narrows the view, as its form shows it: the choices, and what is chosen."""

from dataclasses import dataclass, replace

from chassis.words import Words

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.queue.view import METHODS, View


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a list."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """What narrows the view now, in words, and the address of the view without it."""

    text: str
    without_url: str


@dataclass(frozen=True, slots=True)
class Filters:
    """The lists of the form, and what is chosen in them."""

    reasons: tuple[Choice, ...]
    methods: tuple[Choice, ...]
    addresses: tuple[Choice, ...]
    chosen: tuple[Chosen, ...]


def filters_of(view: View, settings: CentreSettings, words: Words) -> Filters:
    """Offer all reasons that a return may have, the retired ones too, and all addresses."""
    reasons = tuple(
        Choice(it.code, getattr(it.words, words.language), it.code == view.reason)
        for it in settings.reasons
    )
    methods = tuple(
        Choice(slug, words(f"method-{method}"), method == view.method)
        for slug, method in METHODS.items()
    )
    addresses = tuple(
        Choice(
            str(it.address_id),
            f"{it.address.name}, {it.address.city}",
            it.address_id == view.address_id,
        )
        for it in settings.addresses
    )
    chosen = _chosen(view, words, _text(reasons, view.reason), _text(addresses, "?"))
    return Filters(reasons, methods, addresses, chosen)


def _chosen(view: View, words: Words, reason: str, address: str) -> tuple[Chosen, ...]:
    method = words(f"method-{view.method}") if view.method else ""
    told = {
        "reason": words("filter-reason", reason=reason) if view.reason else "",
        "method": method,
        "from_on": words("filter-from", day=words.day(view.from_on)) if view.from_on else "",
        "to_on": words("filter-to", day=words.day(view.to_on)) if view.to_on else "",
        "address_id": words("filter-address", address=address) if view.address_id else "",
        "run_id": words(f"filter-run-{view.part}") if view.run_id else "",
    }
    nothing = View()
    return tuple(
        Chosen(text, replace(view, **{field: getattr(nothing, field)}).url())
        for field, text in told.items()
        if text
    )


def _text(choices: tuple[Choice, ...], otherwise: str) -> str:
    return next((choice.text for choice in choices if choice.is_chosen), otherwise)
