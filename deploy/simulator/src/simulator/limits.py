"""How big and how heavy a parcel may be."""

from decimal import Decimal

from lxml import etree

from simulator.wire import text_at

Dimensions = tuple[Decimal, Decimal, Decimal]

HEAVIEST_KILOGRAMS = Decimal(30)
LONGEST_CM = Decimal(200)
LENGTH_AND_GIRTH_CM = Decimal(300)


def read_dimensions(element: etree._Element | None) -> Dimensions | None:
    """Read length, width and height in centimetres."""
    if element is None:
        return None
    length, width, height = (
        Decimal(text_at(element, side)) for side in ("length", "width", "height")
    )
    return length, width, height


def fits(kilograms: Decimal | None, dimensions: Dimensions | None) -> bool:
    """Tell whether any domestic service carries it; what is not told is not held against it."""
    if kilograms is not None and kilograms > HEAVIEST_KILOGRAMS:
        return False
    if dimensions is None:
        return True
    longest, *others = sorted(dimensions, reverse=True)
    return longest <= LONGEST_CM and longest + 2 * sum(others) <= LENGTH_AND_GIRTH_CM
