"""Which names are people, which are organisations, and which are neither. General knowledge of English names."""

from __future__ import annotations

from functools import lru_cache

from onrecord.reading.lexicon import phrase_set, word_set

ORGANISATION_WORDS = word_set(
    """university college institute institution academy school center centre council committee subcommittee commission
    caucus board bureau agency department ministry office administration authority association society federation
    union alliance coalition league foundation fund trust forum network guild club party pac corporation corp inc co
    llc llp ltd plc gmbh group company companies bank bancorp partners capital holdings ventures technologies systems
    laboratories laboratory labs studios studio pictures entertainment media music records airlines airways motors
    energy coal oil petroleum pharmaceuticals pharma healthcare hospital clinic church cathedral ministries museum
    library orchestra theatre theater company news magazine times post journal tribune gazette herald courier globe
    sentinel inquirer examiner bulletin mail express argus echo review digest standard
    press chronicle weekly register dispatch enquirer observer telegraph television tv radio today broadcasting
    service services court tribunal parliament senate congress assembly police army navy corps guard force forces
    embassy consulate brotherhood sisterhood teamsters movement campaign project initiative organization organisation
    consortium cooperative conference congregation chamber exchange reserve watch crescent brigade militia qaeda
    state hezbollah hamas taliban communications industries enterprises solutions software robotics analytics
    collective works workshop advisors advisers associates consulting strategies insurance mutual financial
    securities investments realty properties hotels resorts restaurants stores foods brewing biosciences therapeutics
    citizens voters parents mothers veterans doctors teachers workers americans women
    scouts firefighters nurses lawyers journalists pac. ngo house tribe nation nations
    rovers wanderers albion hotspur united athletic fc afc rfc"""
)
"""A name that ends with one of these, or holds one before "of", "for" or "on", is an organisation's."""
_ONLY_WITH_MORE = word_set(
    "citizens voters parents mothers veterans doctors teachers workers americans women republicans democrats nation "
    "nurses lawyers journalists scouts firefighters times post state works watch nations tribe house conference"
)
"""Too plain to make an organisation of the one word before them, unless "for", "of" or "against" follows."""
_FAMOUS_SHORT = phrase_set(
    """islamic state, white house, new york times, washington post, new york post, huffington post, united nations,
    human rights watch, los angeles times, financial times, the times"""
)
KNOWN_ORGANISATIONS = phrase_set(
    """nato, nasa, fbi, cia, nsa, doj, irs, sec, ftc, fcc, epa, fda, cdc, who, imf, wto, opec, unesco, unicef, interpol,
    european union, united nations, world bank, kremlin, pentagon, congress, hamas, hezbollah, isis, taliban, al
    qaeda, naacp, aclu, aarp, nra, afl-cio, seiu, sag-aftra, iatse, aflac, dnc, rnc, gop, cnn, bbc, npr, pbs, nbc,
    cbs, abc, msnbc, cnbc, c-span, espn, hbo, reuters, bloomberg, politico, breitbart, vox, slate, buzzfeed, axios,
    wired, variety, decrypt, coindesk, cointelegraph, time, newsweek, forbes, fortune, wikileaks, propublica,
    univision, telemundo, gawker, vice, mashable, techcrunch, politifact, gallup, quinnipiac, the atlantic, the
    guardian, the new yorker, new yorker, usa today, associated press, fox news, al jazeera, sky news, rolling
    stone, the hill, ap, afp, upi, russia today, wall street journal, huffington post, google, alphabet, facebook,
    meta, instagram, twitter, youtube, microsoft, apple, amazon, netflix, uber, lyft, airbnb, openai, anthropic,
    deepmind, nvidia, intel, ibm, oracle, tesla, spacex, boeing, disney, warner bros, paramount, comcast, verizon,
    walmart, exxon, exxonmobil, chevron, pfizer, moderna, citigroup, citibank, jpmorgan, goldman sachs, morgan
    stanley, wells fargo, bank of america, coinbase, binance, kraken, ripple, tether, microstrategy, mastercard,
    visa, paypal, samsung, sony, toyota, general electric, general mills, general dynamics, volkswagen, siemens,
    airbus, spotify, reddit, snapchat, tiktok, bytedance, black lives matter, greenpeace, amnesty international,
    planned parenthood, red cross, salvation army, oxfam, white house, supreme court, federal reserve, secret
    service, coast guard, national guard, boy scouts, girl scouts"""
)
_THINGS = word_set(
    """act amendment bill plan law code rule rules constitution treaty agreement accord accords pact deal protocol
    clause title section article chapter resolution proposition measure ordinance statute doctrine declaration
    day days week month year years eve christmas thanksgiving easter ramadan hanukkah halloween century decade
    age era war wars revolution depression recession crisis battle massacre riots spring uprising holocaust
    reich ocean sea bay gulf strait river lake creek island islands isles mountain mountains hills hill valley
    canyon desert peninsula coast beach falls forest park parks garden gardens grove springs heights city town
    township village county counties district districts province region territory borough parish avenue street
    road boulevard drive lane highway interstate parkway bridge tunnel square plaza airport harbor harbour port
    station stadium arena monument memorial building tower towers palace castle cemetery prison jail zoo mall
    hotel casino atoll circuit rights award awards prize medal cup bowl trophy olympics games championship championships
    tournament series open marathon festival parade debate debates primary primaries caucuses election elections
    convention conventions summit inauguration address lecture speech interview tour rally gala ball hearing
    hearings trial system program programme medicare medicaid obamacare insurance security medicine care bible
    gospel quran torah gmt edt est pst pdt utc news-wire avenue east west north south america europe asia africa
    nationals credit card internet web wifi bluetooth bitcoin ethereum iphone android windows show podcast
    panthers broncos cowboys patriots yankees dodgers appended updated update correction subscribe newsletter
    follow click advertisement video photo photos gallery language english spanish french german latin arabic
    mandarin chinese equality equity terrorism interests issues affairs matters theory movement-era ground zero
    dream bros trail route pipeline mine mines canal dam border wall line room office floor league-trained
    hurricane typhoon storm tropical earth moon sun mars venus north-korea"""
)
_THING_STARTS = word_set(
    """hurricane tropical typhoon mount lake cape gulf isle highway interstate route operation project battle treaty
    article section chapter title part amendment type level phase stage ground planet port fort camp"""
)
_PEOPLES = word_set(
    """american americans european europeans african africans asian asians arab arabs mexican mexicans latino latinos
    latina latinas hispanic hispanics british english french german germans italian italians irish scottish
    welsh polish poles russian russians chinese japanese korean koreans indian indians pakistani pakistanis
    afghan afghans iraqi iraqis iranian iranians syrian syrians israeli israelis palestinian palestinians
    turkish turks greek greeks ukrainian ukrainians swedish swedes norwegian norwegians danish danes finnish
    finns dutch belgian swiss austrian hungarian canadian canadians cuban cubans haitian haitians brazilian
    brazilians argentine colombian venezuelan chilean australian australians nigerian nigerians kenyan somali
    somalis sudanese vietnamese thai filipino filipinos indonesian saudi saudis yemeni jordanian lebanese
    kuwaiti egyptian egyptians libyan latvian estonian lithuanian texan texans californian californians
    floridian floridians virginian virginians yorker yorkers midwesterner southerner southerners northerner
    westerner easterner catholic catholics protestant protestants christian christians evangelical evangelicals
    muslim muslims jewish jew jews hindu hindus buddhist buddhists sikh sikhs mormon mormons sunni shiite black
    blacks white whites native democrat democrats republican republicans conservative conservatives liberal
    liberals libertarian libertarians independent independents socialist socialists communist communists nazi
    nazis marxist baptist methodist lutheran anglican presbyterian congressional presidential democratic gay
    lesbian millennial millennials southern northern eastern western"""
)
_CROWDS = word_set(
    """members republicans democrats critics supporters officials lawmakers senators aides advisers advisors people
    citizens residents voters leaders fans friends employees workers students scientists lawyers researchers police
    families parents women men americans experts organizers signers opponents relatives neighbours neighbors
    villagers victims survivors passengers tenants pupils patients colleagues bosses ministers analysts investors
    traders officers detectives campaigners protesters historians economists geologists doctors nurses teachers drivers
    shoppers commuters customers viewers followers readers sources"""
)
_ROOMS = phrase_set(
    """oval office, situation room, super pac, super pacs, jim crow, uncle sam, john doe, jane doe, new deal,
    state of the union, west bank"""
)
"""Names of things that look like an organisation's or a person's."""


