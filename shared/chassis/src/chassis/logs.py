"""Logs: a constant message and fields, as JSON for machines or pretty for people."""

import logging
import sys
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from chassis.trace import traceparent


def configure(service: str, log_format: Literal["json", "pretty"]) -> None:
    """Send what we log, and what libraries log from warnings up, to standard output."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _add_trace,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    output = logging.StreamHandler(sys.stdout)
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
    # While a broker is away each client logs some twenty lines a second.
    logging.getLogger("aiokafka").addFilter(_OncePerMinute())


def _packages(service: str) -> tuple[str, ...]:
    return (service.replace("-", "_"), "uvicorn.error")


def _render(service: str, log_format: Literal["json", "pretty"]) -> list[Processor]:
    if log_format == "pretty":
        plain = structlog.dev.plain_traceback
        return [_without_trace, structlog.dev.ConsoleRenderer(exception_formatter=plain)]
    return [
        _name_service(service),
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ]


def _add_trace(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    event["trace_id"] = traceparent().split("-")[1]
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
    """Lets one record of each message pattern through per minute."""

    def __init__(self) -> None:
        super().__init__()
        self._passed_at: dict[object, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        passed = record.created - self._passed_at.get(record.msg, 0.0) > 60  # noqa: PLR2004
        if passed:
            self._passed_at[record.msg] = record.created
        return passed
