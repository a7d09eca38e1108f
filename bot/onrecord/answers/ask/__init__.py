"""Answering questions with sentences of the coverage.

- `question`: what is asked for, and the words that carry it
- `asked`: what the coverage knows of those words
- `scoring`: how well a sentence bears the answer, by what it says of whom (`clauses`, `antecedents`) and whether it
  holds the kind of answer that would do (`answer_kinds`)
- `command`: the answer, or that there is none
"""

from onrecord.answers.ask.command import ask

__all__ = ["ask"]
