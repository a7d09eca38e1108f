"""The archive's file: opening it safely, lending connections to it, and its tables."""
