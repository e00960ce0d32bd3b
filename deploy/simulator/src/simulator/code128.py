"""Code 128, subset C: pairs of digits as bars and spaces (ISO/IEC 15417)."""

_START_C = 105
_CHECK_MODULUS = 103

_SYMBOL = 6
# Widths of bar, space, bar, … in modules: six for each symbol by its value, seven for the stop.
_WIDTHS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 "
    "112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 "
    "311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 "
    "112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 "
    "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 "
    "314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 "
    "122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
    "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 "
)
_STOP = "2331112"


def bar_widths(digits: str) -> list[int]:
    """Give the widths of bar, space, bar, … in modules, without quiet zones.

    Raises ValueError for what is not an even number of digits.
    """
    if len(digits) % 2 or not (digits.isascii() and digits.isdigit()):
        message = "subset C takes an even number of digits"
        raise ValueError(message)
    values = [int(digits[place : place + 2]) for place in range(0, len(digits), 2)]
    weighted = sum(place * value for place, value in enumerate(values, start=1))
    check = (_START_C + weighted) % _CHECK_MODULUS
    symbols = [_widths(symbol) for symbol in (_START_C, *values, check)]
    return [int(width) for width in "".join(symbols) + _STOP]


def _widths(symbol: int) -> str:
    start = symbol * (_SYMBOL + 1)
    return _WIDTHS[start : start + _SYMBOL]
