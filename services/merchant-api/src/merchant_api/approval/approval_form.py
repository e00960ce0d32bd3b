"""What is typed on the page of approval, read with good will."""

from typing import Final, Self

from pydantic import BaseModel, ConfigDict

from merchant_api.approval.approval import MOST_ANSWER_DAYS, MOST_WINDOW_DAYS, ApprovalWish
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.typed import Fault, Faults

_DIGITS: Final = 4


class ApprovalForm(BaseModel):
    """The answers as typed. `act` is set by the button that only shows what would be."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    approval: str = ""
    window_days: str = ""
    answer_business_days: str = ""
    act: str = ""

    @classmethod
    def of(cls, settings: CentreSettings) -> Self:
        """Show what is in force; an empty window means no limit."""
        return cls(
            approval=settings.approval,
            window_days="" if settings.window_days is None else str(settings.window_days),
            answer_business_days=str(settings.answer_business_days),
        )


def read_approval(form: ApprovalForm) -> tuple[ApprovalWish | None, Faults]:
    """Read the answers; None together with all that is wrong."""
    faults: Faults = {}
    if form.approval not in ("manual", "automatic"):
        faults["approval"] = Fault("approval-missing")
    window_days = read_window(form)
    if form.window_days.strip() and window_days is None:
        faults["window_days"] = Fault("window-days-wrong", {"most": MOST_WINDOW_DAYS})
    answer_days = _days(form.answer_business_days, MOST_ANSWER_DAYS)
    if answer_days is None:
        faults["answer_business_days"] = Fault("answer-days-wrong", {"most": MOST_ANSWER_DAYS})
    if faults or answer_days is None:
        return None, faults
    if form.approval == "automatic":
        return ApprovalWish("automatic", window_days, answer_days), faults
    return ApprovalWish("manual", window_days, answer_days), faults


def read_window(form: ApprovalForm) -> int | None:
    """Read the window; None: no limit, or not a number of days."""
    return _days(form.window_days, MOST_WINDOW_DAYS)


def _days(typed: str, most: int) -> int | None:
    plain = typed.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= _DIGITS):
        return None
    days = int(plain)
    return days if 1 <= days <= most else None
