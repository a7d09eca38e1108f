"""Who made a story and when, where it stands alone on a line: bylines' relatives, picture credits, dates."""

from __future__ import annotations

from onrecord.cleaning.furniture.rules import WIRE, Rule, rule

_AGENCY = (
    r"(?:the )?(?:getty(?: images)?|shutterstock(?:\.com)?|associated press|ap(?: photo)?|reuters|afp|unsplash|pexels"
    r"|pixabay|istock(?:photo)?|adobe stock|alamy|epa|wikimedia commons|flickr|midjourney|bloomberg|zuma press|wire"
    r"|agence france-presse)(?:\s?(?:/|via|\|)\s?[\w .-]{2,40})*[)\].\s]*"
)

RULES: tuple[Rule, ...] = (
    rule(
        "read time",
        r"\d{1,2} ?min(?:ute)?s?",
        r"(?:lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura"
        r"|tempo de leitura|leestijd|lectura)\s?[:|–-]?\s?(?:ca\. )?\d{1,3} ?min\w*\W*"
        r"|\d{1,3} ?min\w* (?:de lectura|lesezeit|de lecture|di lettura|de leitura)",
        r"[~(\[]?\s?"
        r"(?:(?:est(?:imated|\.)? |approx(?:imate|\.)? )?(?:reading|read|listening|watch) time\s?[:|–-]?\s?)?"
        r"(?:~|about |less than |under )?(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)"
        r"(?:[-–]\d{1,2})?[- ]?(?:min(?:ute)?s?|m|sec(?:ond)?s?)\.?"
        r"(?:[- ](?:to )?(?:read|reading|listen|watch|video|podcast)(?: time)?)[)\]]?[\s.]*",
        r"(?:est(?:imated|\.)? )?(?:reading|read) time\s?[:|–-]?\s?"
        r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?: ?(?:min(?:ute)?s?|m)\.?)?[\s.]*",
        r"\d{1,5} words(?:\s?[|·•,-]\s?\d{1,3} ?min(?:ute)?s?(?: read)?)?[\s.]*",
    ),
    rule(
        "relative date",
        r".{3,160} was last (?:modified|updated):? .{4,60}",
        r"(?:(?:last )?(?:updated?|published|posted|modified|added|edited)\s?[:|–-]?\s?)?"
        r"(?:about |over |almost |more than )?(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few"
        r"|few) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)"
        r"\.? ago(?:\s?[|·•–-]\s?.{0,40}|,? by .{2,40})?[\s.]*",
        r"(?:(?:last )?(?:updated?|published|posted)\s?[:|–-]?\s?)?"
        r"(?:just now|yesterday|today|this (?:morning|afternoon|evening)|moments ago)"
        r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?[\s.]*",
        r"\d{1,2} ?(?:h|hrs?|mins?|d)",
        r"(?:last )?(?:updated?|published|posted|modified)\s?[:|–-]?\s?(?:at )?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?"
        r"(?: [A-Z]{2,4})?(?:,? (?:on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)?[\s.]*",
    ),
    rule(
        "image credit",
        r"(?:images?|photos?|pictures?) (?:is |are )?(?:used )?(?:for|are for) "
        r"(?:representation(?:al)?|illustrati(?:on|ve)|reference)(?: purposes?)?(?: only)?[\s.]*",
        r"file (?:photo|image|picture) ?[:–-] ?.{3,200}",
        r"(?:image|photo|picture) (?:source|credit|caption), [^.!?]{2,80}",
        r"(?:the |this )?(?:image|photo|picture|illustration)s? (?:is |was )?(?:for illustrative purposes?\b.{0,60}"
        r"|(?:generated|created|made|produced) (?:by|with|using) "
        r"(?:ai|an ai\b.{0,40}|midjourney|dall-?e|chatgpt|gemini|artificial intelligence))\W*",
        r"(?:courtesy|contributed|submitted|supplied|handout|stock|archive|archival|library|provided) "
        r"(?:photo|image|picture|photograph|pic)s?\W*"
        r"|(?:photo|picture|image|pic)s? (?:supplied|submitted|contributed|provided)(?: by .{2,60}[^.!?])?\W*"
        r"|supplied|google (?:maps|street view|earth)",
        r"(?:(?:an? |undated |recent )?(?:file|stock|handout|archive) (?:photo|image|picture)"
        r"|pictured(?: above| below)?:|caption:) [^.!?]{3,140}\.?",
        r"(?:foto|fotos|bild|bilder|imagen|imágenes|immagine|crédito|crédit|créditos|kredit|photographie|fotografía"
        r"|illustrazione|graphics?|visual|courtesy)\s?[:©/|]\s?(?!.*\b(?:is|are|was|were|has|had)\b)[^.!?]{2,100}\W*",
        r"[\[(]?\s?(?:(?:featured|cover|header|main|lead|top|hero|article|title|stock|file|feature|credit)[ -]?)?"
        r"(?:images?|photos?|pictures?|illustrations?|photographs?|photography|graphics?"
        r"|artwork|visuals?|chart|thumbnail|screenshot|video|infographic|pic"
        r"|art)(?: (?:credits?|courtesy|source|by|from|via|illustration|credited to|provided by|used with permission)"
        r"(?: of)?)*\s?(?::|[|/–-]\s|(?:(?<= by)|(?<= from)|(?<= via)|(?<=courtesy)|(?<= of)"
        r"|(?<= source)|(?<= provided by)|(?<=illustration))\b)\s?(?:courtesy (?:of )?|by |via |from |of |credit:? )?"
        r"(?!.*\b(?:is|are|was|were|had|has|said|will|they|them|show|shows|showed|reveal|reveals)\b)"
        r"[\"A-Z@©\w][^.!?]{0,140}(?:\.(?:com|org|net|io|co|ai|gov))?[\s.)\]]*",
        r"[\[(]?(?:credits?|photo|image|picture|source|via|illustration|caption|courtesy)\s?[:/|]\s?"
        r"(?:(?:the|courtesy of|via|by)\s)?.{0,60}\b(?:getty|shutterstock|reuters|ap photo|afp|unsplash|pexels"
        r"|pixabay|istock|adobe stock|alamy|dreamstime|depositphotos|midjourney|dall-?e|wikimedia|flickr|tradingview"
        r"|coinmarketcap|coingecko|coinglass|glassnode|cryptoquant|santiment|screenshot|bloomberg|epa|pa images|zuma"
        r"|handout|twitter|x)\b.{0,80}",
        r"[\[(]?(?:\(?ap photo|reuters|afp|getty images|shutterstock|istock(?:photo)?"
        r"|adobe stock|unsplash|pexels|pixabay|epa(?:-efe)?|alamy|depositphotos|dreamstime|pa (?:wire|images|media)"
        r"|zuma press)\s?(?:/|via|\|)\s?[\w .,'’/-]{2,80}[)\].\s]*",
        r"[\[(]?(?:ap|afp|reuters|getty images|shutterstock|getty|file photo|stock photo|stock image"
        r"|representational image|representative image|handout|image|photo|picture|screenshot|placeholder image"
        r"|featured image|illustrative image|no caption available|\[?image\]?|\[?photo\]?|\[?video\]?|image \d{1,2}"
        r"|hide caption|toggle caption|enlarge(?: this)? image|view image in fullscreen)[)\]]?[\s.]*",
        limit=220,
    ),
    rule(
        "image credit",
        r"credit(?:s|ed)?(?:\s?[:|](?! ?source link)\s?|\.{2,3}|…)\s?(?-i:[A-Z])[\w .,'’&-]{2,60}"
        r"(?:(?:/|, | for | via )(?-i:[A-Z])[\w .,'’&-]{2,60})?\W*",
        r"courtesy(?: of|:) (?-i:[A-Z])[\w.'’&-]*(?: (?:of |the |and )?(?-i:[A-Z])[\w.'’&-]*){0,5}\W*",
        limit=160,
        needs=("credit", "courtesy"),
    ),
    rule(
        "image credit",
        rf"[\[(]?[\w .,'’-]{{2,60}}(?:/|\bvia |\s[|-]\s)\s?{_AGENCY}",
        limit=220,
        needs=("/", "via ", " | ", " - "),
    ),
    rule(
        "image credit",
        rf"[\[(]?[\w .,'’-]{{2,60}}\bfor {_AGENCY}",
        limit=220,
        needs=("for ",),
    ),
    rule(
        "developing-story notice",
        r"(?:updated?: )?this (?:story|article|post|page|report) (?:has been|was|is being) (?:last )?updated"
        r"(?: (?:throughout|with (?:more|additional|new|further) (?:details|information|comments?|reporting)))?[\s.]*",
        r"(?:this is a (?:breaking|developing) (?:news )?story\b.{0,160}"
        r"|(?:this (?:story|article|page|post|report)|the story|story) (?:is (?:developing|breaking|being updated)"
        r"|will be updated|may be updated)\b.{0,120}|(?:please )?(?:check|come) back (?:for|soon|later|here)\b.{0,80}"
        r"|(?:refresh|stay tuned) (?:this page |for )?.{0,60}updates?.{0,30}"
        r"|(?:more (?:to (?:come|follow)|details soon)|developing(?: story)?|breaking(?: news)?|stay tuned))[\s.!…]*",
        limit=240,
    ),
    rule(
        "reporting credits",
        r"\(?(?:with )?(?:(?:additional )?"
        r"(?:reporting|writing|editing|research|production|graphics|photography|compiled|translation|layout)"
        r"(?: and (?:reporting|writing|editing|research|production))?(?: (?:by|from)|\s?:)) (?-i:[A-Z]).{2,260}",
        r"(?:written|reported|edited) by (?-i:[A-Z])[\w.'-]+(?: (?-i:[A-Z])[\w.'-]+){1,3}, (?:an?|our"
        r"|the) [^.!?]{0,60}\b(?:journalist"
        r"|writer|reporter|editor|correspondent|contributor)\b[^.!?]{0,120}\.?",
        r"contributing\s?: (?-i:[A-Z]).{2,160}",
        r"\(?(?:edited|fact[- ]checked|reviewed|verified"
        r"|produced|illustrated|translated|proofread|compiled|curated)(?: and (?:edited|produced|translated))? by:? "
        r"(?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4}(?:(?:,? and|,) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4})*)[\s.)]*",
        r"[—–-]?\s?(?:with )?(?:assistance|contributions?|files|additional reporting|input) (?:from|by) (?-i:[A-Z])"
        r"[^.!?]{2,160}[\s.)]*",
        r"\(?this (?:story|report|article) has not been edited\b.{0,160}",
        r"\(?this (?:story|report|article|version) (?:has been|was|is) "
        r"(?:corrected to (?:fix|remove)|reported by|published from|auto-generated from|edited by|compiled)\b.{0,160}",
        limit=420,
    ),
    rule(
        "reporting credits",
        r"[—–-]*\s?(?-i:[A-Z])[\w.,' &-]{2,140} (?:(?:also )?contributed (?:to )?(?:this|the) "
        r"(?:report|story|article|piece|reporting)|contributed(?: reporting)?(?: from .{2,40})?)[\s.)]*",
        r"(?-i:(?:[A-Z][\w'-]+(?: and | & |, | )?){1,6}reported from (?:[A-Z][\w.'-]+[ ,]*(?:and )?){1,5}"
        r"(?: (?:[A-Z][\w'-]+ ){0,4}(?:writers? )?(?:[A-Z][\w'.-]+ ?){1,4} contributed.{0,60})?)[\s.)]*",
        limit=420,
        needs=("contributed", "reported from"),
    ),
    rule(
        "agency or desk as author",
        rf"\W{{0,3}}(?:by:? )?{WIRE}(?:[/, ]+{WIRE})*\W*"
        r"|\(?(?:with )?(?:additional )?(?:inputs?|agency inputs?|files|material)(?: "
        rf"(?:from|by) (?:{WIRE}|(?:news |wire )?agencies)(?:(?:,| and|/)\s?(?:{WIRE}|(?:news |wire )?agencies))*)?\W*"
        r"|(?:by:? |posted by:? |author:? )(?:site )?(?:admin|administrator|editor|editors|webmaster|staff)"
        r"|wire reports?|(?:from |by )?staff reports?|news agencies|agencies"
        r"|special (?:to|for) (?:the )?[\w.'&-]+(?: [\w.'&-]+){0,4}",
        r"(?:by:? )?(?:the )?(?:associated press|reuters|afp|agence france-presse|wire (?:report|services?)|agencies)"
        r"|by:? (?:the )?(?:[\w'&.-]+ ){0,3}(?:staff(?: reports?)?|reporters?)",
        limit=90,
    ),
    rule(
        "agency or desk as author",
        r"(?:by:? )?(?:the )?(?:[\w'&.-]+ ){0,3}(?:staff (?:writers?|reporters?|correspondents?)"
        r"|news ?(?:desk|team|staff)|editorial team|web desk)",
        limit=90,
        needs=("staff", "desk", "team"),
    ),
    rule(
        "agency or desk as author",
        r"(?-i:(?:[A-Z][\w'&.-]* ){1,4}"
        r"(?:Staff|STAFF|Newsroom|NEWSROOM|Reporter|REPORTER|Bureau|Desk|DESK|Correspondent|CORRESPONDENT))",
        limit=60,
        needs=("staff", "newsroom", "reporter", "bureau", "desk", "correspondent"),
    ),
    rule(
        "distribution credit",
        r"(?:stock |market )?(?:quotes|prices|data)(?: (?:is|are))? delayed (?:by )?(?:at least )?\d+\b.{0,80}",
        r"(?:market )?data (?:is |are )?(?:provided )?by (?-i:[A-Z])[^.!?]{2,60}\.?"
        r"|news (?:provided|distributed) by (?-i:[A-Z])[^.!?]{2,60}|powered by .{2,40}[^.!?]",
        limit=90,
    ),
    rule(
        "in print",
        r"a version of this (?:article|story|column|review) (?:appears|appeared|ran) in "
        r"(?:print|the (?:print|\w+ \d{1,2}))\b.{0,200}",
        limit=260,
    ),
    rule(
        "about the author",
        r"about (?:the )?(?:authors?|writers?|reporters?|contributors?)(?:\s?:.{0,300})?[\s.]*"
        r"|meet the (?:author|team|writer)",
        r"(?:view|see|read|more|all|browse)(?: all| more)? (?:posts|articles|stories|works?|content) "
        r"(?:by|from) [\w .'’-]{2,60}|(?:more|all) (?:from|by) (?:this author|the author|author)|author "
        r"(?:bio|profile|archive|page)|(?:full|author) (?:profile|bio)|posts by .{2,50}|see (?:full )?bio.{0,20}",
        limit=340,
    ),
    rule(
        "kind of text",
        r"(?:exclusive|opinion|editorial|commentary|op-ed|guest (?:post|column|essay|opinion)|press release"
        r"|news release|(?:for )?immediate release|sponsored|paid content|live blog|fact check|ai summary):?",
        limit=40,
    ),
    rule("hat tip", r"(?:hat[- ]tip|h/t|tip of the hat)\s?(?:[:|–-]\s?|to |\s).{2,80}", limit=100),
)
