"""Word lists of English news prose. All lower case; general knowledge of the language, counted from no corpus."""

from __future__ import annotations

from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """The words of a list, parted by white space."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """The phrases of a list, parted by commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


def inflected(text: str) -> dict[str, str]:
    """Every form of regular verbs, each with its base: "note" → note, notes, noted, noting."""
    forms: dict[str, str] = {}
    for base in text.split():
        if base.endswith("e"):
            stem = base[:-1]
            made = [base, base + "s", base + "d", stem + "ing"]
        elif base.endswith("y") and base[-2] not in "aeiou":
            made = [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
        elif base.endswith(("s", "sh", "ch", "x", "z")):
            made = [base, base + "es", base + "ed", base + "ing"]
        elif base in _DOUBLING:
            made = [base, base + "s", base + base[-1] + "ed", base + base[-1] + "ing"]
        else:
            made = [base, base + "s", base + "ed", base + "ing"]
        forms.update(dict.fromkeys(made, base))
    return forms


def _irregular(text: str) -> dict[str, str]:
    """One verb a line: base form, then its other forms."""
    forms: dict[str, str] = {}
    for line in text.strip().splitlines():
        base, *others = line.split()
        forms.update(dict.fromkeys([base, *others], base))
    return forms


_DOUBLING = word_set("brag fib grin quip admit blog refer commit prefer chat rebut regret blab")

SPEECH: dict[str, str] = inflected(
    """anticipate project confide add announce answer argue ask assert assure boast caution chide claim comment complain
    conclude confess confirm contend continue counter declare demand emphasize emphasise exclaim explain fume gripe
    gush inquire insist interject joke lament maintain marvel mention mumble murmur mutter muse note observe offer
    opine plead pledge post predict proclaim profess promise pronounce protest quip rail reason recall recommend
    recount reiterate rejoin relate remark remember remind repeat reply report respond retort reveal roar scoff
    shout snap state stress suggest tease testify thunder tweet underline underscore urge venture vow wail warn
    warrant whisper wonder yell interrupt acknowledge admit affirm agree allege bemoan bristle chant clarify concede
    disclose elaborate forecast hint imply inform instruct joke rant recite rebut reassure retweet sigh signal
    speculate surmise theorize tout utter volunteer advise blog message email e-mail text caption conjecture crow
    decry enthuse intone jest laugh preach press rejoice snark sneer summarize surmise vent deadpan ponder stammer
    sob react chime chuckle beam blurt bark bellow snort grouse grumble guess hazard figure posit avow babble
    bluster brag carp chirp commiserate concur crack croon drawl effuse exhort expound fib gasp giggle gloat groan
    growl grunt harrumph hiss holler howl huff intimate mewl moan preface prattle purr quibble ramble rasp rave
    remonstrate ruminate scream screech shriek shrug smirk snarl snicker sniff splutter sputter stutter taunt titter
    whimper whine yelp opine reflect grin wisecrack"""
) | _irregular(
    """say says said saying
    tell tells told telling
    write writes wrote written writing
    read reads reading
    cry cries cried crying
    swear swears swore swearing
    deadpan deadpans deadpanned
    sing sings sang singing
    tweet tweets tweeted tweeting"""
)
"""Verbs of saying, each form with its base."""

del SPEECH["press"]  # the newspapers

ABOUT: dict[str, str] = inflected(
    """accuse applaud attack bash berate blame blast brand call characterize cite compare condemn credit criticize
    criticise dare decry defend denounce deny deride describe dismiss disparage dub embrace endorse frame hail
    hammer highlight ignore invoke knock label lambast lambaste liken mock name outline phrase pillory portray
    praise quote rebuke reference refer reject ridicule salute savage scold slam summon taunt term thank trumpet
    voice vilify welcome complain question challenge express deliver issue list believe expect hope fear conclude
    consider doubt worry want feel agree decide propose indicate show suggest demonstrate discuss explore point
    advocate back echo raise cheer celebrate encourage implore invite order direct laud snipe oppose support tar
    hound skewer introduce command threaten float pitch target reference downplay deem paint peg coin use fault
    disavow trash push pen chide scoff predict propose portray hype decry seek recall mourn relish lash demean
    insult estimate calculate learn note assume suspect imagine intend plan prefer regard view treat"""
) | _irregular(
    """think thinks thought thinking
    feel feels felt feeling
    find finds found finding
    know knows knew knowing
    see sees saw seeing
    speak speaks spoke speaking
    mean means meant meaning
    begin begins began beginning
    hear hears heard hearing
    teach teaches taught
    throw throws threw
    make makes made making
    give gives gave giving
    hold holds held holding
    hit hits hitting
    take takes took taking
    put puts putting
    open opens opened opening
    close closes closed closing
    start starts started starting
    end ends ended ending
    talk talks talked talking
    swipe swipes swiped
    rip rips ripped ripping
    cast casts casting
    pan pans panned panning
    tag tags tagged tagging
    bring brings brought bringing"""
)
"""Verbs that may carry somebody's words without being verbs of saying."""

NOUN_FORMS = word_set(
    """remarks comments messages states claims reports statements calls posts notes questions orders names answers
    promises pledges tweets quotes hopes fears views plans labels lists charges forecasts hints jokes demands issues
    boasts warrants quips retorts replies estimates praises attacks blames shows terms brands points frames mentions
    offers requests reads puts hits takes starts ends opens closes talks swipes feels knows doubts worries wonders
    guesses whispers murmurs shouts yells roars cries protests appeals complaints counters maintains announces raises
    echoes vows features titles captions phrases emails details highlights results challenges slams blogs
    announcements"""
)
"""Forms in -s that are as often plural nouns as verbs."""

CONVINCED = word_set(
    "confident hopeful worried concerned convinced certain sure afraid aware adamant optimistic skeptical proud glad "
    "disappointed surprised fearful mindful pleased sorry insistent"
)
"""What somebody may be "that …"."""

AUX = word_set(
    "has have had having is are was were be been being am 's ’s 've ’ve 'd ’d 'll ’ll would could will did do does "
    "should might may can must shall not n't don’t didn’t doesn’t isn’t wasn’t won’t wouldn’t hasn’t hadn’t couldn’t "
    "can’t don't didn't doesn't isn't wasn't won't wouldn't hasn't hadn't couldn't can't never cannot"
)
ADVERB = word_set(
    "also then later once again even just still further previously repeatedly reportedly recently first often always "
    "earlier now simply only thus soon already long ever quickly yesterday today tonight afterward afterwards instead "
    "too nonetheless nevertheless meanwhile however though sometimes perhaps both all himself herself themselves "
    "itself twice publicly privately flatly aloud back more much once so rather almost there here angrily merely else "
    "together likewise moreover furthermore besides indeed elsewhere overall otherwise"
)
_NOT_ADVERB = word_set(
    "family reply ally supply assembly rally italy july sicily kelly reilly billy sally emily molly holly "
    "weekly daily monthly early fly bully lily kimberly beverly only apply imply comply rely"
)

DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")
MONTHS = word_set(
    "january february march april may june july august september october november december "
    "jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb aug sept oct nov dec"
)

HE = word_set("he him his himself")
SHE = word_set("she her hers herself")
THEY = word_set("they them their theirs themselves")
SUBJECT_PRONOUNS = word_set(
    "he she they it i we you who someone somebody everyone everybody anyone nobody one others "
    "some many most both another none"
)
PERSONAL = word_set("he she they it i we you who")
DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some many several another one two three "
    "four five six seven eight nine ten most all both any each every no other such various numerous few"
)
PREPOSITIONS = word_set(
    "of for at in on from with to by about as than like under after before near behind against into among over between "
    "during through without within across around since until upon toward towards via amid despite per outside inside "
    "alongside beyond regarding concerning following including throughout along"
)
NP_PREPOSITIONS = word_set(
    "of for at in on from with to behind by near about under within inside against between around over "
    "outside across among as"
)
"""Prepositions that tie a noun to the noun before it."""
CONJUNCTIONS = word_set(
    "and or but nor yet so while although though because if when where whereas unless since after before "
    "as until once whether than that"
)
RELATIVES = word_set("who whom whose which that where")
CLAUSE_STARTS = word_set(
    "but while although though because if when where whereas unless until whether that which who whom "
    "whose since what how why as after before nor yet so than once"
)

