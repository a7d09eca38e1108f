"""The few kinds of failure, each carrying the one sentence its reader sees."""

from __future__ import annotations


class OnRecordError(Exception):
    """Something expected went wrong; `str(error)` is a whole sentence for the person who asked."""


class SettingsError(OnRecordError):
    """The configuration or the command line cannot be used: which file, which key, what is expected."""


class SourceError(OnRecordError):
    """A source or one of its documents cannot be read."""


class ArchiveError(OnRecordError):
    """The archive cannot be opened, read or written; it is as it was before."""
