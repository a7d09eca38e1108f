"""Reading one file of the archive: rows become models."""
