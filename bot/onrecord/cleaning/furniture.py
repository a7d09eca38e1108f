"""Furniture that can be told from one line alone: a table of rules, each with the phrase a moderator reads.

A rule holds only when the *whole* line has its shape. What reads like a sentence about the same thing ("Share of voters
rose", "Advertisement spending fell") is kept, and so is everything that somebody is quoted as saying.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Rule(NamedTuple):
    reason: str
    pattern: re.Pattern[str]
    limit: int
    """Longest line in characters that it is tried on."""
    needs: tuple[str, ...] = ()
    """Lower case. No line without one of these has the rule's shape: to look for them is cheaper than to try it."""
    cased: bool = False
    """Capitals count somewhere in it; else it is tried on the line in lower case."""


_LETTERS = re.compile(r"\\.|[A-Z]+")
"""Escapes, which stay as they are, and capitals."""


def _rule(reason: str, *shapes: str, limit: int = 160, needs: tuple[str, ...] = ()) -> Rule:
    shape = "|".join(f"(?:{shape})" for shape in shapes)
    cased = "(?-i:" in shape
    if cased:
        return Rule(reason, re.compile(shape, re.IGNORECASE), limit, needs, cased)
    # Letters that are compared as they are let the matcher pass over most alternatives at once.
    shape = _LETTERS.sub(lambda found: found.group() if found.group()[0] == "\\" else found.group().lower(), shape)
    return Rule(reason, re.compile(shape), limit, needs, cased)


_OUR = r"(?:our|the|this|my|your)"
_PIECE = r"(?:article|story|post|piece|page|report|content|column|column|interview|news|video|blog|guide|press release)"
_SITE = r"(?:site|website|page|blog|article|post|story|app|service|publication|content)"
_NET = (
    r"(?:x|twitter|facebook|instagram|linkedin|telegram|youtube|tiktok|whatsapp|reddit|threads|bluesky|mastodon"
    r"|discord|snapchat|pinterest|flipboard|google news|apple news|rss|medium|substack|feedly|msn|spotify"
    r"|apple podcasts)"
)
_END = r"[\s.!:…>»→]*"
_AGENCY = (
    r"(?:the )?(?:getty(?: images)?|shutterstock(?:\.com)?|associated press|ap(?: photo)?|reuters|afp|unsplash|pexels"
    r"|pixabay|istock(?:photo)?|adobe stock|alamy|epa|wikimedia commons|flickr|midjourney|bloomberg|zuma press|wire"
    r"|agence france-presse)"
    r"(?:\s?(?:/|via|\|)\s?[\w .-]{2,40})*[)\].\s]*"
)
_AD = r"(?:advertise?ment|ads?|sponsored(?: content| post| links?| stor(?:y|ies))?|promoted(?: content)?|paid (?:content|post|partnership|promotion))"
_MACHINE = r"(?:ai|a\.i\.|artificial intelligence|chatgpt|gpt-?\d?\w*|gemini|claude|a(?:n ai| machine| bot| language)(?: language)? ?(?:model|tool|system|bot|writer|assistant)?|(?:an )?(?:automated|automation) (?:system|tool|software)?|(?:a )?generative ai(?: tools?)?)"

MACHINE = "says a machine wrote it"
_MACHINE_WRITTEN = re.compile(
    rf"(?:(?:read |find |see )?(?:more )?)ai[- ](?:generated|written|powered) (?:news|articles?|stories|content"
    rf"|coverage|reports?|updates|summar(?:y|ies))(?:(?: (?:is|are))? (?:on|at|from)\b.{{0,80}}|{_END})"
    rf"|(?:[\[(*]\s*)?(?:note:? |disclaimer:? |editor'?s note:? |disclosure:? )?(?:this|the) (?:{_PIECE}|summary"
    rf"|text|digest|news (?:article|item|story|digest))(?: (?:is|was|has been|were)(?: \w+ly| partly| entirely)?"
    rf"| may have been)? (?:ai[- ](?:generated|written)|(?:auto(?:matically)?[- ])?(?:generated|written|created"
    rf"|produced|drafted|composed|authored|compiled|summari[sz]ed)(?: automatically| entirely| partly"
    rf"| in part)? (?:by|using|with|through|via)(?: the (?:help|assistance|aid|use) of)? {_MACHINE})\b.{{0,160}}"
    rf"|(?:(?:this )?(?:{_PIECE}|summary|text) (?:was |is )?auto(?:matically)?[- ]generated|(?:(?:summary|text"
    rf"|content|{_PIECE}) )?(?:written|generated|created|produced) by {_MACHINE}|ai[- ]generated(?: content"
    rf"| text)?"
    rf"|generated (?:automatically|(?:with|by|using) ai)){_END}",
    re.IGNORECASE,
)

