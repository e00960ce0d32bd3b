"""What the console shows of a mail before it is sent is what notifier will say."""

import re
from pathlib import Path

import pytest

SERVICES = Path(__file__).parents[3] / "services"
NOTIFIER = SERVICES / "notifier/src/notifier/words"
CONSOLE = SERVICES / "merchant-api/src/merchant_api/words"


def _texts(catalogue: str, prefix: str) -> dict[str, str]:
    return dict(re.findall(rf"^{prefix}-([a-z-]+) = (.*)$", catalogue, re.MULTILINE))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_refusal_is_previewed_word_for_word(language: str) -> None:
    sent = _texts((NOTIFIER / f"{language}.ftl").read_text("utf-8"), "request-declined")
    shown = _texts((CONSOLE / language / "one-return.ftl").read_text("utf-8"), "mail-declined")

    assert len(shown) > 5
    assert shown == {name: sent[name] for name in shown}
    assert set(sent) - set(shown) == {"preview"}, "the line that inboxes show before one opens it"
