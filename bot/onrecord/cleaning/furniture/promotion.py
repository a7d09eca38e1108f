"""What a page sells: advertisements, newsletters, apps, subscriptions, trades."""

from __future__ import annotations

from onrecord.cleaning.furniture.rules import PIECE, Rule, rule

_AD = (
    r"(?:advertise?ment|ads?|sponsored(?: content| post| links?| stor(?:y|ies))?|promoted(?: content)?"
    r"|paid (?:content|post|partnership|promotion))"
)

RULES: tuple[Rule, ...] = (
    rule(
        "advertisement slot",
        r"(?:paid )?advertisement[\s.:|–-]*(?:scroll (?:down )?to continue(?: reading)?|\d{1,2}:\d\d)?[\s.]*",
        rf"this {PIECE} (?:is|was) (?:sponsored|paid for|presented) by .{{2,60}}|ad(?:vertising)? break"
        r"|advertiser content|content from our (?:partners|sponsors)",
        r"(?:advertorial|sponsored feature|partner post)|\d{3}x\d{2,3}|(?:div-)?ad-?slot[\w-]*"
        r"|(?:you may like )?(?:sponsored links )?by taboola|(?:recommended|powered|ads) by outbrain"
        r"|ads?(?: is| are)? loading\W*|a message from .{2,40}[^.!?]",
        r"(?:la suite après (?:la publicité|cette publicité)"
        r"|(?:el artículo|la noticia|la nota) continúa (?:después de|tras) la publicidad"
        r"|continúa (?:leyendo )?(?:después de|tras) la publicidad|weiter nach der (?:werbung|anzeige)"
        r"|artikel wird nach der (?:werbung|anzeige) fortgesetzt|continua (?:após|depois d)a publicidade"
        r"|continua dopo la pubblicità|advertentie|lees verder na de advertentie|scroll to continue with content)\W*",
        rf"[-–—(\[\s]*{_AD}(?:[-–—\s|:]*(?:(?:story|article|content)? ?continues?(?: reading)?(?: below| after)"
        r".{0,40}|continue reading(?: below)?|scroll (?:down )?(?:to continue|for more).{0,30}|skip ad"
        r"|remove ads?|feedback|choices|by .{2,30}))?[-–—)\]\s.:]*",
        r"(?:the )?(?:story|article|content|post|text) continues (?:below|after)"
        r"(?: (?:the |this )?(?:advertisement|ad|video|gallery|photo|promo\w*|break))?[\s.:]*",
        r"(?:scroll|swipe)(?: down)? (?:to continue|for more|to keep reading)(?: reading)?"
        r"(?: (?:with|below) .{0,30})?[\s.:]*",
        r"continue reading (?:below|after).{0,40}",
        r"(?:report this ad|why (?:am i seeing )?this ad\??|ad feedback|close ad|skip (?:this )?ad|your ad here"
        r"|advertise (?:with .{2,40}|here)|about these ads|ad blocker detected)[\s.!]*",
        rf"(?:this (?:is a|{PIECE} (?:is|was)) )?(?:sponsored|presented|brought to you|paid for|made possible)"
        r"(?: in part)? by:? .{2,60}[^.!?]",
        r"(?:in )?partner(?:ship)? (?:content|with .{2,50}[^.!?])",
    ),
    rule(
        "newsletter pitch",
        r"we(?:'ll| will) (?:send|e-?mail) you .{2,80}|(?:please )?enter a valid e-?mail\b.{0,40}"
        r"|type your e-?mail\W*|thanks!? check your e-?mail\b.{0,40}|you can (?:opt out|unsubscribe)\b.{0,40}"
        r"|(?:over |more than )?[\d,.]+k? subscribers|view this e-?mail in your browser"
        r"|(?:was|if) this (?:e-?mail|newsletter) (?:was )?(?:forwarded|sent|shared)\b.{0,100}"
        r"|this (?:e-?mail|newsletter) was sent\b.{0,120}|already subscribed\?.{0,30}"
        r"|i already have an account|(?:delivered|sent) to your inbox\b[^.!?]{0,40}|discover more from .{2,60}[^.!?]"
        r"|get more from .{2,80}\bapp\b.{0,20}",
        r"you(?:'ve| have) (?:been )?(?:successfully )?subscribed[\s.!]*"
        r"|subscribe (?:now )?for (?:only |just )?[$€£]\d[\d.,]*.{0,40}",
        r"join (?:over |more than |the )?[\d,.]+[km+]* (?:\w+ ){0,2}"
        r"(?:readers|subscribers|people|investors|members|others|professionals|fans)\b.{0,140}",
        r"(?:sign[- ]?up|subscribe|register|join|enter your e-?mail)(?: (?:here|now|today|below|free|up))*"
        r"(?:,? (?:to|for|and) .{0,160}|[\s.!:]*)(?:newsletters?|inbox|e-?mails?|updates?|alerts?|bulletin|digest"
        r"|briefing|mailing list|subscribers)\b.{0,120}",
        r"(?:sign[- ]?up|subscribe|subscribe now|sign me up|join (?:now|today|free|us)"
        r"|subscribe (?:today|here|to .{2,60}[^.]))[\s.!]*",
        r"(?:get|receive|want|start your (?:day|morning)"
        r"|stay (?:informed|up to date|updated|ahead|in the (?:know|loop))|never miss|don'?t miss|be the first|love"
        r"|like|enjoy(?:ed|ing)?)\b.{0,200}\b(?:newsletters?|inbox|by e-?mail|via e-?mail|straight to you|delivered"
        r"|e-?mail updates|sign up|subscribe)\b.{0,120}",
        r"(?:your |e-?mail |enter (?:your )?)+(?:e-?mail|address|name)(?: (?:address|here|below))*[\s.*:]*",
        r"(?:you (?:can|may) )?unsubscribe (?:at any ?time|any ?time|here).{0,80}"
        r"|no spam(?:[,.!:] ?.{0,80}| ever.{0,20}| guaranteed.{0,20})?"
        r"|(?:thanks|thank you) for (?:subscribing|signing up|reading)\b.{0,80}|check your inbox.{0,60}"
        r"|we(?:'ll| will) never share your e-?mail.{0,60}|success!? .{0,60}subscribed.{0,40}",
        limit=420,
    ),
    rule(
        "newsletter pitch",
        # Without a verb before it: "The letters were sent to your inbox" tells something.
        r"(?:(?!(?:is|are|was|were|be|been|being|get|gets|got|has|have|had|will|can|could|may|not|if|when|once)\b)"
        r"[\w'&,-]+ ){0,12}(?:news|stories|headlines|coverage|reporting|journalism|updates|analysis|insights|briefing"
        r"|digest|round-?up|edition|reads)(?: of the (?:day|week|month))?,? (?:delivered|sent|straight|direct(?:ly)?)"
        r"(?: (?:straight|direct(?:ly)?|right|free))? (?:in)?to your (?:e-?mail )?inbox"
        r"(?:,? (?:every|each|daily|weekly|before|at|on|by|twice|once|free)\b[^.!?]{0,40})?[\s.!]*",
        r"(?:this|\w+(?: \w+){0,3}) is a reader-supported (?:publication|newsletter)\b.{0,200}",
        limit=420,
        needs=("inbox", "reader-supported"),
    ),
    rule(
        "newsletter pitch",
        r"(?:the |our )?[\w' &-]{0,40}\bnewsletters?",
        r"(?:our|the|this) (?:free )?(?:daily|weekly|monthly|morning|evening|weekday)\b.{0,60}\bnewsletter\b.{0,100}"
        r"(?:inbox|e-?mail|subscribe|sign up|delivered|stories|news)\b.{0,60}",
        r"(?:this|the) (?:article|story|post|piece|column|item|essay) (?:first |originally |also )?(?:appeared"
        r"|appears|ran|is adapted|is taken|is excerpted|was featured) (?:in|from) .{2,60}\bnewsletter\b.{0,120}",
        limit=420,
        needs=("newsletter",),
    ),
    rule(
        "newsletter pitch",
        r".{0,60}\byou can (?:get|receive|have) (?:this|our|the) .{2,60} (?:via|by|in your) (?:e-?mail|inbox)\b"
        r".{0,280}",
        limit=420,
        needs=("email", "e-mail", "inbox"),
    ),
    rule(
        "affiliate notice",
        r"as an? (?:amazon|ebay) (?:associate|affiliate|partner),? (?:i|we) (?:may )?earn\b.{0,80}",
        r"(?:some|all|many) (?:of the )?(?:links|products) .{0,60}\baffiliate links?\b.{0,120}",
        r"(?:all )?(?:prices|offers|deals)(?: and (?:availability|deals|offers))? (?:(?:are|were) (?:correct|accurate)"
        r"|(?:are |is )?subject to change|may (?:vary|change|have changed))\b.{0,80}",
        r"(?:[*\[(]\s*)?(?:disclosure:? |note:? |disclaimer:? )?(?:we"
        r"|our|this|if you|when you|some of|as an|products|links|purchases"
        r"|buying|the links|prices|offers|items)\b(?=.{0,400}\b(?:affiliate (?:links?|partners?|program|commission)"
        r"|(?:earn|receive|get|make|paid|generate)s?\b[^.]{0,40}\bcommissions?|commissions? (?:on|from|if|when)"
        r"|referral (?:link|fee)s?|partner links?)\b)(?=.{0,400}\b(?:you|your|we|our|us)\b).{0,400}",
        r"[\w.' ]{0,60}\b(?:may|can|could) (?:earn|receive|get|make)(?: (?:a|an|us))?(?: \w+){0,3} "
        r"(?:commission|compensation)s?\b.{0,60}\b(?:links?|you|affiliate|our|readers)\b.{0,120}",
        r"(?:this (?:article|post|page|story) )?(?:may )?(?:contains?|includes?) affiliate links?[\s.]*"
        r"|affiliate (?:disclosure|links?|disclaimer|notice)[\s.:]*",
        limit=460,
        needs=(
            "affiliate",
            "commission",
            "compensation",
            "referral",
            "partner link",
            "amazon",
            "ebay",
            "prices ",
            "offers ",
            "deals ",
        ),
    ),
    rule(
        "app promotion",
        r"(?:download|get|install|try|open (?:in|with)|use|read .{0,20} in|continue in|available (?:on|in))"
        r"(?: (?:our|the|your))*(?: \w+){0,4} (?:apps?|app store|google play|play store)\b"
        r"(?!.{0,60}\b(?:said|who|because|after)\b).{0,140}",
        r"(?:(?:also |now )?available |listen |watch )?(?:now )?on (?:spotify|apple podcasts?|apple news|google play"
        r"|youtube"
        r"|amazon music|audible|roku)(?:(?:,| and| or|[\s|/])+(?:spotify|apple podcasts?|google play|youtube"
        r"|amazon music))*\W*",
        r"(?:download on the )?app store|get it on google play|scan (?:the|this) qr code.{0,100}"
        r"|available on (?:ios|android|the app store)\b.{0,80}",
        limit=220,
    ),
    rule(
        "paywall notice",
        r"(?:only |just |then |from )?[$€£]\d[\d.,]*(?: for (?:\d+|one|two|three|six|the first)|(?:/| a | per "
        r"| every )) ?"
        r"(?:weeks?|months?|years?|day|mo|yr|wk|\d+ (?:weeks|months))(?:[,;]? (?:then|after|thereafter"
        r"|billed)\b.{0,60})?\W*",
        r"this is an excerpt\. .{3,80}|unlock all of .{2,60}",
        r"cancel (?:at )?any ?time\W*|already have an account\?.{0,40}|are you an? (?:\w+ )?(?:subscriber|member)"
        r"\?.{0,60}|subscribers (?:can|get) .{3,80}|to continue reading\b.{2,80}|choose (?:a|your) plan"
        r"|you have (?:\d+|one|two|three|no) (?:free )?(?:articles?|stories) (?:left|remaining)\b.{0,40}"
        r"|subscribe (?:from|for) (?:just |only )?[$€£]\d.{0,60}|your subscription (?:makes|helps|supports)\b.{0,120}",
        r"continue (?:reading )?with (?:a|your) (?:free )?(?:account|subscription|trial)\b.{0,60}",
        rf"(?:(?:this|the) (?:{PIECE}|feature) is (?:only |exclusively )?"
        r"(?:for|available to|reserved for|free for) (?:\w+ )?(?:subscribers|members|registered)\b.{0,100}"
        r"|(?:already|not yet|not) (?:a |an )?(?:subscribe[rd]|member|registered)\b.{0,120}"
        r"|(?:subscribe|register|sign (?:in|up)|log in|join|create an? (?:free )?account"
        r"|become a (?:member|subscriber)|start your (?:free )?trial)\b.{0,30}\b(?:to|for|and)"
        r"\b.{0,10}(?:continue|keep|read|unlock|access|unlimited|support|full|get (?:full|unlimited))\b.{0,140}"
        r"|you(?:'ve| have)? (?:\w+ )?(?:\d+|one|two|three|reached|read|used|run out)"
        r"\b.{0,60}\b(?:free|monthly|complimentary) (?:articles?|stories|limit|article limit)\b.{0,140}"
        r"|(?:unlock|get) (?:this|full|unlimited|all) (?:article|access|digital access|stories)\b.{0,120}"
        r"|(?:subscribers?|members?)[- ]only(?: content| article)?|free trial|premium(?: content| article)?"
        r"|exclusive for (?:members|subscribers))[\s.!?:]*",
        limit=260,
    ),
    rule(
        "donation appeal",
        r".{0,120}\byour (?:gift|donation|contribution|support) (?:keeps|helps|makes|allows|enables|funds)\b.{0,160}",
        limit=420,
        needs=("your ",),
    ),
    rule(
        "donation appeal",
        r"(?:thanks|thank you) for (?:supporting|your support)\b.{0,80}|this (?:story|article|reporting|work|series) "
        r"(?:was|is) made possible by (?:readers|the support|a grant|donations|supporters|our (?:members|readers))"
        r"\b.{0,160}|(?:bitcoin|btc|eth|crypto)? ?donations?\s?:\s?\w{20,80}|tip jar",
        r"(?:please )?consider (?:donating|subscribing|becoming a (?:member|supporter)"
        r"|making a (?:donation|contribution)|supporting (?:us|our))\b.{0,120}",
        r"(?:support|donate"
        r"|become a (?:member|supporter|patron|subscriber)|help us|contribute|make a (?:donation|gift|contribution)"
        r"|chip in|give)\b.{0,60}\b(?:our|independent|quality|local|nonprofit|non-profit|us|work)\b.{0,30}\b"
        r"(?:journalism|reporting|newsroom|work|mission|coverage|today|investigations|news)\b.{0,200}",
        r"(?:donate|support us|support our work|donate now|become a member|membership|give now|buy (?:me|us) a coffee"
        r"|make a donation|support independent journalism)[\s.!:]*",
        r"(?:if you (?:value|enjoy|like|appreciate|found)"
        r"|your (?:support|donation|contribution|gift)|we (?:rely|depend) on (?:readers|donations|your)"
        r"|like what you(?:'re| are)? (?:read|see)|enjoying (?:this|our))\b.{0,200}\b"
        r"(?:consider|support|donat|subscrib|possible|member|contribut|help|journalism|readers like you)\w*\b.{0,160}",
        limit=420,
    ),
    rule(
        "exchange promotion",
        r"(?:early[- ]bird|last chance|limited[- ]time|black friday|flash sale)\b.{0,80}\b(?:save|off|tickets?"
        r"|offer)\b.{0,60}"
        r"|.{3,80}[–—|:-] ?save (?:up to )?(?:[$€£]\d[\d,]*|\d+ ?%).{0,40}",
        r"crypto prices|[$€£]\d[\d,]* in [A-Z]{2,6} \+ [\d,]+ [A-Z]{3,5}",
        r"start (?:trading|earning|investing)(?: (?:now|today|here|crypto))*[\s.!]*"
        r"|use (?:promo |referral |discount )?code \w{3,20}\b.{0,80}"
        r"|(?:register|sign up|join|enrol|book) (?:now|today)[\s.!]*",
        r"(?:trade|buy|sell|swap|stake|earn|get started|start trading|open an account|create an account"
        r"|sign up(?! bonus| offer)|register|join|claim|use (?:code|promo code|our referral)|deposit)"
        r"\b.{0,80}\b(?:bonus(?:es)?|rewards?|referral|promo code|sign-?up offer|zero fees|0% fees|low fees|leverage"
        r"|on (?:binance|mexc|bybit|okx|kucoin|bitget|coinbase|kraken|gate\.io|etoro|bingx|htx|phemex))\b.{0,120}",
        r"(?:trade|buy|sell|invest) .{0,40}\b(?:with|for) (?:up to |just )?\d+% (?:off|lower|less|discount)\b.{0,60}"
        r"|new users (?:get|earn|receive|claim)\b.{0,80}|sign up (?:and|to) (?:get|earn|claim|receive)\b.{0,80}"
        r"|(?:launch app|connect wallet)|check out our .{2,60}[^.!?]|(?:top|biggest) crypto (?:gainers|losers)"
        r"|(?:bitcoin|ethereum|crypto|btc|eth|xrp|solana) prices? today",
        r"(?:trade|buy|sell) (?:now|crypto|bitcoin|btc|eth|[A-Z]{2,6})(?: now| here| today| instantly)?[\s.!]*",
        limit=220,
    ),
)
