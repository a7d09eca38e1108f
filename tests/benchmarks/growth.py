"""Whether time grows with the size of a text and no faster: `python tests/benchmarks/growth.py [--size BYTES]`.

For each kind of text, common and ugly: the processor time that cleaning and reading take for a quarter of the size and
for all of it, and the ratio of the two, which is about 4 where time is linear.
"""

from __future__ import annotations

import argparse
from time import process_time

from coverage import as_repost, reports

from onrecord.cleaning import clean
from onrecord.errors import OnRecordError
from onrecord.reading import read
from onrecord.stories import Document

UGLY = {
    "straight marks": '"',
    "opening marks": "“",
    "closing marks": "”",
    "single marks": "'",
    "pairs of marks": "“a” ",
    "brackets": "(",
    "pairs of brackets": "(a) ",
    "capital letters": "A",
    "capital words": "Ann ",
    "initials": "A.B. ",
    "names in a row": "Ann Lee and Bo Ray, ",
    "he said": "He said ",
    "he said that": "He said that it was. ",
    "he said, in lines": "He said \n\n",
    "she said": '"The quay stays open," she said. ',
    "a name said": "“The quay stays open,” Ann Lee said. ",
    "said a name": "said Ann Lee, ",
    "single quotes": "'The quay stays open,' he said. ",
    "marks in lines": '"\n\n',
    "unclosed lines": "“The quay stays open\n\n",
    "transcript": "LEE: the quay\n\n",
    "bullets": "• the quay stays\n",
    "labels": "Why it matters - The quay stays. ",
    "posts": "The post Quay appeared first on Harbor. ",
    "bylines": "By Ann Lee ",
    "spaces": "a" + 50 * " ",
    "commas": ", ",
    "dots": ".",
    "digits": "1",
    "dashes": "— ",
}


def seconds(text: str) -> tuple[float, float]:
    """To clean, to read."""
    start = process_time()
    try:
        story = clean(Document(location="ugly.txt", format="text", text=text))
    except OnRecordError:
        return process_time() - start, 0.0
    cleaned = process_time()
    read(story)
    return cleaned - start, process_time() - cleaned


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=400_000, help="characters (default: 400,000)")
    size: int = parser.parse_args().size
    common = "\n\n".join(as_repost(report) for report in reports(200))
    seconds(common)  # the first loads the libraries
    paragraphs = " ".join(paragraph for report in reports(200) for paragraph in report.paragraphs)
    texts = {"news": common, "news in one line": f"{paragraphs} ", **UGLY}
    print(f"{'':<20} {'clean':>8} {'read':>8} {'a MB':>8} {'ratio':>6}")
    for name, piece in texts.items():
        whole = (piece * (size // len(piece) + 1))[:size]
        quarter = sum(seconds(whole[: size // 4]))
        cleaning, reading = seconds(whole)
        total = cleaning + reading
        print(
            f"{name:<20} {cleaning:>6.2f} s {reading:>6.2f} s {total * 1e6 / size:>6.1f} s {total / quarter:>6.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
