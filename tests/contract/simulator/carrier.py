"""A caller of the carrier's services who writes XML by hand, as the documents show it."""

from dataclasses import dataclass
from datetime import datetime

import httpx
from lxml import etree

RETURN_TYPE = "application/vnd.cpc.authreturn-v2+xml"
RATE_TYPE = "application/vnd.cpc.ship.rate-v4+xml"
TRACK_TYPE = "application/vnd.cpc.track-v2+xml"
RETURN = "http://www.canadapost.ca/ws/authreturn-v2"
RATE = "http://www.canadapost.ca/ws/ship/rate-v4"
TRACK = "http://www.canadapost.ca/ws/track"
MESSAGES = "http://www.canadapost.ca/ws/messages"

RETURNS_PATH = "/rs/0000042/42/authorizedreturn"
PRICE_PATH = "/rs/ship/price"
ACCOUNT = ("renvoi-demo", "specimen")

AN_ORDER = f"""<authorized-return xmlns="{RETURN}">
  <create-public-key>true</create-public-key>
  <service-code>DOM.EP</service-code>
  <returner><name>Camille Exemple</name><domestic-address>
    <address-line-1>100 rue de l'Essai</address-line-1><city>Sherbrooke</city>
    <province>QC</province><postal-code>J1H1A1</postal-code></domestic-address></returner>
  <receiver><name>Service des retours</name><domestic-address>
    <address-line-1>1 avenue du Modèle</address-line-1><city>Montréal</city>
    <province>QC</province><postal-code>H2X1Y4</postal-code></domestic-address></receiver>
  <parcel-characteristics><weight>1.380</weight></parcel-characteristics>
  <print-preferences><output-format>8.5x11</output-format><encoding>PDF</encoding>
  </print-preferences>
  <settlement-info><contract-id>7</contract-id></settlement-info>
  <references><customer-ref-1>RV-2841-6K</customer-ref-1></references>
</authorized-return>"""

A_SCENARIO = f"""<mailing-scenario xmlns="{RATE}">
  <customer-number>42</customer-number>
  <parcel-characteristics><weight>1.380</weight></parcel-characteristics>
  <services><service-code>DOM.EP</service-code></services>
  <origin-postal-code>K1A0B1</origin-postal-code>
  <destination><domestic><postal-code>H2X1Y4</postal-code></domestic></destination>
</mailing-scenario>"""


@dataclass
class Clock:
    """A clock that stands still until it is set."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Caller:
    """The demo account's calls, each right unless a test makes it wrong."""

    http: httpx.AsyncClient

    async def order(self, body: str = AN_ORDER, **headers: str) -> httpx.Response:
        return await self.post(RETURNS_PATH, body, RETURN_TYPE, **headers)

    async def rates(self, body: str = A_SCENARIO, **headers: str) -> httpx.Response:
        return await self.post(PRICE_PATH, body, RATE_TYPE, **headers)

    async def track(self, pin: str, kind: str = "detail", **headers: str) -> httpx.Response:
        path = f"/vis/track/pin/{pin}/{kind}"
        return await self.get(path, TRACK_TYPE, **headers)

    async def post(self, path: str, body: str, kind: str, **headers: str) -> httpx.Response:
        told = {"Content-Type": kind, "Accept": kind, **_dashed(headers)}
        return await self.http.post(path, content=body.encode(), auth=ACCOUNT, headers=told)

    async def get(self, path: str, accept: str, **headers: str) -> httpx.Response:
        told = {"Accept": accept, **_dashed(headers)}
        return await self.http.get(path, auth=ACCOUNT, headers=told)

    async def scan(self, pin: str, to: str) -> httpx.Response:
        headers = {"Accept": "application/json"}
        return await self.http.post(f"/parcels/{pin}/scan?to={to}", headers=headers)

    async def ledger(self) -> list[dict[str, str]]:
        entries: list[dict[str, str]] = (await self.http.get("/ledger")).json()["entries"]
        return entries

    async def fail(self, on: str, do: str, times: int = 1) -> httpx.Response:
        return await self.http.post("/faults", json={"on": on, "do": do, "times": times})

    async def sell(self) -> "Sold":
        """Buy one label, rightly."""
        reply = etree.fromstring((await self.order()).content)
        link = reply.find(f"{{{RETURN}}}links/{{{RETURN}}}link")
        assert link is not None
        return Sold(
            pin=reply.findtext(f"{{{RETURN}}}tracking-pin") or "",
            href=link.get("href") or "",
            public_url=reply.findtext(f"{{{RETURN}}}public-key-info/{{{RETURN}}}url") or "",
        )


@dataclass(frozen=True)
class Sold:
    """What a buyer is told."""

    pin: str
    href: str
    public_url: str


def outline(document: bytes) -> list[str]:
    """List the elements of a document in their order, with their texts."""
    told = []
    for element in etree.fromstring(document).iter():
        text = (element.text or "").strip()
        told.append(f"{etree.QName(element).localname}={text}" if text else local_name(element))
    return told


def local_name(element: etree._Element) -> str:
    return etree.QName(element).localname


def codes(answer: httpx.Response) -> list[str]:
    """List the codes of a `messages` body."""
    root = etree.fromstring(answer.content)
    assert root.tag == f"{{{MESSAGES}}}messages"
    return [code.text or "" for code in root.iter(f"{{{MESSAGES}}}code")]


def _dashed(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
