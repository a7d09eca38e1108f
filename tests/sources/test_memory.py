"""However large and however bad: what is fetched needs little memory, and the rest of a refresh goes on."""

from __future__ import annotations

import asyncio
import gzip
import sys
from pathlib import Path

import pytest
from aiohttp import web as server
from articles import LINES, article
from web_of_troubles import HOME, Reply, Sites

MOST = 300
"""MB, of the program and of each process that it starts."""
REFRESH = """
import asyncio, resource, sys
from pathlib import Path
from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FeedSource, PageSource
from onrecord.sources.web import Web

async def main(path, port, *places):
    def link(place):
        return f"http://127.0.0.1:{port}/{place}"

    sources = [FeedSource(link=link("feed"), limit=20), *(PageSource(link=link(place)) for place in places)]
    async with await Archive.open(Path(path)) as archive:
        report = await refresh(archive, sources, web=Web([("127.0.0.1", int(port))]))
    # Of itself `getrusage` also counts what the program that started it had.
    own = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    most = max(int(own.split()[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    print(most // 1024, report.new, len(report.errors) + len(report.skipped))

asyncio.run(main(*sys.argv[1:]))
"""
ZEROS = gzip.compress(bytes(10_000_000), 9)
ENTITIES = "<!DOCTYPE rss [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
async def test_bombs_giants_and_ten_thousand_items(sites: Sites, tmp_path: Path) -> None:
    async def endless(request: server.Request) -> server.StreamResponse:
        response = server.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        try:
            while not sites.over.is_set():
                await response.write(b"<p>and on" * 10_000)
        except ConnectionError:
            pass
        return response

    items = "".join(f"<item><link>/page-{n}</link><description>{'x' * 700}</description></item>" for n in range(10_000))
    bad = {
        "bomb": Reply(ZEROS * 30, headers={"Content-Encoding": "gzip"}),
        "giant": Reply("<p>and on</p>" * 1_000_000),
        "deep": Reply("<div>" * 400_000 + "deep"),
        "wide": Reply(f"<p {' '.join(f'a{n}=1' for n in range(200_000))}>wide"),
        "entities": Reply(
            f"{ENTITIES}]><rss><channel><title>&a11;</title></channel></rss>", type="application/rss+xml"
        ),
        "endless": endless,
    }
    sites.pages |= {f"{HOME}/{name}": page for name, page in bad.items()}
    sites.pages[f"{HOME}/feed"] = Reply(f"<rss><channel>{items}</channel></rss>")
    sites.pages |= {f"{HOME}/page-{n}": article(f"stove{n}", f"Stove {n} of {LINES['kiln']}") for n in range(20)}
    program = [sys.executable, "-c", REFRESH, str(tmp_path / "archive.db"), str(sites.port), *bad]
    child = await asyncio.create_subprocess_exec(*program, stdout=asyncio.subprocess.PIPE)
    async with asyncio.timeout(60):
        said, _ = await child.communicate()
    most, new, left = map(int, said.split())
    assert (new, left) == (20, len(bad) + 1), (
        "all of the feed that was wanted, nothing of the rest, each with its reason"
    )
    assert most < MOST
