"""Checking an XML request against a shape, in the order and the terms of XML Schema.

A shape is data: a `Text` for what holds characters, an `All`, `Sequence` or `Choice` for what holds
elements. The first violation is told as the carrier's validator tells it: a constraint's name from
the recommendation (`cvc-…`) and a sentence.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

Facet = Callable[[str], str | None]

XSI = "http://www.w3.org/2001/XMLSchema-instance"
_ALWAYS_ALLOWED = frozenset({f"{{{XSI}}}schemaLocation", f"{{{XSI}}}noNamespaceSchemaLocation"})
_AS_SPACE = str.maketrans("\t\n\r", "   ")


class SchemaViolation(Exception):
    """The request is not of the shape; the text begins with `cvc-`."""


@dataclass(frozen=True, slots=True)
class Text:
    """A simple type: what becomes of white space, then the facets in the order they are checked.

    With a default, an element that is there but empty stands for it.
    """

    white_space: Literal["preserve", "replace", "collapse"]
    facets: tuple[Facet, ...]
    has_default: bool = False


@dataclass(frozen=True, slots=True)
class Child:
    """An element within another, and how often it may stand there."""

    name: str
    shape: "Shape"
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class All:
    """Each child at most once, in any order."""

    children: tuple[Child, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """The children in their order."""

    children: tuple[Child, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly one of the children."""

    children: tuple[Child, ...]


Shape = Text | All | Sequence | Choice


def optional(name: str, shape: Shape) -> Child:
    """Describe a child that may be absent."""
    return Child(name, shape, least=0)


def check(root: etree._Element, namespace: str, name: str, shape: Shape) -> None:
    """Check a whole document. Raises SchemaViolation at the first thing that is wrong."""
    if root.tag != f"{{{namespace}}}{name}":
        _fail("cvc-elt.1", f"no declaration is found for element '{_shown(root)}'")
    _check_element(root, namespace, shape)


def _check_element(element: etree._Element, namespace: str, shape: Shape) -> None:
    for attribute in element.attrib:
        if attribute not in _ALWAYS_ALLOWED:
            rule = "cvc-type.3.1.1" if isinstance(shape, Text) else "cvc-complex-type.3.2.2"
            _fail(rule, f"'{_shown(element)}' does not take the attribute '{attribute!s}'")
    if isinstance(shape, Text):
        _check_text(element, shape)
        return
    if any(text.strip(" \t\r\n") for text in _texts(element)):
        _fail("cvc-complex-type.2.3", f"'{_shown(element)}' may hold elements only, not text")
    for child, its_shape in _placed(element, namespace, shape):
        _check_element(child, namespace, its_shape)


def _check_text(element: etree._Element, shape: Text) -> None:
    if len(element):
        _fail("cvc-type.3.1.2", f"'{_shown(element)}' may hold text only, not elements")
    value = element.text or ""
    if shape.has_default and not value:
        return
    if shape.white_space != "preserve":
        value = value.translate(_AS_SPACE)
    if shape.white_space == "collapse":
        value = " ".join(value.split(" ")).strip(" ")
    for facet in shape.facets:
        if complaint := facet(value):
            message = f"{complaint} (element '{_shown(element)}')"
            raise SchemaViolation(message)


def _placed(
    element: etree._Element, namespace: str, shape: All | Sequence | Choice
) -> Iterator[tuple[etree._Element, Shape]]:
    match shape:
        case All(children):
            yield from _placed_in_any_order(element, namespace, children)
        case Sequence(children):
            yield from _placed_in_order(element, namespace, children)
        case Choice(children):
            yield from _placed_alone(element, namespace, children)


def _placed_in_any_order(
    element: etree._Element, namespace: str, children: tuple[Child, ...]
) -> Iterator[tuple[etree._Element, Shape]]:
    open_places = {f"{{{namespace}}}{child.name}": child for child in children}
    for found in element:
        place = open_places.pop(str(found.tag), None)
        if place is None:
            _unexpected(found, open_places.values())
        else:
            yield found, place.shape
    missing = [child for child in open_places.values() if child.least]
    if missing:
        _incomplete(element, missing)


def _placed_in_order(
    element: etree._Element, namespace: str, children: tuple[Child, ...]
) -> Iterator[tuple[etree._Element, Shape]]:
    rest = list(children)
    times = 0
    for found in element:
        while rest and (found.tag != f"{{{namespace}}}{rest[0].name}" or times == rest[0].most):
            if times < rest[0].least:
                _unexpected(found, rest[:1])
            rest, times = rest[1:], 0
        if not rest:
            _unexpected(found, ())
        times += 1
        yield found, rest[0].shape
    missing = [child for place, child in enumerate(rest) if child.least > (0 if place else times)]
    if missing:
        _incomplete(element, missing[:1])


def _placed_alone(
    element: etree._Element, namespace: str, children: tuple[Child, ...]
) -> Iterator[tuple[etree._Element, Shape]]:
    shapes = {f"{{{namespace}}}{child.name}": child.shape for child in children}
    if not len(element):
        _incomplete(element, children)
    for place, found in enumerate(element):
        if place or found.tag not in shapes:
            _unexpected(found, () if place else children)
        yield found, shapes[str(found.tag)]


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _unexpected(found: etree._Element, expected: Iterable[Child]) -> None:
    _fail(
        "cvc-complex-type.2.4.a",
        f"'{_shown(found)}' is not expected here, but one of [{_names(expected)}]",
    )


def _incomplete(element: etree._Element, missing: Iterable[Child]) -> None:
    _fail("cvc-complex-type.2.4.b", f"'{_shown(element)}' is incomplete without {_names(missing)}")


def _names(children: Iterable[Child]) -> str:
    return ", ".join(child.name for child in children)


def _shown(element: etree._Element) -> str:
    return etree.QName(element).localname


def _fail(rule: str, sentence: str) -> None:
    message = f"{rule}: {sentence}"
    raise SchemaViolation(message)
