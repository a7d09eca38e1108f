"""What a moderator can do at one community's desk. Knows neither Discord nor a terminal."""

from onrecord.desk.adding import LARGEST_FILE, too_large
from onrecord.desk.desk import Desk
from onrecord.desk.links import host_named
from onrecord.desk.models import Added, Handed, Preview, Refusal, SourceHealth, Standing, Undone

__all__ = [
    "LARGEST_FILE",
    "Added",
    "Desk",
    "Handed",
    "Preview",
    "Refusal",
    "SourceHealth",
    "Standing",
    "Undone",
    "host_named",
    "too_large",
]
