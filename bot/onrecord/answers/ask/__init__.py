"""Answering questions with sentences of the coverage.

- `sayings`: questions that their form tells: what somebody said, who said it (`quotations`), who somebody is, who wrote
  a story (`bylines`)
- `question`: what any other asks for, the words that carry it, and the kind of answer (`kinds`)
- `asked`: what the coverage knows of those words
- `ground`: the story on which a sentence stands
- `scoring`: how well a sentence bears the answer: whether it is about whom is asked (`whom`), by what it says of whom
  (`clauses`, `happenings`, `rows`, `others`, `offices`, `antecedents`, `references`), and holds the kind of answer that
  would do (`answer_kinds`, `dates`)
- `exchanges`: what an interview (`turns`) answers, together with what was asked there
- `command`: the answer, or that there is none
"""

from onrecord.answers.ask.command import ask

__all__ = ["ask"]
