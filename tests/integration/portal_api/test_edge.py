import json
import re

import httpx
import pytest
from contracts.centres import RESERVED_SLUGS
from fastapi.routing import APIRoute, iter_route_contexts

from tests.integration.portal_api.portal import TYPED, Portal, answers

EVERYWHERE = {
    "content-security-policy",
    "cross-origin-opener-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
}
KNOWN = {"slug": "atelier-boreal", "secret": "x" * 22, "token": "x" * 22, "name": "qr.png"}


def routes(portal: Portal) -> list[tuple[str, str]]:
    """List method and path of every route of ours."""
    found = [
        (method, re.sub(r":\w+}", "}", context.path).format(**KNOWN))
        for context in iter_route_contexts(portal.app.routes)
        if isinstance(context.original_route, APIRoute) and context.path and context.methods
        for method in sorted(context.methods)
    ]
    assert len(found) > 15
    return found


async def test_what_the_portal_keeps_for_itself_is_no_centres_address(portal: Portal) -> None:
    paths = [str(getattr(route, "path", "")) for route in portal.app.routes]
    paths += [path for _, path in routes(portal)]

    ours = {path.split("/")[1] for path in paths if path.startswith("/")}

    assert ours - {"", KNOWN["slug"], "{slug}"} == RESERVED_SLUGS


async def test_every_answer_carries_the_headers(portal: Portal) -> None:
    paths = [*routes(portal), ("GET", "/nowhere/at/all"), ("DELETE", "/"), ("GET", "/livez")]
    async with portal.client() as client:
        for method, path in paths:
            answer = await client.request(method, path)

            assert set(answer.headers) >= EVERYWHERE, (method, path)
            assert "'unsafe" not in answer.headers["content-security-policy"]


async def test_no_form_is_taken_from_another_site(portal: Portal) -> None:
    unsafe = [(method, path) for method, path in routes(portal) if method != "GET"]
    assert unsafe
    for headers in (
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "", "origin": "https://evil.example"},
    ):
        async with portal.client() as client:
            for method, path in unsafe:
                answer = await client.request(method, path, headers=headers)

                assert answer.status_code == 403, (method, path, headers)


async def test_what_belongs_to_a_customer_is_kept_by_nobody(portal: Portal) -> None:
    token, return_id = await portal.requested()
    await portal.label(return_id)
    async with portal.client() as client:
        for path in (f"/r/{token}", f"/r/{token}/suivi", f"/r/{token}/label.pdf"):
            answer = await client.get(path)

            assert answer.headers["cache-control"] == "private, no-store"
            assert "noindex" in answer.headers["x-robots-tag"]


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("/nobody/", "text/html"), ("/api/v1/nothing", "application/problem+json")],
)
async def test_people_get_pages_and_programs_get_problems(
    client: httpx.AsyncClient, path: str, media_type: str
) -> None:
    answer = await client.get(path)

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith(media_type)


async def test_a_page_of_trouble_speaks_the_language_that_was_asked(
    client: httpx.AsyncClient,
) -> None:
    assert "This page does not exist" in (await client.get("/nobody/?lang=en")).text


async def test_with_the_database_away_people_and_programs_are_told_to_come_again(
    portal: Portal,
) -> None:
    await portal.pool.close()
    async with portal.client() as client:
        page = await client.get("/atelier-boreal/")
        problem = await client.post("/api/v1/centres/atelier-boreal/lookups", json=TYPED)

    assert (page.status_code, problem.status_code) == (503, 503)
    assert f"Un instant, s{chr(0x2019)}il vous plaît" in page.text
    assert problem.json()["type"] == "/problems/outage"
    assert page.headers["retry-after"] == problem.headers["retry-after"] == "2"


async def test_a_bug_is_admitted_with_headers_and_without_internals(portal: Portal) -> None:
    await portal.pool.execute("DROP TABLE centres")
    async with portal.client() as client:
        page = await client.get("/atelier-boreal/")
        problem = await client.post("/api/v1/centres/atelier-boreal/lookups", json=TYPED)

    assert (page.status_code, problem.status_code) == (500, 500)
    assert set(page.headers) >= EVERYWHERE
    assert "centres" not in problem.text


async def test_the_api_describes_itself_with_examples(client: httpx.AsyncClient) -> None:
    described = (await client.get("/api/openapi.json")).json()

    assert described["openapi"].startswith("3.1")
    assert sorted(described["paths"]) == [
        "/api/v1/centres/{slug}/lookups",
        "/api/v1/returns",
        "/api/v1/returns/{token}",
        "/api/v1/returns/{token}/cancel",
        "/api/v1/returns/{token}/{name}",
    ]
    assert "7023 2101 9483 7261" in json.dumps(described)


async def test_every_reference_of_the_description_leads_somewhere(
    client: httpx.AsyncClient,
) -> None:
    described = (await client.get("/api/openapi.json")).json()

    text = json.dumps(described)
    names = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert names <= set(described["components"]["schemas"])


async def test_the_documents_example_of_a_request_is_taken(portal: Portal) -> None:
    async with portal.client() as client:
        described = (await client.get("/api/openapi.json")).json()
    fields = described["components"]["schemas"]["ReturnRequest"]["properties"]
    example = {name: field["examples"][0] for name, field in fields.items() if "examples" in field}

    example.pop("draft")
    answer = await portal.send(await portal.draft(), **example)

    assert answer.status_code == 201
    assert {"draft", *example} == set(answers("x"))


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
async def test_health_is_told(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).json()["ok"] is True
