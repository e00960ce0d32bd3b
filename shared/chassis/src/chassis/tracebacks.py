"""How a log tells of an error: where it happened and of what kind it was, never what it held.

The text of an error is not safe to keep: PostgreSQL quotes the row, pydantic the input, a mail
library the address, `int()` its argument. Only texts that are known to hold none are told.
"""

import traceback
from collections.abc import Iterator
from types import TracebackType

import asyncpg
from pydantic import ValidationError

from chassis.errors import Outage

_FRAMES = 40
_WRONG_FIELDS = 10
# The interpreter's own texts about code, and packages whose texts are about machines.
_PLAIN = (AttributeError, ImportError, NameError, NotImplementedError, RuntimeError, TypeError)
_PLAIN_PACKAGES = frozenset({"aiokafka", "chassis", "jinja2"})

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def tell(exc_info: ExcInfo) -> str:
    """Return the traceback of an error, and of those that led to it, as text of many lines."""
    return "\n".join(_lines(exc_info[1], set()))


def describe(error: BaseException) -> str:
    """Return the kind of an error and as much of its text as holds no one's words."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else _qualified(kind)
    about = _about(error)
    return f"{name}: {about}" if about else name


def _qualified(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _lines(before, seen)
        yield "which led to"
    for frame in traceback.extract_tb(error.__traceback__, limit=-_FRAMES):
        yield f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
        yield f"    {frame.line}"
    yield describe(error)
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield "of which one is"
            yield from _lines(part, seen)


def _about(error: BaseException) -> str:
    match error:
        case asyncpg.PostgresError():
            named = {
                "sqlstate": error.sqlstate,
                "table": error.table_name,
                "column": error.column_name,
                "constraint": error.constraint_name,
            }
            return " ".join(f"{name}={value}" for name, value in named.items() if value)
        case ValidationError():
            wrong = error.errors(include_url=False, include_context=False, include_input=False)
            return f"{error.title} " + " ".join(
                f"{'.'.join(map(str, one['loc']))}={one['type']}" for one in wrong[:_WRONG_FIELDS]
            )
        case OSError(errno=int(number), strerror=str(text)):
            return f"[{number}] {text}"
        case Outage():
            return str(error)
    package = type(error).__module__.partition(".")[0]
    is_plain = package in _PLAIN_PACKAGES or type(error) in _PLAIN
    return str(error) if is_plain else ""
