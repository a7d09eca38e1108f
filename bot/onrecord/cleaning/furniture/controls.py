"""How readers get about a page: menus, links to more, galleries, players, and what stands in for them."""

from __future__ import annotations

from onrecord.cleaning.furniture.rules import END, PIECE, Rule, rule

SECTION = (
    r"(?:news|home|sports?|business|opinion|weather|shop|earth|travel|culture|politics|world|local|life|lifestyle|tech"
    r"|technology|video|videos|markets|money|finance|health|science|food|arts|entertainment|obituaries|podcasts|photos"
    r"|classifieds|jobs|events|e-?paper|spot|futures|earn|learn|nft|defi|prices|about|contact|privacy|terms|press"
    r"|games|comics|horoscopes?|crossword|puzzles|climate|education|environment|style|celebrity|tv shows|movies|music"
    r"|football|soccer|nba|nfl|mlb|nhl|crypto|bitcoin|ethereum|metaverse|regulation|opinions|analysis"
    r"|careers|advertise|live|tv|radio|more|search|subscribe|newsletters?|cookies?|accessibility|us|uk|u\.s\.)"
)
"""What the entries of a site's menu are called."""

RULES: tuple[Rule, ...] = (
    rule("embedded post", r"(?:</?[a-z][^<>]{0,200}>[\s.,]*){1,20}", limit=420),
    rule(
        "read-more link",
        r"full article"
        r"|(?:you can )?(?:read|find|see|view) the original(?: article| story| post)?(?: (?:here|below))?\W*",
        r"read (?:the )?(?:rest|original(?: story| article| post)?(?: [^.!?]{3,160} (?:at|on) [\w.-]+)?)"
        r"|\(?more(?:\.{2,3}|…)\)?|credit: source link|\[(?:read )?more(?:\.{2,3}|…)?\]",
        r"(?:learn|find out|discover|read) more about .{2,100}[^.!?]|source link",
        r"(?:(?:click|tap|go|head) )?(?:here )?(?:to )?(?:read|keep reading|continue reading|see|view|get) (?:the )?"
        rf"(?:full|whole|entire|complete|original|rest of (?:the|this)) {PIECE}"
        rf"(?: (?:here|below|online|now|on|at|from|in|by|via)\b.{{0,80}})?{END}",
        rf"(?:keep reading|continue reading|read more|read on|read now|read next|read full {PIECE}|learn more"
        r"|find out more|see more|view more|show more|load more|more details|more info(?:rmation)?|tell me more"
        r"|full story|expand|view all|see all|show all|show less|read less|details here|more here|read it here"
        rf"|read here)(?: here| now| below)?{END}",
        r"(?:continue|keep) reading .{2,160}[^.]",
        r"(?:click|tap) (?:here|the link|on the link|below)(?: (?:to|for) .{2,100})?[\s.!:]*",
        r"(?:for|to see|to read|to learn|to find) (?:more|further|the latest)(?: \w+){0,5},? (?:please )?"
        r"(?:visit|go to|click|see|check out|follow|read|head to)\b.{2,120}",
        r"(?:read|see|find|get) (?:more|all|the rest|the latest)(?: of)?"
        r"(?: (?:our|the|my|stories|news|coverage|articles|posts|on|about|from|at|in|like)){1,4}\b.{0,90}[^.]",
        rf"(?:read|view|see) (?:the )?(?:rest of (?:the )?)?{PIECE} (?:here|at|on)\b.{{0,80}}",
        r"(?:read|hear|watch|listen to|see) (?:the (?:full |whole |entire )?(?:interview|transcript|speech|letter"
        r"|statement|report|document|video)),? (?:here|below|embedded below|above|in full (?:here|below))[\s.:]*",
    ),
    rule(
        "navigation",
        rf"{SECTION}(?:[\s|·•,/]+{SECTION}){{2,20}}|dark mode|search for"
        r"|(?:work with|meet) us|live tv|(?:beta|new|live|featured|most recent|quick read|no caption)",
        r"skip (?:to )?(?:main )?(?:navigation|menu|content|links|ad)|(?:go|scroll) to (?:the )?top"
        r"|« ?(?:previous|prev|back)|page \d{1,3}|you are here:? .{0,120}[^.!?]",
        r"(?:skip to (?:main )?(?:content|navigation)"
        r"|(?:open |close |toggle |main |show )?(?:menu|navigation|sidebar|search bar)|search"
        r"|top of (?:the )?page|back to (?:top|home|news|list|all (?:news|articles|posts|stories)|the (?:top|list"
        r"|overview|homepage))"
        r"|go (?:back|home)|home|close|(?:(?:next|previous|prev|older|newer) (?:article|post|story|page|entry|up)"
        r"s?(?:\s?[:>»-](?!.*\.$).{0,120}[^.])?)|next"
        r"|previous|prev|sitemap|table of contents|jump to(?: section| comments)?|contents|on this page|site index"
        r"|sections|our network|all (?:news|stories|articles|posts)|return to (?:homepage|top)|subscribe log ?in"
        r"|(?:sign|log) ?(?:in|out|up)(?: ?[|/] ?(?:sign|log|register|subscribe) ?(?:in|up)?)?|register|my account"
        r"|create (?:an |a free )?account|contact(?: us)?|about(?: us)?|careers|help|faq|imprint|impressum|masthead"
        r"|newsroom|edition:? .{0,20})[\s.:…×>»]*",
        r"(?:page )?\d{1,3} (?:of|/) \d{1,3}(?:\s?(?:next|>|»|→))?[\s.]*"
        r"|(?:(?:«|‹|<|prev(?:ious)?|next|first|last|page|…|\d{1,3})[\s|]+){2,20}(?:›|»|>|\d{1,3}|next|last)",
        limit=170,
    ),
    rule(
        "picture gallery",
        r"\d{1,3} ?/ ?\d{1,3}",
        r"(?:(?:view|see|open|show|launch|start)(?: all| the| more| full)?(?: \d{1,3})? ?"
        r"(?:gallery|photos|images|slideshow|pictures)(?: \(\d{1,3}(?: images)?\))?"
        r"|(?:photo|image|picture)? ?(?:gallery|slideshow)(?: \(\d{1,3}\))?|(?:photos?|images?|slide)"
        r" ?[:(]?\s?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?\)?|click (?:to|on (?:the )?image to) (?:enlarge|expand|zoom)"
        r"|tap to (?:enlarge|expand|zoom)|expand (?:image|photo)|enlarge|full ?screen|zoom in)[\s.:]*",
        limit=90,
    ),
    rule(
        "video or audio player",
        r"(?:video )?duration:? .{0,40}\d\d?:\d\d|getting your (?:audio|video) player\b.{0,20}|0?0:00"
        r"|(?:watch|listen)\s?[|»>]\s?.{4,140}[^.]",
        r"(?:video|audio|listening|running)(?: [a-z]+){0,2}:? (?:\d{1,3} (?:hours?|min(?:ute)?s?"
        r"|sec(?:ond)?s?)[ ,]*){1,3}"
        r"(?:\d{1,2}:\d\d)?",
        r"loading (?:the )?(?:player|video|audio)[\s.…]*|audio by .{2,30}[^.!?]|\d(?:\.\d{1,2})?x",
        r"(?:(?:▶|►)?\s?(?:play|watch|pause|unmute|mute|replay|now playing|up next)"
        r"(?: (?:the )?(?:video|audio|episode|clip|now|live|full video|below|full episode|trailer|here|more))?"
        r"(?: (?:below|above|here))?|(?:video|audio)(?: player)?(?: (?:is )?loading\.*| unavailable)?"
        r"|listen(?: (?:to (?:this |the )?(?:article|story|episode|podcast|post|full episode)|now|here|below))?"
        r"(?:\s?[·|(-]?\s?\d{1,2}(?::\d\d)?(?: ?min(?:ute)?s?)?\)?)?|your browser does not support.{0,80}"
        r"|this is a modal window.{0,200}|(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?/ ?(?:\d{1,2}:)?\d{1,2}:\d\d)"
        r"|this (?:video|audio|article audio) (?:is|was|has|cannot|can't|can not)\b.{0,30}\b(?:available|unavailable"
        r"|removed|private|hosted|playing|play|played|generated|auto\w*|expired|loaded|supported|restricted)\b.{0,80}"
        r"|0 seconds of .{0,60}|press shift question mark.{0,80}|volume \d{1,3}%.{0,20}"
        r"|(?:autoplay|captions|subtitles|settings|quality|speed)(?: (?:on|off|auto))?)[\s.:!]*",
        r"(?:watch|video|listen|podcast|audio)\s?:\s(?=[\"A-Z'0-9])(?!.*[.]$).{3,160}",
        r"(?:subscribe|listen) (?:to|on) .{0,80}\b(?:podcasts?|spotify|itunes|apple|youtube)\b.{0,80}",
        r"you can (?:listen|watch|hear)\b.{0,100}\b(?:below|above|here|podcasts?|itunes|spotify|embedded)\b.{0,40}",
        limit=260,
    ),
    rule(
        "print or permalink",
        r"text to speech|print edition",
        r"email (?:this )?(?:article|story|page|link)(?: to a friend)?",
        r"(?:print(?: (?:this )?(?:article|page|story|friendly|version))?"
        r"|permalink|short ?link|copy (?:link|url|permalink)|link copied!?|cite(?: this)?(?: article| page)?"
        r"|save (?:this )?(?:article|for later|story)|bookmark(?: this)?|listen later"
        r"|save|saved|gift (?:this )?article|text size.{0,20}|font size.{0,20}|[aA][-+]?(?: ?[aA][-+]?){1,3}|[aA][-+]"
        r"|download (?:pdf|as pdf|the pdf)|pdf|email this.{0,30}|add to (?:favou?rites|bookmarks|reading list)"
        r"|article link|get (?:the )?(?:short )?link)[\s.!]*",
        limit=80,
    ),
    rule(
        "breadcrumbs",
        r"home(?:\s?[>»›→/|\\•·]\s?[^>»›→/|•·.!?]{2,90}){1,8}"
        r"|(?:news|start|inicio|front page)(?:\s?[>»›→/]\s?[^>»›→/|.!?]{2,90}){1,8}",
        limit=220,
    ),
    rule(
        "breadcrumbs",
        r"(?:[\w &'-]{2,30})?(?:\s?[>»›→]\s?[^>»›→.!?]{2,90}){2,8}",
        limit=220,
        needs=(">", "»", "›", "→"),
    ),
    rule(
        "end mark", r"[^\w\"']+|(?:[-–—#*\s]*)(?:30|the end|end|ends|fin)(?:[-–—#*\s.]+)|END|ENDS?|\(ends?\)", limit=40
    ),
    rule(
        "placeholder",
        r"\[/?\w{2,20}\].{0,160}\[/\w{2,20}\]|\[/?[a-z]+_\d{1,2}\]",
        r"(?:undefined|null|nan|none|n/a|\[object object\]|lorem ipsum.{0,200}|loading(?:\.{2,3}|…)?|untitled|todo"
        r"|tbd|click|here|image|img|icon|logo|alt text|\{\{.{0,60}\}\}|\[/?[a-z_]{2,20}(?: [^\]]{0,160})?\]"
        r"|<!--.{0,120}-->|&nbsp;|_{3,})",
        limit=240,
    ),
    rule(
        "heading of a text box",
        r"(?:disclaimers?|share|advertise|about the author|recommended videos?|most popular videos?"
        r"|share your thoughts|follow the story|quick links|connect|legal|resources|useful links|site links"
        r"|stay informed|key events|standings|quick summary)[\s:]*",
        limit=40,
    ),
)
