"""Who appears in a story, and what each of them is.

In the order of reading:

- `sightings`: where names stand
- `cast`: whom the names of a story mean
- `roles`: what each of them is, from `roles_before` and `roles_behind` their names, and `roles_by_verb` (what they
  founded, signed, wrote); `role_text` takes the words out of their line
- `naming`: which of the names each goes by, and who is the same; `organisations` knows where their long names end
- `listing`: the people that a story lists
"""
