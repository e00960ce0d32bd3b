"""A part that was started: its process, whether it is ready, when it is started again."""

import http.client
import subprocess
import time

from local_stack import child, postgres
from local_stack.child import Program
from local_stack.parts import Part
from local_stack.ports import HOST, accepts

# Waits before each new start of a part that keeps ending; one that ran a while begins anew.
BACK_OFF_S = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
STEADY_S = 30.0


class Running:
    """One part and its process, which changes when the part is started again."""

    def __init__(self, part: Part, program: Program, port: int | None) -> None:
        self.part = part
        self.program = program
        self.port = port
        self.ready = False
        self.ends = 0
        self.start()

    def start(self) -> None:
        """Start the process. From the main thread only."""
        self.started_at = time.monotonic()
        self.start_again_at: float | None = None
        self.ready = False
        self.process: subprocess.Popen[bytes] = child.start(self.program)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started_at

    @property
    def exit_code(self) -> int | None:
        return self.process.poll()

    def became_ready(self) -> bool:
        """Ask once whether the part now serves, or has done its task; remember a yes."""
        if self.port is None:
            self.ready = self.exit_code == 0
        else:
            self.ready = self.exit_code is None and self._serves(self.port)
        return self.ready

    def has_fallen(self) -> bool:
        """Tell whether the process ended and should not have, or not like this."""
        return self.exit_code is not None and (self.port is not None or self.exit_code != 0)

    def _serves(self, port: int) -> bool:
        match self.part.name:
            case "postgres":
                return postgres.is_ready(self.program.cwd, self.process.pid)
            case "kafka":
                return accepts(port)
            case _:
                return _answers(port)

    def schedule(self) -> float:
        """Note that the process ended; return after how many seconds it is started again."""
        if self.seconds > STEADY_S:
            self.ends = 0
        wait_s = BACK_OFF_S[min(self.ends, len(BACK_OFF_S) - 1)]
        self.ends += 1
        self.ready = False
        self.start_again_at = time.monotonic() + wait_s
        return wait_s

    def is_due(self) -> bool:
        """Tell whether the wait before a new start is over."""
        return self.start_again_at is not None and time.monotonic() >= self.start_again_at

    def log_tail(self) -> str:
        """Return what the part said last."""
        return child.tail(self.program.log)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=0.5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
