import asyncio
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import BREAKS, FERRY, MUSEUM, make_story, put

from onrecord.archive import NEAR, SURE, Archive, terms, writing
from onrecord.archive.lookup import finding, index, proposing
from onrecord.stories import Person, Story

UGLY = [
    "",
    "   ",
    '"',
    "' OR 1=1; DROP TABLE stories; --",
    '"ferry" NEAR/2 (strike OR *) ^title: -x',
    "ferry AND",
    "title:ferry*",
    "NOT",
    "🚢🚢",
    "\u202eferry\u202c",
    "a" * 4000,
    "ferry " * 700,
    "\x00\x01\ud800",
    "%_\\",
    "渡船罢工",
    "(" * 4000,
    "{}[]^*+-:",
]


@pytest.mark.parametrize(
    "typed",
    [
        "Harbour Ferry Strike Ends as Crews Win Longer Breaks",
        "harbour ferry strike",
        "breaks ferry longer",
        "harbur fery srtike",
        "xarbour ferry stirke ends",
        "Harbour Fer",
        "ferry strikes ending",
        "https://www.ledger.example/2031/ferry-strike-ends?fbclid=abc#top",
        "have you seen this? http://ledger.example/2031/ferry-strike-ends/ wow",
        FERRY.id,
        "ferry fourteen quintero",
    ],
)
async def test_a_story_is_found_by_what_people_type(filled: Archive, typed: str) -> None:
    found = await filled.find_stories(typed)
    assert found[0].id == FERRY.id
    assert found[0].label == FERRY.title
    assert found[0].score >= SURE


async def test_words_of_the_opening_find_a_story(filled: Archive) -> None:
    found = await filled.find_stories("brass heron brackwater")
    assert (found[0].id, found[0].score >= SURE) == (MUSEUM.id, True)


@pytest.mark.parametrize(
    "typed", ["zebra quarterly earnings", "the", "of the", "quantum harvest", "🚀", "museum zebra tax"]
)
async def test_what_is_not_in_the_coverage_is_not_sure(filled: Archive, typed: str) -> None:
    assert all(hit.score < SURE for hit in await filled.find_stories(typed))
    assert all(score < SURE for _, score in await filled.find_quotes(typed))
    assert all(hit.score < SURE for hit in await filled.find_people(typed))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Marisol Quintero-Vance", "Marisol Quintero-Vance"),
        ("quintero vance", "Marisol Quintero-Vance"),
        ("vance", "Marisol Quintero-Vance"),
        ("marisol kintero-vance", "Marisol Quintero-Vance"),
        ("Quintero‑Vance, Marisol", "Marisol Quintero-Vance"),
        ("vance marisol", "Marisol Quintero-Vance"),
        ("MQV", "Marisol Quintero-Vance"),
        ("m. quintero-vance", "Marisol Quintero-Vance"),
        ("@marisolquinterovance", "Marisol Quintero-Vance"),
        ("Ms. Quintero-Vance", "Marisol Quintero-Vance"),
        ("Simunek", "Odette Šimůnek"),
        ("odete simůnek", "Odette Šimůnek"),
        ("mayor tobias renn", "Tobias Renn"),
        ("ECL", "Elwin Coastal Lines"),
        ("the elwin coastal lines", "Elwin Coastal Lines"),
        ("coastal lines", "Elwin Coastal Lines"),
    ],
)
async def test_a_person_is_found_by_what_people_type(filled: Archive, typed: str, name: str) -> None:
    found = await filled.find_people(typed)
    assert found[0].id == found[0].label == name
    assert found[0].score >= SURE


@pytest.mark.parametrize("typed", ["Marie Curie", "Tobias Lund", "Odette", "Vane"])
async def test_somebody_else_is_not_taken_for_a_person(filled: Archive, typed: str) -> None:
    assert all(hit.score < SURE for hit in await filled.find_people(typed))


