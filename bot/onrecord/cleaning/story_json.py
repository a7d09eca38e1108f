"""Stories that come as JSON: what they give is checked and kept, what they leave out stays unset."""

from __future__ import annotations

import json
from typing import Any, cast

from pydantic import ValidationError

from onrecord.cleaning.assemble import story_id
from onrecord.cleaning.lines import tidy
from onrecord.cleaning.links import plausible_link
from onrecord.errors import SourceError
from onrecord.stories import Document, Story


def given_story(document: Document) -> Story:
    """The story that a JSON object gives. Raises `SourceError` naming the field that is missing or wrong."""
    try:
        value: object = json.loads(document.text)
    except (ValueError, RecursionError) as error:
        raise SourceError("It is not JSON that can be read.") from error
    if not isinstance(value, dict):
        raise SourceError("It is not a JSON object, which a story is.")
    fields = cast(dict[str, Any], _tidied(cast(object, value)))
    title = fields.get("title")
    if not isinstance(title, str) or not title.strip():
        raise SourceError("A story needs a title, which is text.")
    fields["title"] = " ".join(title.split())
    fields["passages"] = _passages(fields.get("passages"))
    fields["document"] = document.location
    # Null says no more than a field left out, which is read from the text where that can be.
    fields = {name: given for name, given in fields.items() if given is not None}
    if (url := fields.get("url")) and (not isinstance(url, str) or plausible_link(url) is None):
        raise SourceError("Its url is not an http or https link.")
    # Never the given one: two stories could bear it, and it travels in links and buttons.
    fields["id"] = ""
    fields.pop("version", None)  # it counts what was seen here
    try:
        story = Story.model_validate_json(json.dumps(fields))
    except ValidationError as error:
        raise SourceError(_sentence(error)) from error
    url = None if story.ai_generated else story.url
    return story.model_copy(update={"id": story_id(url, story.title, list(story.passages))})


def _tidied(value: object) -> object:
    """The same without what no text should hold: lone surrogates, control and invisible characters."""
    if isinstance(value, str):
        return tidy(value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).strip()
    if isinstance(value, list):
        return [_tidied(item) for item in cast(list[object], value)]
    if isinstance(value, dict):
        return {key: _tidied(item) for key, item in cast(dict[str, object], value).items()}
    return value


def _passages(given: object) -> list[dict[str, Any]]:
    """Passages as objects, numbered; plain texts are passages too, and blank ones none."""
    if not isinstance(given, list) or not given:
        raise SourceError("A story needs passages, a list of texts or of objects with a text.")
    passages: list[dict[str, Any]] = []
    for item in cast(list[object], given):
        passage: dict[str, Any] = {"text": item}
        if isinstance(item, dict):
            passage = dict(cast(dict[str, Any], item))
        if not isinstance(passage.get("text"), str):
            raise SourceError(f"Its passages: item {len(passages)} has no text.")
        passage.setdefault("n", len(passages))
        passages.append(passage)
    if not any(passage["text"] for passage in passages):
        raise SourceError("It has no text of a story in it: its passages are blank.")
    return passages


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    message = str(first["msg"]).removeprefix("Value error, ")
    if not where:
        return f"{message[:1].upper()}{message[1:]}."
    message = message[:1].lower() + message[1:]
    return f"Its {where}: {message}."
