"""What a page declares: by whom the text was made, its rights, its cookies, its risks."""

from __future__ import annotations

from onrecord.cleaning.furniture.rules import END, PIECE, Rule, rule

_SITE = r"(?:site|website|page|blog|article|post|story|app|service|publication|content)"
_MACHINE = (
    r"(?:ai|a\.i\.|artificial intelligence|chatgpt|gpt-?\d?\w*"
    r"|gemini|claude|a(?:n ai| machine| bot| language)(?: language)? ?(?:model|tool|system|bot|writer|assistant)?"
    r"|(?:an )?(?:automated|automation) (?:system|tool|software)?|(?:a )?generative ai(?: tools?)?)"
)

MACHINE = "says a machine wrote it"
_MACHINE_WRITTEN = (
    r"(?:(?:read |find |see )?(?:more )?)ai[- ](?:generated|written|powered) (?:[a-z]+ )?(?:news|articles?"
    rf"|stories|content|coverage|reports?|updates|summar(?:y|ies))(?:(?: (?:is|are))? (?:on|at|from)\b.{{0,80}}|{END})"
    r"|(?:[\[(*]\s*)?(?:note:? |disclaimer:? |editor'?s note:? |disclosure:? )?"
    rf"(?:this|the) (?:{PIECE}|summary|text|digest|news (?:article|item|story|digest))"
    r"(?: (?:is|was|has been|were)(?: \w+ly| partly| entirely)?| may have been)? (?:ai[- ](?:generated|written)"
    r"|(?:auto(?:matically)?[- ])?(?:generated|written|created|produced"
    r"|drafted|composed|authored|compiled|summari[sz]ed)(?: automatically| entirely| partly| in part)? "
    rf"(?:by|using|with|through|via)(?: the (?:help|assistance|aid|use) of)? {_MACHINE})\b.{{0,160}}"
    rf"|(?:(?:this )?(?:{PIECE}|summary|text) (?:was |is )?auto(?:matically)?[- ]generated"
    rf"|(?:(?:summary|text|content|{PIECE}) )?(?:written|generated|created|produced) by {_MACHINE}"
    r"|ai[- ]generated(?: content| text| summary| translation)?(?:,? (?:and )?(?:reviewed|checked|edited) by .{2,60})?"
    rf"|(?:written|generated|created|produced|summari[sz]ed) by (?:{_MACHINE}|(?:an )?automated \w+(?: tool)?)"
    r"(?:[;,.]? (?:it |and )?may contain (?:errors|mistakes|inaccuracies))?"
    rf"|(?:written|produced|created|made) with the (?:assistance|help|aid) of {_MACHINE}"
    rf"|(?:key )?(?:takeaways|highlights|bullets?|summary|points|overview)(?: \w+)? (?:generated|created"
    rf"|written) (?:by|with) {_MACHINE}"
    rf"|generated (?:automatically(?: (?:by|with|using) {_MACHINE})?|(?:with|by|using) ai)){END}"
    rf"|(?:ai|artificial intelligence|{_MACHINE}) (?:was|were|has been|tools? (?:was|were)) "
    rf"used (?:in|to|for)\b.{{0,60}}\bthis {PIECE}\b.{{0,80}}|(?:some )?(?:parts?|portions?|sections?"
    rf"|elements) of this {PIECE} "
    r"(?:was|were|have been|has been|may be|are) (?:\w+ )?(?:written|generated|created|produced|drafted) "
    rf"(?:by|using|with) {_MACHINE}\b.{{0,80}}|this {PIECE} (?:is|was|has been) (?:automatically|auto|machine)"
    rf"[- ]?(?:generated|written|produced|created)(?: (?:from|by|using|with)\b.{{0,100}})?{END}"
    rf"|(?:the|this) (?:text|{PIECE}|summary) (?:is|was|has been) (?:written|drafted|generated|produced|created) "
    r"(?:with|by|using) (?:a |an )?(?:large )?(?:language model|ai|bot)s?\b.{0,80}"
)

