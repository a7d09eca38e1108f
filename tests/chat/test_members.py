"""What a member sees: commands, completion, buttons, menus."""

import asyncio
from typing import Any

import pytest
from simcord.results import InteractionResult, ResponseMessage
from staging import Host, Staged
from within import buttons, check, shown

from onrecord.answers import COMMANDS
from onrecord.chat import cog
from onrecord.chat.commands import CHECK_THIS, FIND_COVERAGE
from onrecord.chat.limits import Cooldowns, Newest
from onrecord.stories import Answer, Entry

ASKED = {
    "summary": {"story": "coalition ground rules"},
    "quotes": {"speaker": "ines okafor"},
    "check": {"quote": "I would rather pay for voices than lawyers"},
    "who": {"name": "Randima Fernando"},
    "related": {"story": "pellworth voice actors"},
    "stories": {},
    "ask": {"question": "How many copies of the cookbook does the library have?"},
}


def reply(result: InteractionResult) -> ResponseMessage:
    """The one message that came of it, within Discord's limits."""
    assert result.response
    assert not result.followups
    check(result.response.components)
    assert result.response.message.mentions == []
    return result.response


def cited(message: ResponseMessage) -> bool:
    return any(button.get("url", "").startswith("https://") for button in buttons(message.components))


def labelled(message: ResponseMessage, label: str) -> list[str]:
    return [b["custom_id"] for b in buttons(message.components) if b["label"].startswith(label) and "custom_id" in b]


async def press(member: Any, message: ResponseMessage, label: str) -> InteractionResult:
    return await member.click(message, custom_id=labelled(message, label)[0])


def test_there_is_something_to_ask_of_each_command() -> None:
    assert ASKED.keys() == COMMANDS.keys()


@pytest.mark.parametrize("command", ASKED)
async def test_a_command_is_answered_to_everybody_with_its_sources(staged: Staged, command: str) -> None:
    async with staged() as stage:
        message = reply(await stage.ada.slash(stage.channel, command, **ASKED[command]))
        assert not message.ephemeral
        assert cited(message)


@pytest.mark.parametrize("command", ASKED)
async def test_a_command_is_answered_in_a_direct_message(staged: Staged, command: str) -> None:
    async with staged() as stage:
        message = reply(await stage.ada.user.slash(command, **ASKED[command]))
        assert cited(message)


@pytest.mark.parametrize("command", [name for name, options in ASKED.items() if options])
async def test_what_is_not_found_is_told_in_private(staged: Staged, command: str) -> None:
    async with staged() as stage:
        options = dict.fromkeys(ASKED[command], "zxqv wvutq")
        message = reply(await stage.ada.slash(stage.channel, command, **options))
        assert message.ephemeral
        assert not labelled(message, "Share")


@pytest.mark.parametrize("typed", ["🧵", "\u202e", "' OR 1=1 --", "NEAR(", "x" * 299, "**bold** @everyone", " "])
async def test_any_text_is_answered(staged: Staged, typed: str) -> None:
    async with staged(cooldown=0) as stage:
        for command, options in ASKED.items():
            if options:
                assert reply(await stage.ada.slash(stage.channel, command, **dict.fromkeys(options, typed)))


async def test_private_commands_can_be_shared_once(staged: Staged) -> None:
    async with staged(private=["quotes"]) as stage:
        message = reply(await stage.ada.slash(stage.channel, "quotes", **ASKED["quotes"]))
        assert message.ephemeral
        before = shown(message.components)
        result = await press(stage.ada, message, "Share")
        [shared] = result.followups
        assert not shared.ephemeral
        check(shared.components)
        assert shown(shared.components).startswith(before)
        assert "shared by ada" in shown(shared.components)
        assert not labelled(shared, "Share")
        assert result.response
        assert not labelled(result.response, "Share")
        assert result.response.id == message.id
        assert not reply(await stage.ada.slash(stage.channel, "who", **ASKED["who"])).ephemeral


async def test_a_near_miss_is_one_press_away(staged: Staged) -> None:
    async with staged() as stage:
        missed = reply(await stage.ada.slash(stage.channel, "who", name="Zofia Halward Jones"))
        assert missed.ephemeral
        assert "Zofia Hallward" in shown(missed.components)
        found = reply(await press(stage.ada, missed, "Who"))
        assert shown(found.components).startswith("### Zofia Hallward")


