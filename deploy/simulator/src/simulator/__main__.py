"""`python -m simulator`: serve until told to stop."""

import logging
import os
import sys

import structlog

from simulator.app import create_app
from simulator.depot import open_depot
from simulator.journal import JournalInUse
from simulator.serving import listen, serve
from simulator.settings import read_settings

log = structlog.get_logger()


def main() -> int:
    """Start; a reason not to is one sentence and exit code 1."""
    try:
        settings = read_settings(os.environ)
        listening = listen(settings.host, settings.port)
        depot = open_depot(settings)
    except (ValueError, OSError, JournalInUse) as error:
        sys.stderr.write(f"simulator: {error}\n")
        return 1
    _set_up_logs(settings.log_format)
    log.info("simulator starting", address=f"http://{settings.host}:{settings.port}")
    serve(create_app(depot), listening)
    return 0


def _set_up_logs(log_format: str) -> None:
    pretty = structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty())
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer() if log_format == "json" else pretty,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )


if __name__ == "__main__":
    sys.exit(main())
