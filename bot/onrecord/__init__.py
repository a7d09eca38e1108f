"""onrecord: a community's news coverage, kept on record and cited."""
