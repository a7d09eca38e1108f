"""Slow answers, failures, and a Discord that fails, repeats itself or comes late: one reply, in time, or none."""

import asyncio
import logging
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest
from staging import Stage, Staged
from test_members import press, reply
from within import check, shown

from onrecord.answers.compose import not_found
from onrecord.chat import cog, replies
from onrecord.errors import ArchiveError
from onrecord.stories import Answer

FOUND = Answer(command="who", found=True, heading="Somebody", text="")
CALLBACK = "/interactions/*/*/callback"


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Answers take half a minute; patience runs out at once."""
    monkeypatch.setattr(replies, "PATIENCE", 0.01)

    def after_a_while(answer: Answer) -> None:
        async def slow(*_: Any) -> Answer:
            await asyncio.sleep(30)
            return answer

        monkeypatch.setattr(cog, "answer", slow)

    return after_a_while


@contextmanager
def recorded(stage: Stage) -> Generator[list[tuple[str, Any]]]:
    events: list[tuple[str, Any]] = []

    def feed(event: str, payload: Any) -> None:
        events.append((event, payload))

    stage.env.backend.subscribers.append(feed)
    yield events
    stage.env.backend.subscribers.remove(feed)


def sent(stage: Stage) -> list[tuple[str, str]]:
    return [
        (request.method, request.path)
        for request in stage.env.http_requests
        if "/callback" in request.path or "/webhooks/" in request.path
    ]


async def test_a_slow_answer_is_announced_and_takes_the_place_of_the_announcement(staged: Staged, slowly: Any) -> None:
    async with staged() as stage:
        slowly(FOUND)
        result = await stage.ada.slash(stage.channel, "who", name="x")
        assert result.deferred
        assert not result.ephemeral
        await stage.env.advance_time(31)
        assert "Somebody" in shown(reply(result).components)


async def test_a_slow_private_answer_was_private_from_the_start(staged: Staged, slowly: Any) -> None:
    async with staged(private=["who"]) as stage:
        slowly(FOUND)
        result = await stage.ada.slash(stage.channel, "who", name="x")
        assert result.deferred
        assert result.ephemeral
        await stage.env.advance_time(31)
        assert reply(result).ephemeral


async def test_what_is_slowly_not_found_is_told_in_private_all_the_same(staged: Staged, slowly: Any) -> None:
    async with staged() as stage:
        slowly(not_found("who", "Nobody is called that."))
        await stage.ada.slash(stage.channel, "who", name="x")
        await stage.env.advance_time(31)
        # The simulation cannot delete an announcement, as Discord does; so the requests are looked at.
        deleted, told = [request for request in stage.env.http_requests if "/webhooks/" in request.path]
        assert (deleted.method, deleted.path.rsplit("/", 1)[1]) == ("DELETE", "@original")
        assert told.json
        assert told.json["flags"] & 64
        assert "Nobody" in shown(told.json["components"])


async def test_a_slow_page_takes_the_place_of_the_one_before(staged: Staged, slowly: Any) -> None:
    async with staged() as stage:
        message = reply(await stage.ada.slash(stage.channel, "quotes", speaker="gordon levit"))
        slowly(FOUND)
        result = await press(stage.ada, message, "▶")
        await stage.env.advance_time(31)
        assert "Somebody" in shown(reply(result).components)
        slowly(not_found("who", "Nobody."))
        assert shown(reply(result).components)


async def test_a_failure_is_a_sentence_and_goes_to_the_log(
    staged: Staged, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(*_: Any) -> Answer:
        raise ZeroDivisionError("secret detail")

    async with staged() as stage:
        monkeypatch.setattr(cog, "answer", fails)
        message = reply(await stage.ada.slash(stage.channel, "who", name="x"))
        assert message.ephemeral
        assert "Something went wrong" in shown(message.components)
        assert "secret" not in shown(message.components)
        assert "secret detail" in caplog.text


async def test_an_expected_failure_says_what_it_is(staged: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*_: Any) -> Answer:
        raise ArchiveError("The archive is locked by another program.")

    async with staged() as stage:
        monkeypatch.setattr(cog, "answer", fails)
        message = reply(await stage.ada.slash(stage.channel, "who", name="x"))
        assert message.ephemeral
        assert "The archive is locked" in shown(message.components)


@pytest.mark.parametrize(
    ("error", "is_ours"), [(ZeroDivisionError("secret detail"), True), (ArchiveError("The archive is closed."), False)]
)
async def test_failing_completion_is_quiet_for_the_member_and_logged(
    staged: Staged, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception, is_ours: bool
) -> None:
    async def fails(*_: Any) -> list[str]:
        raise error

    async with staged() as stage:
        monkeypatch.setattr(cog, "complete", fails)
        assert await stage.ada.autocomplete(stage.channel, "who", "name", "x") == []
        assert str(error) in caplog.text
        assert ("Traceback" in caplog.text) is is_ours


async def test_an_interaction_that_is_delivered_twice_is_answered_once(staged: Staged) -> None:
    async with staged() as stage:
        with recorded(stage) as events:
            result = await stage.ada.slash(stage.channel, "who", name="hallward")
        before = sent(stage)
        [again] = [payload for event, payload in events if event == "INTERACTION_CREATE"]
        stage.env.backend.emit("INTERACTION_CREATE", again)
        await stage.env.settle()
        assert reply(result)
        assert sent(stage) == before
        assert not stage.env.errors


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (400, 40060), (401, 50027), (500, 0), (503, 0), (404, 0)])
@pytest.mark.parametrize("slow", [False, True])
async def test_nothing_is_tried_again_where_a_reply_may_have_arrived(
    staged: Staged, caplog: pytest.LogCaptureFixture, slowly: Any, status: int, code: int, slow: bool
) -> None:
    async with staged(options={"check_errors": False}) as stage:
        if slow:
            slowly(FOUND)
        stage.env.inject_error("POST", CALLBACK, status=status, code=code)
        await stage.ada.slash(stage.channel, "who", name="hallward")
        await stage.env.advance_time(31)
        assert sent(stage) == sent(stage)[:1]
        assert not stage.env.errors
        assert not [record for record in caplog.records if record.exc_info]


async def test_too_many_requests_are_waited_out(staged: Staged) -> None:
    async with staged() as stage:
        stage.env.inject_error("POST", CALLBACK, status=429, times=2)
        result = await stage.ada.slash(stage.channel, "who", name="hallward")
        assert "Hallward" in shown(reply(result).components)


async def test_a_layout_that_discord_will_not_have_leaves_a_sentence(
    staged: Staged, caplog: pytest.LogCaptureFixture
) -> None:
    async with staged() as stage:
        stage.env.inject_error("POST", CALLBACK, status=400, code=50035)
        message = reply(await stage.ada.slash(stage.channel, "who", name="hallward"))
        assert message.ephemeral
        assert "Discord would not show" in shown(message.components)
        assert "50035" in caplog.text


async def test_a_late_edit_of_a_message_that_is_gone_is_let_go(
    staged: Staged, slowly: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async with staged() as stage:
        slowly(FOUND)
        await stage.ada.slash(stage.channel, "who", name="x")
        stage.env.inject_error("PATCH", "/webhooks/*/*/messages/@original", status=404, code=10008)
        await stage.env.advance_time(31)
        assert not stage.env.errors
        assert not [
            record for record in caplog.records if record.levelno >= logging.WARNING and record.name == "onrecord"
        ]


async def test_answers_under_way_are_finished_before_the_cog_goes(staged: Staged, slowly: Any) -> None:
    async with staged() as stage:
        slowly(FOUND)
        result = await stage.ada.slash(stage.channel, "who", name="x")
        going = asyncio.create_task(stage.bot.remove_cog("OnRecord"))
        await stage.env.advance_time(31)
        await going
        assert "Somebody" in shown(reply(result).components)


async def test_a_button_of_another_version_says_so(staged: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    async with staged() as stage:
        message = reply(await stage.ada.slash(stage.channel, "quotes", speaker="gordon levit"))
        monkeypatch.setattr("onrecord.chat.requests._ALL", {})
        told = reply(await press(stage.ada, message, "▶"))
        assert told.ephemeral
        assert "older version" in shown(told.components)
        check(told.components)