RULES: tuple[Rule, ...] = (
    _rule(MACHINE, _MACHINE_WRITTEN.pattern, limit=320),
    _rule(
        "advertisement slot",
        r"(?:paid )?advertisement[\s.:|–-]*(?:scroll (?:down )?to continue(?: reading)?|\d{1,2}:\d\d)?[\s.]*",
        r"(?:advertorial|sponsored feature|partner post)",
        rf"[-–—(\[\s]*{_AD}(?:[-–—\s|:]*(?:(?:story|article|content)? ?continues?(?: reading)?(?: below"
        rf"| after).{{0,40}}|continue reading(?: below)?|scroll (?:down )?(?:to continue|for more).{{0,30}}"
        rf"|skip ad|remove ads?|feedback|choices|by .{{2,30}}))?[-–—)\]\s.:]*",
        r"(?:the )?(?:story|article|content|post|text) continues (?:below|after)(?: (?:the "
        r"|this )?(?:advertisement|ad|video|gallery|photo|promo\w*|break))?[\s.:]*",
        r"(?:scroll|swipe)(?: down)? (?:to continue|for more|to keep reading)(?: reading)?(?: (?:with"
        r"|below) .{0,30})?[\s.:]*",
        r"continue reading (?:below|after).{0,40}",
        r"(?:report this ad|why (?:am i seeing )?this ad\??|ad feedback|close ad|skip (?:this )?ad|your ad here"
        r"|advertise (?:with us|here)|about these ads|ad blocker detected)[\s.!]*",
        rf"(?:this (?:is a|{_PIECE} (?:is|was)) )?(?:sponsored|presented|brought to you|paid for"
        rf"|made possible)(?: in part)? by:? .{{2,60}}[^.!?]",
        r"(?:in )?partner(?:ship)? (?:content|with .{2,50}[^.!?])",
    ),
    _rule(
        "read-more link",
        r"read (?:the )?(?:rest|original(?: story| article| post)?(?: [^.!?]{3,160} (?:at|on) [\w.-]+)?)"
        r"|\(?more(?:\.{2,3}|…)\)?|credit: source link|\[(?:read )?more(?:\.{2,3}|…)?\]",
        r"(?:learn|find out|discover|read) more about .{2,100}[^.!?]|source link",
        rf"(?:(?:click|tap|go|head) )?(?:here )?(?:to )?(?:read|keep reading|continue reading|see|view"
        rf"|get) (?:the )?(?:full|whole|entire|complete|original|rest of (?:the|this)) {_PIECE}(?: (?:here|below"
        rf"|online|now|on|at|from|in|by|via)\b.{{0,80}})?{_END}",
        rf"(?:keep reading|continue reading|read more|read on|read now|read next|read full {_PIECE}|learn more"
        rf"|find out more|see more|view more|show more|load more|more details|more info(?:rmation)?|tell me more"
        rf"|full story|expand|view all|see all|show all|show less|read less|details here|more here|read it here"
        rf"|read here)(?: here| now| below)?{_END}",
        r"(?:continue|keep) reading .{2,160}[^.]",
        r"(?:click|tap) (?:here|the link|on the link|below)(?: (?:to|for) .{2,100})?[\s.!:]*",
        r"(?:for|to see|to read|to learn|to find) (?:more|further|the latest)(?: \w+){0,5},? (?:please )?(?:visit"
        r"|go to|click|see|check out|follow|read|head to)\b.{2,120}",
        r"(?:read|see|find|get) (?:more|all|the rest|the latest)(?: of)?(?: (?:our|the|my|stories|news|coverage"
        r"|articles|posts|on|about|from|at|in|like)){1,4}\b.{0,90}[^.]",
        rf"(?:read|view|see) (?:the )?(?:rest of (?:the )?)?{_PIECE} (?:here|at|on)\b.{{0,80}}",
        r"(?:read|hear|watch|listen to|see) (?:the (?:full |whole |entire )?(?:interview|transcript|speech|letter"
        r"|statement|report|document|video)),? (?:here|below|embedded below|above|in full (?:here|below))[\s.:]*",
    ),
    _rule(
        "cookie notice",
        r"(?:accept|reject|allow|decline) all|manage (?:options|preferences|choices)|this (?:site"
        r"|form) is protected by (?:re|h)captcha\b.{0,160}",
        rf"(?:we|this {_SITE}|our {_SITE}|we and our (?:\d+ )?partners)(?: also)? (?:use|uses|store"
        rf"|process)(?: \w+)? (?:cookies|information on a device)\b.{{0,600}}",
        r"by (?:continuing|clicking|using|browsing|accepting|closing|visiting|subscribing|signing|creating"
        r"|proceeding|submitting|registering|entering|joining)\b[^.]{0,160}\b(?:you|cookies|terms"
        r"|privacy)\b.{0,300}",
        r"(?:accept|reject|allow|decline|manage|customi[sz]e|necessary|essential)(?: (?:all|only|necessary"
        r"|essential|optional))?(?: (?:cookies?|preferences|consent|settings|choices))(?:[\s|/&]+(?:accept|reject"
        r"|allow|decline|manage|all|cookies?|preferences|settings)){0,8}[\s.]*",
        r"(?:cookies? (?:policy|settings|preferences|notice|consent)|privacy (?:policy|settings|manager|notice"
        r"|preferences|choices)|your privacy (?:choices|matters)|do not sell.{0,40}|terms (?:of (?:use|service)"
        r"|and conditions|& conditions)|we (?:value|care about|respect) your privacy)(?:[\s"
        r"|·•,&]+(?:cookies? policy|privacy policy|terms(?: of (?:use|service))?|and|contact(?: us)?"
        r"|about(?: us)?|imprint)){0,8}[\s.!]*",
        r"(?:you can |to )?(?:change|manage|update|withdraw) (?:your )?(?:consent|cookie|privacy)\b.{0,140}",
        limit=900,
    ),
    _rule(
        "newsletter pitch",
        r"you(?:'ve| have) (?:been )?(?:successfully )?subscribed[\s.!]*|subscribe (?:now )?for (?:only "
        r"|just )?[$€£]\d[\d.,]*.{0,40}",
        r"join (?:over |more than |the )?[\d,.]+[km+]* (?:\w+ ){0,2}(?:readers|subscribers|people|investors"
        r"|members|others|professionals|fans)\b.{0,140}",
        r"(?:sign[- ]?up|subscribe|register|join|enter your e-?mail)(?: (?:here|now|today|below|free"
        r"|up))*(?:,? (?:to|for|and) .{0,160}|[\s.!:]*)(?:newsletters?|inbox|e-?mails?|updates?|alerts?|bulletin"
        r"|digest|briefing|mailing list|subscribers)\b.{0,120}",
        r"(?:sign[- ]?up|subscribe|subscribe now|sign me up|join (?:now|today|free|us)|subscribe (?:today|here"
        r"|to .{2,60}[^.]))[\s.!]*",
        r"(?:get|receive|want|start your (?:day|morning)|stay (?:informed|up to date|updated|ahead|in the (?:know"
        r"|loop))|never miss|don'?t miss|be the first|love|like|enjoy(?:ed|ing)?)\b.{0,200}\b(?:newsletters?"
        r"|inbox|by e-?mail|via e-?mail|straight to you|delivered|e-?mail updates|sign up|subscribe)\b.{0,120}",
        r"(?:your |e-?mail |enter (?:your )?)+(?:e-?mail|address|name)(?: (?:address|here|below))*[\s.*:]*",
        # Without a verb before it: "The letters were sent to your inbox" tells something.
        r"(?:(?!(?:is|are|was|were|be|been|being|get|gets|got|has|have|had|will|can|could|may|not|if|when|once)\b)"
        r"[\w'&,-]+ ){0,12}(?:news|stories|headlines|coverage|reporting|journalism|updates|analysis|insights|briefing"
        r"|digest|round-?up|edition|reads)(?: of the (?:day|week|month))?,? (?:delivered|sent|straight|direct(?:ly)?)"
        r"(?: (?:straight|direct(?:ly)?|right|free))? (?:in)?to your (?:e-?mail )?inbox"
        r"(?:,? (?:every|each|daily|weekly|before|at|on|by|twice|once|free)\b[^.!?]{0,40})?[\s.!]*",
        r"(?:you (?:can|may) )?unsubscribe (?:at any ?time|any ?time|here).{0,80}|no spam.{0,80}|(?:thanks"
        r"|thank you) for (?:subscribing|signing up|reading)\b.{0,80}|check your inbox.{0,60}|we(?:'ll"
        r"| will) never share your e-?mail.{0,60}|success!? .{0,60}subscribed.{0,40}",
        limit=420,
    ),
    _rule(
        "newsletter pitch",
        r"(?:the |our )?[\w' &-]{0,40}\bnewsletters?",
        r"(?:our|the|this) (?:free )?(?:daily|weekly|monthly|morning|evening"
        r"|weekday)\b.{0,60}\bnewsletter\b.{0,100}(?:inbox|e-?mail|subscribe|sign up|delivered|stories"
        r"|news)\b.{0,60}",
        r"(?:this|the) (?:article|story|post|piece|column|item|essay) (?:first |originally |also )?(?:appeared"
        r"|appears|ran|is adapted|is taken|is excerpted|was featured) (?:in|from) .{2,60}\bnewsletter\b.{0,120}",
        limit=420,
        needs=("newsletter",),
    ),
    _rule(
        "follow us",
        r"stay connected(?: with us)?(?: on social media)?[\s.!]*|add .{2,40} (?:on|to) google(?: news"
        r"| discover)?[\s.]*",
        rf"(?:please )?(?:follow|like|join|find|connect with|add|subscribe to|watch|reach)(?: (?:us|me|him|her"
        rf"|them|along|@\w+|(?-i:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){{0,5}})))(?:'s? (?:channel|page|feed|group"
        rf"|community))? (?:on|at|via|through|in|as)(?: (?:our|your|a|the"
        rf"|a preferred source on))?[\s:]*{_NET}\b(?![^.!?]*\b(?:said|told|after|because|when|who)\b).{{0,140}}",
        rf"(?:please )?(?:follow|join|subscribe to|like) (?:our|us)\b.{{0,120}}(?:channels?|pages?|feeds?|group"
        rf"|community|social media|{_NET})\b.{{0,80}}",
        r"(?:twitter|x|instagram|facebook|bluesky|threads|linkedin|telegram|on twitter|on x)\s*[:@"
        r"|/-]\s*@?[\w.]{2,40}[\s.]*",
        # A handle alone may sign the words above it.
        r"follow:? @[\w.]{2,40}(?:(?:[\s,|]|and)+@[\w.]{2,40}){0,6}[\s.]*",
        r"(?:follow us|connect with us|stay connected|join the conversation|join our community|find us (?:on"
        r"|online)|follow|social media|get social|follow the author|follow the topics?.{0,60}"
        r"|follow topics?)[\s.!:]*",
        r"(?:set|add|make|choose) .{2,50} as (?:a |your )?preferred (?:news )?source(?: (?:on"
        r"|in) google.{0,30})?[\s.!]*|(?:google news|add us on google|prefer(?:red)? (?:source )?on google)[\s.]*",
        rf"follow .{{2,60}} on {_NET}(?:[\s,/|]+(?:and |or )?{_NET})*(?:[\s,:@/|]+[@\w./]+)*[\s.!]*",
        limit=260,
    ),
    _rule(
        "follow us",
        r"[\w.' -]{3,40} is on (?:x|twitter|bluesky|threads|mastodon|instagram)\b[\s:]*@[\w.]{2,40}[\s.]*",
        limit=260,
        needs=(" is on ",),
    ),
    _rule(
        "tip box",
        r"(?:tips?|news tips?) ?: ?(?:send|e-?mail|contact|write)\b.{0,120}",
        r"(?:got|have) (?:a|any) (?:\w+ ){0,2}tips?\?.{0,100}",
        r"help us (?:tell|report) (?:the|this) story\b.{0,120}",
        r"(?:do you have|have|got|know|are you)\b.{0,120}\?.{0,40}\b(?:contact|e-?mail|send|reach|write|tell|text"
        r"|call|drop|let us know|get in touch|submit|message|signal|tips?)\b.{0,300}",
        r"(?:got|have|know of)(?: (?:a|an|any|some|you got a|you got any))*(?: news| story| confidential"
        r"| hot)* (?:tips?|story ideas?|news tips?|stor(?:y|ies) for us)(?: (?:for us|to share|on this))?[\s?!.]*",
        r"(?:please )?(?:send|submit|share|e-?mail|leave)(?: (?:us|your|a|any|me|story|news|anonymous"
        r"|confidential))* (?:tips?|story ideas|tips and (?:leads|ideas))(?: (?:to|at|via|by|here|anonymously"
        r"|securely|with us)\b.{0,120})?[\s.!]*",
        r"(?:you can )?(?:contact|reach|e-?mail|write to|get in touch with|message)(?: (?:us|me|him|her|them"
        r"|the (?:author|editor|reporter|writer|newsroom|reporters)|this reporter|our (?:newsroom|team"
        r"|reporters?)|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}|\w+ at))*(?: securely| directly"
        r"| confidentially)? (?:at|via|on|by|through|here)\b.{0,40}(?:@|signal|e-?mail|phone|here"
        r"|\[email).{0,140}",
        r"(?:e-?mail(?: us)?|contacts?(?: us| information)?|press contact|media contact|media inquiries|tips"
        r"|tip line|for media (?:inquiries|enquiries)|press enquiries|newsroom|phone|tel)\s*[:"
        r"|]\s*(?:[\w.,' -]{0,60}[|,\s]+)?(?:[\w.+-]+@[\w.-]+|\[e-?mail.?protected\]|\+?[\d() .-]{7,20}"
        r"|https?://\S+)[\s.]*",
        r"(?:\[e-?mail.?protected\]|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,3})[\s.]*",
        limit=420,
    ),
    _rule(
        "affiliate notice",
        r"as an? (?:amazon|ebay) (?:associate|affiliate|partner),? (?:i|we) (?:may )?earn\b.{0,80}",
        r"(?:some|all|many) (?:of the )?(?:links|products) .{0,60}\baffiliate links?\b.{0,120}",
        r"(?:[*\[(]\s*)?(?:disclosure:? |note:? |disclaimer:? )?(?:we|our|this|if you|when you|some of|as an"
        r"|products|links|purchases|buying|the links|prices|offers|items)\b(?=.{0,400}\b(?:affiliate (?:links?"
        r"|partners?|program|commission)|(?:earn|receive|get|make|paid|generate)s?\b[^.]{0,40}\bcommissions?"
        r"|commissions? (?:on|from|if|when)|referral (?:link|fee)s?"
        r"|partner links?)\b)(?=.{0,400}\b(?:you|your|we|our|us)\b).{0,400}",
        r"[\w.' ]{0,60}\b(?:may|can|could) (?:earn|receive|get|make)(?: (?:a|an|us))?(?: \w+){0,3} (?:commission"
        r"|compensation)s?\b.{0,60}\b(?:links?|you|affiliate|our|readers)\b.{0,120}",
        r"(?:this (?:article|post|page|story) )?(?:may )?(?:contains?|includes?) affiliate links?[\s.]*"
        r"|affiliate (?:disclosure|links?|disclaimer|notice)[\s.:]*",
        limit=460,
        needs=("affiliate", "commission", "compensation", "referral", "partner link", "amazon", "ebay"),
    ),
    _rule(
        "disclaimer",
        r"nothing (?:in|on) (?:this|our) (?:article|site|page|website|post|publication) (?:constitutes?|shall"
        r"|should|is)\b.{0,300}|(?:the|this|our) (?:content|information|material|article"
        r"|site) (?:is for reference only|(?:does|do|should|shall|may) not (?:be )?(?:constitute|considered"
        r"|construed|relied|treated|taken))\b.{0,300}",
        r"(?:\*{0,2}|\[)(?:legal |risk |general |important |investment )?(?:disclaimer|risk (?:warning"
        r"|disclosure)|disclosure)s?\s?(?:[:*|–—-]|\.\s|$).*",
        r"(?:this|the|all) (?:\w+ ){0,4}(?:is|are|was) (?:provided |intended |meant |written )?(?:only |solely "
        r"|purely )?for (?:general )?(?:informational|information|educational|entertainment)\b.{0,500}",
        r"(?:the )?(?:views?|opinions?|thoughts)(?:,? (?:and |or )?(?:\w+ )?(?:views?|opinions?|thoughts"
        r"|analys[ei]s))*(?: that are)? (?:expressed|stated|contained|presented|reflected)\b.{0,120}\b(?:are|is"
        r"|do|does|belong|represent)\b.{0,60}\b(?:author|writer|contributor|own|alone|solely|necessarily|not"
        r"|columnist|individual|speaker)s?\b.{0,400}",
        r"(?:always |please )?(?:do your own research|dyor|conduct your own (?:research|due diligence)"
        r"|consult (?:with )?(?:a|your) (?:qualified |licensed |financial |professional )+(?:advis[oe]r"
        r"|professional)|invest at your own risk|past performance is (?:no|not)|not financial advice[.!;,]"
        r"|your capital is at risk|cryptocurrenc(?:y|ies) (?:are|is) (?:highly )?(?:volatile|unregulated"
        r"|a high-risk))\b.{0,400}",
        r"if you (?:believe|think|feel) (?:that )?(?:any|this|the) (?:content|article|material"
        r"|image)\b.{0,60}\b(?:infring|violat|copyright|rights).{0,300}",
        limit=2400,
    ),
    _rule(
        "disclaimer",
        r"[\w. ]{1,50}\b(?:makes no (?:guarantees?|representations?|warrant)|(?:is|are"
        r"|shall) not (?:be )?(?:responsible|liable)|assumes? no (?:responsibility|liability)|does not (?:endorse"
        r"|guarantee)) .{0,80}\b(?:accura|content|information|action|loss|damage|product|opinion)\w*\b.{0,300}",
        limit=2400,
        needs=("makes no ", "responsib", "liab", "does not endorse", "does not guarantee"),
    ),
    _rule(
        "disclaimer",
        r"(?:the |all |any |this |please |nothing |opinions|views|information|content|our |neither "
        r"|it ).{0,240}\b(?:not|nor|never|no)\b.{0,120}\b(?:financial|investment|legal|trading|tax|medical"
        r"|professional)(?:,? (?:or |and )?\w+){0,4} (?:advice|recommendations?|guidance)\b.{0,500}",
        limit=2400,
        needs=("advice", "recommendation", "guidance"),
    ),
    _rule(
        "copyright line",
        r"(?:©|\(c\)|copyright\b|&copy;)[\s©:(c)]*(?:19|20)\d\d\b(?!.*\b(?:was|were|had|has|will)\b).{0,200}",
        r"(?:©|copyright ©)\s?[\w .,&'-]{2,80}(?:19|20)?\d{0,2}.{0,80}",
        r"this (?:material|content|article|story) (?:may not be|is protected|cannot be|is (?:licensed"
        r"|published) under)\b.{0,240}",
        r"(?:this (?:work|article|story)|our (?:articles|work)|text) (?:is|are) (?:licensed|published|available"
        r"|republished) under (?:a |the )?(?:creative commons|cc)\b.{0,200}",
        r"(?:republish (?:this|our) (?:article|story|articles|stories)|reprints?(?: and permissions)?"
        r"|licen[cs]e this (?:article|story)|order reprints?|rights & permissions"
        r"|purchase licensing rights.{0,30})\b.{0,120}",
        r"(?:republished|reprinted|reproduced|syndicated|used) with (?:the )?(?:kind )?permission\b.{0,160}",
        limit=360,
    ),
    _rule(
        "copyright line",
        r"(?:.{0,80}[\s.,;|©])?all rights? reserved(?:[.,;|©*)].{0,160})?",
        limit=360,
        needs=("all right",),
    ),
    _rule(
        "read time",
        r"\d{1,2} ?min(?:ute)?s?",
        r"[~(\[]?\s?(?:(?:est(?:imated|\.)? |approx(?:imate|\.)? )?(?:reading|read|listening|watch) time\s?[:"
        r"|–-]?\s?)?(?:~|about |less than |under )?(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine"
        r"|ten)(?:[-–]\d{1,2})?[- ]?(?:min(?:ute)?s?|m|sec(?:ond)?s?)\.?(?:[- ](?:to )?(?:read|reading|listen"
        r"|watch|video|podcast)(?: time)?)[)\]]?[\s.]*",
        r"(?:est(?:imated|\.)? )?(?:reading|read) time\s?[:|–-]?\s?(?:\d{1,3}|one|two|three|four|five|six|seven"
        r"|eight|nine|ten)(?: ?(?:min(?:ute)?s?|m)\.?)?[\s.]*",
        r"\d{1,5} words(?:\s?[|·•,-]\s?\d{1,3} ?min(?:ute)?s?(?: read)?)?[\s.]*",
    ),
    _rule(
        "relative date",
        r"(?:(?:last )?(?:updated?|published|posted|modified|added|edited)\s?[:|–-]?\s?)?(?:about |over |almost "
        r"|more than )?(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|few) ?(?:s|secs?"
        r"|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)\.? ago(?:\s?["
        r"|·•–-]\s?.{0,40}|,? by .{2,40})?[\s.]*",
        r"(?:(?:last )?(?:updated?|published|posted)\s?[:|–-]?\s?)?(?:just now|yesterday|today|this (?:morning"
        r"|afternoon|evening)|moments ago)(?:,? (?:at )?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)"
        r"?[\s.]*",
        r"(?:last )?(?:updated?|published|posted|modified)\s?[:"
        r"|–-]?\s?(?:at )?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?:,? (?:on )?(?:mon|tues?"
        r"|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)?[\s.]*",
    ),
    _rule(
        "comments",
        r"(?:view|show|see|read|load|hide|open|post|add)?(?: all| the)? ?comments?\s?\(\d{1,6}\)",
        r"(?:(?:leave|post|add|write|submit) (?:a|your|us a) (?:comment|reply|response)|(?:view|show|see|read"
        r"|load|hide|open|close|join)(?: the| all| more)?(?: \d+)? (?:comments?|discussion|replies|conversation)"
        r"|\(?\d{1,6}\)? (?:comments?|replies|responses)|comments?\s?\(\d{1,6}\)|(?:no|0) comments(?: yet)?"
        r"|comments?(?: are closed| section| policy| \d{1,5})?|(?:log|sign) ?in to (?:comment|reply"
        r"|leave a comment|join)|be the first to (?:comment|reply)|reply|cancel reply|report comment"
        r"|sort by:? \w+|post comment|community guidelines|start the (?:conversation|discussion))[\s.:!…]*",
        r"(?:what do you think(?: (?:of|about) (?:this|that|it)\b.{0,60})?(?=\?)|what are your thoughts"
        r"|do you agree|how do you feel about (?:this|it)|have (?:your say|a say)|tell us what you think"
        r"|share your (?:thoughts|opinion|views))\b.{0,80}(?:\b(?:comments?|below|poll|vote|let us know|tell us"
        r"|reply|forum)\b.{0,80}|\?)",
        r"(?:let us know|sound off|tell us|share your (?:thoughts|opinions?|views|experience)|weigh in|drop (?:a"
        r"|your) comment).{0,80}\b(?:comments?|below|e-?mail|twitter|facebook)\b.{0,60}",
        r"your e-?mail address will not be published\b.{0,80}|required fields are marked.{0,20}"
        r"|save my name, e-?mail.{0,100}|notify me of (?:new|follow).{0,80}|name\s?\*?|website\s?\*?|e-?mail\s?\*",
        limit=260,
    ),
    _rule(
        "hashtags or tags",
        r"(?:topics?|tags|in this (?:article|story)|filed under|categories|keywords|related topics)[\s:]*",
        r"(?:#[^\W\d_][\w-]{1,60}[\s,;|]*){1,40}",
        r"(?:article |post |story |news )?(?:tags?|tagged(?: (?:with|as|in|under))?|filed under|filed in"
        r"|posted in|categor(?:y|ies)|keywords|topics?|in this (?:article|story)|related topics?|labels?"
        r"|hashtags?|sections?|more (?:about|on):)\s?[:|]\s?(?!.*\b(?:is|are|was|were|has|have|had|said|will"
        r"|would)\b).{1,240}[^.!?]",
        limit=420,
    ),
    _rule(
        "navigation",
        r"skip (?:to )?(?:main )?(?:navigation|menu|content|links|ad)|(?:go|scroll) to (?:the )?top"
        r"|« ?(?:previous|prev|back)|page \d{1,3}|you are here:? .{0,120}[^.!?]",
        r"(?:skip to (?:main )?(?:content|navigation)|(?:open |close |toggle |main |show )?(?:menu|navigation"
        r"|sidebar|search bar)|search|back to (?:top|home|news|list|all (?:news|articles|posts|stories)"
        r"|the (?:top|list|overview|homepage))|go (?:back|home)|home|close|(?:(?:next|previous|prev|older"
        r"|newer) (?:article|post|story|page|entry|up)s?(?:\s?[:>»-].{0,120}[^.])?)|next|previous|prev|sitemap"
        r"|table of contents|jump to(?: section| comments)?|contents|on this page|site index|sections|our network"
        r"|all (?:news|stories|articles|posts)|return to (?:homepage|top)|subscribe log ?in|(?:sign|log) ?(?:in"
        r"|out|up)(?: ?[|/] ?(?:sign|log|register|subscribe) ?(?:in|up)?)?|register|my account|create (?:an "
        r"|a free )?account|contact(?: us)?|about(?: us)?|careers|help|faq|imprint|impressum|masthead|newsroom"
        r"|edition:? .{0,20})[\s.:…×>»]*",
        r"(?:page )?\d{1,3} (?:of|/) \d{1,3}(?:\s?(?:next|>|»|→))?[\s.]*|(?:(?:«|‹|<|prev(?:ious)?|next|first"
        r"|last|page|…|\d{1,3})[\s|]+){2,20}(?:›|»|>|\d{1,3}|next|last)",
        limit=170,
    ),
    _rule(
        "image credit",
        r"(?:images?|photos?|pictures?) (?:is |are )?(?:used )?(?:for|are for) (?:representation(?:al)?"
        r"|illustrati(?:on|ve)|reference)(?: purposes?)?(?: only)?[\s.]*",
        r"file (?:photo|image|picture) ?[:–-] ?.{3,200}",
        r"[\[(]?\s?(?:(?:featured|cover|header|main|lead|top|hero|article|title|stock|file|feature"
        r"|credit)[ -]?)?(?:images?|photos?|pictures?|illustrations?|photographs?|photography|graphics?|artwork"
        r"|visuals?|chart|thumbnail|screenshot|video|infographic|pic|art)(?: (?:credits?|courtesy|source|by|from"
        r"|via|illustration|credited to|provided by|used with permission)(?: of)?)*\s?(?::|[|/–-]\s|\b(?<=by|om"
        r"|ia|sy|of|ce|it|ts|to)\b)\s?(?:courtesy (?:of )?|by |via |from |of |credit:? )?(?!.*\b(?:is|are|was"
        r"|were|had|has|said|will|they|them)\b)[\"A-Z@©\w][^.!?]{0,140}(?:\.(?:com|org|net|io|co|ai"
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
    _rule(
        "image credit",
        rf"[\[(]?[\w .,'’-]{{2,60}}(?:/|\bvia |\s[|-]\s)\s?{_AGENCY}",
        limit=220,
        needs=("/", "via ", " | ", " - "),
    ),
    _rule(
        "image credit",
        rf"[\[(]?[\w .,'’-]{{2,60}}\bfor {_AGENCY}",
        limit=220,
        needs=("for ",),
    ),
    _rule(
        "picture gallery",
        r"\d{1,3} ?/ ?\d{1,3}",
        r"(?:(?:view|see|open|show|launch|start)(?: all| the| more| full)?(?: \d{1,3})? ?(?:gallery|photos|images"
        r"|slideshow|pictures)(?: \(\d{1,3}(?: images)?\))?|(?:photo|image|picture)? ?(?:gallery"
        r"|slideshow)(?: \(\d{1,3}\))?|(?:photos?|images?|slide) ?[:(]?\s?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?\)?"
        r"|click (?:to|on (?:the )?image to) (?:enlarge|expand|zoom)|tap to (?:enlarge|expand|zoom)"
        r"|expand (?:image|photo)|enlarge|full ?screen|zoom in)[\s.:]*",
        limit=90,
    ),
    _rule(
        "video or audio player",
        r"loading (?:the )?(?:player|video|audio)[\s.…]*|audio by .{2,30}[^.!?]|\d(?:\.\d{1,2})?x",
        r"(?:(?:▶|►)?\s?(?:play|watch|pause|unmute|mute|replay|now playing|up next)(?: (?:the )?(?:video|audio"
        r"|episode|clip|now|live|full video|below|full episode|trailer|here|more))?(?: (?:below|above|here))?"
        r"|(?:video|audio)(?: player)?(?: (?:is )?loading\.*| unavailable)?|listen(?: (?:to (?:this "
        r"|the )?(?:article|story|episode|podcast|post|full episode)|now|here|below))?(?:\s?[·"
        r"|(-]?\s?\d{1,2}(?::\d\d)?(?: ?min(?:ute)?s?)?\)?)?|your browser does not support.{0,80}"
        r"|this is a modal window.{0,200}|(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?/ ?(?:\d{1,2}:)?\d{1,2}:\d\d)"
        r"|this (?:video|audio|article audio) (?:is|was|has|cannot|can't).{0,120}|0 seconds of .{0,60}"
        r"|press shift question mark.{0,80}|volume \d{1,3}%.{0,20}|(?:autoplay|captions|subtitles|settings"
        r"|quality|speed)(?: (?:on|off|auto))?)[\s.:!]*",
        r"(?:watch|video|listen|podcast|audio)\s?:\s(?=[\"A-Z'0-9])(?!.*[.]$).{3,160}",
        r"(?:subscribe|listen) (?:to|on) .{0,80}\b(?:podcasts?|spotify|itunes|apple|youtube)\b.{0,80}",
        r"you can (?:listen|watch|hear)\b.{0,100}\b(?:below|above|here|podcasts?|itunes|spotify|embedded)\b.{0,40}",
        limit=260,
    ),
    _rule(
        "embedded post",
        r"like loading(?:\.{2,3}|…)?",
        r"(?:see|view) (?:this|the) (?:instagram|twitter|x|facebook|tiktok) post(?: by @[\w.]{2,40})?",
        r"(?:(?:view|see|watch) (?:this (?:post|photo|profile|video) )?on (?:instagram|x|twitter|facebook|tiktok"
        r"|threads|youtube|bluesky)|a (?:post|photo|video) (?:shared|posted) by .{2,80}\(?@[\w.]{2,40}\)?.{0,60}"
        r"|(?:https?://)?(?:pic\.twitter\.com|t\.co)/\w{4,20}|(?:see|view) (?:tweet|post|thread|more tweets)"
        r"|(?:embedded|load) (?:tweet|post|content)(?: — see more)?|this (?:content|post|tweet|embed"
        r"|video) (?:is (?:not available|unavailable|hosted|provided by|only available|blocked)|could not|cannot"
        r"|can't)\b.{0,140}|(?:loading|embed)(?: (?:tweet|poll|embed|comments?|post|video|content))?(?:\.{2,3}"
        r"|…)?|tweet may have been deleted|instagram content.{0,100}|replying to @\w+|(?:show"
        r"|read) this thread)[\s.]*",
        limit=180,
    ),
    _rule(
        "app promotion",
        r"(?:download|get|install|try|open (?:in|with)|use|read .{0,20} in|continue in|available (?:on"
        r"|in))(?: (?:our|the|your))*(?: \w+){0,4} (?:apps?|app store|google play"
        r"|play store)\b(?!.{0,60}\b(?:said|who|because|after)\b).{0,140}",
        r"(?:download on the )?app store|get it on google play|scan (?:the|this) qr code.{0,100}"
        r"|available on (?:ios|android|the app store)\b.{0,80}",
        limit=220,
    ),
    _rule(
        "paywall notice",
        r"continue (?:reading )?with (?:a|your) (?:free )?(?:account|subscription|trial)\b.{0,60}",
        rf"(?:(?:this|the) (?:{_PIECE}|feature) is (?:only |exclusively )?(?:for|available to|reserved for"
        rf"|free for) (?:\w+ )?(?:subscribers|members|registered)\b.{{0,100}}|(?:already|not yet|not) (?:a "
        rf"|an )?(?:subscribe[rd]|member|registered)\b.{{0,120}}|(?:subscribe|register|sign (?:in|up)|log in|join"
        rf"|create an? (?:free )?account|become a (?:member|subscriber)"
        rf"|start your (?:free )?trial)\b.{{0,30}}\b(?:to|for|and)\b.{{0,10}}(?:continue|keep|read|unlock|access"
        rf"|unlimited|support|full|get (?:full|unlimited))\b.{{0,140}}|you(?:'ve| have)? (?:\w+ )?(?:\d+|one|two"
        rf"|three|reached|read|used|run out)\b.{{0,60}}\b(?:free|monthly|complimentary) (?:articles?|stories"
        rf"|limit|article limit)\b.{{0,140}}|(?:unlock|get) (?:this|full|unlimited|all) (?:article|access"
        rf"|digital access|stories)\b.{{0,120}}|(?:subscribers?|members?)[- ]only(?: content| article)?"
        rf"|free trial|premium(?: content| article)?|exclusive for (?:members|subscribers))[\s.!?:]*",
        limit=260,
    ),
    _rule(
        "donation appeal",
        r"(?:please )?consider (?:donating|subscribing|becoming a (?:member|supporter)|making a (?:donation"
        r"|contribution)|supporting (?:us|our))\b.{0,120}",
        r"(?:support|donate|become a (?:member|supporter|patron|subscriber)|help us|contribute|make a (?:donation"
        r"|gift|contribution)|chip in|give)\b.{0,60}\b(?:our|independent|quality|local|nonprofit|non-profit|us"
        r"|work)\b.{0,30}\b(?:journalism|reporting|newsroom|work|mission|coverage|today|investigations"
        r"|news)\b.{0,200}",
        r"(?:donate|support us|support our work|donate now|become a member|membership|give now|buy (?:me"
        r"|us) a coffee|make a donation|support independent journalism)[\s.!:]*",
        r"(?:if you (?:value|enjoy|like|appreciate|found)|your (?:support|donation|contribution|gift)|we (?:rely"
        r"|depend) on (?:readers|donations|your)|like what you(?:'re| are)? (?:read|see)|enjoying (?:this"
        r"|our))\b.{0,200}\b(?:consider|support|donat|subscrib|possible|member|contribut|help|journalism"
        r"|readers like you)\w*\b.{0,160}",
        limit=420,
    ),
    _rule(
        "exchange promotion",
        r"start (?:trading|earning|investing)(?: (?:now|today|here|crypto))*[\s.!]*|use (?:promo |referral "
        r"|discount )?code \w{3,20}\b.{0,80}|(?:register|sign up|join|enrol|book) (?:now|today)[\s.!]*",
        r"(?:trade|buy|sell|swap|stake|earn|get started|start trading|open an account|sign up|register|join|claim"
        r"|use (?:code|promo code|our referral)|deposit)\b.{0,80}\b(?:bonus(?:es)?|rewards?|referral|promo code"
        r"|sign-?up offer|zero fees|0% fees|low fees|leverage|on (?:binance|mexc|bybit|okx|kucoin|bitget|coinbase"
        r"|kraken|gate\.io|etoro|bingx|htx|phemex))\b.{0,120}",
        r"(?:trade|buy|sell) (?:now|crypto|bitcoin|btc|eth|[A-Z]{2,6})(?: now| here| today| instantly)?[\s.!]*",
        limit=220,
    ),
    _rule(
        "counter",
        r"(?:shares?|views?|likes?|reactions?|retweets?)|[\d.,]{1,6}[km]",
        r"(?:[\d,.]{1,9}[km]? ?(?:views?|shares?|likes?|reads?|comments?|reactions?|followers?|retweets?|claps?"
        r"|upvotes?|saves?|points?|bookmarks?)[\s|·•,/]*){1,6}",
        r"(?:views?|shares?|likes?|reads?|total views|post views|retweets?)\s?[:|]\s?[\d,.]{1,9}[km]?[\s.]*",
        limit=120,
    ),
    _rule(
        "feedback box",
        r"was this (?:helpful|useful|interesting)\?.{0,20}|report (?:this )?(?:article|content|post|ad)[\s.]*",
        r"(?:was this (?:article|page|content|story|post|answer) (?:helpful|useful|interesting)\??(?:\s?(?:yes|no"
        r"|/|\|))*|did you (?:like|enjoy|find) this (?:article|story|post|content|page)\b.{0,60}"
        r"|rate this (?:article|post|story|page|content).{0,40}|(?:report|suggest|submit|spot|see|found"
        r"|notice) (?:an?|any) (?:error|typo|mistake|correction|problem|issue|bug|abuse)s?\b.{0,120}|(?:send|give"
        r"|leave)(?: us)? (?:your )?feedback.{0,60}|help us improve.{0,80}|how (?:useful|helpful) was this.{0,40}"
        r"|click on a star to rate.{0,30}|no votes so far.{0,60}|average rating.{0,60}|thank(?:s"
        r"| you) for (?:your feedback|voting|rating|commenting|sharing)\b.{0,60})",
        limit=200,
    ),
    _rule(
        "poll or quiz",
        r"(?:vote|take part) in (?:our|the|this) (?:poll|survey|quiz)\b.{0,60}",
        r"(?:take (?:our|the|this) (?:poll|quiz|survey)\b.{0,80}|(?:vote|poll|quiz|survey)(?: now| below| here"
        r"| results)?|cast your vote.{0,40}|view results|see results|submit (?:vote|answer)"
        r"|poll\s?:\s.{0,120}\?)[\s.!:]*",
        limit=160,
    ),
    _rule(
        "print or permalink",
        r"email (?:this )?(?:article|story|page|link)(?: to a friend)?",
        r"(?:print(?: (?:this )?(?:article|page|story|friendly|version))?|permalink|short ?link|copy (?:link|url"
        r"|permalink)|link copied!?|cite(?: this)?(?: article| page)?|save (?:this )?(?:article|for later|story)"
        r"|bookmark(?: this)?|listen later|save|saved|gift (?:this )?article|text size.{0,20}|font size.{0,20}"
        r"|[aA][-+](?: ?[aA][-+]?){0,3}|download (?:pdf|as pdf|the pdf)|pdf|email this.{0,30}"
        r"|add to (?:favou?rites|bookmarks|reading list)|article link|get (?:the )?(?:short )?link)[\s.!]*",
        limit=80,
    ),
    _rule(
        "browser notice",
        r"(?:please )?(?:enable|turn on|allow|activate) (?:javascript|cookies|js)\b.{0,160}|(?:javascript"
        r"|js) (?:is|must be|seems to be|appears to be) .{0,160}|(?:please )?(?:disable|turn off|pause|whitelist"
        r"|deactivate)(?: \w+){0,5} ad-?\s?block\w*.{0,160}|(?:it looks like |we(?:'ve| have) (?:detected"
        r"|noticed) )(?:that )?you(?:'re| are)(?: \w+){0,6} (?:ad-?\s?block\w*|browser|outdated)\b.{0,200}"
        r"|your browser (?:is|does|may)\b.{0,140}|(?:notifications?|push notifications) (?:are )?(?:blocked|on"
        r"|off)|(?:turn on|enable|allow|get|receive)(?: \w+){0,3} (?:notifications|push alerts"
        r"|desktop notifications)\b.{0,100}",
        limit=320,
    ),
    _rule(
        "translation notice",
        r"(?:machine|ai|auto(?:matically)?)[- ](?:translated|assisted translation|translation)(?: (?:from|by|text"
        r"|version)\b.{0,60})?[\s.]*",
        r"(?:this (?:article|story|post|page|text|content) (?:was|is|has been) (?:\w+ )?translated (?:from|by"
        r"|into|using|with)\b.{0,160}|(?:also |this article is also )?available in:? (?:(?:english|spanish|french"
        r"|german|portuguese|italian|chinese|arabic|russian|japanese|korean|español|français|deutsch"
        r"|português)(?:,? and |[\s,/|]*)){1,8}|read (?:this )?(?:article |story |post )?in (?:english|spanish"
        r"|french|german|portuguese|chinese|arabic|español|français|deutsch|português)|leer en español|(?:select"
        r"|choose|change) (?:your )?language.{0,60}|translate(?: this (?:page|article))?"
        r"|(?:powered by google )?translate|translated (?:by|from|with) [\w '-]{2,60}|(?:english|español|français"
        r"|deutsch|português|中文|日本語|한국어|русский|العربية)(?:[\s|/·,]+(?:english|español|français|deutsch|português"
        r"|中文|日本語|한국어|русский|العربية)){1,12})[\s.:]*",
        limit=220,
    ),
    _rule(
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
    _rule(
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
        r"\(?this (?:story|report|article|version) (?:has been|was|is) (?:corrected to (?:fix|remove)|reported by"
        r"|published from|auto-generated from|edited by|compiled)\b.{0,160}",
        limit=420,
    ),
    _rule(
        "reporting credits",
        r"[—–-]*\s?(?-i:[A-Z])[\w.,' &-]{2,140} (?:(?:also )?contributed (?:to )?(?:this|the) (?:report|story|article"
        r"|piece|reporting)|contributed(?: reporting)?(?: from .{2,40})?)[\s.)]*",
        r"(?-i:(?:[A-Z][\w'-]+(?: and | & |, "
        r"| )?){1,6}reported from (?:[A-Z][\w.'-]+[ ,]*(?:and )?){1,5}(?: (?:[A-Z][\w'-]+ ){0,4}(?:writers? )?"
        r"(?:[A-Z][\w'.-]+ ?){1,4} contributed.{0,60})?)[\s.)]*",
        limit=420,
        needs=("contributed", "reported from"),
    ),
    _rule(
        "agency or desk as author",
        r"(?:by:? )?(?:the )?(?:[\w'&.-]+ ){0,3}(?:staff (?:writers?|reporters?|correspondents?)|news ?(?:desk"
        r"|team|staff)|editorial team|web desk)|(?:by:? )?(?:the )?(?:associated press|reuters|afp"
        r"|agence france-presse|wire (?:report|services?)|agencies)"
        r"|by:? (?:the )?(?:[\w'&.-]+ ){0,3}(?:staff(?: reports?)?|reporters?)",
        limit=70,
    ),
    _rule(
        "distribution credit",
        r"(?:market )?data (?:provided )?by (?-i:[A-Z])[^.!?]{2,60}|news (?:provided"
        r"|distributed) by (?-i:[A-Z])[^.!?]{2,60}|powered by .{2,40}[^.!?]",
        limit=90,
    ),
    _rule(
        "in print",
        r"a version of this (?:article|story|column|review) (?:appears|appeared|ran) in (?:print|the (?:print"
        r"|\w+ \d{1,2}))\b.{0,200}",
        limit=260,
    ),
    _rule(
        "breadcrumbs",
        r"home(?:\s?[>»›→/|\\]\s?[^>»›→/|.!?]{2,90}){1,8}|(?:news|start|inicio|front page)(?:\s?[>»›→/]\s?[^>»›→/"
        r"|.!?]{2,90}){1,8}",
        limit=220,
    ),
    _rule(
        "breadcrumbs",
        r"(?:[\w &'-]{2,30})?(?:\s?[>»›→]\s?[^>»›→.!?]{2,90}){2,8}",
        limit=220,
        needs=(">", "»", "›", "→"),
    ),
    _rule(
        "end mark", r"[^\w\"']+|(?:[-–—#*\s]*)(?:30|the end|end|ends|fin)(?:[-–—#*\s.]+)|END|ENDS?|\(ends?\)", limit=40
    ),
    _rule(
        "about the author",
        r"about (?:the )?(?:authors?|writers?|reporters?|contributors?)(?:\s?:.{0,300})?[\s.]*",
        r"(?:view|see|read|more|all|browse)(?: all| more)? (?:posts|articles|stories|works?|content) (?:by"
        r"|from) [\w .'’-]{2,60}|(?:more|all) (?:from|by) (?:this author|the author|author)|author (?:bio|profile"
        r"|archive|page)|(?:full|author) (?:profile|bio)|posts by .{2,50}|see (?:full )?bio.{0,20}",
        limit=340,
    ),
    _rule(
        "trust notice",
        r"(?:why (?:you can )?trust .{2,60}|(?:read|see|learn (?:more )?about|view) (?:our|the) (?:editorial"
        r"|ethics|trust|fact-?check\w*|review|corrections?|code of) ?\w*(?: (?:policy|policies|standards"
        r"|guidelines|principles|process|project)).{0,80}|(?:our )?(?:editorial|ethics|fact[- ]checking"
        r"|corrections?|trust) (?:policy|policies|standards|guidelines|principles|process|project|independence"
        r"|code)(?:[\s|:.].{0,120})?|(?:our|the) standards:? the thomson reuters trust principles.?"
        r"|how we (?:reported|made|wrote) this .{0,60}|(?:strict )?editorial (?:policy"
        r"|integrity) that focuses on .{0,160})[\s.?:]*",
        limit=280,
    ),
    _rule(
        "placeholder",
        r"\[/?\w{2,20}\].{0,160}\[/\w{2,20}\]|\[/?[a-z]+_\d{1,2}\]",
        r"(?:undefined|null|nan|none|n/a|\[object object\]|lorem ipsum.{0,200}|loading(?:\.{2,3}|…)?|untitled"
        r"|todo|tbd|click|here|image|img|icon|logo|alt text|\{\{.{0,60}\}\}|\[/?[a-z_]{2,20}(?: [^\]]{0,160})?\]"
        r"|<!--.{0,120}-->|&nbsp;|_{3,})",
        limit=240,
    ),
    _rule(
        "kind of text",
        r"(?:exclusive|opinion|editorial|commentary|op-ed|guest (?:post|column|essay|opinion)|press release"
        r"|news release|(?:for )?immediate release|sponsored|paid content|live blog|fact check)",
        limit=40,
    ),
    _rule("hat tip", r"(?:hat[- ]tip|h/t|tip of the hat)\s?(?:[:|–-]\s?|to |\s).{2,80}", limit=100),
    _rule(
        "heading of a text box",
        r"(?:disclaimers?|share|advertise|about the author|recommended videos?|most popular videos?"
        r"|share your thoughts|follow the story|quick links|connect|legal|resources|useful links"
        r"|site links)[\s:]*",
        limit=40,
    ),
)

_STRAIGHT = (*((mark, "'") for mark in "‘’ʼ`´"), *((mark, '"') for mark in "“”„‟"), ("‐", "-"), ("‑", "-"))
_DECORATION = " \t*_~|•·●▪■◆►▶▸▹→➜➡»›>👉👇☞✔✅🔗📩📧🔔💬🔥📌📲📱👍❤️\ufe0f"
_LONGEST = 2500
_REPORTED = re.compile(r"\b(?:said|says|told|asked|ruled|wrote|tweeted|warned|argued|announced|according to)\b")
_TITLED = frozenset(("read-more link", "video or audio player", "navigation", "hashtags or tags"))
"""Kinds that carry other stories' titles, in which somebody may say something."""


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """The form that rules are tried on: straight marks, single spaces, no decoration around it."""
    if not text.isascii():
        for mark, straight in _STRAIGHT:
            text = text.replace(mark, straight)
    return " ".join(text.split()).strip(_DECORATION)


def furniture(text: str) -> str | None:
    """Why a whole line is furniture, or null: it may belong to the story."""
    if len(text) > _LONGEST:
        return None
    line = plain(text)
    size = len(line)
    if not size:
        return "end mark"
    if line[0] == '"':
        return None
    low = line.lower()
    for reason, pattern, limit, needs, cased in RULES:
        if size > limit:
            continue
        if needs:
            for word in needs:
                if word in low:
                    break
            else:
                continue
        if pattern.fullmatch(line if cased else low):
            return None if reason not in _TITLED and _REPORTED.search(line) else reason
    return None
