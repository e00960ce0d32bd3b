"""What goes wrong on a person's machine, in a sentence that says what to do."""


class Trouble(Exception):
    """The stack cannot do what was asked; the message is for the person at the keyboard."""
