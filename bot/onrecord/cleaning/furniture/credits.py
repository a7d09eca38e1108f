"""Who made a story and when, where it stands alone on a line: bylines' relatives, picture credits, dates."""

from __future__ import annotations

from onrecord.cleaning.furniture.rules import WIRE, Rule, rule

_AGENCY = (
    r"(?:the )?(?:getty(?: images)?|shutterstock(?:\.com)?|associated press|ap(?: photo)?|reuters|afp|unsplash|pexels"
    r"|pixabay|istock(?:photo)?|adobe stock|alamy|epa|wikimedia commons|flickr|midjourney|bloomberg|zuma press|wire"
    r"|agence france-presse)"
    r"(?:\s?(?:/|via|\|)\s?[\w .-]{2,40})*[)\].\s]*"
)

RULES: tuple[Rule, ...] = (
    rule(
        "read time",
        r"\d{1,2} ?min(?:ute)?s?",
        r"(?:lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lectura)"
        r"\s?[:|–-]?\s?(?:ca\. )?\d{1,3} ?min\w*\W*|\d{1,3} ?min\w* (?:de lectura|lesezeit|de lecture|di lettura"
        r"|de leitura)",
        r"[~(\[]?\s?(?:(?:est(?:imated|\.)? |approx(?:imate|\.)? )?(?:reading|read|listening|watch) time\s?[:"
        r"|–-]?\s?)?(?:~|about |less than |under )?(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine"
        r"|ten)(?:[-–]\d{1,2})?[- ]?(?:min(?:ute)?s?|m|sec(?:ond)?s?)\.?(?:[- ](?:to )?(?:read|reading|listen"
        r"|watch|video|podcast)(?: time)?)[)\]]?[\s.]*",
        r"(?:est(?:imated|\.)? )?(?:reading|read) time\s?[:|–-]?\s?(?:\d{1,3}|one|two|three|four|five|six|seven"
        r"|eight|nine|ten)(?: ?(?:min(?:ute)?s?|m)\.?)?[\s.]*",
        r"\d{1,5} words(?:\s?[|·•,-]\s?\d{1,3} ?min(?:ute)?s?(?: read)?)?[\s.]*",
    ),
    rule(
        "relative date",
        r"(?:(?:last )?(?:updated?|published|posted|modified|added|edited)\s?[:|–-]?\s?)?(?:about |over |almost "
        r"|more than )?(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|few) ?(?:s|secs?"
        r"|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)\.? ago(?:\s?["
        r"|·•–-]\s?.{0,40}|,? by .{2,40})?[\s.]*",
        r"(?:(?:last )?(?:updated?|published|posted)\s?[:|–-]?\s?)?(?:just now|yesterday|today|this (?:morning"
        r"|afternoon|evening)|moments ago)(?:,? (?:at )?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)"
        r"?[\s.]*",
        r"\d{1,2} ?(?:h|hrs?|mins?|d)",
        r"(?:last )?(?:updated?|published|posted|modified)\s?[:"
        r"|–-]?\s?(?:at )?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?:,? (?:on )?(?:mon|tues?"
        r"|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)?[\s.]*",
    ),
    rule(
        "image credit",
        r"(?:images?|photos?|pictures?) (?:is |are )?(?:used )?(?:for|are for) (?:representation(?:al)?"
        r"|illustrati(?:on|ve)|reference)(?: purposes?)?(?: only)?[\s.]*",
        r"file (?:photo|image|picture) ?[:–-] ?.{3,200}",
        r"(?:the |this )?(?:image|photo|picture|illustration)s? (?:is |was )?(?:for illustrative purposes?\b.{0,60}"
        r"|(?:generated|created|made|produced) (?:by|with|using) (?:ai|an ai\b.{0,40}|midjourney|dall-?e|chatgpt|gemini"
        r"|artificial intelligence))\W*",
        r"(?:courtesy|contributed|submitted|supplied|handout|stock|archive|archival|library|provided) (?:photo"
        r"|image|picture"
        r"|photograph|pic)s?\W*|(?:photo|picture|image|pic)s? (?:supplied|submitted|contributed"
        r"|provided)(?: by .{2,60}[^.!?])?"
        r"\W*|supplied|google (?:maps|street view|earth)",
        r"(?:(?:an? |undated |recent )?(?:file|stock|handout|archive) (?:photo|image|picture)|pictured(?: above"
        r"| below)?:"
        r"|caption:) [^.!?]{3,140}\.?",
        r"(?:foto|fotos|bild|bilder|imagen|imágenes|immagine|crédito|crédit|créditos|kredit|photographie|fotografía"
        r"|illustrazione|graphics?|visual|courtesy)\s?[:©/|]\s?(?!.*\b(?:is|are|was|were|has|had)\b)[^.!?]{2,100}\W*",
        r"[\[(]?\s?(?:(?:featured|cover|header|main|lead|top|hero|article|title|stock|file|feature"
        r"|credit)[ -]?)?(?:images?|photos?|pictures?|illustrations?|photographs?|photography|graphics?|artwork"
        r"|visuals?|chart|thumbnail|screenshot|video|infographic|pic|art)(?: (?:credits?|courtesy|source|by|from"
        r"|via|illustration|credited to|provided by|used with permission)(?: of)?)*\s?(?::|[|/–-]\s"
        r"|(?:(?<= by)|(?<= from)|(?<= via)|(?<=courtesy)|(?<= of)|(?<= source)|(?<= provided by)"
        r"|(?<=illustration))\b)\s?(?:courtesy (?:of )?|by |via |from |of |credit:? )?(?!.*\b(?:is|are|was"
        r"|were|had|has|said|will|they|them|show|shows|showed|reveal"
        r"|reveals)\b)[\"A-Z@©\w][^.!?]{0,140}(?:\.(?:com|org|net|io|co|ai"
        r"|gov))?[\s.)\]]*",
        r"[\[(]?(?:credits?|photo|image|picture|source|via|illustration|caption|courtesy)\s?[:/|]\s?(?:(?:the"
        r"|courtesy of|via|by)\s)?.{0,60}\b(?:getty|shutterstock|reuters|ap photo|afp|unsplash|pexels|pixabay"
        r"|istock|adobe stock|alamy|dreamstime|depositphotos|midjourney|dall-?e|wikimedia|flickr|tradingview"
        r"|coinmarketcap|coingecko|coinglass|glassnode|cryptoquant|santiment|screenshot|bloomberg|epa|pa images"
        r"|zuma|handout|twitter|x)\b.{0,80}",
        r"[\[(]?(?:\(?ap photo|reuters|afp|getty images|shutterstock|istock(?:photo)?|adobe stock|unsplash|pexels"
        r"|pixabay|epa(?:-efe)?|alamy|depositphotos|dreamstime|pa (?:wire|images|media)|zuma press)\s?(?:/|via"
        r"|\|)\s?[\w .,'’/-]{2,80}[)\].\s]*",
        r"[\[(]?(?:ap|afp|reuters|getty images|shutterstock|getty|file photo|stock photo|stock image"
        r"|representational image|representative image|handout|image|photo|picture|screenshot|placeholder image"
        r"|featured image|illustrative image|no caption available|\[?image\]?|\[?photo\]?|\[?video\]?"
        r"|image \d{1,2}|hide caption|toggle caption|enlarge(?: this)? image"
        r"|view image in fullscreen)[)\]]?[\s.]*",
        limit=220,
    ),
    rule(
        "image credit",
        r"credit(?:s|ed)?(?:\s?[:|](?! ?source link)\s?|\.{2,3}|…)\s?(?-i:[A-Z])[\w .,'’&-]{2,60}(?:(?:/|, | for "
        r"| via )"
        r"(?-i:[A-Z])[\w .,'’&-]{2,60})?\W*",
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
        r"(?:updated?: )?this (?:story|article|post|page|report) (?:has been|was"
        r"|is being) (?:last )?updated(?: (?:throughout|with (?:more|additional|new|further) (?:details"
        r"|information|comments?|reporting)))?[\s.]*",
        r"(?:this is a (?:breaking|developing) (?:news )?story\b.{0,160}|(?:this (?:story|article|page|post"
        r"|report)|the story|story) (?:is (?:developing|breaking|being updated)|will be updated"
        r"|may be updated)\b.{0,120}|(?:please )?(?:check|come) back (?:for|soon|later|here)\b.{0,80}|(?:refresh"
        r"|stay tuned) (?:this page |for )?.{0,60}updates?.{0,30}|(?:more (?:to (?:come|follow)|details soon)"
        r"|developing(?: story)?|breaking(?: news)?|stay tuned))[\s.!…]*",
        limit=240,
    ),
    rule(
        "reporting credits",
        r"\(?(?:with )?(?:(?:additional )?(?:reporting|writing|editing|research|production|graphics|photography"
        r"|compiled|translation|layout)(?: and (?:reporting|writing|editing|research|production))?(?: (?:by|from)"
        r"|\s?:)) (?-i:[A-Z]).{2,260}",
        r"contributing\s?: (?-i:[A-Z]).{2,160}",
        r"\(?(?:edited|fact[- ]checked|reviewed|verified|produced|illustrated|translated|proofread|compiled"
        r"|curated)(?: and (?:edited|produced"
        r"|translated))? by:? (?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4}(?:(?:,? and"
        r"|,) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4})*)[\s.)]*",
        r"[—–-]?\s?(?:with )?(?:assistance|contributions?|files|additional reporting|input) (?:from"
        r"|by) (?-i:[A-Z])[^.!?]{2,160}[\s.)]*",
        r"\(?this (?:story|report|article) has not been edited\b.{0,160}",
        r"\(?this (?:story|report|article|version) (?:has been|was|is) (?:corrected to (?:fix|remove)|reported by"
        r"|published from|auto-generated from|edited by|compiled)\b.{0,160}",
        limit=420,
    ),
    rule(
        "reporting credits",
        r"[—–-]*\s?(?-i:[A-Z])[\w.,' &-]{2,140} (?:(?:also )?contributed (?:to )?(?:this|the) (?:report|story|article"
        r"|piece|reporting)|contributed(?: reporting)?(?: from .{2,40})?)[\s.)]*",
        r"(?-i:(?:[A-Z][\w'-]+(?: and | & |, "
        r"| )?){1,6}reported from (?:[A-Z][\w.'-]+[ ,]*(?:and )?){1,5}(?: (?:[A-Z][\w'-]+ ){0,4}(?:writers? )?"
        r"(?:[A-Z][\w'.-]+ ?){1,4} contributed.{0,60})?)[\s.)]*",
        limit=420,
        needs=("contributed", "reported from"),
    ),
    rule(
        "agency or desk as author",
        rf"\W{{0,3}}(?:by:? )?{WIRE}(?:[/, ]+{WIRE})*\W*|\(?(?:with )?(?:additional )?(?:inputs?|agency inputs?"
        rf"|files|material)"
        rf"(?: (?:from|by) (?:{WIRE}|(?:news |wire )?agencies)(?:(?:,| and|/)\s?(?:{WIRE}|(?:news "
        rf"|wire )?agencies))*)?\W*"
        r"|(?:by:? |posted by:? |author:? )(?:site )?(?:admin|administrator|editor|editors|webmaster|staff)"
        r"|wire reports?|(?:from |by )?staff reports?|news agencies|agencies|special (?:to"
        r"|for) (?:the )?[\w.'&-]+(?: [\w.'&-]+){0,4}",
        r"(?:by:? )?(?:the )?(?:associated press|reuters|afp"
        r"|agence france-presse|wire (?:report|services?)|agencies)"
        r"|by:? (?:the )?(?:[\w'&.-]+ ){0,3}(?:staff(?: reports?)?|reporters?)",
        limit=90,
    ),
    rule(
        "agency or desk as author",
        r"(?:by:? )?(?:the )?(?:[\w'&.-]+ ){0,3}(?:staff (?:writers?|reporters?|correspondents?)|news ?(?:desk"
        r"|team|staff)|editorial team|web desk)",
        limit=90,
        needs=("staff", "desk", "team"),
    ),
    rule(
        "agency or desk as author",
        r"(?-i:(?:[A-Z][\w'&.-]* ){1,4}(?:Staff|STAFF|Newsroom|NEWSROOM|Reporter|REPORTER|Bureau|Desk|DESK"
        r"|Correspondent"
        r"|CORRESPONDENT))",
        limit=60,
        needs=("staff", "newsroom", "reporter", "bureau", "desk", "correspondent"),
    ),
    rule(
        "distribution credit",
        r"(?:market )?data (?:provided )?by (?-i:[A-Z])[^.!?]{2,60}|news (?:provided"
        r"|distributed) by (?-i:[A-Z])[^.!?]{2,60}|powered by .{2,40}[^.!?]",
        limit=90,
    ),
    rule(
        "in print",
        r"a version of this (?:article|story|column|review) (?:appears|appeared|ran) in (?:print|the (?:print"
        r"|\w+ \d{1,2}))\b.{0,200}",
        limit=260,
    ),
    rule(
        "about the author",
        r"about (?:the )?(?:authors?|writers?|reporters?|contributors?)(?:\s?:.{0,300})?[\s.]*|meet the (?:author"
        r"|team|writer)",
        r"(?:view|see|read|more|all|browse)(?: all| more)? (?:posts|articles|stories|works?|content) (?:by"
        r"|from) [\w .'’-]{2,60}|(?:more|all) (?:from|by) (?:this author|the author|author)|author (?:bio|profile"
        r"|archive|page)|(?:full|author) (?:profile|bio)|posts by .{2,50}|see (?:full )?bio.{0,20}",
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
