"""What an answer to a price enquiry means: a cost, or a failure in the carrier's words."""

from collections.abc import Sequence
from datetime import datetime

from chassis.words import Words
from contracts.decisions import EstimateRequested
from contracts.labels import CostEstimated, EstimateFailed, PriceLine, TaxLine

from labeler.canada_post import CarrierRefused, Quote
from labeler.refusals import tell_refusal


def conclude(
    requested: EstimateRequested,
    answer: Sequence[Quote] | CarrierRefused,
    words: Words,
    now: datetime,
) -> CostEstimated | EstimateFailed:
    """Turn `answer` into what is announced. No quote for the service asked for is a failure."""
    if isinstance(answer, CarrierRefused):
        return _failed(requested, answer.codes, tell_refusal(answer, words), now)
    for quote in answer:
        if quote.service_code == requested.service_code:
            return _estimated(requested, quote, now)
    message = words("service-not-offered", service=requested.service_code)
    return _failed(requested, (), message, now)


def _estimated(requested: EstimateRequested, quote: Quote, now: datetime) -> CostEstimated:
    """Pass the carrier's figures on. What costs nothing is left out: it would only be noise."""
    return CostEstimated(
        estimate_id=requested.estimate_id,
        return_id=requested.return_id,
        merchant_id=requested.merchant_id,
        service_code=quote.service_code,
        service_name=quote.service_name,
        base_cents=quote.base_cents,
        lines=tuple(
            PriceLine(code=line.code, name=line.name, amount_cents=line.amount_cents)
            for line in (*quote.adjustments, *quote.options)
            if line.amount_cents
        ),
        taxes=tuple(
            TaxLine(kind=tax.kind, rate_percent=tax.rate_percent, amount_cents=tax.amount_cents)
            for tax in quote.taxes
            if tax.amount_cents
        ),
        due_cents=quote.due_cents,
        quoted_at=now,
    )


def _failed(
    requested: EstimateRequested, codes: tuple[str, ...], message: str, now: datetime
) -> EstimateFailed:
    return EstimateFailed(
        estimate_id=requested.estimate_id,
        return_id=requested.return_id,
        merchant_id=requested.merchant_id,
        codes=codes,
        message=message,
        failed_at=now,
    )