RULES: tuple[Rule, ...] = (
    rule(
        MACHINE,
        _MACHINE_WRITTEN,
        limit=320,
        needs=tuple("ai-|ai | ai|a.i.|artificial|auto|bot|claude|gemini|generated|gpt|language|machine".split("|")),
    ),
    rule(
        "cookie notice",
        r"(?:diese|este|esta|ce|cette|questo|deze|nós|nous|wir|utilizamos|usamos)\b.{0,60}\bcookies\b.{0,300}"
        r"|cookies (?:help|allow|enable) us\b.{0,200}|(?:ok|okay|i agree|agree|accept|got it|no,? thanks|i understand"
        r"|not now|maybe later|dismiss)(?:[\s,&/|]+(?:got it|and close|close|continue|accept|agree))*[!]?"
        r"|before you continue|privacy[\s|·-]+terms|this content requires your consent\b.{0,80}",
        r"(?:strictly )?(?:necessary|essential)(?: cookies)? only|(?:accept|reject|allow|decline) all"
        r"|manage (?:options|preferences|choices)|this (?:site|form) is protected by (?:re|h)captcha\b.{0,160}",
        rf"(?:we|this {_SITE}|our {_SITE}|we and our (?:[\d,]+ )?partners)(?: also)? "
        r"(?:use|uses|store|process)(?:(?: and/or| and| or)? \w+)? "
        r"(?:cookies|information on a device|data)\b.{0,600}",
        r"by (?:continuing|clicking|using|browsing|accepting|closing|visiting|subscribing|signing|creating|proceeding"
        r"|submitting|registering|entering|joining)\b[^.]{0,160}\b(?:you|cookies|terms|privacy)\b.{0,300}",
        r"(?:accept|reject|allow|decline|manage|customi[sz]e|necessary|essential)"
        r"(?: (?:all|only|necessary|essential|optional))?(?: (?:cookies?|preferences|consent|settings|choices))"
        r"(?:[\s|/&]+(?:accept|reject|allow|decline|manage|all|cookies?|preferences|settings)){0,8}[\s.]*",
        r"(?:cookies? (?:policy|settings|preferences|notice|consent)"
        r"|privacy (?:policy|settings|manager|notice|preferences|choices)|your privacy (?:choices|matters)"
        r"|do not sell.{0,40}|terms (?:of (?:use|service)|and conditions|& conditions)"
        r"|we (?:value|care about|respect) your privacy)(?:[\s|·•,&]+(?:cookies? policy|privacy policy"
        r"|terms(?: of (?:use|service))?|and|contact(?: us)?|about(?: us)?|imprint)){0,8}[\s.!]*",
        r"(?:you can |to )?(?:change|manage|update|withdraw) (?:your )?(?:consent|cookie|privacy)\b.{0,140}",
        limit=900,
    ),
    rule(
        "disclaimer",
        r"(?:the )?(?:views|opinions)(?: expressed)? (?:are|here are) (?:strictly |purely )?"
        r"(?:personal|my own|his own|her own|their own)\W*|(?:it )?may contain (?:errors|mistakes|inaccuracies)\W*"
        r"|(?:nfa|dyor)(?:\W{1,4}(?:nfa|dyor))*\W*"
        r"|(?:\d\d\+ only\W+)?(?:please )?(?:gamble|bet|play|drink) responsibly\b.{0,120}",
        r"(?:at the time of (?:writing|publication),? )?"
        r"(?:the|this) (?:author|writer|reporter|columnist)s?(?: of this \w+)? (?:currently )?"
        r"(?:holds?|owns?|held|owned|has|had|does not (?:own|hold|have)|did not (?:own|hold))\b.{0,140}\b"
        r"(?:mentioned|discussed|named (?:here|above)|at the time of (?:writing|publication))\b.{0,60}",
        r"at the time of (?:writing|publication),? (?:the|this) (?:author|writer) "
        r"(?:holds?|held|owns?|owned|does not|did not)\b.{0,140}",
        r"(?:trading|investing|speculating|dealing)(?: (?:in )?[\w, ]{3,40})? (?:involves?|carries|comes with) "
        r"(?:\w+ ){0,4}risks?\b.{0,200}",
        r"(?:any|all|the) (?:information|content|material|data|statements?)(?: made| provided| contained| published"
        r"| presented)? (?:on|in|herein|here|hereon|at)\b.{0,100}\b(?:as is|without warrant\w+|not guaranteed"
        r"|not been evaluated|no (?:warranty|guarantee)|believed to be (?:accurate|reliable))\b.{0,200}",
        r"this (?:is a \w+ (?:post|article) (?:and|that|which)|article|post|story|column|piece|content)\b.{0,40}\b"
        r"(?:reflects?|represents?|expresses) (?:only |solely )?(?:the )?(?:\w+ )?(?:views?|opinions?)\b.{0,200}",
        r"(?:this is )?not (?:investment|financial|legal|medical|tax|trading) advice\W*"
        r"|(?:editor's note:? )?the views in this \w+ are those of\b.{0,120}",
        r"nothing (?:in|on) (?:this|our) (?:article|site|page|website|post|publication) "
        r"(?:constitutes?|shall|should|is)\b.{0,300}|(?:the|this|our) (?:content|information|material|article|site) "
        r"(?:is for reference only|(?:does|do|should|shall|may) not (?:be )?"
        r"(?:constitute|considered|construed|relied|treated|taken))\b.{0,300}",
        r"(?:\*{0,2}|\[)(?:legal |risk |general |important |investment )?"
        r"(?:disclaimer|risk (?:warning|disclosure)|disclosure)s?\s?(?:[:*|–—-]|\.\s|$).*",
        r"(?:this|the|all) (?:\w+ ){0,4}(?:is|are|was) (?:provided |intended |meant |written )?"
        r"(?:only |solely |purely )?for (?:general )?(?:informational|information|educational|entertainment)"
        r"\b.{0,500}",
        r"(?:the )?(?:views?|opinions?|thoughts)"
        r"(?:,? (?:and |or )?(?:\w+ )?(?:views?|opinions?|thoughts|analys[ei]s))*(?: that are)? (?:expressed"
        r"|stated|contained|presented|reflected)\b.{0,120}\b(?:are|is|do|does|belong|represent)\b.{0,60}\b"
        r"(?:author|writer|contributor|own|alone|solely|necessarily|not|columnist|individual|speaker)s?\b.{0,400}",
        r"(?:always |please )?(?:do your own research|dyor|conduct your own (?:research|due diligence)"
        r"|consult (?:with )?(?:a|your) (?:qualified |licensed |financial |professional )+(?:advis[oe]r|professional)"
        r"|invest at your own risk|past performance is (?:no|not)|not financial advice[.!;,]|your capital is at risk"
        r"|cryptocurrenc(?:y|ies) (?:are|is) (?:highly )?(?:volatile|unregulated|a high-risk))\b.{0,400}",
        r"(?:readers|investors|users|viewers) (?:should|must|are (?:strongly )?(?:advised|encouraged"
        r"|urged) to)\b.{0,80}"
        r"\b(?:own (?:research|due diligence|risk)|professional|advis[oe]r)\b.{0,160}",
        r"if you (?:believe|think|feel) (?:that )?(?:any|this|the) (?:content|article|material|image)\b.{0,60}\b"
        r"(?:infring|violat|copyright|rights).{0,300}",
        limit=2400,
    ),
    rule(
        "disclaimer",
        r"[\w. ]{1,50}\b(?:makes no (?:guarantees?|representations?|warrant)|(?:is|are|shall) not (?:be )?"
        r"(?:responsible|liable)|assumes? no (?:responsibility|liability)|does not (?:endorse|guarantee))\b.{0,100}\b"
        r"(?:accura|content|information|action|loss|damage|product|opinion)\w*\b.{0,300}",
        limit=2400,
        needs=("makes no ", "responsib", "liab", "does not endorse", "does not guarantee"),
    ),
    rule(
        "disclaimer",
        r".{0,160}\b(?:only|never|don't|do not) (?:invest|risk|trade|put in)\b.{0,40}\bafford to lose\b.{0,120}",
        limit=400,
        needs=("afford to lose",),
    ),
    rule(
        "disclaimer",
        r"(?:the |all |any |this |please |nothing |opinions|views|information|content|our |neither |it )"
        r".{0,240}\b(?:not|nor|never|no)\b.{0,120}\b(?:financial|investment|legal|trading|tax|medical|professional)"
        r"(?:,? (?:or |and )?\w+){0,4} (?:advice|recommendations?|guidance)\b.{0,500}",
        limit=2400,
        needs=("advice", "recommendation", "guidance"),
    ),
    rule(
        "copyright line",
        r"(?:©|\(c\)|copyright\b|&copy;)[\s©:(c)]*(?:19|20)\d\d\b(?!.*\b(?:was|were|had|has|will)\b).{0,200}",
        r"(?:©|copyright ©)\s?[\w .,&'-]{2,80}(?:19|20)?\d{0,2}.{0,80}",
        r"(?:please )?do not (?:reproduce|republish|copy) without\b.{0,60}|reprinted by permission of\b.{0,80}"
        r"|reuse of this \w+\b.{0,80}",
        r"no part of (?:this|the) (?:article|story|site|website|publication|content|material|page|work) "
        r"(?:may|can|shall|should|is to)\b.{0,240}"
        r"|(?:unauthori[sz]ed )?(?:reproduction|republication|redistribution|distribution|copying|use)"
        r"\b.{0,80}\b(?:(?:is|are) (?:strictly )?(?:prohibited|forbidden)|not permitted)\b.{0,80}"
        r"|(?:®|™).{0,80}\btrademarks?\b.{0,120}|(?:to request|for) (?:permission|reprint|licensing|syndication)"
        r"(?: to \w+)?\b.{0,40}\b(?:contact|e-?mail|visit)\b.{0,100}",
        r"(?:todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|tutti i diritti riservati"
        r"|todos os direitos reservados|alle rechten voorbehouden|все права защищены|版权所有"
        r"|無断転載を禁じます).{0,80}",
        r"this (?:material|content|article|story) "
        r"(?:may not be|is protected|cannot be|is (?:licensed|published) under)\b.{0,240}",
        r"(?:this (?:work|article|story)|our (?:articles|work)|text) (?:is|are) "
        r"(?:licensed|published|available|republished) under (?:a |the )?(?:creative commons|cc)\b.{0,200}",
        r"(?:republish (?:this|our) (?:article|story|articles|stories)"
        r"|reprints?(?: and permissions)?|licen[cs]e this (?:article|story)|order reprints?|rights & permissions"
        r"|purchase licensing rights.{0,30})\b.{0,120}",
        r"(?:republished|reprinted|reproduced|syndicated|used) with (?:the )?(?:kind )?permission\b.{0,160}",
        limit=360,
    ),
    rule(
        "copyright line",
        r"[\w .,&'-]{2,60} © ?(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?(?: (?-i:[A-Z])[\w .,&'-]{1,80})?\W*",
        limit=360,
        needs=("©",),
    ),
    rule(
        "copyright line",
        r"copyright:? (?-i:[A-Z])[\w.,&'-]*(?: (?-i:[A-Z0-9&])[\w.,&'-]*){0,6}\W*",
        limit=120,
        needs=("copyright",),
    ),
    rule(
        "copyright line",
        r"(?:.{0,80}[\s.,;|©])?all rights? reserved(?:[.,;|©*)].{0,160})?",
        limit=360,
        needs=("all right",),
    ),
    rule(
        "browser notice",
        r"(?:please wait|one moment|an error (?:has )?occurred"
        r"|something went wrong|(?:please )?try again(?: later)?|sorry, (?:your|this) .{3,80}|error loading .{3,40}"
        r"|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser\b.{0,60}|getting your .{3,60}"
        r"|loading more [\w ]{3,30})(?:[\s.!,…]+(?:please )?(?:wait|try again(?: later)?))?[\s.!…]*",
        r"(?:please )?(?:enable|turn on|allow|activate) (?:javascript|cookies|js)\b.{0,160}"
        r"|(?:javascript|js) (?:is|must be|seems to be|appears to be) .{0,160}"
        r"|(?:please )?(?:disable|turn off|pause|whitelist|deactivate)(?: \w+){0,5} ad-?\s?block\w*.{0,160}"
        r"|(?:it looks like |we(?:'ve| have) (?:detected|noticed) )(?:that )?you(?:'re| are)"
        r"(?: \w+){0,6} (?:ad-?\s?block\w*|browser|outdated)\b.{0,200}|your browser (?:is|does|may)\b.{0,140}"
        r"|(?:notifications?|push notifications) (?:are )?(?:blocked|on|off)|(?:turn on|enable|allow|get|receive)"
        r"(?: \w+){0,3} (?:notifications|push alerts|desktop notifications)\b.{0,100}",
        limit=320,
    ),
    rule(
        "translation notice",
        r"(?:google translate|original text|rate this translation"
        r"|your feedback will be used to help improve google translate)\W*|(?:(?:read|see|view) (?:this|the|our) "
        r"(?:article|story|post|page|report) in \w+|leer en [^\W\d_]+|lire en [^\W\d_]+|auf [^\W\d_]+ lesen)\W*"
        r"|english\W{1,4}(?:cymraeg|gaeilge|māori|filipino|bahasa|हिन्दी|اردو|తెలుగు|தமிழ்|বাংলা)"
        r"|(?:cymraeg|gaeilge)\W{1,4}english",
        r"(?:machine|automatic) translation\s?[:|–-]\s?.{2,100}",
        r"(?:machine|ai|auto(?:matically)?)[- ](?:translated|assisted translation|translation)"
        r"(?: (?:from|by|text|version)\b.{0,60})?[\s.]*",
        r"(?:this (?:article|story|post|page|text|content) (?:was|is|has been) (?:\w+ )?translated "
        r"(?:from|by|into|using|with)\b.{0,160}|(?:also "
        r"|this article is also )?available in:? (?:(?:english"
        r"|spanish|french|german|portuguese|italian|chinese|arabic|russian|japanese|korean|español|français|deutsch"
        r"|português|polski|italiano|nederlands|русский|українська|türkçe|中文|日本語|한국어)(?:,? and |[\s,/|]*)){1,8}"
        r"|read (?:this )?(?:article |story |post )?in "
        r"(?:english|spanish|french|german|portuguese|chinese|arabic|español|français|deutsch|português)"
        r"|leer en español|(?:select|choose|change) (?:your )?language.{0,60}|translate(?: this (?:page|article))?"
        r"|(?:powered by google )?translate|translated (?:by|from|with) [\w '-]{2,60}"
        r"|(?:english|español|français|deutsch|português|中文|日本語|한국어|русский|العربية)(?:[\s|/·,]+"
        r"(?:english|español|français|deutsch|português|中文|日本語|한국어|русский|العربية)){1,12})[\s.:]*",
        limit=220,
    ),
    rule(
        "trust notice",
        r"the trust project|(?:why (?:you can )?trust .{2,60}"
        r"|(?:read|see|learn (?:more )?about|view) (?:our|the) (?:editorial|ethics|trust|fact-?check\w*|review"
        r"|corrections?|code of) ?\w*(?: (?:policy|policies|standards|guidelines|principles|process|project)).{0,80}"
        r"|(?:our )?(?:editorial|ethics|fact[- ]checking|corrections?|trust) "
        r"(?:policy|policies|standards|guidelines|principles|process|project|independence|code)(?:[\s|:.].{0,120})?"
        r"|(?:our|the) standards:? the thomson reuters trust principles.?|how we (?:reported|made|wrote) this .{0,60}"
        r"|(?:strict )?editorial (?:policy|integrity) that focuses on .{0,160})[\s.?:]*",
        limit=280,
    ),
)
