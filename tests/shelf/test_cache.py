"""What is kept between two questions: it answers as the text does, byte by byte, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.findings.small import corpus as small_corpus
from tests.findings.small import says, source
from tests.findings.test_status import UNITS, corpora
from typer.testing import CliRunner

from fontes.cli.commands import app
from fontes.findings import compiled, evaluate_grounds, origins_in, trace_in, without_in
from fontes.findings.engine.plan import falls_with
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens, Unit, UnitKind
from fontes.model.stances import Attitude
from fontes.present.rooms.concordance import Concordance, concordance
from fontes.shelf import cache
from fontes.shelf.cache import Kept, Print, fingerprint
from fontes.shelf.cached_tables import NotKept, Table, Writing, key
from fontes.shelf.cached_values import Unreadable, understood, written
from fontes.workbench import Asked, Reopened, Workbench, _families

SECOND = Path(__file__).parents[1] / "corpora" / "second"
EXAMPLE = Path(__file__).parents[2] / "examples" / "red-army-purge"
RUNNER = CliRunner()
OF = Print("/somewhere", "some content", ())
SMALL = """agent a "A"
agent b "B"
source s "S"
source t "T"
  draws-on s
proposition p "That p."
1950 a asserts p   ^x
  in s
b denies p
  rests-on t
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache place of the test's own, where every corpus is worth keeping."""
    place = tmp_path / "caches"
    monkeypatch.setattr(cache, "home", lambda: place)
    monkeypatch.setattr(cache, "WORTH_TEXT", 0)
    monkeypatch.setattr("fontes.workbench.WORTH_STATEMENTS", 0)
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "corpus"
    made.mkdir()
    (made / "a.fontes").write_text(SMALL, encoding="utf-8")
    return made


def printed(*words: str) -> tuple[str, str]:
    done = RUNNER.invoke(app, list(words))
    assert done.exit_code == 0, done.output
    return done.stdout, done.stderr


def kept_folders(home: Path) -> list[Path]:
    return sorted(one for corpus in home.iterdir() for one in corpus.iterdir()) if home.exists() else []


def put(corpus: Corpus) -> bool:
    """Keep a corpus that was never text, with what belongs to it."""
    index = concordance(corpus)
    lists = {family: getattr(index, family) for family in _families()}
    return cache.keep(OF, Kept(corpus, compiled(corpus), index.entries, lists, 0))


def again(corpus: Corpus) -> Kept:
    """The same from the disk."""
    assert put(corpus)
    found = cache.kept(OF)
    assert found is not None
    return found


