"""Stands in for a service where only its supervisor is on trial; copied to its `__main__`."""

import json
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer(200, b"ok")

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(verb: str) -> None:
    match verb:
        case "migrate":
            say("migrated")
        case "enrol":
            say(json.dumps({"merchant_id": "1", "api_key": "rp_test"}))
        case _:
            say(f"{Path(sys.argv[0]).parent.name} {verb} is up")
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
            ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Answers).serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