VERBS = word_set(
    """go goes went gone come comes came become becomes became get gets got make makes made take takes took give gives
    gave see sees saw know knows knew think thinks thought hold holds held leave leaves left keep keeps kept run runs
    ran lead leads led win wins won lose loses lost meet meets met send sends sent spend spends spent stand stands
    stood begin begins began bring brings brought buy buys bought catch caught choose chooses chose draw draws drew
    fall falls fell feel feels felt find finds found grow grows grew hear hears heard hit hits put puts set sets sit
    sits sat speak speaks spoke tell tells told wear wears wore write writes wrote fight fights fought build builds
    built deal deals dealt drive drives drove fly flew forget forgot mean means meant pay pays paid rise rises rose
    seek seeks sought sell sells sold shoot shot show shows sing sang sleep slept swear swore teach taught throw threw
    understand understood want wants need needs seem seems appear appears remain remains say says said has have had is
    are was were did does do let lets help helps try tries plan plans hope hopes like likes look looks turn turns work
    works live lives vote votes believe believes expect expects happen happens start starts continue continues include
    includes use uses call calls ask asks face faces move moves play plays offer offers serve serves support supports
    oppose opposes might would could should will can may must shall cut cuts read reads beat beats cost costs quit
    quits split spread bet cast stick stuck strike struck break breaks broke shake shook wake woke hide hid lie lay
    tend tends follow follows refer refers"""
)

