import re

import look
import pytest
from look.files import contents, digest


def test_an_address_names_the_set_of_files_it_belongs_to() -> None:
    assert look.url("base.css") == f"/look/{digest()}/base.css"


def test_an_icon_has_an_address_within_the_sprite() -> None:
    assert look.url("icons.svg#clock").endswith("/icons.svg#clock")


@pytest.mark.parametrize("name", ["nothing.css", "icons.svg#nothing", "../files.py", ""])
def test_a_misspelt_name_is_found_when_the_page_is_made(name: str) -> None:
    with pytest.raises(look.UnknownFile):
        look.url(name)


@pytest.mark.parametrize("sheet", ["base.css", "portal.css", "console.css"])
def test_what_a_sheet_refers_to_is_shipped_beside_it(sheet: str) -> None:
    referred = re.findall(r'url\("([^"]+)"\)', contents()[sheet].decode())

    assert [name for name in referred if name not in contents()] == []


def test_no_sheet_uses_a_colour_that_is_not_a_token() -> None:
    # Masks need opaque black and nothing at all; printers need greys.
    allowed = {"#0000", "#000", "#333", "#888"}
    tokens = re.compile(r"^\s*--[\w-]+:.*?;", re.MULTILINE | re.DOTALL)
    found = {
        colour
        for sheet in ("base.css", "portal.css", "console.css")
        for colour in re.findall(r"#[0-9a-f]{3,8}\b", tokens.sub("", contents()[sheet].decode()))
    }

    assert found <= allowed


def test_the_customers_first_page_stays_light() -> None:
    names = [
        "base.css",
        "portal.css",
        "icons.svg",
        "backgrounds/aurore-tall.webp",
        "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    ]

    assert sum(len(contents()[name]) for name in names) < 125_000


@pytest.mark.parametrize("licence", ["fonts/OFL.txt", "icons.LICENSE.txt", "htmx.LICENSE.txt"])
def test_what_others_made_travels_with_its_licence(licence: str) -> None:
    assert contents()[licence]
