"""From a raw document to a clean story: its text, where it came from, and what was dropped and why."""

from __future__ import annotations

from onrecord.errors import SourceError
from onrecord.stories import Document, Story

MARKDOWN = (".md", ".markdown")


def clean(document: Document) -> Story:
    """The story in a document. Fields that the document does not tell are left unset.

    Raises `SourceError`, with a sentence, when nothing readable is in it or a story's JSON has a wrong field.
    """
    # Loaded when there is something to clean: compiling the patterns takes longer than most starts of the program.
    if document.format == "story":
        from onrecord.cleaning.story_json import given_story  # noqa: PLC0415

        return given_story(document)
    from onrecord.cleaning.assemble import assemble  # noqa: PLC0415

    if document.format == "html":
        from onrecord.cleaning.webpage import web_page  # noqa: PLC0415

        return assemble(web_page(document))
    if document.location.lower().endswith(MARKDOWN):
        from onrecord.cleaning.markdown import markdown_page  # noqa: PLC0415

        return assemble(markdown_page(document))
    from onrecord.cleaning.lines import split_lines  # noqa: PLC0415
    from onrecord.cleaning.page import Page  # noqa: PLC0415

    lines = split_lines(document.text)
    if not lines:
        raise SourceError("It is empty.")
    return assemble(Page(document.location, lines))
