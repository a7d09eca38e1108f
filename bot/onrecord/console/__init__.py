"""The commands without Discord."""

from onrecord.console.modes import many, one, prompt
from onrecord.console.output import printable
from onrecord.console.session import DESK, asked, load, session

__all__ = ["DESK", "asked", "load", "many", "one", "printable", "prompt", "session"]