FUZZY = [(command.name, option.name) for command in COMMANDS.values() for option in command.options if option.completes]


@pytest.mark.parametrize(("command", "option"), FUZZY)
async def test_fuzzy_options_are_completed(staged: Staged, command: str, option: str) -> None:
    async with staged() as stage:
        typed = "pellworth" if option == "story" else "hallwar"
        for value in (typed, "", "zxqv", "🧵\u202e", "x" * 100):
            choices = await stage.ada.autocomplete(stage.channel, command, option, value)
            assert len(choices) <= 25
            assert all(0 < len(choice["name"]) <= 100 and choice["name"] == choice["value"] for choice in choices)
            if value in {typed, ""}:
                assert choices
            if value == typed:
                assert typed in choices[0]["name"].lower()
                filled = {"quote": "a b c"} if command == "check" else {}
                message = await stage.ada.slash(stage.channel, command, **{option: choices[0]["value"]}, **filled)
                assert reply(message)


async def test_pages_are_turned_back_and_forth(staged: Staged) -> None:
    async with staged() as stage:
        first = reply(await stage.ada.slash(stage.channel, "quotes", speaker="gordon levit"))
        assert "page 1 of 2" in shown(first.components)
        second = reply(await press(stage.ada, first, "▶"))
        assert second.id == first.id
        assert "page 2 of 2" in shown(second.components)
        again = reply(await press(stage.ada, second, "◀"))
        assert "page 1 of 2" in shown(again.components)


async def test_nobody_else_can_press(staged: Staged) -> None:
    async with staged() as stage:
        message = reply(await stage.ada.slash(stage.channel, "quotes", speaker="gordon levit"))
        before = message.components
        told = reply(await press(stage.bob, message, "▶"))
        assert told.ephemeral
        assert told.id != message.id
        assert "/quotes" in shown(told.components)
        assert message.components == before


async def test_answers_lead_to_one_another(staged: Staged) -> None:
    async with staged() as stage:
        message = reply(await stage.ada.slash(stage.channel, "summary", **ASKED["summary"]))
        for label in ("Quotes", "Summary", "Related", "Summary"):
            turned = reply(await press(stage.ada, message, label))
            assert turned.id == message.id
            message = turned
        assert shown(message.components)


async def test_buttons_work_after_a_restart(staged: Staged) -> None:
    async with staged() as stage:
        message = reply(await stage.ada.slash(stage.channel, "quotes", speaker="gordon levit"))
        settings = stage.bot.get_cog("OnRecord").settings  # pyright: ignore
        await stage.bot.close()
        bot = Host()
        await stage.env.restart_bot(bot)
        await bot.install(settings)  # pyright: ignore
        assert "page 2 of 2" in shown(reply(await press(stage.ada, message, "▶")).components)
        await bot.close()


@pytest.mark.parametrize("group", [None, "news", "quotes"])
async def test_pages_of_a_long_request_are_turned(
    staged: Staged, monkeypatch: pytest.MonkeyPatch, group: str | None
) -> None:
    """It does not fit into a button, and is read back from the message."""
    asked: list[Any] = []

    async def long(archive: Any, command: str, options: Any) -> Answer:
        asked.append((command, dict(options)))
        entries = tuple(Entry(text=f"Point {n}. " * 40) for n in range(12))
        return Answer(command=command, found=True, heading="At length", entries=entries, text="")

    monkeypatch.setattr(cog, "answer", long)
    about = "how *artificial* intelligence may be trained on `their` work, and whether anybody should be asked before"
    name = f"{group} quotes" if group else "quotes"
    async with staged(group=group) as stage:
        first = reply(await stage.ada.slash(stage.channel, name, speaker="Gordon-Levitt", about=about))
        assert f"/{name} speaker:Gordon-Levitt about:how" in shown(first.components)
        second = reply(await press(stage.ada, first, "▶"))
        assert "page 2 of" in shown(second.components)
        assert "page 1 of" in shown(reply(await press(stage.ada, second, "◀")).components)
    plainly = ("quotes", {"speaker": "Gordon-Levitt", "about": about.replace("`", "'")})
    assert asked == [("quotes", {"speaker": "Gordon-Levitt", "about": about}), plainly, plainly]


