"""The roles that a story gives the people and organisations it names: always its own words, never retyped."""

from __future__ import annotations

import re

from onrecord.reading.cast import Cast, Figure, Sighting
from onrecord.reading.kinds import is_organisation, is_people
from onrecord.reading.lexicon import (
    AUX,
    CLAUSE_STARTS,
    DAYS,
    DETERMINERS,
    GIVEN,
    GROUP_NOUNS,
    MONTHS,
    NOT_NAMES,
    PREPOSITIONS,
    ROLE_NOUNS,
    SUBJECT_PRONOUNS,
    TITLES,
    VERBS,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.places import PLACES
from onrecord.reading.sentences import QUOTE, SCRAP, Line

_POSSESSIVE = ("’s", "'s", "’", "'")
_DASHES = ("—", "–", "--", "―")
_BREAKS = frozenset([";", ":", "!", "?", ".", "•", QUOTE, "|", "/", *_DASHES])
_MODIFIERS = word_set(
    """former ex longtime long-time veteran retired senior junior deputy acting interim chief top vice assistant associate
    executive national international regional political presidential vice-presidential senatorial gubernatorial
    congressional mayoral campaign state federal local city county town village district police foreign finance financial
    policy public private press media research data health medical healthcare tax trade labor labour housing energy
    climate environmental legal economic economics communications digital marketing advertising sales news sports
    music film movie television tv radio theater stage rock pop jazz hip-hop country fashion food wine travel science
    technology tech software hardware computer security cybersecurity intelligence military defense defence army navy
    marine war peace human civil rights voting election elections immigration criminal family divorce bankruptcy
    constitutional corporate business investment venture hedge fund real estate property insurance oil gas coal
    mining auto airline school college university high law history philosophy psychology political-science
    independent freelance conservative liberal progressive libertarian centrist leftist right-wing left-wing moderate
    republican democratic socialist green antiwar anti-war pro-life billionaire millionaire wealthy prominent leading
    founding managing general creative artistic musical technical clinical nursing consulting engineering planning
    development program project product operations logistics human-resources personnel current then now future
    incoming outgoing first second third lead principal head chair emeritus honorary co founder-and award-winning
    best-selling bestselling famed famous renowned celebrated noted acclaimed legendary influential respected
    disgraced convicted self-described self-proclaimed so-called lifelong one-time onetime two-time three-time
    four-time two-term three-term one-term fellow party tea grassroots community labor union church religious spiritual
    youth student gay transgender black white latino hispanic african-american asian-american american british french
    german russian mexican canadian israeli chinese japanese indian italian spanish australian european
    literary art book magazine newspaper newsroom television-news talk-show talk radio night late-night reality
    small-business small dairy poultry wheat corn cattle organic fishing boat ship harbor harbour river coastal
    tidal solar wind nuclear chemical mechanical electrical structural software-security video game games
    evolutionary molecular marine wildlife forest animal child children's women's girls' boys' mens
    wing surgeon attorney prime running first-term second-term newly elected newly-elected appointed
    majority minority leader house senate white-collar night tour stage basketball football baseball hockey soccer
    tennis golf swimming track ice olympic gold-medal world-class hall-of-fame heavyweight middleweight
    nonprofit non-profit advocacy consumer patient privacy gun-control gun-rights abortion-rights pro-choice gun drug
    crime fire fraud ethics ethic antitrust appeals appellate circuit trial supreme court crypto blockchain bitcoin
    ai machine-learning quantum space rocket aerospace automotive transit transportation railway traffic water
    weather climate-change conservation wilderness social mental emergency trauma heart brain cancer
    surgical dental veterinary plastic ocean polar statewide citywide nationwide close personal nursing-home home"""
)
"""Lower-case words that stand between a determiner or a name and the noun that tells what somebody is."""
_OFFICES = word_set(
    "state staff defense defence treasury labor education energy commerce transportation interior agriculture health "
    "homeland war operations communications photography research national house engineering finance public veterans "
    "police correspondents government marketing product design policy content strategy development sales mines parks"
)
"""What an office is "of": the one place where a preposition stands before a name that belongs to it."""
_BARE = word_set("mr mrs ms miss mister madam sir mr. mrs. ms. st. del lady")
_WEAK = word_set(
    """man woman friend rival critic supporter voter opponent fellow native source sources witness victim suspect
    resident neighbor neighbour owner partner member expert mate hopeful candidate assistant deputy supporters sources
    officials official father mother son daughter brother sister wife husband widow uncle aunt cousin niece nephew
    contender challenger agent independent conservative liberal frontrunner front-runner worker player general
    officer head chief successor predecessor driver surrogate operative defendant plaintiff pop house senate state
    republicans democrats national democratic political senior former first campaign press counsel chair pollster's
    director's executive supreme majority minority leader source's alumnus graduate house congress gop party
    communications vice ex tea running defense finance foreign prime model court"""
)
"""Says too little when nothing stands beside it."""
_KIN = word_set(
    "father mother son daughter brother sister wife husband widow widower uncle aunt cousin niece nephew grandfather "
    "grandmother grandson granddaughter fiancee fiance girlfriend boyfriend stepson stepdaughter"
)
_PLURALS = word_set(
    """officials sources democrats republicans spokespeople senators governors lawmakers aides advisers advisors critics
    supporters founders members leaders reps. sens. govs. actors actresses directors writers candidates"""
)
_ORGANISATION_NOUNS = word_set(
    """company firm group organization organisation nonprofit non-profit charity think-tank tank watchdog startup
    start-up outlet newspaper magazine network website site publisher studio label agency union guild coalition
    alliance association federation party bank insurer maker manufacturer retailer provider developer platform
    exchange brokerage pollster broadcaster university college institute center centre foundation museum hospital
    league club team band church committee commission council board body regulator ministry department contractor
    producer operator chain brand giant lobby newsletter blog daily weekly subsidiary cooperative consortium
    collective movement fund"""
)
_VERBS = word_set(
    """runs leads heads chairs directs oversees founded co-founded cofounded owns co-owns edits edited teaches manages
    managed hosts hosted represents represented headed chaired directed led coaches coached launched established created
    serves served works worked edits represents"""
)
"""What somebody does or did for an organisation."""
_MADE = word_set("appointed named elected nominated chosen hired promoted ordained crowned sworn")
_SIGNED = word_set("signed co-signed endorsed backed joined")
_SIGNABLE = word_set(
    "letter letters petition appeal statement declaration pledge manifesto brief call charter memorandum complaint"
)
_LISTING = frozenset(["including", "include", "includes", "included"])
_CARRIERS = frozenset(["members", "representatives", "delegates", "leaders", "employees", "workers", "followed", "alongside", "from", "of", "by"])  # fmt: skip
_MEMBER_NOUNS = word_set(
    "founders co-founders members supporters signatories signers backers speakers guests winners nominees candidates "
    "directors executives organizers organisers authors editors hosts participants attendees investors partners advisers "
    "advisors trustees judges"
)
_PARTY_TAG = re.compile(r"[RDI]\s?[-–]\s?[A-Z][A-Za-z. ]{1,20}")
_LONGEST = 26
"""Words of an apposition; what runs longer is a clause."""
_WIDEST = 150
_MOST = 6


def note_roles(lines: list[Line], cast: Cast) -> None:
    """Gives each figure of the cast the roles that stand beside its names."""
    for line in lines:
        seen = cast.sightings.get(line.n, [])
        for at, sighting in enumerate(seen):
            figure = cast.at.get((line.n, sighting.start))
            if figure is None:
                continue
            _before(line, sighting, figure)
            _introduced(line, sighting, figure)
            _bracketed(line, sighting, figure)
            _behind(line, sighting, figure, cast)
            _doing(line, seen, at, cast)
        if seen:
            _listed(line, cast)


def ordered(roles: list[tuple[str, int]], nothing_else: bool = True) -> list[tuple[str, int]]:
    """The most telling first, at most six: none twice, none that is part of another."""
    ranked = sorted(roles, key=lambda role: _rank(role[0]))
    kept: list[tuple[str, int]] = []
    for text, n in ranked:
        words = set(_plain(text))
        if any(words <= set(_plain(other)) for other, _ in kept):
            continue
        if _PARTY_TAG.fullmatch(text) and kept:
            continue
        kept.append((text, n))
    return kept[:_MOST]


def _plain(text: str) -> list[str]:
    return re.findall(r"[\w.-]*\w", text.casefold())


def _rank(role: str) -> int:
    """0: what somebody is, and where; 1: what; 2: what somebody did; 3: a mere title; 4: a party and state."""
    words = role.split()
    if _PARTY_TAG.fullmatch(role):
        return 4
    low = [word.lower().strip(",.") for word in words]
    if low[0] in _VERBS or low[0] in _SIGNED or low[0] in _MADE or low[0] == "was":
        return 2
    if any(word in _MEMBER_NOUNS and word.endswith("s") for word in low[:4]):
        return 2
    if len(words) == 1:
        return 1 if words[0].islower() or low[0] not in TITLES else 3
    place = any(word in ("of", "at", "for") for word in low[1:])
    capital = any(word[0].isupper() for word in words[1:]) or (words[0][0].isupper() and words[-1].islower())
    return 0 if place or capital else 1


def _add(figure: Figure, line: Line, text: str) -> bool:
    text = text.strip(" ,;:—–―-")
    if len(text) < 3 or len(text) > _WIDEST or line.n < 0 or text not in line.text or "\n" in text:
        return False
    if text.count("(") != text.count(")") or any(mark in text for mark in "“”\""):
        return False
    if all(text.casefold() != role.casefold() for role, _ in figure.roles):
        figure.roles.append((text, line.n))
    return True


def _possessor(line: Line, i: int) -> bool:
    return line.words[i] in _POSSESSIVE


def _before(line: Line, sighting: Sighting, figure: Figure) -> None:
    """Center for X co-founder |Ann Lee; former governor and ambassador |Bo Ray; Lee’s campaign manager |Ida Marsh."""
    low, words = line.low, line.words
    start = sighting.start
    sentence = next((b for b, e in line.sentences if b <= start < e), 0)
    i = start
    heads = 0
    while i > sentence and start - i < 14:
        word, lower = words[i - 1], low[i - 1]
        if lower in ROLE_NOUNS or lower in _ORGANISATION_NOUNS or (lower in TITLES and word[0].isupper()):
            if lower in VERBS and word.islower() and lower not in ROLE_NOUNS:
                break
            heads += 1
            i -= 1
        elif not heads:
            break
        elif lower == "and" and i - 2 >= sentence:
            left, right = low[i - 2], words[i]
            if (left in ROLE_NOUNS or (left in TITLES and left not in GIVEN)) and (
                right[0].islower() or not words[i - 2][0].islower()
            ) and not right.endswith(".") and left not in _PLURALS:  # fmt: skip
                i -= 1
            else:
                break
        elif lower == "of" and i < start and (low[i] in _OFFICES or (low[i] == "the" and low[i + 1] == "house")):
            i -= 1
        elif lower == "the" and i < start and low[i] == "house" and low[i - 2] == "of":
            i -= 1
        elif lower == "for" and words[i][0].isupper() and low[i - 2] in GROUP_NOUNS and words[i - 2][0].isupper():
            i -= 1
        elif word in ("’s", "'s") and i - 2 >= sentence and words[i - 2][0].isalpha():
            i -= 1
            if words[i - 1].islower():  # "the president’s lawyer": one word owns it
                i -= 1
                break
        elif word[0].isupper() and lower not in DAYS and lower not in MONTHS and not (
            lower in NOT_NAMES or (i - 1 == sentence and (is_verbish(lower) or lower in DETERMINERS or is_adverb(lower)))
        ):  # fmt: skip
            i -= 1
        elif word.islower() and (lower in _MODIFIERS or lower in ROLE_NOUNS or ("-" in lower and lower[0].isalpha())):
            i -= 1
        elif word == "." and low[i - 2] in ("u.s", "d.c"):
            i -= 1
        else:
            break
    if not heads:
        return
    while i < start and (words[i] in _POSSESSIVE or low[i] in ("and", "of", "the", "for")):
        i += 1
    phrase = low[i:start]
    if not phrase:
        return
    head = phrase[-1]
    if head in ROLE_NOUNS:
        figure.nouns.update(word for word in phrase if word in ROLE_NOUNS)
    if figure.person and not is_organisation(sighting.words):
        if head in ROLE_NOUNS or head in TITLES:
            figure.known = True
        else:
            return
    elif head not in _ORGANISATION_NOUNS or len(phrase) < 2 or words[start - 1][0].isupper():
        return
    while i < start and low[i] in _BARE and i + 1 < start:
        i += 1
    while start > i and low[start - 1] in _BARE and words[start - 1] not in ("Del.",):
        start -= 1
    phrase = low[i:start]
    if not phrase or phrase[-1] in _PLURALS or (phrase[-1] in ("miss", "universe")):
        return
    if phrase[-1] not in ROLE_NOUNS and phrase[-1] not in TITLES and phrase[-1] not in _ORGANISATION_NOUNS:
        return
    if _telling(line, i, start):
        _add(figure, line, line.slice(i, start))


def _telling(line: Line, start: int, end: int) -> bool:
    """A lone "rival" or "his wife" says nothing to somebody who has not read the story."""
    low, words = line.low, line.words
    phrase = low[start:end]
    if all(word in _WEAK or word in _BARE or word in _PLURALS for word in phrase) and not any(
        word in ("adviser", "advisor", "lawyer", "manager", "president") for word in phrase
    ):
        return phrase[-1] in TITLES and words[end - 1][0].isupper() and (
            phrase[-1] in ("chief", "leader", "officer", "general", "chair", "candidate", "nominee", "hopeful") and len(phrase) > 1
        )  # fmt: skip
    if phrase[-1] in _KIN:
        return any(words[k][0].isupper() or words[k] in _POSSESSIVE for k in range(start, end - 1))
    if phrase[-1] in _WEAK and len(phrase) > 1 and all(word in _MODIFIERS or word in _WEAK for word in phrase[:-1]):
        return phrase[-1] not in ("man", "woman", "friend", "source", "suspect", "victim") or False
    return True


def _introduced(line: Line, sighting: Sighting, figure: Figure) -> None:
    """The group’s president, |Ann Lee, said …; Lee’s father, |Bo Lee."""
    low, words = line.low, line.words
    start = sighting.start
    if start < 3 or words[start - 1] != "," or not figure.person:
        return
    if sighting.end < len(words) and words[sighting.end] in _POSSESSIVE:
        return
    i = start - 1
    head = -1
    while i > 0 and start - i < 16:
        word, lower = words[i - 1], low[i - 1]
        if word == "," or word in _BREAKS or is_verbish(lower) and lower not in ROLE_NOUNS or lower in CLAUSE_STARTS:
            if word not in _POSSESSIVE:
                break
        i -= 1
        if lower in ROLE_NOUNS and (head < 0 or low[head] not in ROLE_NOUNS or any(low[k] in PREPOSITIONS for k in range(i, head))):
            head = i
        if lower in PREPOSITIONS and lower not in ("of", "for", "at"):
            i += 1
            break
    first = i
    if head < 0 or first >= start - 1:
        return
    # the head noun is the last role noun before the first preposition
    cut = next((k for k in range(first, start - 1) if low[k] in PREPOSITIONS), start - 1)
    if cut <= first or low[cut - 1] not in ROLE_NOUNS or low[cut - 1] in _PLURALS:
        return
    owned = any(words[k] in ("’s", "'s") for k in range(first, cut))
    opener = low[first]
    if not (owned or opener in ("the", "its", "their", "his", "her") or any(b == first for b, _ in line.sentences)):
        return
    if not owned and opener in ("a", "an"):
        return
    following = words[sighting.end] if sighting.end < len(words) else "."
    if following not in (",", ".") and not is_verbish(following.lower()):
        return
    if following == "," and sighting.end + 1 < len(words) and words[sighting.end + 1][0].isupper() and not owned:
        return
    figure.nouns.add(low[cut - 1])
    figure.known = True
    while first < cut and (low[first] in DETERMINERS or words[first] in _POSSESSIVE):
        first += 1
    if first < start - 1 and (cut < start - 1 or _telling(line, first, start - 1)):
        _add(figure, line, line.slice(first, start - 1))


def _bracketed(line: Line, sighting: Sighting, figure: Figure) -> None:
    """Ann Lee| (Center for X co-founder); the organisation’s own short name."""
    text = line.text
    at = line.ends[sighting.end - 1]
    if not text.startswith(" (", at):
        return
    close = text.find(")", at, at + 90)
    inner = text[at + 2 : close] if close > 0 else ""
    if not inner or "(" in inner or not inner[0].isalpha():
        return
    low = [word.strip(",.’'").lower() for word in inner.split()]
    if " " not in inner and sum(c.isupper() for c in inner) >= max(2, len(inner) // 2) and not _PARTY_TAG.match(inner):
        if not figure.known and len(sighting.words) > 1:
            figure.forms.setdefault(inner, 0)
        return
    if not figure.person:
        return
    if any(word in ROLE_NOUNS or word.endswith(("-founder", "founder")) for word in low):
        figure.nouns.update(word for word in low if word in ROLE_NOUNS)
        if not all(word in _WEAK for word in low):
            _add(figure, line, inner)
    elif _PARTY_TAG.fullmatch(inner) or (len(low) > 1 and inner[0].isupper() and is_organisation(tuple(low))):
        figure.known = True
        _add(figure, line, inner)


def _behind(line: Line, sighting: Sighting, figure: Figure, cast: Cast) -> None:
    """Ann Lee, 69, a co-founder of X,| …; Ann Lee, president of Y; Ann Lee is the mayor of Z; Ann Lee, who runs Y."""
    low, words = line.low, line.words
    count = len(words)
    end = sighting.end
    if end + 1 >= count:
        return
    copula = False
    if words[end] == "," or words[end] in _DASHES:
        start = end + 1
        if words[start][0].isdigit() and start + 2 < count and words[start + 1] in (",", *_DASHES):
            start += 2
    elif low[end] in ("is", "was") and low[end + 1] in ("a", "an", "the"):
        start, copula = end + 1, True
    elif low[end] == "of" and figure.person and end + 1 < count:
        _belongs(line, end + 1, figure, cast)
        return
    else:
        return
    if words[start] == QUOTE or start >= count:
        return
    if low[start] == "who" and figure.person and start + 1 < count:
        if low[start + 1] in ("is", "was") and start + 2 < count:
            start += 2
            copula = True
            while start + 1 < count and is_adverb(low[start]):
                start += 1
        else:
            _deed(line, start + 1, figure, cast)
            return
    lead = low[start]
    if lead in ("and", "or", "but") or words[start] in _POSSESSIVE:
        return
    first = start
    if lead in ("a", "an", "the", "its", "their", "his", "her", "our", "another"):
        first += 1
    stop = _phrase_end(line, first, cast)
    if stop <= first:
        return
    limit = next((k for k in range(first, stop) if low[k] in PREPOSITIONS and k > first), stop)
    nouns = ROLE_NOUNS if figure.person else _ORGANISATION_NOUNS
    head = low[limit - 1]
    if not figure.person and not words[limit - 1].islower():
        return
    one_of = lead in ("one", "one-half", "half") and limit < stop and low[limit] == "of"
    if head not in nouns and not one_of:
        head = next((low[k] for k in range(limit - 1, first - 1, -1) if low[k] in nouns), "")
        # "a professor emeritus", "a senior fellow and author": the noun may be followed by another of its kind
        if not head or low[limit - 1] not in ("emeritus", "elect", "designate", "general", "member", "who"):
            return
    if head in _PLURALS and not one_of:
        return
    if one_of and not (figure.person and len(sighting.words) > 1) and lead == "one":
        return
    if words[start][0].isupper() and lead not in nouns and lead not in TITLES:
        if not copula and _next_of_a_list(line, start, limit, cast):
            return
    if lead not in ("a", "an", "the", "one", "one-half", "half", "former") and not copula and limit == stop and (
        stop < count and words[stop][0].isupper() and words[stop].isalpha()
    ):  # fmt: skip
        return  # "…, filmmaker Ann Lee": the next of a list
    if any(cast.at.get((line.n, k)) for k in range(limit, min(limit + 1, stop))) and not one_of:
        return
    if any(low[k] in SUBJECT_PRONOUNS for k in range(first, limit) if low[k] != "one"):
        return
    if figure.person:
        figure.nouns.update(low[k] for k in range(first, limit) if low[k] in ROLE_NOUNS)
        if not (copula and head in ("man", "woman")):
            figure.known = True
    if limit == stop and not _telling(line, first, stop):
        return
    if copula and head in _WEAK and not (limit < stop and low[limit] in ("of", "at", "for")):
        return
    if lead in ("its", "their", "his", "her", "our") and head in _KIN | {"mate", "opponent", "rival", "successor"}:
        return
    if head in ("man", "woman", "rival", "victim", "suspect", "source", "friend", "one"):
        return
    _add(figure, line, line.slice(first, stop))


def _next_of_a_list(line: Line, start: int, limit: int, cast: Cast) -> bool:
    """Do the words after the comma name somebody else: "Ann Lee, Bo Ray"; "Ann Lee, Tidewise chief Bo Ray"?"""
    other = cast.at.get((line.n, start))
    if other and other.person and (other.known or line.low[start] in GIVEN):
        return True
    return limit < len(line.words) and cast.at.get((line.n, limit)) is not None


def _phrase_end(line: Line, start: int, cast: Cast) -> int:
    """Where a noun phrase that describes somebody ends."""
    low, words = line.low, line.words
    count = len(words)
    i = start
    while i < count and i - start < _LONGEST:
        word, lower = words[i], low[i]
        if word in _BREAKS or word in (",", "(", ")") or lower in ("who", "whose", "which", "whom", "that", "when", "where", "if", "because", "while", "after", "before", "since", "until", "although", "though", "but"):  # fmt: skip
            break
        if word in _POSSESSIVE:
            following = low[i + 1] if i + 1 < count else ""
            if following in DETERMINERS or following in ("not", "been", "going") or (is_adverb(following)):
                break
        elif i > start and (
            lower in AUX or (word.islower() and is_verbish(lower) and lower not in ROLE_NOUNS and not _adjectival(line, i))
        ):  # fmt: skip
            break
        if lower == "and":
            following = next((k for k in range(i + 1, min(i + 7, count)) if low[k] in ROLE_NOUNS), 0)
            other = cast.at.get((line.n, i + 1))
            nearer = following and all(
                low[k] in _MODIFIERS or low[k] in ("a", "an", "the") or words[k][0].isupper()
                for k in range(i + 1, following)
            )
            named = i + 1 < count and words[i + 1][0].isupper() and words[i - 1][0].isupper()
            if not nearer and not (named and not (other and (other.known or low[i + 1] in GIVEN))):
                break
            if nearer and following + 1 < count and words[following + 1][0].isupper() and other is None and not any(
                low[k] in ("a", "an", "the") for k in range(i + 1, following)
            ) and words[following + 1].isalpha() and i > start + 1 and following - i > 1:  # fmt: skip
                break  # "… and filmmaker Bo Ray"
        if i > start and lower in DAYS | MONTHS:
            break
        if i > start and lower in ("told", "said", "says", "wrote"):
            break
        i += 1
    while i > start and words[i - 1].islower() and (
        low[i - 1] in PREPOSITIONS or low[i - 1] in ("and", "or", "the", "a", "an") or is_adverb(low[i - 1])
    ):  # fmt: skip
        i -= 1
    return i


def _adjectival(line: Line, i: int) -> bool:
    """A participle before a noun ("retired teacher", "elected official") is no verb."""
    low = line.low
    return low[i].endswith("ed") and i + 1 < len(low) and (low[i + 1] in ROLE_NOUNS or low[i + 1] in _MODIFIERS)


def _belongs(line: Line, start: int, figure: Figure, cast: Cast) -> None:
    """Ann Lee of the Tidal Institute."""
    if line.low[start] == "the":
        start += 1
    if start >= len(line.words):
        return
    sighting = next((s for s in cast.sightings.get(line.n, ()) if s.start == start), None)
    if (
        sighting
        and is_organisation(sighting.words)
        and " ".join(sighting.words) not in PLACES
        and not any(is_people(word) for word in sighting.words[-1:])
    ):
        figure.known = True
        _add(figure, line, line.slice(sighting.start, sighting.end))


def _deed(line: Line, at: int, figure: Figure, cast: Cast) -> bool:
    """Notes what somebody does or did for an organisation, or signed: the clause from its verb on."""
    low, words = line.low, line.words
    count = len(words)
    while at < count and (is_adverb(low[at]) or low[at] in ("has", "had")):
        at += 1
    if at + 1 >= count:
        return False
    verb = at
    if low[verb] in ("was", "is") and low[verb + 1] in _MADE:
        verb += 1
    made = low[verb] in _MADE
    if not (made and verb > at) and low[verb] not in _VERBS and low[verb] not in _SIGNED:
        return False
    stop = verb + 1
    while stop < count and stop - verb < 16:
        word, lower = words[stop], low[stop]
        if word in _BREAKS or word in (",", "(", ")") or lower in CLAUSE_STARTS or lower in ("and", "or", "saying", "by"):
            if not (lower == "and" and words[stop - 1][0].isupper() and stop + 1 < count and words[stop + 1][0].isupper()):
                break
        if lower in DAYS or lower in MONTHS or (lower in ("in", "on", "last", "this") and stop + 1 < count and (words[stop + 1][0].isdigit() or low[stop + 1] in DAYS or low[stop + 1] in MONTHS or low[stop + 1] in ("week", "month", "year"))):  # fmt: skip
            break
        if lower in AUX and word not in _POSSESSIVE:
            break
        stop += 1
    while stop > verb + 1 and (low[stop - 1] in PREPOSITIONS or low[stop - 1] in ("and", "the", "last", "this")):
        stop -= 1
    obj = range(verb + 1, stop)
    limit = next((k for k in obj if low[k] in PREPOSITIONS), stop)
    direct = low[verb + 1 : limit]
    named = any(
        s.start in obj and s.start < limit and is_organisation(s.words) for s in cast.sightings.get(line.n, ())
    )
    if low[verb] in _SIGNED:
        fits = bool(_SIGNABLE.intersection(direct)) or (
            low[verb] == "joined" and (named or "as" in low[verb + 1 : stop])
        )
    elif made:
        fits = any(low[k] in ROLE_NOUNS for k in obj)
    elif low[verb] in ("serves", "served", "works", "worked"):
        fits = limit < stop and low[limit] == "as" and any(low[k] in ROLE_NOUNS for k in obj)
    elif low[verb] in ("teaches",):
        fits = stop - verb > 1
    else:
        fits = named or any(word in _ORGANISATION_NOUNS or word in GROUP_NOUNS for word in direct)
        if any(cast.at.get((line.n, k)) and cast.at[line.n, k].known for k in range(verb + 1, limit)):
            fits = fits and named
    if not fits or any(words[k] in (QUOTE, SCRAP) for k in obj):
        return False
    figure.known = figure.known or figure.person
    return _add(figure, line, line.slice(verb, stop))


def _doing(line: Line, seen: list[Sighting], at: int, cast: Cast) -> None:
    """Ann Lee| co-founded Y; Ann Lee and Bo Ray| signed the letter: all of them."""
    sighting = seen[at]
    if sighting.end >= len(line.words):
        return
    figure = cast.at.get((line.n, sighting.start))
    if figure is None or not _deed(line, sighting.end, figure, cast):
        return
    begin = next((b for b, e in line.sentences if b <= sighting.start < e), 0)
    right = sighting
    role = figure.roles[-1] if figure.roles else None
    for left in reversed(seen[:at]):
        between = line.words[left.end : right.start]
        if left.start < begin or not between or any(word not in (",", "and") for word in between) or role is None:
            break
        other = cast.at.get((line.n, left.start))
        if other and role not in other.roles:
            other.roles.append(role)
            other.known = other.known or other.person
        right = left


def _listed(line: Line, cast: Cast) -> None:
    """… signed the letter, including A, B and C; founders include A, B and C."""
    low, words = line.low, line.words
    for i, lower in enumerate(low):
        if lower not in _LISTING:
            continue
        begin, end = next(((b, e) for b, e in line.sentences if b <= i < e), (0, len(words)))
        role = _shared_role(line, begin, i)
        if role is None:
            continue
        first, last = role
        signed = low[first] in _SIGNED
        named = [s for s in cast.sightings[line.n] if i < s.start < end]
        reach = i + 1
        for sighting in named:
            gap = [word.lower() for word in words[reach : sighting.start]]
            if any(w in (";", *_DASHES, QUOTE) or w in ("who", "which", "that") for w in gap):
                break
            carried = any(word in _CARRIERS for word in gap)
            reach = sighting.end
            figure = cast.at.get((line.n, sighting.start))
            if figure is None:
                continue
            group = not figure.person or is_organisation(sighting.words) or carried
            if (group and signed) or (not group and (len(figure.words) > 1 or figure.known)):
                _add(figure, line, line.slice(first, last))
                figure.known = figure.known or not group
                if carried and len(figure.words) == 1:
                    figure.person = False


def _shared_role(line: Line, begin: int, i: int) -> tuple[int, int] | None:
    low, words = line.low, line.words
    stop = i
    while stop > begin and words[stop - 1] in (",", ":", *_DASHES):
        stop -= 1
    for k in range(begin, stop):
        if low[k] in _SIGNED and k + 1 < stop and (_SIGNABLE.intersection(low[k:stop]) or low[k] == "joined"):
            return (k, stop) if low[k + 1] != "by" else None
    for k in range(begin, stop):
        if low[k] in _MEMBER_NOUNS and (k == begin or low[k - 1] not in PREPOSITIONS):
            first = k
            while first > begin and (
                low[first - 1] in _MODIFIERS
                or low[first - 1] in ("prominent", "and", "original", "early")
                or low[first - 1] in _MEMBER_NOUNS
            ):
                first -= 1
            while low[first] in ("and", "other"):
                first += 1
            return first, stop
    return None
