"""Several who want the same page in one round: it is fetched once."""

import asyncio

import pytest
from web_of_troubles import Reply, Sites, page

from onrecord.errors import SourceError
from onrecord.sources.fetch import NotModified, NotThere
from onrecord.sources.visit_cache import VisitCache
from onrecord.sources.web import Visit
from onrecord.stories import Validators


async def test_a_page_is_fetched_once_in_a_round_and_again_in_the_next(sites: Sites) -> None:
    sites.pages["news.test/kiln"] = page("The kiln", "It is lit.")
    link = sites.link("news.test/kiln")
    web = sites.web()
    async with web:
        both = await asyncio.gather(web.visit(link), web.visit(link))
        async with web:  # another desk comes and goes
            third = await web.visit(link)
        fourth = await web.visit(link)
    assert sites.count("news.test/kiln") == sites.count("news.test/robots.txt") == 1
    seen = [visit for visit in (*both, third, fourth) if isinstance(visit, Visit)]
    assert [visit.markup.title for visit in seen] == ["The kiln"] * 4
    async with web:
        await web.visit(link)
    assert sites.count("news.test/kiln") == sites.count("news.test/robots.txt") == 2


async def test_who_knows_the_page_already_hears_that_nothing_changed(sites: Sites) -> None:
    sites.pages["news.test/kiln"] = Reply("<p>It is lit.</p>", headers={"ETag": '"1"'})
    link = sites.link("news.test/kiln")
    async with sites.web() as web:
        visit = await web.visit(link)
        assert isinstance(visit, Visit)
        assert isinstance(await web.visit(link, Validators(etag='"1"')), NotModified)
        assert isinstance(await web.visit(link, Validators(etag='"0"')), Visit)
    assert sites.count("news.test/kiln") == 1


async def test_who_does_not_know_the_page_gets_it_although_it_is_unchanged_for_others(sites: Sites) -> None:
    sites.pages["news.test/kiln"] = [Reply(status=304), Reply("<p>It is lit.</p>", headers={"ETag": '"1"'})]
    link, known = sites.link("news.test/kiln"), Validators(etag='"1"')
    async with sites.web() as web:
        assert isinstance(await web.visit(link, known), NotModified)
        assert isinstance(await web.visit(link, known), NotModified)
        assert sites.count("news.test/kiln") == 1
        assert isinstance(await web.visit(link), Visit)
    assert "If-None-Match" not in sites.requests[-1].headers


async def test_a_refusal_holds_for_the_round_and_a_trouble_of_the_moment_does_not(sites: Sites) -> None:
    sites.pages["news.test/owls"] = [Reply(status=503), Reply(status=503), Reply(status=503), page("Owls", "Released.")]
    async with sites.web() as web:
        for _ in range(2):
            with pytest.raises(NotThere):
                await web.visit(sites.link("news.test/nothing"))
        with pytest.raises(SourceError):
            await web.visit(sites.link("news.test/owls"))
        assert isinstance(await web.visit(sites.link("news.test/owls")), Visit)
    assert sites.count("news.test/nothing") == 1


async def test_what_was_seen_is_not_taken_for_what_is_there_for_long(sites: Sites) -> None:
    sites.pages["news.test/kiln"] = [page("First", "It is lit."), page("Second", "It is cold.")]
    async with sites.web() as web:
        await web.visit(sites.link("news.test/kiln"))
        sites.clock.now += 3600
        visit = await web.visit(sites.link("news.test/kiln"))
    assert isinstance(visit, Visit)
    assert visit.markup.title == "Second"


def test_no_more_is_remembered_than_was_agreed() -> None:
    seen = VisitCache(most_bytes=1000)
    for n in range(100):
        seen.put(str(n), 0, bytes(300), Validators())
    assert [n for n in range(100) if seen.get(str(n), 0, None)] == [97, 98, 99]
