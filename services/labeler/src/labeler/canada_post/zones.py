"""The zone letters of tracking events, as fixed offsets from UTC."""

from datetime import UTC, date, datetime, time, timedelta, timezone

_OFFSETS_MINUTES = {
    **dict.fromkeys(("UTC", "GMT"), 0),
    **dict.fromkeys(("NST", "HNT"), -210),
    **dict.fromkeys(("NDT", "HAT"), -150),
    **dict.fromkeys(("AST", "HNA"), -240),
    **dict.fromkeys(("ADT", "HAA"), -180),
    **dict.fromkeys(("EST", "HNE"), -300),
    **dict.fromkeys(("EDT", "HAE"), -240),
    **dict.fromkeys(("CST", "HNC"), -360),
    **dict.fromkeys(("CDT", "HAC"), -300),
    **dict.fromkeys(("MST", "HNR"), -420),
    **dict.fromkeys(("MDT", "HAR"), -360),
    **dict.fromkeys(("PST", "HNP"), -480),
    **dict.fromkeys(("PDT", "HAP"), -420),
}


def to_utc(on: str, at: str, letters: str) -> datetime:
    """Read `2026-03-01`, `11:59:59` and `EST` as an instant. Raises ValueError without a date.

    Letters that are missing or unknown are read as Eastern standard time, where the carrier's
    systems run: wrong by three and a half hours at most, and never dropped. So is a time that
    cannot be read: the day began with it. The French letters are inferred, the English ones seen
    in samples (tracking detail, read 2026-11).
    """
    minutes = _OFFSETS_MINUTES.get(letters.strip().upper(), _OFFSETS_MINUTES["EST"])
    zone = timezone(timedelta(minutes=minutes))
    return datetime.combine(date.fromisoformat(on), _read_time(at), zone).astimezone(UTC)


def _read_time(value: str) -> time:
    try:
        return time.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return time()
