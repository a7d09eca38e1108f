"""Who said what: from quoted runs to quotes with their speakers.

In the order of reading:

- `attribution`: the voice that a sentence itself gives its quoted runs, by the rules of `cue_behind` ("…," she said),
  `cue_ahead` (she said: "…") and `no_cue` (labels, signatures, colons); `voices` has the nouns of all of them
- `context`: the voice that the sentences and paragraphs around give to what its own sentence leaves open;
  `uttered` tells words from titles of works
- `reported`: speech without marks, by the rules of `reported_ahead` (she said that …) and `reported_behind` (…, she
  said); `reported_words` says where the words begin and end, `attitudes` what she vows, is sure of or wonders
- `transcripts`: speech set off without marks, questions and answers, block quotes; `interviews` says whose
  the answers are
- `speakers`: whom a voice means, by what its words name (`mentions`) or by what came before (`pronouns`,
  `candidates`, `word_order`)
- `quotes`: what of all that makes one quote
"""
