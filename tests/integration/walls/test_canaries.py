"""After whole journeys, good and bad, nothing private lies where it need not.

Every secret and every personal thing in them is a canary: unique, and then searched for in all
logs, in Kafka's own files, in blob storage and in every row of every schema.
"""

import asyncio
import json
import re
import secrets
from dataclasses import dataclass, field
from functools import partial
from uuid import uuid4

import httpx
import pytest
from aiokafka import AIOKafkaProducer
from contracts.returns import ReturnRequested
from local_stack.demo import sign_in, slug

from tests.integration.walls.searching import look_everywhere, where
from tests.system import Requested, System

BROWSER = {"sec-fetch-site": "same-origin"}
POSTAL_CODE = "H2X1Y4"
RECORDS = {"portal", "merchant", "labeler", "notifier"}


@dataclass(frozen=True, slots=True)
class Canaries:
    """What identifies the customer of these journeys, and what opens something."""

    mark: str = field(default_factory=lambda: secrets.token_hex(6))

    @property
    def email(self) -> str:
        return f"canari-{self.mark}@example.com"

    @property
    def colleague(self) -> str:
        return f"collegue-{self.mark}@example.com"

    @property
    def password(self) -> str:
        return f"phrase du canari {self.mark}"

    @property
    def name(self) -> str:
        return f"Canari Exemple {self.mark}"

    @property
    def staff(self) -> str:
        return f"personnel-{self.mark}@example.com"

    @property
    def api_password(self) -> str:
        return f"mot-de-passe-{self.mark}"

    @property
    def street(self) -> str:
        return f"17, rue {self.mark[:8]} Canari"

    @property
    def comment(self) -> str:
        return f"Mot du canari {self.mark}"

    @property
    def note(self) -> str:
        return f"Mot entre nous du canari {self.mark}"

    @property
    def refusal(self) -> str:
        return f"Réponse au canari {self.mark}"


@dataclass(slots=True)
class Trail:
    """The secrets that were given out on the way."""

    tokens: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    pins: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture(scope="module")
def trail(system: System, canaries: Canaries) -> Trail:
    """Walk the journeys; return what they gave out."""
    trail = Trail()
    _say_nonsense(system, canaries)
    _want_to_be_told(system, canaries)
    _make_a_key(system, trail)
    good = _ask_on_pages(system, canaries, trail)
    _approve_in_the_console(system, canaries, good, trail)
    _be_declined(system, canaries, trail)
    _be_refused_by_the_carrier(system, canaries, trail)
    _be_left_in_doubt(system, canaries, trail)
    _try_an_account(system, canaries)
    _bring_a_colleague_in(system, canaries, trail)
    asyncio.run(_poison(system, canaries))
    system.until(lambda: len(system.mails(canaries.email)) == 6)
    system.until(lambda: _told_of_all(system, good))
    # A label refused, one in doubt, and a parcel that came back, at least; nothing tells when the
    # list was there, so that a request may have come before it.
    system.until(lambda: len(system.mails(canaries.staff)) >= 3)
    return trail


@pytest.fixture(scope="module")
def places(system: System, trail: Trail) -> dict[str, list[bytes]]:
    assert trail.tokens
    return asyncio.run(look_everywhere(system.stack))


def test_what_opens_something_is_nowhere(
    system: System, places: dict[str, list[bytes]], trail: Trail, canaries: Canaries
) -> None:
    _, password = sign_in()
    keys = [system.api_key, *trail.keys]
    opening = {
        "status link": trail.tokens,
        "draft": trail.drafts,
        "session": trail.cookies,
        "API key": [part for key in keys for part in (key, key.split("_")[3])],
        "password, and the carrier's user": [password, canaries.password],
        "link of one of the merchant's people": trail.links,
        "carrier's password": ["specimen", canaries.api_password],
        "carrier's link to a label": ["/rs/artifact"],
    }

    found = {
        what: spots
        for what, all_of_them in opening.items()
        if (spots := set().union(*(where(places, one) for one in all_of_them)))
    }

    assert found == {}