async def test_a_message_is_checked(staged: Staged) -> None:
    async with staged() as stage:
        said = await stage.bob.send(stage.channel, 'She said "I would rather pay for voices than for lawyers." lol')
        message = reply(await stage.ada.context_menu(stage.channel, CHECK_THIS, said))
        assert message.ephemeral
        assert "Castellane" in shown(message.components)
        assert labelled(message, "Share")
        nothing = await stage.bob.send(stage.channel, "", attachments=[("a.txt", b"x")])
        assert "no words" in shown(reply(await stage.ada.context_menu(stage.channel, CHECK_THIS, nothing)).components)


async def test_coverage_is_found_for_a_message(staged: Staged) -> None:
    async with staged() as stage:
        url = next(
            button["url"]
            for button in buttons(reply(await stage.ada.slash(stage.channel, "summary", **ASKED["summary"])).components)
            if "url" in button
        )
        said = await stage.bob.send(stage.channel, f"have you seen <{url}?utm_source=x> ?")
        message = reply(await stage.ada.context_menu(stage.channel, FIND_COVERAGE, said))
        assert message.ephemeral
        assert url in [button.get("url") for button in buttons(message.components)]


async def test_who_asks_too_often_is_told_so(staged: Staged) -> None:
    async with staged(cooldown=5) as stage:
        for _ in range(10):
            assert not reply(await stage.ada.slash(stage.channel, "stories")).ephemeral
        message = reply(await stage.ada.slash(stage.channel, "stories"))
        assert message.ephemeral
        assert "seconds" in shown(message.components)
        assert not reply(await stage.bob.slash(stage.channel, "stories")).ephemeral


def test_a_member_may_ask_a_few_times_at_once_and_then_now_and_again() -> None:
    now = 100.0
    cooldowns = Cooldowns(2, clock=lambda: now)
    assert [cooldowns.ask(1) for _ in range(10)] == [0] * 10
    assert cooldowns.ask(1) == 2
    now += 1.5
    assert cooldowns.ask(1) == 0.5
    now += 0.5
    assert cooldowns.ask(1) == 0
    assert cooldowns.ask(1) == 2
    now += 100
    assert [bool(cooldowns.ask(1)) for _ in range(11)] == [False] * 10 + [True]


def test_members_who_have_rested_are_forgotten() -> None:
    now = 0.0
    cooldowns = Cooldowns(1, clock=lambda: now)
    for member in range(5000):
        now += 0.01
        cooldowns.ask(member)
    assert len(cooldowns) < 2100


def test_without_a_cooldown_nobody_waits() -> None:
    cooldowns = Cooldowns(0)
    assert not any(cooldowns.ask(1) for _ in range(100))


async def test_of_what_a_member_types_only_the_newest_is_looked_for() -> None:
    newest = Newest()
    ready = asyncio.Event()
    finished: list[str] = []

    async def found(value: str) -> list[str]:
        await ready.wait()
        finished.append(value)
        return [value]

    typed = [asyncio.create_task(newest.of(1, found(value))) for value in ("h", "ha", "hal")]
    other = asyncio.create_task(newest.of(2, found("l")))
    assert await asyncio.gather(*typed[:2]) == [[], []]
    ready.set()
    assert await typed[2] == ["hal"]
    assert await other == ["l"]
    assert finished == ["hal", "l"]
    assert len(newest) == 0


async def test_a_completion_that_fails_fails_for_who_typed_it() -> None:
    async def fails() -> list[str]:
        raise ZeroDivisionError

    newest = Newest()
    with pytest.raises(ZeroDivisionError):
        await newest.of(1, fails())
    assert len(newest) == 0


async def test_who_stops_waiting_for_a_completion_stops_it_too() -> None:
    stopped = asyncio.Event()

    async def found() -> list[str]:
        try:
            await asyncio.Event().wait()
        finally:
            stopped.set()
        return []

    newest = Newest()
    asking = asyncio.create_task(newest.of(1, found()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert stopped.is_set()
    assert len(newest) == 0