async def test_two_people_of_one_surname_are_both_found(filled: Archive) -> None:
    story = make_story("Renn opens bakery", ["Clara Renn baked."], quotes=[("baked", "Clara Renn")])
    await put(filled, story)
    assert {hit.id for hit in await filled.find_people("renn") if hit.score >= SURE} == {"Tobias Renn", "Clara Renn"}
    assert [hit.id for hit in await filled.find_people("clara renn") if hit.score >= SURE] == ["Clara Renn"]


async def test_an_initial_tells_people_apart_who_are_called_by_one_surname(archive: Archive) -> None:
    family = [Person(name=name, aliases=("Renn",)) for name in ("Tobias Renn", "Clara Renn")]
    others = [Person(name="Sivertsen"), Person(name="Johan Skau")]
    await put(archive, make_story("Council meets", ["Tobias Renn, Clara Renn."], people=[*family, *others]))
    for typed, name in (("C. Renn", "Clara Renn"), ("T Renn", "Tobias Renn"), ("J. Sivertsen", "Sivertsen")):
        assert [hit.id for hit in await archive.find_people(typed) if hit.score >= SURE] == [name]
    assert all(hit.score < SURE for hit in await archive.find_people("B. Renn"))


@pytest.mark.parametrize(
    "typed",
    [
        "Nobody can steer straight after fourteen hours awake",
        "steer straight after fourteen",
        "“nobody can steer well after fifteen hours awake”",
        "noone can stear straight after fourteen hours awake",
    ],
)
async def test_a_quote_is_found_by_fragment_and_altered(filled: Archive, typed: str) -> None:
    [(found, score), *_] = await filled.find_quotes(typed)
    assert found.quote == FERRY.quotes[0]
    assert (found.citation.story, found.citation.passage) == (FERRY.id, 1)
    assert score >= SURE


async def test_quotes_of_one_speaker_only(filled: Archive) -> None:
    assert await filled.find_quotes("steer straight", speaker="Odette Šimůnek") == []
    assert await filled.find_quotes("steer straight", speaker="Nobody at all") == []
    [(found, _)] = await filled.find_quotes("never broken", speaker="odette simunek")
    assert found.quote.speaker == "Odette Šimůnek"


async def test_passages_bear_the_words_in_any_form(filled: Archive) -> None:
    [first, *_] = await filled.find_passages("who rebuilds the bird from parts?")
    assert (first.passage, first.citation.story) == (MUSEUM.passages[1], MUSEUM.id)
    within = await filled.find_passages("heron bird", story=MUSEUM.id)
    assert {hit.citation.story for hit in within} == {MUSEUM.id}
    assert await filled.find_passages("heron", story=FERRY.id) == []
    assert await filled.find_passages("heron", story="no such story") == []


@pytest.mark.parametrize("typed", UGLY)
async def test_anything_may_be_typed(filled: Archive, typed: str) -> None:
    for found in (
        await filled.find_stories(typed),
        await filled.find_people(typed),
        await filled.find_quotes(typed),
        await filled.find_passages(typed),
        await filled.quotes(speaker=typed, story=typed),
        await filled.stories(3, after=typed),
    ):
        assert isinstance(found, list)
    assert await filled.story(typed) is None
    assert await filled.person(typed) is None
    assert (await filled.counts()).stories == 2


