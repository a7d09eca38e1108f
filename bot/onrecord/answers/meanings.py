"""General English: words that mean much the same, and words of which one denies the other. Pure."""

from __future__ import annotations

from onrecord.answers.stemming import stem

_SAME = """
found founder launch start begin spark establish create form unveil introduce initiate
lead leader head chief run boss
chair chairman chairwoman chairperson
buy acquire acquisition purchase takeover bought pay
die dead death kill killing perish
resign quit depart exit oust
quit leave
hurt injure injury wound casualty
raise raised collect gather haul
cost price pay paid worth value fee charge
sue lawsuit litigation suit
law legislation bill act statute
movie film picture
author writer write wrote written
big large huge major
say said tell told state stated add announce declare
think believe opinion consider
win winner won victory
lose lost defeat loss
doctor physician dr
governor gov
senator sen
car vehicle automobile
child kid
attorney lawyer counsel
shoot shot gunfire
teach teacher instructor
build built construct construction
happen occur
percent percentage share proportion
location locate located based headquarters place
reject refuse decline deny
approve agree accept
approve back support endorse
aim goal purpose intend seek
demand want request urge call ask
recuse aside withdraw withdrew abstain
publish publication release released issue
earn salary revenue
sign signatory signature
contract deal agreement pact accord treaty settlement
member join
donate donation donor contribute contribution contributor give
receive accept award honor
viewer audience watch
vote voter ballot
appear appearance
choose pick select selection
beat defeat trounce
gun firearm weapon
father dad
mother mom mum
job employee worker staff employ workforce
close shut closure
fix repair mend restore renovate
fund finance sponsor bankroll pay
dismiss fire fired sack layoff
hire hired recruit employ appoint
postpone delay defer reschedule
convict guilty
acquit clear exonerate
premiere debut open
due expect
host house accommodate
speech speak talk address lecture
jail prison imprison custody
arrest detain
murder kill slay
police officer cop
lawyer barrister solicitor attorney
marry married wed wedding
child kid baby
birth born
cause reason blame trigger prompt
rise increase grow climb jump surge soar
fall drop decrease decline shrink plunge slip
reduce cut lower decrease
help aid assist
end finish conclude stop
study research
scientist researcher
coach manager trainer
team club side squad
game match fixture
fan supporter
shop store
company firm business maker
destroy ruin wreck
protest demonstrate demonstration demonstrator
strike walkout
ill sick illness
ban bar prohibit forbid outlaw
allow permit authorise authorize
cancel scrap axe drop
abandon drop scrap ditch
escape flee
rescue save
steal theft stolen rob robbery thief
attack assault
warn caution alert
promise pledge vow
criticise criticize condemn slam blast attack denounce
praise hail laud
apologise apologize sorry apology
predict forecast
offer propose proposal bid
replace succeed successor
prize award medal trophy
fortune wealth
build erect
blaze fire
crash collision accident
power electricity
actor actress
play star portray
singer vocalist
song track
book novel
album record
soldier troop
migrant immigrant
spectator audience crowd
wage salary
reporter journalist
photo photograph picture image
website site
newspaper paper
verdict ruling judgment
trial case
victim casualty
bomb explosive explosion
war conflict
lawmaker legislator congressman
rival opponent competitor
candidate nominee contender
poll survey
ship vessel boat
plane aircraft jet
fuel petrol gasoline
truck lorry
apartment flat
football soccer
autumn fall
centre center
defence defense
labour labor
theatre theater
programme program
rate ranking rank
money cash
inquiry investigation probe
investigate probe examine
meet meeting summit
deny reject dismiss
fight battle clash
pupil student
flood flooding
evacuate evacuation
recover recovery
"""
"""A line for each meaning; a word may have several."""

_CONTRARY = """
approve accept agree pass back support endorse allow / reject refuse decline deny oppose veto block ban
win won winner victory / lose lost defeat loss
buy bought / sell sold
open reopen / close shut
rise rose grow increase raise climb / fall fell drop cut decrease lower shrink decline plunge
hire hired appoint / fire fired sack dismiss
join / leave quit left
start begin launch / stop end halt cancel
praise / criticise criticize condemn slam
admit confess / deny
acquit clear / convict
save rescue / lose
arrive / leave left
legalize allow / ban outlaw
"""

_TOLD_BY = """
premiere: release
win: beat defeat trounce award
leave: resign depart exit oust
marry: husband wife spouse
spouse: husband wife marry married
parent: mother father
child: son daughter
sibling: brother sister
run: manage operate
found: discover detect spot
fund: donate donation
job: hire
weapon: gun rifle pistol knife
injury: hurt wound
"""
"""What one says, others tell too, but not the other way round: whoever beat somebody won."""

OFFICES = frozenset(stem(word) for word in "director president chair chairman chairwoman chairperson ceo".split())
"""Each of them leads something; and none of them is another."""
LEADING = frozenset(stem(word) for word in "lead leader head chief run boss".split())


def _same() -> dict[str, frozenset[str]]:
    meanings: dict[str, frozenset[str]] = {}
    for line in _SAME.strip().splitlines():
        group = frozenset(stem(word) for word in line.split())
        for key in group:
            meanings[key] = meanings.get(key, frozenset()) | group
    for line in _TOLD_BY.strip().splitlines():
        told, _, by = line.partition(": ")
        meanings[stem(told)] = meanings.get(stem(told), frozenset([stem(told)])) | {stem(word) for word in by.split()}
    for key in LEADING:
        meanings[key] |= OFFICES
    return meanings


def _also() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _SAME.strip().splitlines():
        for word in line.split():
            key = stem(word)
            found[key] = found.get(key, ()) + tuple(other for other in line.split() if stem(other) != key)
    return found


def _contrary() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _CONTRARY.strip().splitlines():
        sides = [frozenset(stem(word) for word in side.split()) for side in line.split("/")]
        for side, other in (sides, sides[::-1]):
            for key in side:
                found[key] = found.get(key, frozenset()) | other
    return found


ALSO = _also()
"""By the stem of a word, others of like meaning, as they are spelt."""
SAME = _same()
"""By the stem of a word, those of words of like meaning, its own among them."""
CONTRARY = _contrary()
"""By the stem of what is done, those of what then is not done."""
