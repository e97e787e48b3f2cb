"""The pictures of the documentation, made by one command: ``python -m tests.pictures``.

Every kind of page has one, 1280 wide and in light; the main ones also narrow and in dark. The page that says what each shows is written with them.
"""

from __future__ import annotations

import shutil
import struct
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, sync_playwright
from tests.browser.conftest import ARGUMENTS, EXAMPLE, NAMES, SECOND, serving

HERE = Path(__file__).parents[1]
FOLDER = HERE / "docs" / "pictures"
COLOURS = 256
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Picture:
    """One page: the kind it is of, its file, its address, what it shows, and what has to be in view. ``main`` ones are also taken narrow and dark."""

    kind: str
    name: str
    address: str
    shows: str
    view: str = ""
    main: bool = False
    second: bool = False


PICTURES = (
    Picture(
        "/", "first-screen", "/",
        "The first screen: what the corpus knows about itself, in sentences; every number leads to its reasons.", main=True,
    ),
    Picture(
        "/", "side-by-side", "/?as-of=1968&distrust=benes-memoirs&beside=recorded",
        "Two lenses side by side: what stands otherwise in 1968 without Beneš's memoirs.",
    ),
    Picture("/questions", "questions", "/questions", "The questions, each with how many answers it has and whether it is disputed."),
    Picture(
        "/questions/{name:path}", "question", "/questions/why-purge",
        "A question: its answers and who holds them, and the positions drawn over time.", "figure.drawing", main=True,
    ),
    Picture("/propositions", "propositions", "/propositions", "All propositions, searched and narrowed."),
    Picture("/propositions/{name:path}", "proposition", "/propositions/dossier-reached-stalin", "A proposition: voices, trails and where they end."),
    Picture(
        "/propositions/{name:path}", "lineage", "/propositions/dossier-reached-stalin?distrust=benes-memoirs",
        "Its lineage from origins to voices, without Beneš's memoirs: what has lost support is dotted, and stays.", "figure.drawing", main=True,
    ),
    Picture("/sources", "sources", "/sources", "The sources, with their kinds and dates."),
    Picture("/sources/{name:path}", "source", "/sources/benes-memoirs", "A source: what it draws on, what is said of it, what depends on it."),
    Picture("/agents", "agents", "/agents", "The agents in their roles."),
    Picture("/agents/{name:path}", "agent", "/agents/stalin", "An agent: what they said and did, and a day to ask what had reached them."),
    Picture(
        "/known/{name:path}", "known", "/known/stalin?at=11%20May%201937",
        "What had reached Stalin by 11 May 1937: certain, possible, without a route.",
    ),
    Picture(
        "/chronology", "chronology", "/chronology",
        "Events with their certain and possible days, strand by strand.", "figure.drawing", main=True,
    ),
    Picture("/events", "events", "/events", "The events."),
    Picture("/events/{name:path}", "event", "/events/arrest-of-primakov", "An event with its datings and what is said about it."),
    Picture("/statements", "statements", "/statements", "All statements, a leaf at a time."),
    Picture("/careers", "careers", "/careers", "Who compromised whom, by date.", "figure.drawing"),
    Picture("/careers/{name:path}", "career", "/careers/tukhachevskii", "A career beside what compromised its bearer.", "figure.drawing"),
    Picture("/figures", "figures", "/figures", "Rival figures on one axis, each with what it counts.", "figure.drawing"),
    Picture(
        "/figures/{name:path}", "figures-of-a-question", "/figures/how-many-repressed",
        "The figures of one question, and the documents behind several of them.",
    ),
    Picture("/gaps", "gaps", "/gaps", "Gaps: what is open, thin, unused, passed over or without a route."),
    Picture("/settlements", "settlements", "/settlements", "The coherent ways to settle criticisms that contradict each other."),
    Picture("/review", "reviews", "/review", "The reviews there are, to be read or kept as a file."),
    Picture("/review/{name:path}", "review", "/review/why-purge", "The written review of a question, with its notes in the margin.", main=True),
    Picture("/search", "search", "/search?q=dossier", "What the search finds: names in every spelling, titles, texts and notes."),
    Picture(
        "/errors", "errors", "/errors",
        "What is wrong in the files, where, and a way out (here in the second corpus, with an error put in).", second=True,
    ),
    Picture("/texts", "texts", "/texts", "The sources whose text is at hand (here of the second corpus).", second=True),
    Picture(
        "/texts/{name:path}", "text", "/texts/steward-letter",
        "The text of a source with the statements at their lines.", second=True, main=True,
    ),
    Picture("/write", "write", "/write", "What can be written."),
    Picture(
        "/write/{kind}", "write-a-stance", "/write/stance?agent=conquest&in=conquest-1968&passage=p.%20300&verb=doubts&on=dossier-reached-stalin",
        "A stance in its form, with the lines as they will be written.", main=True,
    ),
    Picture("/edit/{name:path}", "edit", "/edit/benes-memoirs", "One statement, to be edited in its own lines."),
    Picture("/help", "help", "/help", "Help, inside."),
    Picture("/help/{name:path}", "help-on-the-lens", "/help/lens", "One topic of the help."),
)  # fmt: skip