@given(
    typed=st.text(max_size=60)
    | st.lists(st.sampled_from("ferry heron \" * ( ) OR AND NEAR : ^ - + ' ; strike".split())).map(" ".join)
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_text_is_looked_up_without_error(filled: Archive, typed: str) -> None:
    for hit in [*await filled.find_stories(typed, 3), *await filled.find_people(typed, 3)]:
        assert NEAR <= hit.score <= 100
    await filled.find_quotes(typed)
    await filled.find_passages(typed)


async def test_titles_in_other_scripts_and_pictures(archive: Archive) -> None:
    stories = [
        make_story("渡船罢工结束", ["船员周一返回工作岗位。"]),
        make_story("Забастовка паромщиков закончилась", ["Паромы ходят."]),
        make_story("🚀 to the 🌙", ["A rocket."]),
    ]
    await put(archive, *stories)
    for typed, story in zip(["罢工", "забастовка паромшиков", "🌙"], stories, strict=True):
        assert [hit.id for hit in await archive.find_stories(typed)][:1] == [story.id]


async def test_among_equals_the_newer_comes_first(archive: Archive) -> None:
    days = [date(2031, 5, 4), date(2031, 5, 20), date(2030, 1, 1)]
    await put(
        archive,
        *(
            make_story("Council votes on lamps", [f"Session {day}."], url=f"https://a.example/{day}", published=day)
            for day in days
        ),
    )
    found = await archive.find_stories("council votes lamps")
    stories = [await archive.story(hit.id) for hit in found]
    assert [story.published for story in stories if story] == sorted(days, reverse=True)


async def test_among_equals_the_one_with_more_outlets_comes_first(archive: Archive) -> None:
    newer = make_story(FERRY.title, ["A puppet theatre in Tarnby shows it all."], published=date(2033, 1, 1))
    await put(archive, FERRY, newer)
    assert [hit.id for hit in await archive.find_stories(FERRY.title)] == [newer.id, FERRY.id]
    await put(archive, BREAKS)
    assert [hit.id for hit in await archive.find_stories(FERRY.title)][:2] == [FERRY.id, newer.id]


async def test_people_by_handle_picture_and_other_script(archive: Archive) -> None:
    people = [
        Person(name="Нина Королёва"),
        Person(name="Zoë 🎨 Lindqvist"),
        Person(name="Port Elwin Dockers Union", kind="organisation"),
    ]
    await put(archive, make_story("Who is who", ["Three were there."], people=people))
    for typed, name in [
        ("королева", "Нина Королёва"),
        ("Нина Каролёва", "Нина Королёва"),
        ("zoe lindqvist", "Zoë 🎨 Lindqvist"),
        ("🎨 Lindqvist", "Zoë 🎨 Lindqvist"),
        ("@zoe_lindqvist", "Zoë 🎨 Lindqvist"),
        ("@ZoeLindqvist", "Zoë 🎨 Lindqvist"),
        ("PEDU", "Port Elwin Dockers Union"),
    ]:
        [first, *_] = await archive.find_people(typed)
        assert (first.label, first.score >= SURE) == (name, True), typed


async def test_a_message_around_a_link_changes_nothing(filled: Archive) -> None:
    link = "https://ledger.example/2031/ferry-strike-ends?utm_source=chat&utm_campaign=x"
    for typed in (f"lol look at this 👉 {link} 😂 museum", f"<{link}>", f"[the heron]({link})", f"“{link}”, she wrote"):
        assert [hit.id for hit in await filled.find_stories(typed)] == [FERRY.id], typed


@pytest.mark.parametrize("before", ["", "www.", "see ledger.example: www."])
async def test_a_link_is_one_without_its_scheme(filled: Archive, before: str) -> None:
    typed = f"{before}ledger.example/2031/ferry-strike-ends"
    assert [hit.id for hit in await filled.find_stories(typed)] == [FERRY.id], typed


@pytest.mark.parametrize("after", ["", "/", "/?p=1", "?next=a/b", "/#part/two"])
async def test_a_link_that_is_not_on_record_is_taken_by_its_words(filled: Archive, after: str) -> None:
    [hit] = await filled.find_stories(f"https://nowhere.example/2031/ferry-strike-ends{after}")
    assert (hit.id, hit.score >= SURE) == (FERRY.id, True)


async def test_what_only_looks_like_a_link_is_words(filled: Archive) -> None:
    strait = make_story("St. Orra and Vell Agree on One Strait", ["Both shores sail by one timetable from May."])
    await put(filled, strait, make_story("Vell Paints Its Piers", ["The piers of Vell are green now."]))
    for typed in ("St.Orra/Vell", "strait of St.Orra/Vell", "nowhere.example/2031/ferry-strike-ends"):
        [hit, *_] = await filled.find_stories(typed)
        assert hit.id == (FERRY.id if "nowhere" in typed else strait.id), typed
        assert hit.score >= SURE, typed


async def test_a_quotation_is_found_though_its_wrong_words_are_the_rarest(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "POSTINGS", 20)  # as if many more held the other words
    rare = [f"{a}{b}l{c}rn" for a in "bdfgkmpt" for b in "aeiou" for c in "aeiou"]
    often = ["harvest", "engine", "letter", "winter", "garden"]
    said = [" ".join([*often[i % 3 :][:3], rare[i], rare[i + 1]]) for i in range(100)]
    said.append("winter garden engine letter harvest")
    await put(archive, make_story("Many sayings", said, quotes=[(text, "Tobias Renn") for text in said]))
    [(found, _), *_] = await archive.find_quotes(f"winter {rare[5]} garden {rare[50]} engine {rare[90]} letter harvest")
    assert found.quote.text == said[-1]


async def test_others_go_on_while_many_terms_come_and_go(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "SLICE", 10)
    made = most = 0

    def counted(term: str) -> set[int]:
        nonlocal made
        made += 1
        return terms.keys(term)

    async def go_on() -> None:
        nonlocal made, most
        while True:
            most, made = max(most, made), 0
            await asyncio.sleep(0)

    monkeypatch.setattr(index, "keys", counted)
    others = asyncio.create_task(go_on())
    async with archive.connections.writing() as db:
        writer = index.IndexWriter(db)
        await writer.add("title", [(1, " ".join(f"harbour{n}" for n in range(95)))])
        await writer.flush()
        await writer.remove("title", 1, 1)
        await writer.flush()
        assert not await db.execute_fetchall("SELECT * FROM term_keys")
    others.cancel()
    assert 0 < most <= 10


async def test_of_a_term_that_came_and_went_nothing_is_kept(archive: Archive) -> None:
    async with archive.connections.writing() as db:
        writer = index.IndexWriter(db)
        await writer.add("title", [(1, "harbour ferry"), (2, "ferry")])
        await writer.remove("title", 1, 1)
        await writer.flush()
        rows = await db.execute_fetchall("SELECT term, title FROM terms")
        assert [tuple(row) for row in rows] == [("ferry", 1)]


async def test_a_title_of_somebody_often_named_is_found_by_the_commoner_word_too(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "CHANCE", 100)  # as if in many more titles
    monkeypatch.setattr(proposing, "CANDIDATES", 5)
    titles = ["Mara Quillon opens the harbour", *(f"Mara Quillon paints picture {n}" for n in range(8))]
    titles += [f"The harbour floods part {n}" for n in range(20)]
    await put(archive, *(make_story(title, [f"Report {n}."]) for n, title in enumerate(titles)))
    assert (await archive.find_stories("mara quillon harbour"))[0].label == titles[0]


async def test_while_a_title_is_typed_others_that_hold_its_words_come_after_those_that_begin_so(
    archive: Archive,
) -> None:
    titles = [
        "Harbour ferries collide off Tarnby",
        "Harbour ferry crews strike",
        "Two crews of a ferry left the harbour",
        "No ferry in the harbours of Elwin",
        "Museum lends a heron",
    ]
    await put(archive, *(make_story(title, [f"Report {n}."]) for n, title in enumerate(titles)))
    assert [hit.label for hit in await archive.find_stories("Harbour ferr")] == [titles[1], titles[0], *titles[2:4]]


@pytest.mark.parametrize("typed", ["tansy depot pai", "tansy paints", "depot tasny paint 3", "tansy", "tansy dep"])
async def test_the_same_is_found_whoever_looks_for_the_commoner_words(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    titles = [
        f"{who} paints the {what} part {n}" for n in range(4) for who in ("Tansy", "Orla") for what in ("depot", "pier")
    ]
    await put(archive, *(make_story(title, [f"Report {n}."]) for n, title in enumerate(titles)))
    found: list[list[str]] = []
    for few in (0, 100):
        monkeypatch.setattr(proposing, "FEW", few)
        monkeypatch.setattr(proposing, "PASSED", 0.1)
        monkeypatch.setattr(proposing, "BEGUN_PASSED", 0.1)
        found.append([hit.label for hit in await archive.find_stories(typed, 25)])
    assert found[0] == found[1] != []


async def test_a_large_load_leaves_what_small_ones_leave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def made(name: str, *loads: list[Story]) -> list[object]:
        path = tmp_path / name
        async with await Archive.open(path) as archive:
            for load in loads:
                await put(archive, *load)
            assert [hit.label for hit in await archive.find_stories("harbor fery strike")][:1] == [FERRY.title]
        db = sqlite3.connect(path)
        held = [
            db.execute(f"SELECT {what} ORDER BY 1, 2").fetchall()
            for what in (
                "term, title, about, name, quote, passage FROM terms",
                "t.term, k.key FROM term_keys k JOIN terms t ON t.id = k.term",
                "kind, n FROM totals WHERE kind NOT IN ('made', 'generation', 'last story')",
                "name, sql FROM sqlite_schema",
            )
        ]
        db.close()
        return [*held]

    counted = await made("small.db", [BREAKS], [FERRY, MUSEUM])
    monkeypatch.setattr(index, "MANY", 1)
    assert await made("large.db", [FERRY, MUSEUM, BREAKS]) == counted
    with monkeypatch.context() as patched:  # some is counted before it shows that most is new
        patched.setattr(index, "FLUSH", 1)
        patched.setattr(writing, "BATCH", 1)
        assert await made("flushed.db", [FERRY, MUSEUM, BREAKS]) == counted
    # More comes than was there, so that all is counted anew: what a story held before it changed is forgotten.
    other = make_story("Quarry Closes", ["Nobody dug at Pellworth any more."], url=MUSEUM.url)
    assert await made("changed.db", [other], [MUSEUM, FERRY, BREAKS]) == counted


async def test_of_a_long_quotation_the_order_of_the_words_counts(archive: Archive) -> None:
    said = (
        "When the lamps went out along the quay we counted everybody twice, lent our coats to the band, and walked the"
        " children home by the river path because nobody trusted the old footbridge after the storm of that autumn"
    )
    await put(archive, make_story("Quay Goes Dark", [f"“{said},” said Ada Quill."], quotes=[(said, "Ada Quill")]))
    wrong = (
        "when the lamps went out along the pier we counted everybody twise, gave our coats to the band, and walked the"
        " childern home by the river road because nobody trusted the old"
    )
    [(_, score)] = await archive.find_quotes(wrong)
    assert score > SURE
    shuffled = " ".join(sorted(said.lower().split())[:-3])
    assert all(score < SURE for _, score in await archive.find_quotes(shuffled))


@pytest.mark.parametrize("typed", ["🎈", "harbour", "Harbour Report 1"])
async def test_of_many_titles_that_begin_as_typed_the_newest_come_first(archive: Archive, typed: str) -> None:
    titles = [f"{what} report {n}" for n in range(100, 112) for what in ("🎈", "Harbour")]
    await put(
        archive,
        *(
            make_story(title, [f"Session {title}."], published=date(2031, 5, 1 + n % 24))
            for n, title in enumerate(titles)
        ),
    )
    begin = [title for title in reversed(titles) if title.lower().startswith(typed.lower())]
    for limit in (3, 12, 25):
        found = await archive.find_stories(typed, limit)
        assert [hit.label for hit in found][: len(begin)] == begin[:limit]


@pytest.mark.parametrize("passed", [0.1, 1000])
async def test_below_titles_that_begin_as_typed_the_newest_others_come(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, passed: float
) -> None:
    monkeypatch.setattr(finding, "OTHERS", 2)
    monkeypatch.setattr(proposing, "BEGUN_PASSED", passed)
    titles = ["Orla paints", *(f"Today Orla paints picture {n}" for n in range(7))]
    await put(archive, *(make_story(title, [f"Report {n}."]) for n, title in enumerate(titles)))
    found = await archive.find_stories("orla paint", 3)
    assert [hit.label for hit in found] == [titles[0], *titles[:-3:-1]]
