"""Sources into the archive, as one transaction: fetched, cleaned, read and written, each in its own place."""

from onrecord.refresh.refresher import Busy, Cancelled, Refresher, Running, Tell
from onrecord.refresh.report import Lost, Progress, Report, SourceReport, SourceTrouble
from onrecord.refresh.schedule import Schedule, refresh_due
from onrecord.refresh.sources import AnySource, Upload, key_of, name_of
from onrecord.refresh.transaction import refresh
from onrecord.refresh.worker import reader_version

__all__ = [
    "AnySource",
    "Busy",
    "Cancelled",
    "Lost",
    "Progress",
    "Refresher",
    "Report",
    "Running",
    "Schedule",
    "SourceReport",
    "SourceTrouble",
    "Tell",
    "Upload",
    "key_of",
    "name_of",
    "reader_version",
    "refresh",
    "refresh_due",
]
