"""What a merchant uploaded, on the pages of their customers."""

import re

import httpx
from contracts.centres import Picture
from contracts.values import BlobRef

from tests.integration.portal_api.portal import Portal
from tests.unit.portal_api.story import a_centre

LOGO = b"\x89PNG a logo"
FOR_EVER = "public, max-age=31536000, immutable"


async def a_file(portal: Portal, content: bytes, media_type: str = "image/webp") -> BlobRef:
    stored = await portal.blobs.put(f"branding/{len(content)}", content, media_type)
    return BlobRef(
        key=stored.key, media_type=media_type, size_bytes=len(content), sha256=stored.sha256
    )


async def brand(portal: Portal, *, version: int = 2, media_type: str = "image/png") -> Picture:
    """Give the centre a logo and a picture."""
    logo = await a_file(portal, LOGO, media_type)
    picture = Picture(
        wide=await a_file(portal, b"RIFF wide"),
        tall=await a_file(portal, b"RIFF tall one"),
        tint="#abcdef",
    )
    await portal.hear(a_centre(version=version, logo=logo, picture=picture))
    return picture


def logo_of(page: httpx.Response) -> str:
    found = re.search(r'<img src="(/theme/[^"]+)" alt="Atelier Boréal">', page.text)
    assert found is not None
    return found[1]


async def test_the_logo_stands_for_the_name_on_every_page(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    token, _ = await portal.requested()
    await brand(portal)

    for path in ("/atelier-boreal/", "/atelier-boreal/politique", f"/r/{token}"):
        page = await client.get(path)

        logo = await client.get(logo_of(page))
        assert 'class="store-name"' not in page.text
        assert logo.content == LOGO
        assert logo.headers["content-type"] == "image/png"


async def test_a_file_is_kept_for_ever_and_can_do_nothing(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    await brand(portal)

    answer = await client.get(logo_of(await client.get("/atelier-boreal/")))

    assert answer.headers["cache-control"] == FOR_EVER
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_the_picture_of_their_own_is_the_scene(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    picture = await brand(portal)
    page = await client.get("/atelier-boreal/")
    [sheet] = re.findall(r'href="(/theme/[^"]+\.css[^"]*)"', page.text)

    css = (await client.get(sheet)).text

    wide, tall = re.findall(r'url\("([^"]+)"\)', css)
    assert "--scene-tint: #abcdef;" in css
    assert (await client.get(wide)).content == b"RIFF wide"
    assert (await client.get(tall)).content == b"RIFF tall one"
    assert picture.wide.sha256 in wide


async def test_only_what_the_centre_shows_now_has_an_address(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    secret = await a_file(portal, b"%PDF a label of somebody", "application/pdf")
    await brand(portal)
    old = logo_of(await client.get("/atelier-boreal/"))
    await portal.hear(a_centre(version=3))

    for path in (
        old,
        f"/theme/atelier-boreal/{secret.sha256}.pdf",
        f"/theme/atelier-boreal/{secret.sha256}.png",
        "/theme/atelier-boreal/branding%2F10",
        old.replace("atelier-boreal", "nobody"),
    ):
        answer = await client.get(path)
        assert answer.status_code == 404, path


async def test_what_is_no_picture_is_not_shown_whoever_says_so(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    await brand(portal, media_type="image/svg+xml")

    page = await client.get("/atelier-boreal/")

    assert '<p class="store-name">Atelier Boréal</p>' in page.text


async def test_a_file_that_cannot_be_had_takes_no_page_with_it(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    await brand(portal)
    address = logo_of(await client.get("/atelier-boreal/"))
    for file in (portal.folder / "blobs" / "branding").iterdir():
        file.unlink()

    assert (await client.get(address)).status_code == 503
    assert (await client.get("/atelier-boreal/")).status_code == 200
