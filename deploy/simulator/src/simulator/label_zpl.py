"""The label for thermal printers: the same facts in ZPL II, 4 x 6 in at 203 dots per inch."""

from simulator.label import SPECIMEN, Label, address_lines, banner
from simulator.pins import in_fours

_COMMANDS = str.maketrans({"^": " ", "~": " "})


def draw_zpl(label: Label) -> bytes:
    """Draw one label, in UTF-8 (`^CI28`); what would be a command within a text becomes a space."""
    order = label.order
    fields = [
        _field(40, 40, 36, "SIMULATION"),
        _field(40, 85, 20, banner()),
        *_lines(130, 30, address_lines(order.receiver)),
        _field(40, 340, 60, f"{SPECIMEN}   {order.service_code}"),
        f"^FO180,430^BY2^BCN,150,N,N,N,N^FD>;{label.pin}^FS",
        _field(40, 610, 40, in_fours(label.pin)),
        *_lines(690, 24, address_lines(order.returner)),
        _field(40, 900, 28, order.customer_ref_1),
        _field(40, 940, 28, order.customer_ref_2),
    ]
    return "\n".join(["^XA", "^CI28", "^PW812", "^LL1218", *fields, "^XZ", ""]).encode()


def _lines(y: int, size: int, lines: list[str]) -> list[str]:
    return [_field(40, y + place * (size + 8), size, line) for place, line in enumerate(lines)]


def _field(x: int, y: int, size: int, text: str) -> str:
    return f"^FO{x},{y}^A0N,{size},{size}^FD{text.translate(_COMMANDS)}^FS"
