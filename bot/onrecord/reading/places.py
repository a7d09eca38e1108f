"""Places whose names look like people's."""

from __future__ import annotations

from onrecord.reading.lexicon import phrase_set

PLACES = phrase_set(
    """alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho,
    illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota,
    mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north
    carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota,
    tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, puerto rico, new york
    city, los angeles, san francisco, san diego, san jose, san antonio, las vegas, salt lake city, st. louis, new
    orleans, fort worth, el paso, des moines, cedar rapids, long island, staten island, silicon valley, wall street,
    white house, capitol hill, manhattan, brooklyn, queens, bronx, hollywood, chicago, houston, phoenix,
    philadelphia, dallas, austin, boston, seattle, denver, detroit, memphis, portland, baltimore, milwaukee,
    atlanta, miami, cleveland, tampa, pittsburgh, cincinnati, orlando, buffalo, charlotte, nashville, sacramento,
    oakland, minneapolis, london, paris, berlin, rome, madrid, moscow, beijing, tokyo, brussels, geneva, vienna,
    dublin, edinburgh, glasgow, manchester, birmingham, toronto, montreal, vancouver, ottawa, sydney, melbourne,
    mumbai, delhi, new delhi, jerusalem, tel aviv, baghdad, kabul, damascus, aleppo, tehran, cairo, istanbul,
    ankara, riyadh, mexico city, hong kong, singapore, america, united states, united kingdom, great britain,
    britain, england, scotland, wales, ireland, northern ireland, france, germany, italy, spain, portugal, russia,
    china, japan, india, pakistan, afghanistan, iraq, iran, syria, israel, palestine, egypt, libya, turkey, greece,
    ukraine, poland, sweden, norway, denmark, finland, netherlands, belgium, switzerland, austria, hungary, canada,
    mexico, cuba, haiti, brazil, argentina, colombia, venezuela, peru, chile, australia, new zealand, south africa,
    nigeria, kenya, ethiopia, somalia, sudan, south korea, north korea, korea, vietnam, thailand, philippines,
    indonesia, malaysia, saudi arabia, yemen, jordan, lebanon, kuwait, qatar, dubai, europe, asia, africa, south
    america, north america, latin america, middle east, soviet union, european union, albania, algeria, angola,
    armenia, azerbaijan, bahrain, bangladesh, belarus, bolivia, bosnia, botswana, bulgaria, burma, cambodia,
    cameroon, congo, costa rica, croatia, cyprus, czech republic, dominican republic, ecuador, el salvador, eritrea,
    estonia, fiji, gaza, ghana, greenland, guatemala, guinea, honduras, iceland, ivory coast, jamaica, kazakhstan,
    kosovo, kyrgyzstan, laos, latvia, liberia, lithuania, luxembourg, macedonia, malawi, mali, malta, moldova,
    mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, nicaragua, niger, oman, panama, papua new
    guinea, paraguay, qatar, romania, rwanda, senegal, serbia, sierra leone, slovakia, slovenia, sri lanka, taiwan,
    tajikistan, tanzania, tibet, trinidad, tunisia, turkmenistan, uganda, united arab emirates, uruguay, uzbekistan,
    vatican, zambia, zimbabwe, crimea, kurdistan, guam, guantanamo bay, west bank, baltics, balkans, scandinavia,
    midwest, south, north, east, west, northeast, southwest, southeast, northwest, rust belt, bay area, mosul, kiev,
    kyiv, warsaw, prague, budapest, athens, lisbon, barcelona, milan, munich, hamburg, frankfurt, stockholm, oslo,
    copenhagen, helsinki, zurich, amsterdam, rotterdam, shanghai, seoul, pyongyang, bangkok, hanoi, manila, jakarta,
    karachi, lahore, islamabad, beirut, doha, abu dhabi, nairobi, lagos, johannesburg, cape town, buenos aires, rio
    de janeiro, sao paulo, lima, bogota, caracas, havana, tijuana, juarez, davos, newport news, norfolk, richmond,
    raleigh, durham, greensboro, columbus, toledo, akron, dayton, indianapolis, st. paul, kansas city, omaha, tulsa,
    oklahoma city, tucson, albuquerque, reno, honolulu, anchorage, boise, spokane, tacoma, fresno, bakersfield, long
    beach, jacksonville, tallahassee, fort lauderdale, palm beach, birmingham, baton rouge, little rock, knoxville,
    chattanooga, louisville, lexington, charleston, roanoke, harrisburg, scranton, rochester, syracuse, albany,
    hartford, new haven, providence, worcester, newark, trenton, atlantic city, green bay, sioux city, davenport,
    fargo, duluth, ann arbor, flint, grand rapids, ferguson, orange county, south bronx, east coast, west coast,
    deep south, lower manhattan, times square, u.s., us, usa, uk, u.k., eu, e.u., un, u.n., d.c., nyc"""
)
