"""What the API says of shipments, decisions and estimates: the shapes of its JSON."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from contracts.labels import PriceLine, TaxLine
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from merchant_api.actors import Actor, ActorKind
from merchant_api.deciding.decision import Decision, DeclineReason, Verdict
from merchant_api.deciding.terms_shapes import TermsOut
from merchant_api.returns.records import Estimate


class ActorOut(BaseModel):
    """Who decided. `name` is an e-mail, a key's name, or the rule's."""

    kind: ActorKind
    name: str = Field(examples=["enrol"])
    rule_version: int | None = Field(default=None, description="Of the rule, if it decided")

    @classmethod
    def of(cls, actor: Actor) -> Self:
        version = int(actor.id) if actor.kind == "rule" and actor.id else None
        return cls(kind=actor.kind, name=actor.name, rule_version=version)


class DecisionOut(BaseModel):
    """What was decided, for good."""

    verdict: Verdict
    decided_at: datetime
    by: ActorOut
    message: str | None = Field(description="The words for the customer, of a refusal")
    terms: TermsOut | None = Field(default=None, description="Of an approval")
    decline_reason: DeclineReason | None = Field(
        default=None, description="Of a refusal, for statistics; the customer never learns it"
    )

    @classmethod
    def of(cls, decision: Decision) -> Self:
        return cls(
            verdict=decision.verdict,
            decided_at=decision.decided_at,
            by=ActorOut.of(decision.actor),
            message=decision.message,
            terms=TermsOut.of(decision.terms) if decision.terms else None,
            decline_reason=decision.decline_reason,
        )


class PriceOut(BaseModel):
    """The carrier's price, in Canadian cents. Never computed by us."""

    service_code: str
    service_name: str
    base_cents: int
    lines: tuple[PriceLine, ...]
    taxes: tuple[TaxLine, ...]
    due_cents: int
    quoted_at: datetime


class EstimateFailureOut(BaseModel):
    """The carrier would not name a price; `message` is in its own words."""

    codes: tuple[str, ...]
    message: str
    failed_at: datetime


class EstimateOut(BaseModel):
    """The last question about cost. It is `pending` until the carrier answers."""

    estimate_id: UUID
    status: Literal["pending", "priced", "failed"]
    requested_at: datetime
    price: PriceOut | None
    failure: EstimateFailureOut | None

    @classmethod
    def of(cls, estimate: Estimate) -> Self:
        price, failure = estimate.price, estimate.failure
        answered = {"price", "estimate_id", "return_id", "merchant_id"}
        return cls(
            estimate_id=estimate.estimate_id,
            status="priced" if price else "failed" if failure else "pending",
            requested_at=estimate.requested_at,
            price=PriceOut(**price.model_dump(exclude=answered)) if price else None,
            failure=EstimateFailureOut(**failure.model_dump(exclude=answered)) if failure else None,
        )


class EstimateAsked(BaseModel):
    """The question is on its way; its answer will be the `estimate` of the return."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"estimate_id": "01997c4e-7a10-7000-8000-000000000001"}]}
    )

    estimate_id: UUID


class DeclineIn(BaseModel):
    """A refusal. The customer reads `message` as it is."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"message": "Cet article est une vente finale.", "reason": "final_sale"}]
        },
    )

    message: Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
    reason: DeclineReason | None = Field(
        default=None, description="Why, for your own statistics; never told to the customer"
    )