HONORIFICS: dict[str, str] = {
    "mr": "male", "mr.": "male", "mister": "male", "sir": "male", "lord": "male", "king": "male", "prince": "male",
    "congressman": "male", "chairman": "male", "fr.": "male", "senor": "male", "monsieur": "male", "herr": "male",
    "mrs": "female", "mrs.": "female", "ms": "female", "ms.": "female", "miss": "female", "madam": "female",
    "madame": "female", "lady": "female", "queen": "female", "princess": "female", "dame": "female", "sister": "female",
    "congresswoman": "female", "chairwoman": "female", "councilwoman": "female", "councilman": "male",
}  # fmt: skip
"""Titles that show a gender."""

TITLES = word_set(
    """mr mr. mrs mrs. ms ms. miss dr dr. rep rep. reps. sen sen. sens. gov gov. govs. lt lt. gen gen. col col. sgt sgt.
    capt capt. adm adm. maj maj. cmdr cmdr. cpl cpl. pvt cllr cllr. det det. prof prof. rev rev. hon hon. fr. st.
    del del. atty. insp supt president vice senator governor secretary mayor speaker chairman chairwoman chair
    representative congressman congresswoman judge justice sir lord lady dame professor doctor pastor bishop
    archbishop cardinal pope rabbi imam sheriff detective officer inspector superintendent commissioner chief
    captain general colonel major sergeant lieutenant admiral commander minister premier chancellor ambassador
    attorney councilman councilwoman councillor councilor alderman delegate director ceo cfo cto coo coach king
    queen prince princess duke duchess baron baroness dean sheikh sultan emperor ayatollah co-founder founder deputy
    assistant former ex acting interim majority minority leader house senate republican democrat democratic gop
    state treasurer comptroller spokesman spokeswoman spokesperson candidate nominee strategist adviser advisor aide
    analyst author editor reporter correspondent columnist host anchor actor actress filmmaker director singer
    rapper comedian businessman businesswoman billionaire lawyer activist pollster economist historian scientist
    researcher first lady mister madam congress presidential hopeful frontrunner front-runner rival running mate
    communications press national political campaign senior executive managing general tea party libertarian
    independent conservative liberal progressive candidate chairwoman operating technology technical information
    marketing financial legal medical scientific brother sister father mother president-elect supreme court prime
    foreign defense finance pop"""
)
"""Words, capitalised or not, that may stand before a name without belonging to it."""

SUFFIXES = word_set("jr jr. sr sr. ii iii iv esq esq. phd ph.d. md m.d. kc qc mp obe mbe cbe")

