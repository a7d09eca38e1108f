"""What a page wants of its readers: to follow, share, comment, vote, send tips."""

from __future__ import annotations

from onrecord.cleaning.furniture.rules import Rule, rule

_NET = (
    r"(?:x|twitter|facebook|instagram|linkedin|telegram|youtube|tiktok|whatsapp|reddit|threads|bluesky"
    r"|mastodon|discord|snapchat|pinterest|flipboard|google news|apple news|rss|medium|substack|feedly|msn|spotify"
    r"|apple podcasts)"
)

RULES: tuple[Rule, ...] = (
    rule(
        "follow us",
        r"(?:also |or |please )?(?:follow|connect|find|join|like)(?: us)?(?: (?:on|at))?:?"
        rf"(?:\s(?:and |on )?{_NET}[\s,/|]*){{2,10}}\W*|stay in touch with .{{2,60}}[^.!?]|click the bell\b.{{0,40}}"
        r"|google news follow",
        r"stay connected(?: with us)?(?: on social media)?[\s.!]*"
        r"|add .{2,40} (?:on|to) google(?: news| discover)?[\s.]*",
        r"(?:please )?(?:follow|like|join|find|connect with|add|subscribe to|watch|reach)"
        r"(?: (?:us|me|him|her|them|along|@\w+|(?-i:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,5})))"
        r"(?:'s? (?:channel|page|feed|group|community))? "
        rf"(?:on|at|via|through|in|as)(?: (?:our|your|a|the|a preferred source on))?[\s:]*{_NET}\b"
        r"(?![^.!?]*\b(?:said|told|after|because|when|who)\b).{0,140}",
        r"(?:please )?(?:follow|join|subscribe to|like) (?:our|us)\b.{0,120}"
        rf"(?:channels?|pages?|feeds?|group|community|social media|{_NET})\b.{{0,80}}",
        r"(?:twitter|x|instagram|facebook|bluesky|threads|linkedin|telegram|on twitter|on x)"
        r"\s*[:@|/-]\s*@?[\w.]{2,40}[\s.]*",
        # A handle alone may sign the words above it.
        r"follow:? (?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3})",
        r"follow:? @[\w.]{2,40}(?:(?:[\s,|]|and)+@[\w.]{2,40}){0,6}[\s.]*",
        r"(?:follow us|connect with us|stay connected|join the conversation|join our community|find us (?:on|online)"
        r"|follow|social media|get social|follow the author|follow the topics?.{0,60}|follow topics?)[\s.!:]*",
        r"(?:set|add|make|choose) .{2,50} as "
        r"(?:a |your )?preferred (?:news )?source(?: (?:on|in) google.{0,30})?[\s.!]*"
        r"|(?:google news|add us on google|prefer(?:red)? (?:source )?on google)[\s.]*",
        rf"follow .{{2,60}} on {_NET}(?:[\s,/|]+(?:and |or )?{_NET})*(?:[\s,:@/|]+[@\w./]+)*[\s.!]*",
        limit=260,
    ),
    rule(
        "follow us",
        r"[\w.' -]{3,40} is on (?:x|twitter|bluesky|threads|mastodon|instagram)\b[\s:]*@[\w.]{2,40}[\s.]*",
        limit=260,
        needs=(" is on ",),
    ),
    rule(
        "tip box",
        # An address and what it is for, without a verb that would make it a sentence.
        r"(?:[\w'/&,-]+ ){1,7}[\w'/&-]+\s?[:–—|-]\s?(?:[\w.+-]{1,60}@[\w.-]{3,60}|\[e-?mail protected\])",
        limit=130,
        needs=("@", "[email", "[e-mail"),
    ),
    rule(
        "tip box",
        r"(?:tips?|news tips?) ?: ?(?:send|e-?mail|contact|write)\b.{0,120}",
        r"(?:got|have) (?:a|any) (?:\w+ ){0,2}tips?\?.{0,100}",
        r"(?:do you have|have|got|know|are you)\b.{0,120}\?.{0,40}\b(?:contact|e-?mail|send|reach|write|tell|text"
        r"|call|drop|let us know|get in touch|submit|message|signal|tips?)\b.{0,300}",
        r"(?:got|have|know of)(?: (?:a|an|any|some|you got a|you got any))*(?: news| story| confidential| hot)* "
        r"(?:tips?|story ideas?|news tips?|stor(?:y|ies) for us)(?: (?:for us|to share|on this))?[\s?!.]*",
        r"(?:please )?(?:send|submit|share|e-?mail|leave)"
        r"(?: (?:us|your|a|any|me|story|news|anonymous|confidential))* (?:tips?|story ideas|tips and (?:leads|ideas))"
        r"(?: (?:to|at|via|by|here|anonymously|securely|with us)\b.{0,120})?[\s.!]*",
        r"(?:you can )?(?:contact|reach|e-?mail|write to|get in touch with|message)(?: (?:us|me|him|her|them"
        r"|the (?:author|editor|reporter|writer|newsroom|reporters)|this reporter|our (?:newsroom|team|reporters?)"
        r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}|\w+ at))*(?: securely| directly| confidentially)? "
        r"(?:at|via|on|by|through|here)\b.{0,40}(?:@|signal|e-?mail|phone|here|\[email).{0,140}",
        r"(?:e-?mail(?: us)?|contacts?(?: us| information)?|press contact|media contact|media inquiries|tips|tip line"
        r"|for media (?:inquiries|enquiries)|press enquiries|newsroom|phone|tel)\s*[:|]\s*(?:[\w.,' -]{0,60}[|,\s]+)?"
        r"(?:[\w.+-]+@[\w.-]+|\[e-?mail.?protected\]|\+?[\d() .-]{7,20}|https?://\S+)[\s.]*",
        r"(?:write to|e-?mail) .{2,60}[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,40}\W*"
        r"|(?:send|submit) [^.!?]{2,100}\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,40}\W*"
        r"|for (?:press|media) [\w ]{2,30}:? ?\S+@\S+|(?:correction|error|typo|mistake)s?\? .{0,60}",
        r"if you(?:'ve| have)? .{2,100}\b(?:e-?mail|contact|write to|send|call|tell) (?:us\b.{0,80}"
        r"|(?:it |them )?(?:to )?(?:our|the)? ?(?:news ?desk|newsroom|news team)\b.{0,80}"
        r"|(?:it to )?(?:news\w*|tips?|editor|letters|stories|press|reporters?)@\S+\W*)",
        r"(?:\[e-?mail.?protected\]|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,3})[\s.]*",
        limit=420,
    ),
    rule(
        "tip box",
        r"(?:[\w.'-]+ ){1,5}(?:can|may) be (?:reached|contacted|e-?mailed|followed)\b.{0,60}"
        r"(?:@|\[e-?mail|\d{3}|on (?:x|twitter|signal)).{0,80}",
        limit=420,
        needs=("can be ", "may be "),
    ),
    rule(
        "comments",
        r"(?:(?:leave|post|add|write|submit) (?:a|your|us a) (?:comment|reply|response)"
        r"|(?:view|show|see|read|load|hide|open|close|join)(?: the| all| more)?"
        r"(?: \d+)? (?:comments?|discussion|replies|conversation)|\(?\d{1,6}\)? (?:comments?|replies|responses)"
        r"|comments?\s?\(\d{1,6}\)|(?:no|0) comments(?: yet)?|comments?(?: are closed| section| policy| \d{1,5})?"
        r"|(?:log|sign) ?in to (?:comment|reply|leave a comment|join)|be the first to (?:comment|reply)"
        r"|reply|cancel reply|report comment|sort by:? \w+|post comment|community guidelines"
        r"|start the (?:conversation|discussion))[\s.:!…]*",
        r"(?:what do you think(?: (?:of|about) (?:this|that|it)\b.{0,60})?(?=\?)|what are your thoughts"
        r"|do you agree|how do you feel about (?:this|it)"
        r"|have (?:your say|a say)|tell us what you think|share your (?:thoughts|opinion|views))\b.{0,80}"
        r"(?:\b(?:comments?|below|poll|vote|let us know|tell us|reply|forum)\b.{0,80}|\?)",
        r"(?:let us know|sound off|tell us|share your (?:thoughts|opinions?|views|experience)|weigh in"
        r"|drop (?:a|your) comment).{0,80}\b(?:comments?|below|e-?mail|twitter|facebook)\b.{0,60}",
        r"(?:deja un comentario|laisser un commentaire"
        r"|schreibe? einen kommentar|lascia un commento|deixe um comentário|enregistrer mon nom\b.{0,80}"
        r"|[\d,.]{1,6} (?:kommentare|comentarios|commentaires|comentários|commenti|reacties))\W*"
        r"|(?:your |please keep )?comments? (?:are|is|must be|may be|will be|civil|should be)"
        r"\b.{0,40}\b(?:moderat\w+|subject to|civil|respectful|on[- ]topic|disabled|off|closed)\b.{0,120}"
        r"|commenting is (?:disabled|closed|off)\b.{0,60}|you must be (?:logged in|signed in|registered) to\b.{0,60}"
        r"|join the discussion\b.{0,20}|this site uses akismet\b.{0,160}|be the first to share\b.{0,40}",
        r"your e-?mail address will not be published\b.{0,80}|required fields are marked.{0,20}"
        r"|save my name, e-?mail.{0,100}|notify me of (?:new|follow).{0,80}|name\s?\*?|website\s?\*?|e-?mail\s?\*",
        limit=260,
    ),
    rule(
        "hashtags or tags",
        r"(?:topics?|tags|in this (?:article|story)|filed under|categories|keywords|related topics)[\s:]*",
        r"(?:# ?[^\W\d_][\w-]{1,60}[\s,;|]*){1,40}",
        r"(?:etiquetas|schlagwörter|stichwörter|mots[- ]clés|temas|thèmes|themen|argomenti|tópicos|trefwoorden|метки"
        r"|теги)\s?[:|]\s?[^.!?]{2,200}|(?:companies mentioned|mentioned in this (?:article|story)|tickers?"
        r"|topics in this (?:article|story)|related tags|more on)\s?[:|]\s?[^.!?]{2,200}",
        r"(?:article |post |story |news )?(?:tags?|tagged(?: (?:with|as|in|under))?|filed under|filed in|posted in"
        r"|categor(?:y|ies)|keywords|topics?|in this (?:article|story)|related topics?|labels?|hashtags?|sections?"
        r"|more (?:about|on):)\s?[:|]\s?(?!.*\b(?:is|are|was|were|has|have|had|said|will|would)\b).{1,240}[^.!?]",
        limit=420,
    ),
    rule(
        "embedded post",
        r"\[(?:embedded content|embed|image|photo|video|tweet|graphic)(?:[:\s][^\]]{0,160})?\]",
        r"like loading(?:\.{2,3}|…)?",
        r"(?:see|view) (?:this|the) (?:instagram|twitter|x|facebook|tiktok) post(?: by @[\w.]{2,40})?",
        r"(?:(?:view|see|watch) (?:this (?:post|photo|profile|video) )?on (?:instagram|x|twitter|facebook|tiktok"
        r"|threads|youtube|bluesky)|a (?:post|photo|video) (?:shared|posted) by .{2,80}\(?@[\w.]{2,40}\)?.{0,60}"
        r"|(?:https?://)?(?:pic\.twitter\.com|t\.co)/\w{4,20}|(?:see|view) (?:tweet|post|thread|more tweets)"
        r"|(?:embedded|load) (?:tweet|post|content)(?: — see more)?|this (?:content|post|tweet|embed|video) (?:is "
        r"(?:not available|unavailable|hosted|provided by|only available|blocked)|could not|cannot|can't)\b.{0,140}"
        r"|(?:loading|embed)(?: (?:tweet|poll|embed|comments?|post|video|content))?(?:\.{2,3}|…)?"
        r"|tweet may have been deleted|instagram content.{0,100}|replying to @\w+|(?:show|read) this thread)[\s.]*",
        limit=180,
    ),
    rule(
        "counter",
        r"(?:shares?|views?|likes?|reactions?|retweets?)|[\d.,]{1,6}[km]",
        r"(?:views?|post views)\s[\d,.]{1,9}[km]?|[👁👍👎♥❤💬🔁⬆🗨][👁👍👎♥❤💬🔁⬆🗨\s\d,.km|]{1,40}"
        r"|[\d,.]{1,9}\s?[👁👍👎♥❤💬🔁⬆🗨][👁👍👎♥❤💬🔁⬆🗨\s\d,.km|]{0,40}",
        r"(?:[\d,.]{1,9}[km]? ?(?:views?|shares?|likes?|reads?|comments?|repl(?:y|ies)|responses?|reactions?"
        r"|followers?|retweets?|claps?|upvotes?|saves?|points?|bookmarks?)[\s|·•,/]*){1,6}",
        r"(?:(?:dis)?likes? \(?\d{1,6}\)?\s*){1,2}",
        r"(?:views?|shares?|likes?|reads?|total views|post views|retweets?)\s?[:|]\s?[\d,.]{1,9}[km]?[\s.]*",
        limit=120,
    ),
    rule(
        "feedback box",
        r"did you find this (?:helpful|useful|interesting)\?.{0,20}|what(?:'s| is) your reaction\W*",
        r"was this (?:helpful|useful|interesting)\?.{0,20}|report (?:this )?(?:article|content|post|ad)[\s.]*",
        r"(?:was this (?:article|page|content|story|post|answer) (?:helpful|useful|interesting)"
        r"\??(?:\s?(?:yes|no|/|\|))*|did you (?:like|enjoy|find) this (?:article|story|post|content|page)\b.{0,60}"
        r"|rate this (?:article|post|story|page|content).{0,40}|(?:report|suggest|submit|spot|see|found|notice) "
        r"(?:an?|any) (?:error|typo|mistake|correction|problem|issue|bug|abuse)s?\b.{0,120}"
        r"|(?:send|give|leave)(?: us)? (?:your )?feedback.{0,60}|help us improve.{0,80}"
        r"|how (?:useful|helpful) was this.{0,40}|click on a star to rate.{0,30}|no votes so far.{0,60}"
        r"|average rating.{0,60}|thank(?:s| you) for (?:your feedback|voting|rating|commenting|sharing)\b.{0,60})",
        limit=200,
    ),
    rule(
        "poll or quiz",
        r"(?:vote|take part) in (?:our|the|this) (?:poll|survey|quiz)\b.{0,60}",
        r"(?:take (?:our|the|this) (?:poll|quiz|survey)\b.{0,80}"
        r"|(?:vote|poll|quiz|survey)(?: now| below| here| results)?|cast your vote.{0,40}|view results|see results"
        r"|submit (?:vote|answer)|poll\s?:\s.{0,120}\?)[\s.!:]*",
        limit=160,
    ),
)
