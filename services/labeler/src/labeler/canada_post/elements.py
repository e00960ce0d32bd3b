"""Reading and writing the carrier's XML: safe parsing, tolerant look-ups, exact units."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from lxml import etree

from labeler.canada_post.errors import RequestNotSendable, Unreadable

Element: TypeAlias = etree._Element  # noqa: SLF001  lxml has no public name for it

_DECIMAL = re.compile(r"[+-]?(\d{1,12}(\.\d{0,12})?|\.\d{1,12})", re.ASCII)
_POSTAL_CODE = re.compile(r"[A-Z]\d[A-Z]\d[A-Z]\d", re.ASCII)


def parse(body: bytes, root_name: str) -> Element:
    """Parse a reply whose root is `root_name`, in whatever namespace.

    The namespace is not compared: it differs between versions of one operation (tracking has none
    in its name), and unknown elements are ignored anyway. Raises Unreadable.
    """
    root = parse_any(body)
    if etree.QName(root).localname != root_name:
        msg = f"the root is not {root_name}"
        raise Unreadable(msg)
    return root


def parse_any(body: bytes) -> Element:
    """Parse a reply without fetching, expanding or believing anything. Raises Unreadable.

    A document type is refused outright: the carrier sends none, HTML pages and attacks do.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        msg = "not well-formed XML"
        raise Unreadable(msg) from error
    if root.getroottree().docinfo.internalDTD is not None:
        msg = "a document type is declared"
        raise Unreadable(msg)
    return root


def child(parent: Element, name: str) -> Element | None:
    """Find the first child called `name`, in whatever namespace."""
    return parent.find(f"{{*}}{name}")


def required_child(parent: Element, name: str) -> Element:
    """Find the first child called `name`. Raises Unreadable when there is none."""
    found = child(parent, name)
    if found is None:
        msg = f"{name} is missing"
        raise Unreadable(msg)
    return found


def children(parent: Element, path: str) -> list[Element]:
    """List the elements at `path` (names divided by /), in whatever namespace."""
    return parent.findall("/".join(f"{{*}}{name}" for name in path.split("/")))


def text(parent: Element, name: str) -> str:
    """Read the text of the child called `name`; empty when it is missing or empty."""
    found = child(parent, name)
    return "" if found is None else content(found)


def required(parent: Element, name: str) -> str:
    """Read the text of the child called `name`. Raises Unreadable when there is none."""
    value = text(parent, name)
    if not value:
        msg = f"{name} is missing"
        raise Unreadable(msg)
    return value


def content(element: Element) -> str:
    """Read an element's own text, with white space at both ends taken off."""
    return (element.text or "").strip()


def decimal(value: str) -> Decimal:
    """Read an XML Schema decimal, which knows neither exponents nor NaN. Raises Unreadable."""
    if not _DECIMAL.fullmatch(value):
        msg = "not a decimal number"
        raise Unreadable(msg)
    return Decimal(value)


def cents(value: str) -> int:
    """Read dollars such as `10.97`, `-0.33` or `0` as cents; a third decimal is rounded half up."""
    return int((decimal(value) * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def grams(value: str) -> int:
    """Read kilograms as grams, rounded half up."""
    return int((decimal(value) * 1000).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def document(namespace: str, root_name: str) -> Element:
    """Begin a request. Every element added to it is in `namespace`."""
    default: dict[str, str] = {None: namespace}  # type: ignore[dict-item]  # unknown to the stubs
    return etree.Element(f"{{{namespace}}}{root_name}", nsmap=default)


def add(parent: Element, name: str, value: str | None = None) -> Element:
    """Append a child, with text that needs no check or with none. Returns it."""
    namespace = etree.QName(parent).namespace
    element = etree.SubElement(parent, f"{{{namespace}}}{name}")
    element.text = value
    return element


def add_words(parent: Element, name: str, value: str, longest: int) -> None:
    """Append a child with a person's words, white space collapsed, 1 to `longest` characters.

    Raises RequestNotSendable: nothing is cut off silently.
    """
    words = " ".join(value.split())
    if not words:
        raise RequestNotSendable(field=name, fault="is empty")
    if len(words) > longest:
        raise RequestNotSendable(field=name, fault=f"is longer than {longest} characters")
    try:
        add(parent, name, words)
    except ValueError as error:
        raise RequestNotSendable(field=name, fault="holds a character that XML cannot") from error


def kilograms(weight_grams: int, most_grams: int) -> str:
    """Write grams as kilograms to three decimals. Raises RequestNotSendable."""
    if not 0 < weight_grams <= most_grams:
        raise RequestNotSendable(field="weight", fault=f"is not 1 to {most_grams} grams")
    return f"{weight_grams // 1000}.{weight_grams % 1000:03}"


def centimetres(side_mm: int, name: str) -> str:
    """Write millimetres as centimetres to one decimal. Raises RequestNotSendable."""
    if not 0 < side_mm <= 9_999:  # noqa: PLR2004  999.9 cm, by the carrier's schema
        raise RequestNotSendable(field=name, fault="is not 1 to 9999 millimetres")
    return f"{side_mm // 10}.{side_mm % 10}"


def postal_code(value: str) -> str:
    """Write a Canadian postal code as the carrier wants it: upper case, no space.

    Raises RequestNotSendable. Letters that are never used pass, as they do at the carrier.
    """
    code = re.sub(r"[\s-]", "", value).upper()
    if not _POSTAL_CODE.fullmatch(code):
        raise RequestNotSendable(field="postal-code", fault="is not a Canadian postal code")
    return code


def serialize(root: Element) -> bytes:
    """Write the request's bytes, in UTF-8 with a declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