ROLE_NOUNS = word_set(
    """spokesman spokeswoman spokesperson senator governor candidate nominee president director manager strategist
    adviser advisor aide official officials lawyer attorney professor author analyst pollster economist historian
    scientist researcher reporter editor columnist correspondent journalist host anchor moderator commentator blogger
    founder co-founder cofounder chairman chairwoman chair ceo cfo cto executive officer chief head leader secretary
    minister premier chancellor ambassador mayor congressman congresswoman lawmaker legislator representative delegate
    councilman councilwoman commissioner sheriff judge justice prosecutor detective investigator agent inspector
    businessman businesswoman billionaire mogul developer magnate tycoon entrepreneur investor banker broker trader
    actor actress filmmaker writer screenwriter playwright novelist poet singer musician rapper comedian comic artist
    producer musician composer dancer model athlete player coach quarterback boxer activist organizer volunteer donor
    fundraiser lobbyist consultant operative surrogate supporter voter teacher student principal superintendent dean
    nurse doctor surgeon physician psychologist psychiatrist engineer programmer designer architect farmer pastor
    priest bishop archbishop cardinal pope rabbi imam reverend soldier sergeant lieutenant captain colonel general
    admiral veteran commander man woman father mother son daughter brother sister wife husband widow uncle aunt cousin
    friend neighbor neighbour resident native owner partner member expert scholar fellow critic witness victim suspect
    defendant plaintiff republican democrat independent libertarian socialist conservative liberal democrats
    republicans texan californian floridian spokespeople source sources operator worker driver mechanic mate hopeful
    frontrunner front-runner rival contender challenger incumbent opponent successor predecessor deputy assistant
    treasurer counsel planner technologist youtuber podcaster academic sociologist biologist chemist physicist
    philosopher retiree contractor electrician plumber bartender waitress waiter chef clerk librarian administrator
    coordinator curator archivist publisher translator photographer illustrator animator mathematician statistician
    lecturer villager analyst parent florist mum dad grandmother grandfather grandson granddaughter niece nephew
    gardener baker butcher carpenter builder fisherman fisherwoman shopkeeper landlord landlady teenager student
    pensioner campaigner protester chairperson cochair co-chair co-chairman alumnus graduate intern planner negotiator
    diplomat envoy"""
)
"""Nouns for what a person is or does."""

MALE_NOUNS = word_set(
    "spokesman congressman chairman councilman businessman man father son brother husband uncle king prince "
    "priest boy waiter gentleman anchorman cameraman fisherman fireman widower grandfather nephew"
)
FEMALE_NOUNS = word_set(
    "spokeswoman congresswoman chairwoman councilwoman businesswoman woman mother daughter sister wife widow "
    "aunt queen princess actress girl waitress lady grandmother niece nun"
)

GROUP_NOUNS = word_set(
    """campaign committee company group agency department organization organisation union party government
    administration court university college school bank firm network magazine newspaper paper journal board commission
    council association federation coalition alliance institute foundation center centre society church police team
    club league office bureau ministry army navy force forces house senate congress parliament court embassy
    corporation startup studio guild outlet site website service times post news press tribune herald gazette corp inc
    ltd llc plc co democrats republicans officials lawyers attorneys aides advisers supporters critics sources
    prosecutors investigators researchers scientists experts authorities lawmakers senators organizers leaders members
    filing lawsuit complaint statement report study poll survey letter email memo document documents article editorial
    story book ad ads advertisement release transcript brief ruling opinion indictment affidavit text message tweet
    post release note headline sign poster banner website page caption op-ed column speech"""
)
"""Nouns whose capitalised phrase is a group or a document rather than a person."""

DOCUMENTS = word_set(
    """statement letter email e-mail memo memorandum report study poll survey document documents article editorial story
    book ad ads advertisement release transcript brief ruling opinion indictment affidavit message tweet note headline
    sign poster banner page caption op-ed column filing lawsuit complaint petition bill law text post website invitation
    flier flyer resolution order suit motion form notice line inscription slogan chyron script"""
)
"""Things that may "read" or "say" words of their own."""

NOT_NAMES = word_set(
    """the a an in on at but and if it i we you this that as for when while after before there his her their he she they
    its our my your what who why how where which yes no not so then now here or by from to with of all some many
    most both one two three four five six seven eight nine ten still even also just only once since until because
    although though meanwhile however according asked despite during let let’s please thank thanks ok okay well oh
    first second third last next more other another each every these those be is are was were do does did has have
    had will would can could should may might must never always maybe perhaps over under about into than too very
    read watch see photo image video related share story stories updated update editor's advertisement copyright
    getty am pm today tomorrow yesterday instead indeed earlier later again further moreover nevertheless
    nonetheless otherwise afterward recently among against between within without through throughout across around
    toward towards upon amid unlike like whether given asked speaking writing citing adding none nothing something
    everything anyone everyone someone nobody few several such any either neither nor yet per via vs plus minus
    likewise similarly furthermore besides alongside"""
) | DAYS | MONTHS  # fmt: skip
"""Capitalised words that are not part of a name when they open a sentence or stand alone."""


@lru_cache(maxsize=10_000)
def is_adverb(low: str) -> bool:
    return low in ADVERB or (low.endswith("ly") and low not in _NOT_ADVERB and len(low) > 4) or low in DAYS


@lru_cache(maxsize=10_000)
def is_verbish(low: str) -> bool:
    return low in VERBS or low in AUX or low in SPEECH or (low.endswith("ed") and len(low) > 4 and low not in _ED_NOUNS)


_ED_NOUNS = word_set("united hundred bleed breed indeed unnamed retired so-called")