def test_the_public_address_of_a_label_is_known_to_labeler_alone(
    system: System, places: dict[str, list[bytes]], trail: Trail
) -> None:
    ledger = (system.stack.folder.root / "simulator/ledger.jsonl").read_text("utf-8")
    sales = [json.loads(line) for line in ledger.splitlines()]
    [token] = [sale["public_token"] for sale in sales if sale["pin"] == trail.pins[0]]

    assert where(places, token) == {"labeler"}


def test_what_is_personal_lies_only_where_it_is_needed(
    places: dict[str, list[bytes]], canaries: Canaries, trail: Trail
) -> None:
    assert where(places, canaries.email) == {"kafka", "portal", "merchant", "notifier"}
    assert where(places, canaries.name) - {"blobs"} == {"kafka", *RECORDS}
    assert where(places, canaries.street) - {"blobs"} == {"kafka", "merchant", "labeler"}
    assert where(places, canaries.comment) == {"kafka", "portal", "merchant", "notifier"}
    assert where(places, canaries.note) == {"merchant"}
    assert where(places, canaries.refusal) == {"kafka", "portal", "merchant", "notifier"}
    assert where(places, canaries.colleague) == {"merchant", "notifier"}
    assert where(places, trail.pins[0]) - {"blobs"} == {"kafka", *RECORDS}


def test_the_merchants_people_are_told_without_the_customers_link(
    system: System, canaries: Canaries, trail: Trail, places: dict[str, list[bytes]]
) -> None:
    for mail in system.mails(canaries.staff):
        whole = system.http.get(f"{system.inbox}/api/messages/{mail['id']}").text
        assert f"{system.console}/retours/" in whole
        assert not any(token in whole for token in trail.tokens)

    assert where(places, canaries.staff) == {"kafka", "merchant", "notifier"}


def _say_nonsense(system: System, canaries: Canaries) -> None:
    """Be turned away at each door, with canaries in hand."""
    centre = f"{system.portal}/api/v1/centres/{slug()}/lookups"
    say = system.http.request
    say("POST", centre, json={"tracking_number": canaries.email, "postal_code": canaries.name})
    say("POST", centre, json={"tracking_number": [canaries.email]})
    say("POST", centre, content=f'{{"{canaries.email}": '.encode())
    say("GET", f"{system.portal}/r/{canaries.mark}{canaries.email}")
    say("GET", f"{system.portal}/nowhere/{canaries.email}", headers={"referer": canaries.email})
    say("POST", f"{system.console}/connexion", data={"email": canaries.email}, headers=BROWSER)
    wrong = {"authorization": f"Bearer {system.api_key}x"}
    say("POST", f"{system.console}/api/v1/shipments", json={"x": canaries.email}, headers=wrong)
    right = {"authorization": f"Bearer {system.api_key}"}
    say("POST", f"{system.console}/api/v1/shipments", json={"x": canaries.email}, headers=right)


def _ship(system: System, canaries: Canaries) -> str:
    number = f"72{secrets.randbelow(10**14):014d}"
    recipient = {
        "name": canaries.name,
        "line_1": canaries.street,
        "city": "Montréal",
        "province": "QC",
        "postal_code": POSTAL_CODE,
    }
    shipment = {
        "tracking_number": number,
        "email": canaries.email,
        "language": "fr",
        "recipient": recipient,
        "parcel": {"weight_grams": 1200},
    }
    system.merchant("POST", "/shipments", json=shipment)
    return number