@lru_cache(maxsize=10_000)
def is_organisation(words: tuple[str, ...]) -> bool:
    """Does a folded name show by its words that an organisation bears it?"""
    name = " ".join(words)
    if name in KNOWN_ORGANISATIONS or name in _FAMOUS_SHORT:
        return True
    if len(words) < 2 or name in _ROOMS:
        return False
    for i, dotted in enumerate(words):
        word = dotted.strip(".,")
        if word not in ORGANISATION_WORDS:
            continue
        following = words[i + 1] if i + 1 < len(words) else ""
        if following in ("of", "for", "on", "against", "at") or (i and following in ("and", "&")):
            return True
        if i + 1 == len(words) and i and (word not in _ONLY_WITH_MORE or i > 1):
            return True
    return False


@lru_cache(maxsize=10_000)
def is_neither(words: tuple[str, ...], places: frozenset[str]) -> bool:
    """A place, a people, a law, a day, a thing: names that no person and no organisation bears."""
    name = " ".join(words)
    if name in KNOWN_ORGANISATIONS or name in _FAMOUS_SHORT:
        return False
    last = words[-1].strip(".")
    return (
        name in places
        or name.replace(".", "") in places
        or not any(char.isalpha() for char in last)
        or last in _THINGS
        or words[0] in _THING_STARTS
        or (last in _PEOPLES and (len(words) == 1 or words[0] in _PEOPLES or words[0].endswith("n") or len(words) > 2))
        or name in _ROOMS
    )


def is_people(word: str) -> bool:
    return word in _PEOPLES


def is_crowd(words: tuple[str, ...]) -> bool:
    """ "Members of the League", "Democrats": some of a group, not the group."""
    return words[0] in _CROWDS and (len(words) == 1 or words[1] in ("of", "on", "in", "for", "at"))
