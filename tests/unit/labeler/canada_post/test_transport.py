"""Where the client may be sent, with which account, and when it is told to come back."""

import httpx
import pytest
from labeler.canada_post import Account, CanadaPost, CarrierUnavailable, Pace, open_http


@pytest.mark.parametrize(
    "base_url",
    [
        "ftp://carrier.example",
        "carrier.example",
        "https://",
        "https://user:secret@carrier.example",
        "https://carrier.example/?key=1",
    ],
)
def test_an_address_that_cannot_be_right_is_refused_at_the_start(base_url: str) -> None:
    with pytest.raises(ValueError, match="address"):
        open_http(base_url)


@pytest.mark.parametrize(
    "parts",
    [
        ("", "p", "1", None),
        ("a:b", "p", "1", None),
        ("a", "p", "", None),
        ("a", "p", "12345678901", None),
        ("a", "p", "1/../2", None),
        ("a", "p", "\u0661", None),
        ("a", "p", "1", "none"),
        ("a", "p", "1\n", None),
    ],
)
def test_an_account_that_cannot_be_right_is_refused(
    parts: tuple[str, str, str, str | None],
) -> None:
    with pytest.raises(ValueError, match=r"user|digits"):
        Account(*parts)


@pytest.mark.parametrize(
    ("status", "retry_after", "seconds"),
    [
        (429, "5", 60),
        (429, "120", 120),
        (429, "9999999", 3600),
        (429, "Wed, 25 Nov 2026 12:00:00 GMT", 60),
        (202, "", 1),
        (202, "0", 1),
        (202, "7", 7),
        (503, "30", 30),
        (503, "-1", None),
        (503, "", None),
    ],
)
async def test_the_carrier_may_say_when_to_come_back(
    account: Account, status: int, retry_after: str, seconds: float | None
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers={"Retry-After": retry_after}, request=request)

    client = CanadaPost(
        open_http("https://carrier.example", httpx.MockTransport(answer)), account, pace=Pace()
    )

    with pytest.raises(CarrierUnavailable) as outage:
        await client.track("7023210039414604")

    assert outage.value.retry_after_s == seconds