def _ask_on_pages(system: System, canaries: Canaries, trail: Trail) -> Requested:
    """Ask as a person does: the secrets are in addresses."""
    number = _ship(system, canaries)
    typed = {"tracking_number": number, "postal_code": POSTAL_CODE}
    with httpx.Client(base_url=system.portal, headers=BROWSER, trust_env=False) as browser:

        def begin() -> str | None:
            found = browser.post(f"/{slug()}/", data=typed)
            return found.headers["location"] if found.has_redirect_location else None

        folder = system.until(begin).removesuffix("/motif")
        answered = {"reasons": "damaged", "comment": canaries.comment}
        browser.post(f"{folder}/motif", data=answered)
        browser.post(f"{folder}/mode", data={"method": "qr_code"})
        browser.post(f"{folder}/verification", data={"email": f"{canaries.email} nonsense"})
        sent = browser.post(f"{folder}/verification", data={"email": canaries.email})
        token = sent.headers["location"].removeprefix("/r/")
        browser.get(f"/r/{token}", headers={"referer": f"{system.portal}{folder}"})
        number = browser.get(f"/api/v1/returns/{token}").json()["number"]
    trail.drafts.append(folder.rpartition("/")[2])
    trail.tokens.append(token)
    return Requested(number, token, canaries.email)


def _ask_by_api(system: System, canaries: Canaries, trail: Trail) -> Requested:
    number = _ship(system, canaries)
    typed = {"tracking_number": number, "postal_code": POSTAL_CODE}
    doors = f"{system.portal}/api/v1"

    def begin() -> str | None:
        found = system.http.post(f"{doors}/centres/{slug()}/lookups", json=typed)
        return str(found.json()["draft"]) if found.is_success else None

    draft = system.until(begin)
    answers = {
        "draft": draft,
        "reasons": ["damaged"],
        "comment": canaries.comment,
        "method": "printed_label",
        "email": canaries.email,
        "language": "en",
    }
    created = system.http.post(f"{doors}/returns", json=answers).raise_for_status().json()
    trail.drafts.append(draft)
    trail.tokens.append(created["token"])
    return Requested(created["number"], created["token"], canaries.email)


def _approve_in_the_console(
    system: System, canaries: Canaries, requested: Requested, trail: Trail
) -> None:
    system.until(lambda: system.dossier(requested))
    email, password = sign_in()
    with httpx.Client(base_url=system.console, headers=BROWSER, trust_env=False) as browser:
        browser.post("/connexion", data={"email": email, "password": password})
        trail.cookies.extend(browser.cookies.values())
        browser.post(f"/retours/{requested.number}/notes", data={"note": canaries.note})
        browser.post(f"/retours/{requested.number}/estimer")
        browser.post(f"/retours/{requested.number}/approuver")
    system.until(lambda: system.state(requested) == "ready")
    for name in ("label.pdf", "qr.png", "qr.svg"):
        system.http.get(f"{system.portal}/r/{requested.token}/{name}").raise_for_status()
    [sold] = system.sold(requested)
    trail.pins.append(str(sold["pin"]))
    system.scan(sold["pin"], "delivered")
    system.until(lambda: system.state(requested) == "delivered")


def _be_declined(system: System, canaries: Canaries, trail: Trail) -> None:
    requested = _ask_by_api(system, canaries, trail)
    system.decide(requested, "decline", message=canaries.refusal)
    system.until(lambda: system.state(requested) == "declined")


def _be_refused_by_the_carrier(system: System, canaries: Canaries, trail: Trail) -> None:
    _fail(system, _ask_by_api(system, canaries, trail), "refuse:1653")


def _be_left_in_doubt(system: System, canaries: Canaries, trail: Trail) -> None:
    _fail(system, _ask_by_api(system, canaries, trail), "truncated-xml")


def _fail(system: System, requested: Requested, how: str) -> None:
    order = {"on": "authorizedreturn", "do": how}
    system.http.post(f"{system.simulator}/faults", json=order).raise_for_status()
    system.decide(requested, "approve")
    system.until(lambda: system.state(requested) == "delayed")


