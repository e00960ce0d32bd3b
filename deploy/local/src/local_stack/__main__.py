"""`python -m local_stack up|return|reset|inbox`: the whole system from the command line."""

import sys

USAGE = """\
python -m local_stack up [--ports free]   start everything and stay until Ctrl-C
python -m local_stack return              walk one return through the running system
python -m local_stack reset               forget all data, keeping what was downloaded
python -m local_stack inbox               the inbox alone: HOST, PORT, SMTP_PORT, INBOX_DIR
RENVOI_DIR names the folder for everything local, .renvoi by default.
"""


def main(words: list[str]) -> int:
    """Do what the words ask for; return the exit code."""
    # Each is imported when asked for: the inbox needs no rich, the supervisor no web server.
    match words:
        case ["inbox"]:
            from local_stack.inbox.app import main as inbox  # noqa: PLC0415

            inbox()
            return 0
        case ["up", *rest] if rest in ([], ["--ports", "free"]):
            from local_stack.supervisor import up  # noqa: PLC0415

            return up(any_ports=bool(rest))
        case ["return"]:
            from local_stack.supervisor import walk  # noqa: PLC0415

            return walk()
        case ["reset"]:
            from local_stack.supervisor import reset  # noqa: PLC0415

            return reset()
        case _:
            sys.stderr.write(USAGE)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
