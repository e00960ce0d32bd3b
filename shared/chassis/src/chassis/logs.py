"""Logs: a constant message and fields, as JSON for machines or pretty for people."""

import logging
import sys
from typing import Literal
from uuid import UUID

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from chassis.trace import traceparent
from chassis.tracebacks import tell


def configure(service: str, log_format: Literal["json", "pretty"]) -> None:
    """Send what we log, and what libraries log from warnings up, to standard output."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _add_trace,
        _write_ids_plainly,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    output = logging.StreamHandler(sys.stdout)
    output.addFilter(_OncePerMinute())
    output.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_render(service, log_format),
            ],
        )
    )
    logging.basicConfig(handlers=[output], level=logging.WARNING, force=True)
    for name in ("chassis", *_packages(service)):
        logging.getLogger(name).setLevel(logging.INFO)


def _packages(service: str) -> tuple[str, ...]:
    return (service.replace("-", "_"), "uvicorn.error")


def _render(service: str, log_format: Literal["json", "pretty"]) -> list[Processor]:
    errors = structlog.processors.ExceptionRenderer(tell)
    if log_format == "pretty":
        plain = structlog.dev.plain_traceback
        console = structlog.dev.ConsoleRenderer(exception_formatter=plain)
        return [_without_trace, errors, console]
    return [_name_service(service), errors, structlog.processors.JSONRenderer()]


def _add_trace(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    event["trace_id"] = traceparent().split("-")[1]
    return event


def _write_ids_plainly(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Write an id as people search for it, not as Python shows it."""
    for name, value in event.items():
        if isinstance(value, UUID):
            event[name] = str(value)
    return event


def _without_trace(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    event.pop("trace_id", None)
    return event


def _name_service(service: str) -> Processor:
    def add(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
        event["service"] = service
        return event

    return add


class _OncePerMinute(logging.Filter):
    """Lets through one record per minute of each place in the Kafka libraries that logs.

    While a broker is away each client says some twenty lines a second. On the handler, because a
    logger's own filter does not see what its children say.
    """

    def __init__(self) -> None:
        super().__init__()
        self._passed_at: dict[tuple[str, int], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.partition(".")[0] not in ("aiokafka", "faststream"):
            return True
        place = (record.pathname, record.lineno)
        passes = record.created - self._passed_at.get(place, 0.0) > 60  # noqa: PLR2004
        if passes:
            self._passed_at[place] = record.created
        return passes
