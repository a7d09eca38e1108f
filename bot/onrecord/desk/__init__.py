"""What a moderator can do at one community's desk. Knows neither Discord nor a terminal."""

from onrecord.desk.additions import LARGEST_FILE, too_large
from onrecord.desk.desk import Desk
from onrecord.desk.links import host_named
from onrecord.desk.models import Added, DeskStatus, Preview, Refusal, SourceHealth, Undone, UploadedFile

__all__ = [
    "LARGEST_FILE",
    "Added",
    "Desk",
    "DeskStatus",
    "Preview",
    "Refusal",
    "SourceHealth",
    "Undone",
    "UploadedFile",
    "host_named",
    "too_large",
]
