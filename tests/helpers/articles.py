"""Pages and feeds as a small paper would serve them."""

from __future__ import annotations

from web_of_troubles import Reply

LINES = {
    "kiln": "The town kiln in Ostrava Bend was lit again on Friday after a winter of repairs.",
    "tram": "Tram line nine will run all night from June, the Carrow transit board decided.",
    "owls": "Four barn owls were released near Hollin Mill by volunteers from the county.",
}


def article(name: str, text: str = "", head: str = "", etag: str = "") -> Reply:
    words = text or LINES.get(name, f"Nobody in Hollin Mill had expected the news of the {name} to come this soon.")
    body = f"""<!doctype html><html><head><title>News of the {name} in brief words</title>{head}
        <meta property="og:site_name" content="Hollin Courier"></head><body><nav><a href="/">Home</a></nav>
        <article><h1>News of the {name} in brief words</h1><p>{words}</p>
        <p>“It took longer than we hoped,” said Ione Prager, who led the work for the {name} from the beginning.</p>
        <p>The council of Ostrava Bend will talk about what comes next when it meets in the autumn.</p></article>
        </body></html>"""
    return Reply(body, headers={"ETag": etag} if etag else {})


def feed(*links: str, etag: str = "") -> Reply:
    items = "".join(f"<item><title>About {link}</title><link>{link}</link></item>" for link in links)
    return Reply(f"<rss><channel><title>Courier</title>{items}</channel></rss>", headers={"ETag": etag} if etag else {})
