"""Words that tell what somebody is or does. All lower case; general knowledge of the language."""

from __future__ import annotations

from onrecord.reading.lexicon import ROLE_NOUNS, word_set

MODIFIERS = word_set(
    """former ex longtime long-time veteran retired senior junior deputy acting interim chief top vice assistant
    associate executive national international regional political presidential vice-presidential senatorial
    gubernatorial congressional mayoral campaign state federal local city county town village district police
    foreign finance financial policy public private press media research data health medical healthcare tax
    trade labor labour housing energy climate environmental legal economic economics communications digital
    marketing advertising sales news sports music film movie television tv radio theater stage rock pop jazz
    hip-hop country fashion food wine travel science technology tech software hardware computer security
    cybersecurity intelligence military defense defence army navy marine war peace human civil rights voting
    election elections immigration criminal family divorce bankruptcy constitutional corporate business
    investment venture hedge fund real estate property insurance oil gas coal mining auto airline school
    college university high law history philosophy psychology political-science independent freelance
    conservative liberal progressive libertarian centrist leftist right-wing left-wing moderate republican
    democratic socialist green antiwar anti-war pro-life billionaire millionaire wealthy prominent leading
    founding managing general creative artistic musical technical clinical nursing consulting engineering
    planning development program project product operations logistics human-resources personnel current then
    now future incoming outgoing first second third lead principal head chair emeritus honorary co founder-and
    award-winning best-selling bestselling famed famous renowned celebrated noted acclaimed legendary
    influential respected disgraced convicted self-described self-proclaimed so-called lifelong one-time
    onetime two-time three-time four-time two-term three-term one-term fellow party tea grassroots community
    union church religious spiritual youth student gay transgender black white latino hispanic
    african-american asian-american american british french german russian mexican canadian israeli chinese
    japanese indian italian spanish australian european literary art book magazine newspaper newsroom
    television-news talk-show talk night late-night reality small-business small dairy poultry wheat corn
    cattle organic fishing boat ship harbor harbour river coastal tidal solar wind nuclear chemical mechanical
    electrical structural software-security video game games evolutionary molecular wildlife forest animal
    child children's women's girls' boys' mens wing surgeon attorney prime running first-term second-term
    newly elected newly-elected appointed majority minority leader house senate white-collar tour basketball
    football baseball hockey soccer tennis golf swimming track ice olympic gold-medal world-class hall-of-fame
    heavyweight middleweight panel nonprofit non-profit advocacy consumer patient privacy gun-control gun-rights
    abortion-rights pro-choice gun drug crime fire fraud ethics ethic antitrust appeals appellate circuit
    trial supreme court crypto blockchain bitcoin ai machine-learning quantum space rocket aerospace
    automotive transit transportation railway traffic water weather climate-change conservation wilderness
    social mental emergency trauma heart brain cancer surgical dental veterinary plastic ocean polar statewide
    citywide nationwide close personal nursing-home home presumptive"""
)
"""Lower-case words that stand between a determiner or a name and the noun that tells what somebody is."""
OFFICES = word_set(
    """state staff defense defence treasury labor education energy commerce transportation interior agriculture
    health homeland war operations communications photography research national house engineering finance
    public veterans police correspondents government marketing product design policy content strategy
    development sales mines parks"""
)
"""What an office is "of": the one place where a preposition stands before a name that belongs to it."""
BARE = word_set("mr mrs ms miss mister madam sir mr. mrs. ms. st. del lady")
"""Courtesy, not a role."""
WEAK = word_set(
    """man woman friend rival critic supporter voter opponent fellow native source sources witness victim suspect
    resident neighbor neighbour owner partner member expert mate hopeful candidate assistant deputy supporters
    officials official father mother son daughter brother sister wife husband widow uncle aunt cousin niece
    nephew contender challenger agent independent conservative liberal frontrunner front-runner worker player
    general officer head chief successor predecessor driver surrogate operative defendant plaintiff pop house
    senate state republicans democrats national democratic political senior former first campaign press
    counsel chair executive supreme majority minority leader alumnus graduate congress gop party
    communications vice ex tea running defense finance foreign prime model court icon legend guru ally associate
    co-author coauthor
    guard contributor freshman sophomore trainee"""
)
"""Says too little when nothing stands beside it."""
KIN = word_set(
    """father mother son daughter brother sister wife husband widow widower uncle aunt cousin niece nephew
    grandfather grandmother grandson granddaughter fiancee fiance girlfriend boyfriend stepson stepdaughter"""
)
CALLINGS = (
    ROLE_NOUNS
    | KIN
    | word_set(
        """painter sculptor tenor soprano baritone pianist violinist cellist drummer guitarist rapper conductor pilot
        astronaut sailor skipper baker butcher brewer winemaker carpenter mason tailor barber hairdresser gardener
        florist fisherman fisherwoman shepherd rancher miner welder firefighter paramedic midwife therapist pharmacist
        dentist veterinarian optometrist geologist geographer astronomer botanist zoologist ecologist oceanographer
        meteorologist climatologist archaeologist anthropologist linguist theologian logician cryptographer
        neuroscientist epidemiologist virologist immunologist geneticist oncologist cardiologist neurologist
        paediatrician pediatrician radiologist criminologist demographer futurist ethicist essayist biographer
        cartoonist stylist designer animator choreographer dramatist lyricist songwriter storyteller documentarian
        cinematographer
        showrunner puppeteer magician acrobat wrestler jockey cyclist swimmer sprinter goalkeeper striker
        midfielder pitcher referee umpire broker actuary accountant auditor bookkeeper realtor landlord hotelier
        restaurateur shopkeeper grocer trucker courier postman mailman janitor superintendent warden ranger constable
        magistrate notary barrister solicitor paralegal ombudsman whistleblower archbishop abbot abbess monk nun
        chaplain
        deacon evangelist missionary influencer streamer gamer hacker technologist roboticist ethnographer
        backbencher frontbencher docker dockworker stevedore deckhand bricklayer roofer cleaner caretaker organiser
        technician optician presenter footballer golfer rower farmworker steelworker autoworker shipbuilder salesman
        policeman fireman foreman craftsman watchman beekeeper zookeeper innkeeper politician committeeman
        committeewoman committeemember assemblyman assemblywoman selectman selectwoman alderman councilmember councillor
        councilor oligarch survivor refugee immigrant adoptee provost trustee inventor dispatcher trooper corporal
        consul attache bureaucrat registrar comptroller interpreter financier philanthropist socialite heiress
        humorist satirist reviewer broadcaster anchorwoman anchorman co-host newsman photojournalist videographer
        astrophysicist litigator jurist medalist medallist olympian linebacker trainer teammate homemaker housewife
        babysitter nanny tutor instructor counselor counsellor caseworker surveyor vintner machinist lifeguard
        sportsman sportswoman handyman clergyman ironworker staffer confidant confidante theorist obstetrician
        gynecologist pathologist toxicologist coroner undertaker neurosurgeon guard contributor cashier speechwriter
        receptionist custodian coder pundit superdelegate marshal rector housekeeper lumberjack pipefitter
        barista caregiver dietitian nutritionist physiotherapist chiropractor ophthalmologist urologist dermatologist
        anesthesiologist audiologist geophysicist hydrologist seismologist glaciologist volcanologist cosmologist
        alderwoman freshman sophomore apprentice trainee vlogger emcee skater gymnast sommelier distiller paratrooper
        icon legend guru ally
        co-author coauthor capitalist matriarch patriarch associate"""
    )
)
"""Nouns for what a person is, does, or is to somebody."""
PLURALS = word_set(
    """officials sources democrats republicans spokespeople senators governors lawmakers aides advisers advisors
    critics supporters founders members leaders reps. sens. govs. actors actresses directors writers
    candidates"""
)
ORGANISATION_NOUNS = word_set(
    """company firm group organization organisation nonprofit non-profit charity think-tank tank watchdog startup
    start-up outlet newspaper magazine network website site publisher studio label agency union guild
    coalition alliance association federation party bank insurer maker manufacturer retailer provider
    developer platform exchange brokerage pollster broadcaster university college institute center centre
    foundation museum hospital league club team band church committee commission council board body regulator
    ministry department contractor producer operator chain brand giant lobby newsletter blog daily weekly
    subsidiary cooperative consortium collective movement fund"""
)
"""What an organisation is."""
DEEDS = word_set(
    """runs leads heads chairs directs oversees founded co-founded cofounded owns co-owns edits edited teaches
    manages managed hosts hosted represents represented headed chaired directed led coaches coached launched
    established created serves served works worked"""
)
"""What somebody does or did for an organisation."""
MADE = word_set("appointed named elected nominated chosen hired promoted ordained crowned sworn")
SIGNED = word_set("signed co-signed endorsed backed joined")
SIGNABLE = word_set(
    """letter letters petition appeal statement declaration pledge manifesto brief call charter memorandum
    complaint"""
)
BIDS = word_set("bid campaign run candidacy attack attacks tour offensive career")
"""What one launches or leads without being anything for it."""
MEMBER_NOUNS = word_set(
    """founders co-founders members supporters signatories signers backers speakers guests winners nominees
    candidates directors executives organizers organisers authors editors hosts participants attendees
    investors partners advisers advisors trustees judges"""
)
"""Whose names a list gives: "founders include …"."""
ABBREVIATED = word_set("rep. sen. gov. del. lt. gen. col. rev. atty. dr.")
PAST = word_set(
    """said told wrote went came became got made took gave saw knew thought held left kept ran led won lost met
    sent spent stood began brought bought caught chose drew fell felt found grew heard sat spoke wore fought
    built dealt drove flew forgot meant paid rose sought sold shot sang slept swore taught threw understood"""
)
"""Past tenses that do not end in -ed."""
