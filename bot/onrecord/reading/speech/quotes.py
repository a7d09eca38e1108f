"""From quoted runs with their voices to the quotes of a story."""

from __future__ import annotations

from onrecord.reading.people.cast import Cast, Figure
from onrecord.reading.speech.speakers import Resolver
from onrecord.reading.speech.voices import HEARD, Quoted, Reported, Voice
from onrecord.stories import Quote, Span

_STRONG = frozenset(
    ["she said", "said she", "according to", "she said, after an aside", "transcript", "signature", HEARD]
)


def gather(found: list[Quoted], reported: list[Reported], cast: Cast, resolver: Resolver) -> list[Quote]:
    """The quotes of a story in the order in which they stand; the runs of one utterance make one quote."""
    groups: list[tuple[list[Quoted], str]] = []
    for quoted in found:
        group, kind = groups[-1] if groups else ([], "")
        its = _kind(quoted, group[-1] if group else None, kind)
        if group and its == kind and _continues(group[-1], quoted):
            group.append(quoted)
        else:
            groups.append(([quoted], its))
    items: list[tuple[int, int, tuple[list[Quoted], str] | Reported]] = []
    for pair in groups:
        line = pair[0][0].line
        items.append((line.n, line.runs[pair[0][0].run].start, pair))
    items.extend((item.line.n, item.start, item) for item in reported)
    items.sort(key=lambda item: item[:2])  # pronouns are resolved front to back
    return [
        _indirect(item, cast, resolver) if isinstance(item, Reported) else _quote(*item, cast, resolver)
        for _, _, item in items
    ]


def _kind(quoted: Quoted, previous: Quoted | None, before: str) -> str:
    """Direct: a whole clause inside the marks. Mixed: a fragment inside somebody else's clause."""
    if quoted.alone:
        return "direct"
    line = quoted.line
    if not any(word[0].isalnum() for word in line.words[quoted.begin : quoted.token]):
        return "direct" if quoted.voice and quoted.voice.rule in _STRONG else "mixed"
    if previous and before == "direct" and previous.line is line and previous.begin == quoted.begin:
        between = line.words[previous.token + 1 : quoted.token]
        if quoted.voice and previous.voice and quoted.voice.at == previous.voice.at and between[-1:] == [","]:
            return "direct"
    run = line.runs[quoted.run]
    if line.words[quoted.token - 1] in (",", ":", "—", "–", "--") and line.text[run.start].isupper():
        return "direct"
    return "mixed"


def _same_voice(a: Voice | None, b: Voice | None) -> bool:
    return (
        a is not None
        and b is not None
        and a.line is b.line
        and a.at == b.at
        and a.phrase == b.phrase
        and a.label == b.label
    )


def _continues(previous: Quoted, quoted: Quoted) -> bool:
    if not _same_voice(previous.voice, quoted.voice):
        return False
    if previous.line is quoted.line:
        return True
    return previous.line.runs[previous.run].open and quoted.run == 0 and quoted.line.n == previous.line.n + 1


def _name(figure: Figure | None, cast: Cast) -> str | None:
    return cast.best_name(figure) if figure else None


def _quote(group: list[Quoted], kind: str, cast: Cast, resolver: Resolver) -> Quote:
    voice = group[0].voice
    if voice and voice.rule == "paragraph before, subject":
        # Only whoever has been speaking already goes on without being named as the speaker.
        subject = resolver.peek(voice)
        if subject is None or not subject.spoke:
            voice = None
    figure = resolver.speaker(voice).figure if voice else None
    spans: list[Span] = []
    texts: list[str] = []
    for quoted in group:
        run = quoted.line.runs[quoted.run]
        start = run.start + quoted.skip
        spans.append(Span(passage=quoted.line.n, start=start, end=run.end))
        texts.append(quoted.line.text[start : run.end])
    return Quote(
        text=" ".join(texts),
        kind=kind,  # pyright: ignore[reportArgumentType]
        speaker=_name(figure, cast),
        speaker_mention=voice.mention if voice else None,
        cue=voice.cue if voice else None,
        rule=voice.rule if voice else "speaker not named",
        spans=tuple(spans),
    )


def _indirect(item: Reported, cast: Cast, resolver: Resolver) -> Quote:
    line = item.line
    figure = resolver.speaker(item.voice).figure
    return Quote(
        text=line.text[item.start : item.end],
        kind=item.kind,
        speaker=_name(figure, cast),
        speaker_mention=item.voice.mention,
        cue=item.voice.cue,
        rule=item.voice.rule,
        spans=(Span(passage=line.n, start=item.start, end=item.end),),
    )
