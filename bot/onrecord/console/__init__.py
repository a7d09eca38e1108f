"""The commands without Discord."""

from onrecord.console.modes import many, one, prompt
from onrecord.console.output import printable
from onrecord.console.session import DESK, load, say, session

__all__ = ["DESK", "load", "many", "one", "printable", "prompt", "say", "session"]