def _want_to_be_told(system: System, canaries: Canaries) -> None:
    kinds = ["new_request", "label_problem", "parcel_delivered", "mail_failed"]
    told = {"recipients": [{"email": canaries.staff, "language": "fr", "kinds": kinds}]}
    system.merchant("PUT", "/notifications", json=told)


def _make_a_key(system: System, trail: Trail) -> None:
    """Ask twice under one Idempotency-Key: the answer, with the secret in it, was kept."""
    told = {"name": "Entrepôt", "scopes": ["returns:read"]}
    once = {"authorization": f"Bearer {system.api_key}", "idempotency-key": secrets.token_hex(8)}
    url = f"{system.console}/api/v1/api-keys"
    made = [system.http.post(url, json=told, headers=once).json()["key"] for _ in range(2)]
    assert made[0] == made[1]
    trail.keys.append(made[0])


def _try_an_account(system: System, canaries: Canaries) -> None:
    """Try the saved account, which works, and another, which does not."""
    other = {
        "user": "renvoi-demo",
        "password": canaries.api_password,
        "customer_number": "0000042",
    }
    for told, status in (({}, "ok"), ({"account": other}, "refused")):
        asked = system.merchant("POST", "/carrier-account/checks", json=told).json()
        assert system.until(partial(_checked, system, asked["check_id"])) == status


def _checked(system: System, check_id: str) -> str | None:
    told = system.merchant("GET", f"/carrier-account/checks/{check_id}").json()["status"]
    return None if told == "pending" else str(told)


def _bring_a_colleague_in(system: System, canaries: Canaries, trail: Trail) -> None:
    """Invite somebody who comes in, forgets the password, and sets another one."""
    email, password = sign_in()
    with httpx.Client(base_url=system.console, headers=BROWSER, trust_env=False) as browser:
        browser.post("/connexion", data={"email": email, "password": password})
        browser.post("/parametres/equipe/inviter", data={"email": canaries.colleague})
    with httpx.Client(base_url=system.console, headers=BROWSER, trust_env=False) as browser:
        invitation = _mailed_link(system, canaries, "/invitation/", mails=1)
        came_in = browser.post(invitation, data={"password": f"{canaries.password}, la première"})
        assert came_in.headers["location"] == "/"
        trail.cookies.extend(browser.cookies.values())
        browser.post("/mot-de-passe/oublie", data={"email": canaries.colleague})
        reset = _mailed_link(system, canaries, "/mot-de-passe/", mails=2)
        done = browser.post(reset, data={"password": canaries.password})
        assert done.headers["location"].startswith("/connexion")
    system.until(lambda: len(system.mails(canaries.colleague)) == 3)
    trail.links.extend(link.rpartition("/")[2] for link in (invitation, reset))


def _mailed_link(system: System, canaries: Canaries, path: str, *, mails: int) -> str:
    """Wait for the newest of so many mails; return the path that it leads to."""
    system.until(lambda: len(system.mails(canaries.colleague)) == mails)
    [newest, *_] = system.mails(canaries.colleague)
    secret = str(newest["text"]).partition(f"{system.console}{path}")[2]
    return path + re.split(r"[^A-Za-z0-9_-]", secret, maxsplit=1)[0]


async def _poison(system: System, canaries: Canaries) -> None:
    """Send what no reader can read, with the customer in it."""
    servers = system.stack.env("topics")["KAFKA_BOOTSTRAP_SERVERS"]
    kind = ReturnRequested.type.encode()
    body = json.dumps({"customer_email": canaries.email, "customer_name": canaries.name})
    async with AIOKafkaProducer(bootstrap_servers=servers) as producer:
        for ce_id in (str(uuid4()), canaries.email):
            headers = [("ce_type", kind), ("ce_id", ce_id.encode())]
            await producer.send_and_wait("portal.returns", body.encode(), headers=headers)


def _told_of_all(system: System, requested: Requested) -> bool:
    dossier = system.dossier(requested)
    messages = dossier["messages"] if dossier else []
    return isinstance(messages, list) and len(messages) == 2
