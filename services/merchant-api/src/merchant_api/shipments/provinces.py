"""Provinces as shops write them: by code, by name, in French and in English."""

import re
from typing import Final, get_args

from contracts.values import Province

from merchant_api.shipments.search_terms import fold

_NAMES: Final[dict[str, Province]] = {
    "alberta": "AB",
    "alb": "AB",
    "alta": "AB",
    "british columbia": "BC",
    "colombie britannique": "BC",
    "cb": "BC",
    "manitoba": "MB",
    "man": "MB",
    "new brunswick": "NB",
    "nouveau brunswick": "NB",
    "newfoundland and labrador": "NL",
    "newfoundland": "NL",
    "terre neuve et labrador": "NL",
    "terre neuve": "NL",
    "tnl": "NL",
    "nf": "NL",
    "nova scotia": "NS",
    "nouvelle ecosse": "NS",
    "ne": "NS",
    "northwest territories": "NT",
    "territoires du nord ouest": "NT",
    "tno": "NT",
    "nwt": "NT",
    "nunavut": "NU",
    "nun": "NU",
    "ontario": "ON",
    "ont": "ON",
    "prince edward island": "PE",
    "ile du prince edouard": "PE",
    "ipe": "PE",
    "pei": "PE",
    "quebec": "QC",
    "que": "QC",
    "pq": "QC",
    "saskatchewan": "SK",
    "sask": "SK",
    "yukon": "YT",
    "yukon territory": "YT",
    "territoire du yukon": "YT",
    "yk": "YT",
    "yn": "YT",
}
_CODES: Final[dict[str, Province]] = {code.lower(): code for code in get_args(Province)}


def province_of(text: str) -> Province | None:
    """Read a province; None if it is none of Canada's."""
    words = re.sub(r"[^a-z]+", " ", fold(text)).split()
    if len(words) > 1 and words[0] in ("ca", "can", "canada"):  # `CA-QC`
        words = words[1:]
    spoken, joined = " ".join(words), "".join(words)
    return _CODES.get(joined) or _NAMES.get(spoken) or _NAMES.get(joined)
