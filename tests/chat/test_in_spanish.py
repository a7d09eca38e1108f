"""Members whose Discord is in Spanish: what they see of commands, answers, refusals and failures."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from discord import app_commands
from staging import Host, Stage, Staged
from test_members import ASKED, press, reply
from within import buttons, shown

from onrecord.answers import COMMANDS
from onrecord.chat import cog
from onrecord.chat.commands import CHECK_THIS, FIND_COVERAGE
from onrecord.chat.requests import as_called
from onrecord.language import speaking
from onrecord.language.spanish import NAMES, SENTENCES
from onrecord.settings import Settings


def in_spanish(stage: Stage, locale: str = "es-ES") -> Stage:
    """The simulated Discord is English; so the language is changed on the way to the bot."""
    backend = stage.env.backend
    emit = backend.emit

    def translated(event: str, payload: Any, *rest: Any, **more: Any) -> Any:
        if event == "INTERACTION_CREATE" and payload["locale"] == "en-US":
            payload = {**payload, "locale": locale}
        return emit(event, payload, *rest, **more)

    backend.emit = translated
    return stage


def labels(components: list[dict[str, Any]]) -> list[str]:
    return [button["label"] for button in buttons(components)]


ANSWERS = {
    "summary": "Citas",
    "quotes": "Lo que dijo",
    "check": "Alterada: Bram Castellane lo dijo de otra manera.",
    "who": "Aparece en",
    "related": "La original",
    "stories": "Las noticias más recientes",
    "ask": "Resumen",
}


@pytest.mark.parametrize("command", ASKED)
@pytest.mark.parametrize("locale", ["es-ES", "es-419"])
async def test_each_command_is_answered_in_spanish_and_quotes_stay(staged: Staged, command: str, locale: str) -> None:
    async with staged() as stage:
        in_english = reply(await stage.bob.slash(stage.channel, command, **ASKED[command]))
        in_spanish(stage, locale)
        message = reply(await stage.ada.slash(stage.channel, command, **ASKED[command]))
        text = shown(message.components)
        assert ANSWERS[command] in "\n".join([text, *labels(message.components)])
        assert ANSWERS[command] not in shown(in_english.components)
        said = [line for line in shown(in_english.components).splitlines() if line.startswith("> ")]
        assert all(line in text for line in said)
        leads = [label.split(":")[0] for label in labels(message.components) if label not in {"Leer", "◀", "▶"}]
        assert all(lead.lower() in NAMES.values() for lead in leads)


@pytest.mark.parametrize("command", [name for name, options in ASKED.items() if options])
async def test_what_is_not_found_is_told_in_spanish(staged: Staged, command: str) -> None:
    async with staged() as stage:
        in_spanish(stage)
        message = reply(
            await stage.ada.slash(stage.channel, command, **dict.fromkeys(ASKED[command], "zxqv wvutq yzx"))
        )
        assert message.ephemeral
        text = shown(message.components)
        assert any(
            start in text for start in ("Ninguna de las noticias", "En las noticias no", "No está", "Las noticias no")
        )


async def test_pages_and_buttons_speak_spanish(staged: Staged) -> None:
    async with staged() as stage:
        in_spanish(stage)
        message = reply(await stage.ada.slash(stage.channel, "quotes", speaker="gordon levit"))
        assert "página 1 de" in shown(message.components)
        told = reply(await press(stage.bob, message, "▶"))
        assert "Solo quien preguntó" in shown(told.components)
        assert "/citas" in shown(told.components)
        assert "página 2 de" in shown(reply(await press(stage.ada, message, "▶")).components)


async def test_sharing_speaks_spanish(staged: Staged) -> None:
    async with staged(private=["who"]) as stage:
        in_spanish(stage)
        message = reply(await stage.ada.slash(stage.channel, "who", name="hallward"))
        [shared] = (await press(stage.ada, message, "Compartir")).followups
        assert "compartido por ada" in shown(shared.components)


async def test_each_member_is_answered_in_their_own_language(staged: Staged) -> None:
    async with staged() as stage:
        english = reply(await stage.ada.slash(stage.channel, "stories"))
        in_spanish(stage)
        spanish = reply(await stage.bob.slash(stage.channel, "stories"))
        in_spanish(stage, "en-GB")
        again = reply(await stage.ada.slash(stage.channel, "stories"))
        assert "The newest stories" in shown(english.components)
        assert "Las noticias más recientes" in shown(spanish.components)
        assert shown(again.components) == shown(english.components)


async def test_who_asks_too_often_is_told_so_in_spanish(staged: Staged) -> None:
    async with staged(cooldown=5) as stage:
        in_spanish(stage)
        for _ in range(10):
            await stage.ada.slash(stage.channel, "stories")
        assert "podrás preguntar de nuevo" in shown(reply(await stage.ada.slash(stage.channel, "stories")).components)


async def test_a_failure_is_told_in_spanish(staged: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*_: Any) -> None:
        raise ZeroDivisionError

    async with staged() as stage:
        in_spanish(stage)
        monkeypatch.setattr(cog, "answer", fails)
        assert "Algo ha salido mal" in shown(reply(await stage.ada.slash(stage.channel, "stories")).components)


async def test_messages_are_checked_in_spanish(staged: Staged) -> None:
    async with staged() as stage:
        in_spanish(stage)
        said = await stage.bob.send(stage.channel, 'She said "I would rather pay for voices than for lawyers." lol')
        message = reply(await stage.ada.context_menu(stage.channel, CHECK_THIS, said))
        assert "Castellane" in shown(message.components)
        assert "Compartir" in labels(message.components)
        nothing = await stage.bob.send(stage.channel, "", attachments=[("a.txt", b"x")])
        assert "no hay palabras" in shown(
            reply(await stage.ada.context_menu(stage.channel, CHECK_THIS, nothing)).components
        )


async def test_discord_is_told_the_spanish_names(staged: Staged) -> None:
    async with staged() as stage:
        registered = {one["name"]: one for one in stage.env.backend.commands[None].values()}
    for name, command in COMMANDS.items():
        assert registered[name]["name_localizations"] == dict.fromkeys(("es-ES", "es-419"), NAMES[name])
        assert registered[name]["description_localizations"]["es-419"] == SENTENCES[command.description]
        options = {option["name"]: option for option in registered[name].get("options", [])}
        for option in command.options:
            assert options[option.name]["name_localizations"]["es-ES"] == NAMES[option.name]
            assert options[option.name]["description_localizations"]["es-ES"] == SENTENCES[option.description]
    for menu in (CHECK_THIS, FIND_COVERAGE):
        assert registered[menu]["name_localizations"]["es-419"] == SENTENCES[menu]


async def test_commands_in_a_group_have_spanish_names_and_the_group_has_its_own(staged: Staged) -> None:
    async with staged(group="news") as stage:
        [group] = [one for one in stage.env.backend.commands[None].values() if one["name"] == "news"]
        assert not group.get("name_localizations")
        names = {one["name"]: one["name_localizations"]["es-ES"] for one in group["options"]}
        assert names == {name: NAMES[name] for name in COMMANDS} | {"coverage": "cobertura"}


async def test_a_host_with_a_translator_has_the_last_word(staged: Staged) -> None:
    class Own(app_commands.Translator):
        async def translate(self, string: Any, locale: discord.Locale, context: Any) -> str | None:
            return "frases" if string.message == "quotes" and locale is discord.Locale.spain_spanish else None

    async def prepare(bot: Host, settings: Settings) -> None:
        await bot.tree.set_translator(Own())
        await bot.install(settings)

    async with staged(prepare=prepare) as stage:
        [quotes] = [one for one in stage.env.backend.commands[None].values() if one["name"] == "quotes"]
        assert quotes["name_localizations"] == {"es-ES": "frases", "es-419": "citas"}
        assert quotes["options"][0]["name_localizations"]["es-ES"] == "de"


async def test_a_name_that_the_host_has_already_is_not_taken(staged: Staged) -> None:
    async def prepare(bot: Host, settings: Settings) -> None:
        async def callback(interaction: discord.Interaction) -> None: ...

        bot.tree.add_command(app_commands.Command(name="citas", description="d", callback=callback))
        await bot.install(settings)

    async with staged(prepare=prepare) as stage:
        [quotes] = [one for one in stage.env.backend.commands[None].values() if one["name"] == "quotes"]
        assert not quotes.get("name_localizations")
        assert quotes["description_localizations"]


def test_a_command_is_shown_as_the_members_discord_has_it() -> None:
    line = "/quotes speaker:Ada Lund about:what speaker: means"
    assert as_called(line) == line
    with speaking("es-ES"):
        assert as_called("/who name:…") == "/quién nombre:…"
        assert as_called("/quotes [speaker:…] [about:…]") == "/citas [de:…] [sobre:…]"
        assert as_called("/summary story:All about: boats") == "/resumen noticia:All about: boats"
    with speaking("es-ES", "news"):
        assert as_called("/who name:…") == "/news quién nombre:…"
        assert as_called("/coverage add link:…") == "/news cobertura añadir enlace:…"
