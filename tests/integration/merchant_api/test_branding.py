"""Looks through both edges: uploaded, seen before they are saved, saved, announced."""

import io
import re

import httpx
import pytest
from chassis.db import Pool
from fastapi import FastAPI
from merchant_api.actors import OPERATOR
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings, with_changes
from merchant_api.centre.change_centre import change_centre
from PIL import Image

from tests.integration.merchant_api.edge import a_client, signed_in
from tests.integration.merchant_api.story import NOON, Shop, announced

PAGE = "/parametres/apparence"
API = "/api/v1/centre/branding"
CHOSEN = {"accent": "#FFF0A8", "background": "brique", "logo": "", "picture": ""}


def an_image(width: int, height: int, image_format: str = "PNG", colour: str = "#23504a") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, image_format)
    return file.getvalue()


def hidden(page: httpx.Response, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found is not None, page.text
    return found[1]


async def settings_of(shop: Shop) -> CentreSettings:
    return await centre_store.get_settings(shop.pool, shop.merchant_id)


async def unsaved(shop: Shop) -> None:
    """Have the centre wait for its looks, and for nothing else."""
    saved = ("addresses", "reasons", "approval")
    await change_centre(
        shop.pool,
        shop.merchant_id,
        lambda settings: with_changes(settings, saved=saved),
        actor=OPERATOR,
        now=NOON,
        act="test",
    )


async def test_saving_looks_opens_the_portal_when_nothing_else_is_missing(
    app: FastAPI, shop: Shop
) -> None:
    await unsaved(shop)
    person = await signed_in(app, shop)

    before = await person.get(PAGE)
    saved = await person.post(PAGE, data=CHOSEN)
    page = await person.get(saved.headers["location"])

    assert "Enregistrer et publier" in before.text
    assert "Enregistrer l’apparence" in page.text
    assert saved.status_code == 303
    assert "Le portail est ouvert" in page.text
    assert 'href="http://127.0.0.1:8080/atelier-boreal/"' in page.text
    last = (await announced(shop.pool, "centre-configured"))[-1]
    assert (last["accent"], last["background"], last["is_open"]) == ("#fff0a8", "brique", True)


async def test_saving_again_says_so_and_no_more(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    saved = await person.post(PAGE, data=CHOSEN)
    page = await person.get(saved.headers["location"])

    assert "est enregistrée." in page.text
    assert "Le portail est ouvert" not in page.text


async def test_uploads_are_announced_with_their_files(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)
    files = {
        "logo-file": ("logo.png", an_image(300, 90)),
        "picture-file": ("photo.jpg", an_image(1600, 1000, "JPEG", "#8899aa")),
    }

    saved = await person.post(PAGE, data=CHOSEN, files=files)

    assert saved.status_code == 303
    [*_, last] = await announced(shop.pool, "centre-configured")
    settings = await settings_of(shop)
    assert settings.logo is not None
    assert settings.picture is not None
    assert settings.logo.key == f"branding/{shop.merchant_id}/{settings.logo.sha256}.png"
    assert last["logo"] == settings.logo.model_dump(mode="json")
    assert last["picture"] == settings.picture.model_dump(mode="json")
    served = await person.get(f"{PAGE}/images/{settings.picture.wide.sha256}/tall")
    assert served.headers["content-type"] == "image/webp"
    assert served.headers["content-security-policy"] == "default-src 'none'; sandbox"


async def test_an_error_keeps_everything_with_what_was_already_uploaded(
    app: FastAPI, shop: Shop
) -> None:
    person = await signed_in(app, shop)
    before = await settings_of(shop)
    files = {
        "logo-file": ("logo.png", an_image(300, 90)),
        "picture-file": ("photo.jpg", b"a text"),
    }

    refused = await person.post(PAGE, data=CHOSEN | {"accent": "rouge"}, files=files)

    assert refused.status_code == 422
    assert "Ce fichier n’est pas une image" in refused.text
    assert "Écrivez la couleur" in refused.text
    assert 'value="rouge"' in refused.text
    assert 'value="brique" checked' in refused.text
    assert await settings_of(shop) == before
    digest = hidden(refused, "logo")
    mended = await person.post(PAGE, data=CHOSEN | {"logo": digest})
    assert mended.status_code == 303
    logo = (await settings_of(shop)).logo
    assert logo is not None
    assert logo.sha256 == digest


async def test_a_preview_shows_what_is_not_saved(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)
    before = await settings_of(shop)
    files = {"picture-file": ("photo.png", an_image(1600, 1000, "PNG", "#8899aa"))}

    page = await person.post(PAGE, data=CHOSEN | {"act": "preview"}, files=files)
    [phone, _] = re.findall(r'<iframe src="([^"]+)"', page.text)
    preview = await person.get(phone.replace("&amp;", "&"))
    [sheet] = re.findall(r'href="(/parametres/[^"]+theme.css[^"]*)"', preview.text)
    css = await person.get(sheet.replace("&amp;", "&"))

    assert "frame-src 'self'" in page.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in preview.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert "--accent: #fff0a8;" in css.text
    assert "--scene-tint: #8899aa;" in css.text
    assert f"/images/{hidden(page, 'picture')}/wide" in css.text
    assert await settings_of(shop) == before


async def test_logo_and_picture_are_taken_away(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)
    files = {
        "logo-file": ("logo.png", an_image(300, 90)),
        "picture-file": ("photo.jpg", an_image(1600, 1000, "JPEG")),
    }
    await person.post(PAGE, data=CHOSEN, files=files)
    page = await person.get(PAGE)
    kept = {
        "accent": "#FFF0A8",
        "background": "image",
        "logo": hidden(page, "logo"),
        "picture": hidden(page, "picture"),
    }

    without_logo = await person.post(PAGE, data=kept | {"act": "remove-logo"})
    without_both = await person.post(PAGE, data=kept | {"logo": "", "act": "remove-picture"})
    await person.post(PAGE, data=kept | {"logo": "", "picture": "", "background": "neige"})

    assert (hidden(without_logo, "logo"), hidden(without_logo, "picture")) == ("", kept["picture"])
    assert hidden(without_both, "picture") == ""
    settings = await settings_of(shop)
    assert (settings.logo, settings.picture, settings.background) == (None, None, "neige")


async def test_a_picture_that_is_chosen_has_to_be_there(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    refused = await person.post(PAGE, data=CHOSEN | {"background": "image"})

    assert refused.status_code == 422
    assert "Choisissez une image, ou l’un des arrière-plans" in refused.text


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("logo-file", b"GIF89a/*" + bytes(9), "Un GIF ne convient pas"),
        ("logo-file", b"<svg xmlns='http://www.w3.org/2000/svg'><text/></svg>", "tracés"),
        ("logo-file", bytes(2_000_001), "Ce logo dépasse 2"),
        ("picture-file", bytes(8_000_001), "Cette image dépasse 8"),
        ("picture-file", an_image(200, 200), "Cette image est trop petite"),
    ],
)
async def test_what_is_refused_is_told_kindly(
    app: FastAPI, shop: Shop, name: str, content: bytes, sentence: str
) -> None:
    person = await signed_in(app, shop)

    refused = await person.post(PAGE, data=CHOSEN, files={name: ("file.png", content)})

    assert refused.status_code == 422
    assert sentence in refused.text


async def test_an_upload_of_another_merchant_is_no_logo_of_mine(
    app: FastAPI, shop: Shop, other_shop: Shop
) -> None:
    theirs = (
        await a_client(app, key=other_shop.key).put(
            f"{API}/logo", content=an_image(300, 90), headers={"content-type": "image/png"}
        )
    ).json()["logo"]["sha256"]
    person = await signed_in(app, shop)

    saved = await person.post(PAGE, data=CHOSEN | {"logo": theirs})

    assert saved.status_code == 303
    assert (await settings_of(shop)).logo is None
    assert (await person.get(f"{PAGE}/images/{theirs}/logo")).status_code == 404


async def test_a_program_does_what_the_page_does(app: FastAPI, shop: Shop) -> None:
    program = a_client(app, key=shop.key)

    colours = await program.put(API, json={"accent": "#E4572E", "background": "neige"})
    logo = await program.put(
        f"{API}/logo",
        content=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/>'
        b"</svg>",
        headers={"content-type": "image/svg+xml"},
    )
    picture = await program.put(
        f"{API}/picture",
        content=an_image(1600, 1000, "JPEG"),
        headers={"content-type": "image/jpeg"},
    )
    file = await program.get(f"{API}/logo")
    wide = await program.get(f"{API}/picture")

    assert colours.json()["accent"] == "#e4572e"
    assert (colours.json()["text"], colours.json()["contrast"]) == ("ink", 4.5)
    assert logo.json()["logo"]["media_type"] == "image/png"
    assert file.content.startswith(b"\x89PNG")
    assert picture.json() == (await program.get(API)).json()
    assert wide.headers["content-type"] == "image/webp"
    for path in (f"{API}/logo", f"{API}/picture"):
        assert (await program.delete(path)).status_code == 204
        assert (await program.delete(path)).status_code == 204
        assert (await program.get(path)).status_code == 404
    told = (await program.get(API)).json()
    assert (told["logo"], told["picture"], told["background"]) == (None, None, "neige")


@pytest.mark.parametrize(
    ("content", "media_type", "status", "kind"),
    [
        (b"GIF89a", "image/png", 422, "/problems/image-refused"),
        (b"GIF89a", "image/gif", 415, "about:blank"),
        (b"<svg/>", "text/html", 415, "about:blank"),
        (bytes(2_000_001), "image/png", 413, "about:blank"),
    ],
)
async def test_a_program_is_told_what_is_wrong(
    app: FastAPI, shop: Shop, content: bytes, media_type: str, status: int, kind: str
) -> None:
    program = a_client(app, key=shop.key)

    answer = await program.put(f"{API}/logo", content=content, headers={"content-type": media_type})

    assert (answer.status_code, answer.json()["type"]) == (status, kind)


@pytest.mark.parametrize(
    "told",
    [
        {"accent": "red", "background": "neige"},
        {"accent": "#000000", "background": "plage"},
        {"accent": "#000000", "background": "neige", "logo": {}},
    ],
)
async def test_a_program_cannot_save_what_is_no_choice(
    app: FastAPI, shop: Shop, told: dict[str, object]
) -> None:
    assert (await a_client(app, key=shop.key).put(API, json=told)).status_code == 422


async def test_the_same_upload_twice_is_one(app: FastAPI, shop: Shop, merchant_pool: Pool) -> None:
    person = await signed_in(app, shop)
    for _ in range(2):
        files = {"logo-file": ("logo.png", an_image(300, 90))}
        await person.post(PAGE, data=CHOSEN | {"act": "preview"}, files=files)

    kept = await merchant_pool.fetch("SELECT kind FROM brand_images")
    acts = await merchant_pool.fetch("SELECT act FROM audit WHERE act = 'logo.uploaded'")
    assert (len(kept), len(acts)) == (1, 1)


async def test_a_colour_is_judged_while_it_is_typed(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    told = await person.get(f"{PAGE}/couleur", params={"accent": "#23504A"})
    hint = await person.get(f"{PAGE}/couleur", params={"accent": "#2350"})

    assert "Texte blanc, contraste 9,1\N{NO-BREAK SPACE}:\N{NO-BREAK SPACE}1" in told.text
    assert "Un dièse et six signes" in hint.text
