"""Discord's limits on a message of components, checked on what is sent: https://discord.com/developers/docs/components."""

import re
from collections.abc import Iterator
from typing import Any

Component = dict[str, Any]

ROW, BUTTON, SECTION, TEXT, FILE, SEPARATOR, CONTAINER = 1, 2, 9, 10, 13, 14, 17


def walk(components: list[Component]) -> Iterator[Component]:
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        if "accessory" in component:
            yield component["accessory"]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def texts(components: list[Component]) -> list[str]:
    return [component["content"] for component in walk(components) if component["type"] == TEXT]


def buttons(components: list[Component]) -> list[Component]:
    return [component for component in walk(components) if component["type"] == BUTTON]


def shown(components: list[Component]) -> str:
    """What a reader reads, the marks of formatting taken away."""
    text = "\n".join(texts(components))
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text).replace("@\u200b", "@")


def check(components: list[Component]) -> None:
    every = list(walk(components))
    assert 1 <= len(every) <= 40
    assert all(component["type"] in {ROW, BUTTON, SECTION, TEXT, FILE, SEPARATOR, CONTAINER} for component in every)
    assert all(text.strip() for text in texts(components))
    assert sum(units(text) for text in texts(components)) <= 4000
    for component in every:
        if component["type"] == ROW:
            assert 1 <= len(component["components"]) <= 5
        if component["type"] == CONTAINER:
            assert component["components"]
    ids = [button["custom_id"] for button in buttons(components) if "custom_id" in button]
    assert len(ids) == len(set(ids))
    for button in buttons(components):
        assert 1 <= units(button["label"]) <= 80
        if button["style"] == 5:
            assert re.match(r"https?://[^\s@/]+\.[^\s@/]+", button["url"])
            assert units(button["url"]) <= 512
        else:
            assert 1 <= units(button["custom_id"]) <= 100
