"""Answers that a test puts in the server's mouth, and the one list in which they wait."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Stage = Literal["CONNECT", "MAIL", "RCPT", "DATA"]


class Answer(BaseModel):
    """What happens, instead of a friendly answer, at one stage of the conversation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    after: Stage
    times: int = Field(default=1, ge=1)
    reply: str | None = Field(default=None, pattern=r"^[2-5]\d\d[ -][\x20-\x7e]*$")
    """The line sent, such as `451 4.3.0 later`."""
    drop: bool = False
    """The connection ends without a line."""
    delay_s: float = Field(default=0.0, ge=0, le=600)
    kept: bool | None = None
    """Whether a message is taken. By default as the reply says; and taken before a drop, which is
    how one letter becomes two."""

    @model_validator(mode="after")
    def _does_something(self) -> Self:
        if self.drop and self.reply is not None:
            message = "a dropped connection carries no reply"
            raise ValueError(message)
        if not (self.drop or self.reply or self.delay_s):
            message = "one of reply, drop and delay_s"
            raise ValueError(message)
        return self

    def keeps(self) -> bool:
        """Tell whether a message that gets this answer is taken."""
        if self.kept is not None:
            return self.kept
        return self.reply is None or self.reply.startswith("2")


class Answers:
    """The list, in the order in which it is played. It does not outlive the process."""

    def __init__(self) -> None:
        self._waiting: list[Answer] = []

    def add(self, answer: Answer) -> None:
        """Play `answer` after those that wait for the same stage."""
        self._waiting.append(answer)

    def list(self) -> list[Answer]:
        """Return what has not been played yet."""
        return list(self._waiting)

    def clear(self) -> None:
        """Be friendly again."""
        self._waiting.clear()

    def take(self, after: Stage) -> Answer | None:
        """Return the next answer for that stage, if there is one, counting it as played."""
        for place, answer in enumerate(self._waiting):
            if answer.after == after:
                if answer.times > 1:
                    left = answer.model_copy(update={"times": answer.times - 1})
                    self._waiting[place] = left
                else:
                    del self._waiting[place]
                return answer
        return None