def files() -> Iterator[tuple[Picture, str, int, int, str]]:
    """Every file: its picture, name, width, height and scheme."""
    for one in PICTURES:
        yield one, f"{one.name}.png", 1280, 900, "light"
        if one.main:
            yield one, f"{one.name}-narrow.png", 380, 800, "light"
            yield one, f"{one.name}-dark.png", 1280, 900, "dark"


def index() -> str:
    """The page that says what each picture shows."""
    lead = "Every kind of page of the workbench, made by `python -m tests.pictures` from the example; where it says so, from a second corpus."
    said = ["# Pictures", "", lead, ""]
    for one in PICTURES:
        also = f" Also [narrow]({one.name}-narrow.png) and [dark]({one.name}-dark.png)." if one.main else ""
        said += [f"## {one.name.replace('-', ' ').capitalize()}", "", f"{one.shows}{also}", "", f"![{one.shows}]({one.name}.png)", ""]
    return "\n".join(said)


# ---- smaller files


def smaller(png: bytes) -> bytes:
    """The same picture in at most 256 colours: those used most, and for every other the nearest of them."""
    width, height, channels, data = _opened(png)
    pixels = _plain(data, width, height, channels).reshape(-1, channels)[:, :3].astype(np.int64)
    packed = pixels @ np.array([65536, 256, 1])
    tones, where, counts = np.unique(packed, return_inverse=True, return_counts=True)
    kept = tones[np.sort(np.argsort(-counts)[:COLOURS])]
    palette, colours = _split(kept), _split(tones)
    parts = np.array_split(colours, max(len(tones) // 2000, 1))
    nearest = np.concatenate([((part[:, None, :] - palette[None]) ** 2).sum(2).argmin(1) for part in parts])
    rows = nearest[where].astype(np.uint8).reshape(height, width)
    lines = np.concatenate([np.zeros((height, 1), np.uint8), rows], axis=1).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"PLTE", palette.astype(np.uint8).tobytes()), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return SIGNATURE + b"".join(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in pieces)


def _split(tones: np.ndarray) -> np.ndarray:
    return np.stack([tones >> 16, tones >> 8 & 255, tones & 255], axis=1)


def _opened(png: bytes) -> tuple[int, int, int, bytes]:
    """Width, height, signs for a dot, and the filtered lines of a picture of eight bits."""
    at, data, head = 8, b"", b""
    while at < len(png):
        (length,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        body = png[at + 8 : at + 8 + length]
        head, data = (body if kind == b"IHDR" else head), (data + body if kind == b"IDAT" else data)
        at += 12 + length
    width, height, depth, kind_of = struct.unpack(">IIBB", head[:10])
    if depth != 8 or kind_of not in (2, 6):
        raise ValueError("a picture of another kind")
    return width, height, 3 if kind_of == 2 else 4, zlib.decompress(data)


def _plain(data: bytes, width: int, height: int, channels: int) -> np.ndarray:
    """The lines without their filters (PNG specification, 9.2)."""
    lines = np.frombuffer(data, np.uint8).reshape(height, 1 + width * channels)
    made = np.zeros((height + 1, width, channels), np.uint8)
    for n in range(height):
        line, above = lines[n, 1:].reshape(width, channels), made[n]
        made[n + 1] = _unfiltered(int(lines[n, 0]), line, above)
    return made[1:]


def _unfiltered(kind: int, line: np.ndarray, above: np.ndarray) -> np.ndarray:
    if kind == 0:
        return line
    if kind == 1:
        return np.cumsum(line, axis=0, dtype=np.uint8)
    if kind == 2:
        return line + above
    made, before, corner = np.zeros_like(line), [0] * line.shape[1], [0] * line.shape[1]
    for x, (dot, up) in enumerate(zip(line.tolist(), above.tolist(), strict=True)):
        guess = [(a + b) // 2 if kind == 3 else _paeth(a, b, c) for a, b, c in zip(before, up, corner, strict=True)]
        before, corner = [(d + g) & 255 for d, g in zip(dot, guess, strict=True)], up
        made[x] = before
    return made


def _paeth(left: int, up: int, corner: int) -> int:
    near = left + up - corner
    return min((abs(near - left), 0, left), (abs(near - up), 1, up), (abs(near - corner), 2, corner))[2]


# ---- the command


def take(browser: Browser, places: dict[bool, str], wanted: Sequence[str]) -> None:
    """Every picture that is wanted."""
    for one, file, width, height, scheme in files():
        if wanted and one.name not in wanted:
            continue
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page.goto(places[one.second] + one.address)
        if one.view:
            page.locator(one.view).first.evaluate("(one) => one.scrollIntoView({block: 'start'})")
        (FOLDER / file).write_bytes(smaller(page.screenshot()))
        print(f"docs/pictures/{file} {(FOLDER / file).stat().st_size // 1024} KB", flush=True)
        page.close()


def main(wanted: Sequence[str] = ()) -> None:
    """Serve both corpora, and take the pictures with these names, or all."""
    found = next(path for name in NAMES if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "example", Path(folder) / "second"
        shutil.copytree(EXAMPLE, first)
        shutil.copytree(SECOND, second)
        (second / "wrong.fontes").write_text('agent quell-the-younger "Quell"\n  rolle scholar\n', encoding="utf-8")
        with serving(first) as one, serving(second) as other, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=found, args=ARGUMENTS)
            take(browser, {False: one, True: other}, wanted)
            browser.close()
    (FOLDER / "README.md").write_text(index(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