@pytest.fixture
def unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no folder behind these corpora."""
    monkeypatch.setattr(cache, "fingerprint", lambda root: OF)


def assert_alike(real: Corpus, held: Kept) -> None:
    """Everything there is, in the same order, and every finding."""
    assert held.corpus == real
    for field in Corpus.__dataclass_fields__:
        one, other = getattr(real, field), getattr(held.corpus, field)
        if hasattr(one, "keys"):
            assert list(one) == list(other) and len(one) == len(other) and all(name in other for name in one)
            assert [thing.place for thing in one.values() if hasattr(thing, "place")] == [
                thing.place for thing in other.values() if hasattr(thing, "place")
            ]
            assert {name: other[name] for name in one} == one and "no such name" not in other
    index, kept_index = concordance(real), Concordance(held.corpus, held.entries, **held.lists)
    assert list(index.entries) == list(kept_index.entries) and index.entries == kept_index.entries
    for family in _families():
        assert list(getattr(index, family).items()) == list(getattr(kept_index, family).items())
    assert_same_grounds(real, held)


def assert_same_grounds(real: Corpus, held: Kept) -> None:
    grounds = compiled(real)
    assert list(grounds.plan.names) == list(held.grounds.plan.names)
    assert grounds.rules == held.grounds.rules and len(grounds.rules) == len(held.grounds.rules)
    for field in grounds.acts.__slots__:
        assert getattr(held.grounds.acts, field) == getattr(grounds.acts, field), field
    for kind in {name[0] for name in grounds.plan.names} | {"no such kind"}:
        assert grounds.plan.named(kind) == held.grounds.plan.named(kind)
    for which in (0, 1):
        assert [grounds.plan.parts(node, which) for node in range(len(grounds.plan))] == [
            held.grounds.plan.parts(node, which) for node in range(len(grounds.plan))
        ]
        units = grounds.plan.of_kind("unit").tolist()
        assert dict(falls_with(grounds.plan, which, (), units)) == dict(falls_with(held.grounds.plan, which, (), units))


def assert_same_findings(real: Corpus, held: Kept, units: frozenset[Unit]) -> None:
    one = evaluate_grounds(compiled(real), Lens(distrust=units))
    other = evaluate_grounds(held.grounds, Lens(distrust=units))
    for field in ("any", "all", "possible_any", "possible_all"):
        assert (getattr(one, field) == getattr(other, field)).all()
    for id in real.propositions:
        assert origins_in(one, id) == origins_in(other, id)
        assert trace_in(one, id) == trace_in(other, id) and trace_in(one, id, "against") == trace_in(other, id, "against")
    assert without_in(one, units) == without_in(other, units)
    assert without_in(one, [Unit(UnitKind.SOURCE, "s")]) == without_in(other, [Unit(UnitKind.SOURCE, "s")])


@pytest.mark.parametrize("path", [SECOND, EXAMPLE], ids=["second", "example"])
@pytest.mark.usefixtures("unchanged")
def test_a_kept_corpus_is_the_corpus(path: Path) -> None:
    real = Workbench.open(path).corpus
    assert_alike(real, again(real))


@pytest.mark.usefixtures("unchanged")
def test_every_small_corpus_is_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    @settings(max_examples=40, deadline=None)
    @given(corpora(), UNITS)
    def law(real: Corpus, units: frozenset[Unit]) -> None:
        with TemporaryDirectory() as place:
            monkeypatch.setattr(cache, "home", lambda: Path(place))
            assert_alike(real, again(real))
            assert_same_findings(real, again(real), units)

    law()


QUESTIONS = {
    SECOND: [["origins"], ["without"], ["chronology"]],
    EXAMPLE: [
        ["origins", "dossier-reached-stalin"], ["origins", "dossier-reached-stalin", "--units", "sources"], ["trace", "dossier-reached-stalin"],
        ["without", "conquest-2008"], ["origins", "dossier-reached-stalin", "--as-of", "1970"],
        ["origins", "dossier-reached-stalin", "--criticisms", "counting"], ["trace", "dossier-reached-stalin", "--distrust", "conquest-2008"],
        ["positions"],
    ],
}  # fmt: skip


@pytest.mark.parametrize(("path", "words"), [(path, words) for path, asked in QUESTIONS.items() for words in asked])
def test_the_same_is_printed_from_the_cache(path: Path, words: list[str], home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for form in ([], ["--json"]):
        asked = [words[0], str(path), *words[1:], *form]
        with monkeypatch.context() as small:
            small.setattr(cache, "WORTH_TEXT", 10**9)
            expected = printed(*asked)
        bench = Workbench.open(path, keep=False)
        bench.statuses()
        of = fingerprint(path)
        assert of is not None and bench.remember(of)
        with monkeypatch.context() as closed:
            closed.setattr(Workbench, "open", lambda *_, **__: pytest.fail("the text was read"))
            assert printed(*asked) == expected


def test_an_answer_is_kept_for_the_next_question(folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = printed("origins", str(folder), "p", "--json")
    assert len(kept_folders(home)) == 1
    monkeypatch.setattr(Workbench, "open", lambda *_, **__: pytest.fail("the text was read"))
    monkeypatch.setattr("fontes.workbench.compiled", lambda *_: pytest.fail("the grounds were compiled"))
    assert printed("origins", str(folder), "p", "--json") == first


def test_nothing_is_kept_of_a_small_corpus(folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "WORTH_TEXT", 2**20)
    printed("origins", str(folder), "p")
    monkeypatch.setattr(cache, "WORTH_TEXT", 0)
    monkeypatch.setattr("fontes.workbench.WORTH_STATEMENTS", 3)
    printed("origins", str(folder), "p")
    assert not home.exists()


def test_nothing_is_kept_where_the_plain_findings_were_not_asked_for(folder: Path, home: Path) -> None:
    printed("origins", str(folder), "p", "--as-of", "1950")
    assert not home.exists()


def test_changed_content_is_never_answered_from_before(folder: Path, home: Path) -> None:
    """The same size and the same date, and another word."""
    path = folder / "a.fontes"
    before = path.stat()
    printed("origins", str(folder), "p", "--json")
    path.write_text(SMALL.replace("1950 a asserts", "1950 a  denies"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert '"against": null' not in printed("origins", str(folder), "p", "--json")[0]
    bench = Workbench.open(folder)
    assert [one.attitude for one in bench.corpus.stances.values()] == [Attitude.DENIES] * 2
    of = fingerprint(folder)
    assert of is not None
    held = Reopened.open(of)
    assert held is not None and held.corpus == bench.corpus
    assert len(kept_folders(home)) == 1, "what was kept of the old content is gone"


@pytest.mark.parametrize("change", ["content", "new file", "renamed", "removed"])
def test_every_change_makes_another_print(folder: Path, change: str) -> None:
    (folder / "b.fontes").write_text('agent c "C"\n', encoding="utf-8")
    before = fingerprint(folder)
    match change:
        case "content":
            (folder / "b.fontes").write_text('agent d "C"\n', encoding="utf-8")
        case "new file":
            (folder / "c.md").write_text("", encoding="utf-8")
        case "renamed":
            (folder / "b.fontes").rename(folder / "c.fontes")
        case "removed":
            (folder / "b.fontes").unlink()
    after = fingerprint(folder)
    assert before is not None and after is not None and before.content != after.content


def test_what_is_no_part_of_the_corpus_changes_nothing(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "picture.png").write_bytes(b"\0")
    (folder / ".hidden.fontes").write_text("agent", encoding="utf-8")
    assert fingerprint(folder) == before


def test_a_folder_that_changed_while_it_was_read_is_not_kept(folder: Path, home: Path) -> None:
    of = fingerprint(folder)
    bench = Workbench.open(folder)
    bench.statuses()
    (folder / "a.fontes").write_text(SMALL + 'agent c "C"\n', encoding="utf-8")
    assert of is not None and not bench.remember(of)
    assert kept_folders(home) == []


def spoil(held: Path, how: str) -> None:
    match how:
        case "half of a file":
            path = held / "things.values"
            path.write_bytes(path.read_bytes()[:-5])
        case "no seal":
            (held / "seal.json").unlink()
        case "a seal of nonsense":
            (held / "seal.json").write_text("[1, 2", encoding="utf-8")
        case "a seal of another form":
            (held / "seal.json").write_text("[]", encoding="utf-8")
        case "a file too many":
            (held / "more").write_text("", encoding="utf-8")
        case "an array of objects":
            path = held / "rules.npy"
            path.write_bytes(path.read_bytes().replace(b"|u1", b"|O8"))
        case "values overwritten":
            path = held / "things.values"
            path.write_bytes(b"\xff" * path.stat().st_size)
        case "numbers overwritten":
            for path in (held / "parts-0.npy", held / "names.order.npy", held / "sides.order.npy"):
                path.write_bytes(path.read_bytes()[:128] + b"\x7f" * (path.stat().st_size - 128))
        case "values of an unknown type":
            path = held / "things.values"
            path.write_bytes(path.read_bytes().replace(b"Agent", b"Popen"))


@pytest.mark.parametrize(
    "how",
    [
        "half of a file", "no seal", "a seal of nonsense", "a seal of another form", "a file too many", "an array of objects",
        "values overwritten", "values of an unknown type", "numbers overwritten",
    ],
)  # fmt: skip
def test_what_is_broken_is_passed_over_and_made_again(folder: Path, home: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = printed("origins", str(folder), "p")
    (held,) = kept_folders(home)
    spoil(held, how)
    assert printed("origins", str(folder), "p") == expected
    monkeypatch.setattr(Workbench, "open", lambda *_, **__: pytest.fail("the text was read"))
    assert printed("origins", str(folder), "p") == expected


def test_what_other_code_kept_is_not_used(folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed("origins", str(folder), "p")
    of = fingerprint(folder)
    assert of is not None and cache.kept(of) is not None
    monkeypatch.setattr(cache, "_made_by", lambda: "another version")
    assert cache.kept(of) is None


def test_what_belongs_to_another_folder_is_not_used(folder: Path, home: Path) -> None:
    """Somebody put there what was kept of another corpus."""
    printed("origins", str(folder), "p")
    of = fingerprint(folder)
    assert of is not None
    other = Print("/other", "other content", ())
    place = cache._folder(other)
    assert place is not None
    place.parent.mkdir(mode=0o700)
    shutil.copytree(kept_folders(home)[0], place)
    assert cache.kept(other) is None and not place.exists()
    assert cache.kept(of) is not None


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_the_cache_is_closed_to_others(folder: Path, home: Path) -> None:
    printed("origins", str(folder), "p")
    (held,) = kept_folders(home)
    assert [one.stat().st_mode & 0o777 for one in (held, held.parent)] == [0o700, 0o700]
    of = fingerprint(folder)
    assert of is not None
    held.parent.chmod(0o777)
    assert cache.kept(of) is None, "anybody could have put this there"


def test_without_a_place_for_it_the_answer_is_the_same(folder: Path, home: Path) -> None:
    home.write_text("a file where the cache should be", encoding="utf-8")
    assert "That p." in printed("origins", str(folder), "p")[0]


def test_a_full_disk_leaves_nothing_behind(folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cache, "put_grounds", full)
    assert "That p." in printed("origins", str(folder), "p")[0]
    assert kept_folders(home) == []


def test_the_longest_unasked_goes_first(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prints = []
    for name in "abc":
        folder = tmp_path / name
        folder.mkdir()
        (folder / "a.fontes").write_text(SMALL, encoding="utf-8")
        prints.append(fingerprint(folder))
    for turn, of in enumerate(prints[:2]):
        assert of is not None
        printed("origins", of.root, "p")
        place = cache._folder(of)
        assert place is not None
        os.utime(place, (1000 + turn, 1000 + turn))
    assert prints[0] is not None and cache.kept(prints[0]) is not None, "now the second is the one not asked for longest"
    size = sum(path.stat().st_size for path in kept_folders(home)[0].iterdir())
    monkeypatch.setattr(cache, "MOST", size * 5 // 2)
    assert prints[2] is not None
    printed("origins", prints[2].root, "p")
    assert [of is not None and cache.kept(of) is not None for of in prints] == [True, False, True]


def test_it_lies_where_caches_lie(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.home() == tmp_path / "fontes"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.home() == tmp_path / ".cache" / "fontes"
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache.home() == tmp_path / "Library" / "Caches" / "fontes"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert cache.home() == tmp_path / "fontes" / "cache"


def test_errors_are_told_from_the_cache_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.fontes").write_text(SMALL + "nobody asserts p\n", encoding="utf-8")
    first = printed("origins", str(folder), "p")
    assert "1 error;" in first[1]
    monkeypatch.setattr(Workbench, "open", lambda *_, **__: pytest.fail("the text was read"))
    assert printed("origins", str(folder), "p") == first


def test_two_keys_of_one_checksum(tmp_path: Path) -> None:
    assert zlib.crc32(b"plumless") == zlib.crc32(b"buckeroo")
    with Writing(tmp_path, "t", values=True) as table:
        table.put(["plumless"], "one")
        table.put(["other"], "two")
        table.put(["buckeroo"], "three")
    found = Table(tmp_path, "t", values=True)
    assert [found.place((word,)) for word in ("plumless", "other", "buckeroo", "none")] == [0, 1, 2, None]
    assert [found.value(place) for place in range(3)] == [b"one", b"two", b"three"]
    with pytest.raises(IndexError):
        found.value(3)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1f")), min_size=1, max_size=4))
def test_words_make_one_key_and_come_back(words: list[str]) -> None:
    assert key(words).decode().split("\x1f") == words


@pytest.mark.usefixtures("unchanged")
def test_a_name_with_a_separator_is_not_kept(home: Path) -> None:
    with pytest.raises(NotKept):
        key(["a\x1fb"])
    assert not put(small_corpus(source("s\x1ft"), says("a", "p", "s\x1ft")))
    assert kept_folders(home) == []


@pytest.mark.parametrize(
    "text", ['{"Popen": ["true"]}', '{"Stance": []}', '{"Attitude": "shouts"}', '{"a": 1, "b": 2}', "[1", "1.5", '{"Decimal": "x"}']
)
def test_only_what_a_corpus_is_made_of_is_understood(text: str) -> None:
    with pytest.raises(Unreadable):
        understood(text)
    with pytest.raises(TypeError):
        written(object())


def test_values_come_back_exactly() -> None:
    for thing in (*Workbench.open(EXAMPLE).corpus.statements(), *Workbench.open(SECOND).corpus.propositions.values()):
        found = understood(written(thing))
        assert found == thing and found.place == thing.place and type(found) is type(thing)


def test_a_reopened_corpus_can_be_asked_everything(folder: Path) -> None:
    bench = Workbench.open(folder)
    bench.statuses()
    of = fingerprint(folder)
    assert of is not None and bench.remember(of)
    held = Reopened.open(of)
    assert held is not None and isinstance(held, Asked)
    for lens in (Lens(), Lens(criticisms=("counting",)), Lens(distrust=frozenset([Unit(UnitKind.SOURCE, "t")]))):
        assert held.all_origins(lens) == bench.all_origins(lens)
        assert held.trace("x", lens) == bench.trace("x", lens)
