"""The kind of answer that a question asks for: a person, a day, a number. Pure."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["person", "time", "count", "money", "amount", "percent", "age", "place", "reason", "any"]

MEASURE = (
    r"\bwhat(?:'s| is| was| are| were) (?:the|its|their|his|her) (?:\w+ )?(?P<measure>population|length|height|weight"
    r"|distance|speed|depth|width|capacity|turnout|attendance|temperature|margin|odds)\b"
)
"""What a number tells."""
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "percent",
        re.compile(r"\b(?:what|which) (?:percent|percentage|share|proportion)\b|\bhow many percent\b|\bwhat %"),
    ),
    ("age", re.compile(r"\bhow old\b|\bwhat age\b|\bwhat is the age\b")),
    (
        "amount",
        re.compile(
            r"\bhow much (?:of|more|less|(?:tall|fast|small|larg|bigg|high|low|long|short|cheap|heavi|old|young)er|time"
            r"|water|power|energy|snow|rain|space|land)\b"
        ),
    ),
    (
        "money",
        re.compile(
            r"\bhow much\b[^?]{0,200}\b(?:pay|pays|paid|cost|costs|worth|earn|earns|earned|spend|spends|spent|charge"
            r"|charges|charged|raise|raised|owe|owes|sell|sells|sold|buy|bought|invest|invested|offer|offered|lose|lost|money"
            r"|put|pour|poured|pledge|pledged|grant|granted|award|awarded|lend|lent|borrow|borrowed|donate|donated|fined|make|makes|made|give|gave|given|contribute|contributed|receive|received|get|got)\b"
            r"|\bwhat (?:was|is|were|are) (?:the|its|their|his|her) "
            r"(?:\w+ )?(?:price|cost|fee|salary|fine|wage|rent|budget|bid|bail)s?\b"
            r"|\bwhat (?:does|do|did|will|would) [^?]{1,80} (?:cost|earn)\b"
        ),
    ),
    ("money", re.compile(r"\bhow much (?:is|are|was|were) (?!\w+(?:ed|en|ing)\b)")),
    ("amount", re.compile(r"\bhow much\b|\bwhat (?:was|is|were|are) the amount\b")),
    (
        "count",
        re.compile(
            r"\bhow (?:many|long|far|tall|big|large|high|often|fast|cold|hot|warm|deep|heavy|wide)\b|\bwhat number\b"
            rf"|{MEASURE}"
        ),
    ),
    ("time", re.compile(r"\bwhen\b|\b(?:what|which) (?:day|date|year|month|time)\b|\bsince when\b")),
    ("person", re.compile(r"\bwho(?:m|se)?\b|\bwho's\b|\b(?:what|which) (?:person|people|company|organi[sz]ation)\b")),
    ("place", re.compile(r"\bwhere\b|\b(?:what|which) (?:cit(?:y|ies)|countr(?:y|ies)|towns?|states?|places?)\b")),
    (
        "reason",
        re.compile(
            r"\bwhy\b|\bfor what reason\b|\bhow come\b|^what (?:caused|causes|triggered|prompted)\b|^what led to\b"
            r"|^what (?:is|was|were|are) the (?:cause|reason)s? (?:of|for|behind)\b|\bbecause of what\b"
        ),
    ),
)


def kind_of(folded: str) -> Kind:
    """Of a folded question."""
    for kind, pattern in _KINDS:
        if pattern.search(folded):
            return kind
    return "any"
