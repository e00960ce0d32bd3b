"""How each part of the table is run: two by programs that are not Python, all others by ours."""

import sys
from collections.abc import Callable, Mapping

from local_stack import kafka, postgres
from local_stack.child import Program
from local_stack.folder import Folder
from local_stack.kafka_kit import require_kit
from local_stack.parts import Part
from local_stack.ports import Ports


def program_for(
    part: Part,
    folder: Folder,
    ports: Ports,
    env: Callable[[str], Mapping[str, str]],
    *,
    tell: Callable[[str], None],
) -> Program:
    """Prepare what the part needs on disk and return how to run it. Raises Trouble."""
    log = folder.log(part.name)
    match part.name:
        case "postgres":
            return postgres.prepare(
                folder.root / "postgres",
                log,
                port=ports.postgres,
                password=folder.keys.admin_db_password,
            )
        case "kafka":
            return kafka.prepare(
                folder.root / "kafka",
                require_kit(folder.cache, tell=tell),
                log,
                port=ports.kafka,
                controller_port=ports.kafka_controller,
            )
        case _:
            argv = (sys.executable, *part.words)
            return Program(argv, env(part.name), cwd=folder.root, log=log)
