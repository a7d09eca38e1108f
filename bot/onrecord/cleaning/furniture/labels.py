"""Lines made of nothing but the words of buttons, menus and boxes, in whatever order: "Open image in gallery".

No list of phrases is ever whole, but the words of buttons are few. A line is a label when all of its words are among
them and it begins as labels do; a sentence of a story, and most of its headings, have a word more.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_ODD = re.compile(r"[\d\"“”$€£%;?]|\.(?:\s|$)")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_COUNT = re.compile(r"\(\d{1,6}\)")
_LONGEST = 70
_MOST = 9
_NAMES = 2

# Words that name what a reader does or sees on any page. Those behind the bar say so even alone on a line.
_TELLING: dict[str, tuple[str, str]] = {
    "share buttons": (
        "retweet repost flipboard pocket pinterest bagikan",
        "share shares tweet compartir compartilhar partager teilen condividi delen поделиться",
    ),
    "follow us": (
        "follow facebook twitter instagram linkedin telegram whatsapp tiktok youtube bluesky mastodon threads reddit"
        " discord snapchat social folgen",
        "follow rss síguenos suivez-nous seguici",
    ),
    "newsletter pitch": (
        "inbox sign-up signup mailing abonnieren iscriviti boletín infolettre",
        "subscribe unsubscribe newsletter newsletters suscribirse suscríbete inscreva-se s'abonner",
    ),
    "advertisement slot": (
        "advertise ad-free sponsored outbrain taboola iklan",
        "ad ads advert advertisement advertisements advertorial publicidad publicidade publicité anzeige werbung "
        "pubblicità"
        " reklame reklam advertentie реклама 広告 广告",
    ),
    "paywall notice": (
        "subscriber subscribers subscription subscriptions members member-only members-only premium gift unlocked"
        " exclusive unlimited",
        "",
    ),
    "comments": (
        "comment comments commenting reply replies responses newest oldest comentario comentarios commentaire"
        " commentaires kommentar kommentare kommentieren comentários",
        "comments replies responses comentarios commentaires kommentare comentários",
    ),
    "cookie notice": ("cookie cookies consent privacy", ""),
    "navigation": (
        "navigation accessibility toggle homepage register footer sidebar scroll skip inicio accueil startseite",
        "menu login logout sitemap menú",
    ),
    "video or audio player": (
        "audio player podcast podcasts episode episodes transcript aloud",
        "autoplay unmute mute",
    ),
    "picture gallery": ("gallery slideshow fullscreen zoom lightbox", "lightbox fullscreen"),
    "image credit": ("caption captions", ""),
    "translation notice": (
        "translate translation languages english español français deutsch português italiano polski nederlands",
        "",
    ),
    "event promotion": ("rsvp webinar", "rsvp"),
    "app promotion": ("app apps ios android", ""),
    "read-more link": ("read lire leer weiterlesen leggi", "weiterlesen"),
    "print or permalink": (
        "print printer-friendly permalink bookmark pdf text-to-speech",
        "permalink copied text-to-speech",
    ),
    "feedback box": ("feedback abuse flag typo", ""),
    "reader's tool": (
        "summarize summarise summary chatbot bullets takeaways explain simplify highlights",
        "summarize summarise",
    ),
    "games": (
        "crossword sudoku puzzle puzzles quiz quizzes horoscope horoscopes comics jigsaw games solitaire",
        "crossword sudoku horoscopes horoscope puzzles comics jigsaw",
    ),
    "job market": ("job jobs vacancies careers hiring", ""),
    "about the author": ("author author's profile bio byline authors", ""),
    "hashtags or tags": ("tags hashtags topics", "tags hashtags"),
}
_REASONS = {word: reason for reason, (words, alone) in _TELLING.items() for word in f"{words} {alone}".split()}
_ALONE = frozenset(word for _, alone in _TELLING.values() for word in alone.split())
_LEADING = frozenset(
    "remove view see show open hide close load expand collapse enlarge zoom jump go back return launch connect verify "
    "report rate switch change choose select manage customise customize edit save add copy listen watch play download "
    "install get try visit explore browse discover sort filter search find refresh reload continue create start "
    "update activate meet send submit click tap press swipe write join sign log accept reject allow more next "
    "previous older newer latest recent recommended popular trending featured related other most all load pin email "
    "today's daily mini international your existing hear agree test give gift únete post live ask book buy get set "
    "take play solve browse we're lea leer compartir ver mostrar "
    "ansehen anzeigen"
    " voir".split()
)
"""With what a button or the heading of a box begins."""
_THINGS = frozenset(
    "article articles story stories page pages post posts site website image images photo photos picture pictures "
    "video videos link links url notifications alerts settings preferences version original thread account wallet "
    "header section sections news headlines coverage topics episode tv search artículo artículos artikel article "
    "options statement rights question content voice forecast edition location city language ticket tickets seat "
    "seats schedule standings scoreboard scores chart "
    "weather transactions positions story's events "
    "articolo artigo notícia noticia noticias nachrichten bild foto fotos".split()
)
_FILLING = frozenset(
    "a an to on in of for with by from via and or & this these my your our us me it as at up down less full whole "
    "here now below above new top others just only out off one first last free today online edition plus additional "
    "main archive channel group google media necessary en de la el los las le les des du sur un una une der die das "
    "next weekly ai about key open word international local a nuestro nuestra nuestros yourself best like automated "
    "generated similar all version canal grupo existing about leave cancel "
    "den im auf und zu zum zur mehr il lo di da do dos e o os em no na su tu votre ihre icon button image".split()
)


def label(line: str) -> str | None:
    """Why a line, in the form of `plain`, is a label; null when any of its words tells something."""
    line = line.removesuffix("?")
    if len(line) > _LONGEST or _ODD.search(line := _COUNT.sub("", line)):
        return None
    spelled = _WORD.findall(_GLUED.sub(" ", line))
    words = [word.lower() for word in spelled]
    if not 0 < len(words) <= _MOST:
        return None
    if len(words) == 1:
        return _REASONS[words[0]] if words[0] in _ALONE else None
    reason = None
    # "Search jobs in Harbor": a name may be anything, where the words around it are written small.
    names = 0
    small = sum(word.islower() for word in spelled)
    for at, word in enumerate(words):
        if told := _REASONS.get(word):
            reason = reason or told
        elif word not in _FILLING and word not in _LEADING and word not in _THINGS:
            names += 1
            if not at or spelled[at].islower() or names > min(_NAMES, small):
                return None
    if names and not reason:
        return None
    if words[0] not in _LEADING and words[0] not in _REASONS:
        return None
    return reason or (
        "navigation" if not _THINGS.isdisjoint(words[-2:]) and "of" not in words and "by" not in words else None
    )
