"""A message's components, as Discord is sent them, drawn as HTML in Discord's dark look.

Everything comes from the components' JSON: a layout that changes changes the picture. The custom elements of
@skyra/discord-components-core know the frame of a message (who asked, the bot's name, "Only you can see this") but not
the second version of components: containers, texts, separators and today's buttons are plain HTML and `look.css`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, TypeAlias

from markdown_it import MarkdownIt

Component: TypeAlias = Mapping[str, Any]

_INLINE = MarkdownIt("commonmark", {"html": False}).enable("strikethrough").disable(["image", "autolink"])
_BLOCKS = (
    ("-# ", "small"),
    ("### ", "h3"),
    ("## ", "h2"),
    ("# ", "h1"),
    ("> ", "blockquote"),
    ("- ", "li"),
)
_STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}
_OUT = '<svg viewBox="0 0 24 24"><path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/></svg>'


def drawn(components: Sequence[Component]) -> str:
    """Raises `KeyError` for a component of a type that cannot be drawn yet."""
    return "".join(_KINDS[component["type"]](component) for component in components)


def markdown(text: str) -> str:
    """Discord's markdown is read a line at a time; quoted lines in a row are one quotation."""
    lines = "".join(map(_line, text.split("\n")))
    return re.sub(r"</blockquote><blockquote>", "<br>", lines)


def _line(line: str) -> str:
    for start, tag in _BLOCKS:
        if line.startswith(start):
            return f"<{tag}>{_INLINE.renderInline(line.removeprefix(start))}</{tag}>"
    return f"<p>{_INLINE.renderInline(line)}</p>"


def _row(row: Component) -> str:
    return f'<div class="row">{drawn(row["components"])}</div>'


def _button(button: Component) -> str:
    style = _STYLES[button["style"]]
    off = " disabled" if button.get("disabled") else ""
    return (
        f'<span class="button {style}{off}">{escape(button.get("label") or "")}{_OUT if style == "link" else ""}</span>'
    )


def _section(section: Component) -> str:
    return f'<div class="section"><div>{drawn(section["components"])}</div>{drawn([section["accessory"]])}</div>'


def _text(text: Component) -> str:
    return f'<div class="text">{markdown(text["content"])}</div>'


def _separator(separator: Component) -> str:
    kinds = [
        "separator",
        "wide" if separator.get("spacing") == 2 else "",
        "line" if separator.get("divider", True) else "",
    ]
    return f'<div class="{" ".join(filter(None, kinds))}"></div>'


def _container(container: Component) -> str:
    colour = container.get("accent_color")
    edge = f' style="border-left: 4px solid #{colour:06x}"' if colour is not None else ""
    return f'<div class="container"{edge}>{drawn(container["components"])}</div>'


_KINDS: Mapping[int, Callable[[Component], str]] = {
    1: _row,
    2: _button,
    9: _section,
    10: _text,
    14: _separator,
    17: _container,
}
"""By the numbers that Discord gives the types of components."""
