from __future__ import annotations

import pytest

from onrecord.answers.notation import Request, parse

OPTIONS = {
    "quotes": ["speaker", "about", "story"],
    "ask": ["question"],
    "stories": ["search"],
    "desk add": ["link"],
    "desk": [],
}


@pytest.mark.parametrize(
    ("line", "command", "options"),
    [
        ("/stories", "stories", {}),
        ("stories", "stories", {}),
        ("  /Stories  ", "stories", {}),
        ("/quotes speaker:Ada Lund about:sea walls", "quotes", {"speaker": "Ada Lund", "about": "sea walls"}),
        ("/quotes speaker: Ada Lund  about: x", "quotes", {"speaker": "Ada Lund", "about": "x"}),
        ("/quotes story:https://a.example/b?c=d:e", "quotes", {"story": "https://a.example/b?c=d:e"}),
        ("/quotes about:a note: this", "quotes", {"about": "a note: this"}),
        ("/quotes about:backstory:x", "quotes", {"about": "backstory:x"}),
        ("/ask question:what story: is this?", "ask", {"question": "what story: is this?"}),
        ("/quotes speaker:", "quotes", {"speaker": ""}),
        ("/quotes speekr:Ada", "quotes", {"speekr": "Ada"}),
        ("/quotes Ada Lund", "quotes", {"": "Ada Lund"}),
        ("/nothing a:b", "nothing", {"a": "b"}),
        ("/desk add link:a.example", "desk add", {"link": "a.example"}),
        ("/Desk  ADD link: a.example ", "desk add", {"link": "a.example"}),
        ("desk add", "desk add", {}),
        ("/desk ad link:x", "desk", {"": "ad link:x"}),
        ("/desk", "desk", {}),
        ("/deskadd", "deskadd", {}),
        ("", "", {}),
        ("/", "", {}),
    ],
)
def test_discords_notation(line: str, command: str, options: dict[str, str]) -> None:
    assert parse(line, OPTIONS) == Request(command, options)
