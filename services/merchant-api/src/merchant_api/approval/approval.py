"""The rule of who decides: a person or the rule itself, and which days are promised."""

from dataclasses import dataclass
from typing import Final, Literal

from merchant_api.centre.centre_settings import CentreSettings

MOST_WINDOW_DAYS: Final = 365
MOST_ANSWER_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class ApprovalWish:
    """Who decides, within how many days of delivery, and how soon an answer is promised."""

    approval: Literal["manual", "automatic"]
    window_days: int | None
    answer_business_days: int


def save_approval(settings: CentreSettings, wish: ApprovalWish) -> CentreSettings:
    """Have things decided as `wish` says."""
    saved = settings.saved if "approval" in settings.saved else (*settings.saved, "approval")
    wanted = {
        "approval": wish.approval,
        "window_days": wish.window_days,
        "answer_business_days": wish.answer_business_days,
        "saved": saved,
    }
    changed = CentreSettings.model_validate({**settings.model_dump(), **wanted})
    return with_rule_version(changed, settings)


def with_rule_version(settings: CentreSettings, known: CentreSettings) -> CentreSettings:
    """Begin a new version of the rule if it decides otherwise than before.

    A decision by rule names the version. The promised answer is no part of the rule.
    """
    is_changed = (settings.approval, settings.window_days) != (known.approval, known.window_days)
    version = known.approval_version + is_changed
    return settings.model_copy(update={"approval_version": version})
