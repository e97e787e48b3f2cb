"""Rows as statements: the words of the language and the cells they come from."""

from __future__ import annotations

from fontes.diagnostics import Diagnostic
from fontes.shelf.sheets import read_csv
from fontes.text.cells import Cell, Damage, Pieces, Row, Sheet
from fontes.text.described import described
from fontes.text.headings import FORMS
from fontes.text.parse import parse_row
from fontes.text.tables import pieces


def read(table: str, settings: str = "", file: str = "t.csv") -> tuple[tuple[Pieces, ...], tuple[Diagnostic, ...]]:
    (sheet,), _ = read_csv(table.strip(), file)
    entries, problems = described(settings, "tables.toml")
    assert problems == ()
    return pieces(sheet, entries)


def written(rows: tuple[Pieces, ...]) -> list[str]:
    """The rows as lines of the language."""
    lines: list[str] = []
    for row in rows:
        lines.append(" ".join(piece.text for piece in row.head))
        lines += [f"  {detail.keyword} {detail.value}".rstrip() for detail in row.particulars]
    return lines


def lines(table: str, settings: str = "", file: str = "t.csv") -> list[str]:
    rows, problems = read(table, settings, file)
    assert problems == ()
    assert [one for row in rows for one in parse_row(row).diagnostics] == []
    return written(rows)


def slugs(problems: tuple[Diagnostic, ...]) -> list[str]:
    return [one.slug for one in problems]


def test_agent_stance_and_proposition_are_enough() -> None:
    assert lines("agent,stance,proposition\nulam,asserts,plot") == ["ulam asserts plot"]


def test_every_place_of_a_stance() -> None:
    table = """
Date;Agent;Stance;Proposition;Wording;Label;In;rests_on?;Note;note
1968;conquest, ulam;assert;plot;"A ""plot"" \\ was";;conquest-1968 p. 5;a or b;One
two;Three
by 1970;ulam;doubts;plot;;first;;;;
"""
    table = table.replace("One\ntwo", '"One\ntwo"')
    assert lines(table) == [
        '1968, conquest, ulam assert plot "A \\"plot\\" \\\\ was"',
        "  in conquest-1968 p. 5",
        "  rests-on? a or b",
        '  note "One two"',
        '  note "Three"',
        "by 1970, ulam doubts plot ^first",
    ]


def test_each_line_of_a_cell_of_particulars_is_one() -> None:
    assert lines('agent,stance,proposition,rests-on\nulam,asserts,p,"a and b\n\nc"') == [
        "ulam asserts p",
        "  rests-on a and b",
        "  rests-on c",
    ]


def test_other_kinds() -> None:
    assert lines('name,full name,also\nbenes,Edvard Beneš,"Бенеш, Эдуард; Eduard Benes"') == [
        'agent benes "Edvard Beneš"',
        '  also "Бенеш, Эдуард", "Eduard Benes"',
    ]
    assert lines("agent,to,proposition\nx,stalin,plot") == ["x tells stalin plot"]
    assert lines("agent,office,of,from\np,Deputy,district,1935") == ['p serves-as "Deputy"', "  of district", "  from 1935"]
    assert lines("agent,body\np,staff", file="tenures.csv") == ["p belongs-to staff"]
    assert lines("agent,target,as,on\nw,dossier,uncritical,plot") == ["w impeaches dossier as uncritical", "  on plot"]
    assert lines("name,span\nthaw,1953/1964") == ["period thaw 1953/1964"]
    assert lines("name,wording,result\no,Seen?,not found", file="observations.csv") == ['observation o "Seen?"', "  not-found"]


def test_headings_that_fit_several_kinds_are_told_apart_by_name_or_not_at_all() -> None:
    assert lines("name,wording\np,It was.", file="sub/propositions.csv") == ['proposition p "It was."']
    rows, problems = read("name,wording\np,It was.")
    assert rows == () and slugs(problems) == ["sheet-not-described"]


def test_a_table_that_is_no_part_of_the_corpus() -> None:
    rows, problems = read("Town,Population\nPrague,1")
    assert rows == () and slugs(problems) == ["sheet-not-described"]
    assert read("Town\nPrague", '[[table]]\nfile = "t.csv"\nignore = true') == ((), ())


SETTINGS = """
[[table]]
file = "t.csv"
kind = "stance"
headings = 3
[table.columns]
"Who?" = "agent"
"Position" = "stance"
Claim = "proposition"
[table.always]
per = "whitewood p. 3"
stance = "asserts"
"""


def test_headings_of_ones_own() -> None:
    table = "My survey,,\n,,\nWho?,Claim,Colour,per\nulam,p,red,\nulam,q,,reese p. 1\n"
    rows, problems = read(table, SETTINGS.replace('"Position" = "stance"\n', ""))
    assert written(rows) == ["ulam asserts p", "  per whitewood p. 3", "ulam asserts q", "  per reese p. 1"]
    assert slugs(problems) == ["sheet-column-not-read"] and "'Colour'" in problems[0].detail


def test_a_column_that_is_described_and_not_there() -> None:
    rows, problems = read("a\nb\nWho?,Claim\nulam,p", SETTINGS)
    assert slugs(problems) == ["sheet-column-missing"] and "'Position'" in problems[0].detail
    assert written(rows) == ["ulam asserts p", "  per whitewood p. 3"]


def test_the_entry_of_a_sheet_goes_before_that_of_its_file() -> None:
    settings = '[[table]]\nfile = "b.xlsx"\nkind = "agent"\n[[table]]\nfile = "b.xlsx"\nsheet = "S"\nkind = "question"\n'
    entries, _ = described(settings, "tables.toml")
    rows = (Row(1, (Cell("name", 1),)), Row(2, (Cell("x", 1),)))
    assert [pieces(Sheet("b.xlsx", name, rows), entries)[0][0].head[0].text for name in ("S", "T")] == ["question", "agent"]


def test_places_are_cells() -> None:
    rows, _ = read("agent,stance,proposition,note\n\nulam,asserts,p,N")
    assert [str(piece.span) for piece in rows[0].head] == ["t.csv:3:1", "t.csv:3:2", "t.csv:3:3"]
    assert str(rows[0].particulars[0].span) == "t.csv:3:4"
    assert rows[0].span[1:5] == (3, 1, 3, 5)


def test_what_is_missing() -> None:
    rows, problems = read("agent,stance,proposition\nulam,asserts,\n,,\n# a remark,,\nulam,asserts,p")
    assert written(rows) == ["ulam asserts p"]
    assert [(one.slug, one.span.line) for one in problems] == [("sheet-cell-missing", 2)]
    assert "proposition or question" in problems[0].detail
    rows, problems = read("agent,stance\nulam,asserts", '[[table]]\nfile = "t.csv"\nkind = "stance"')
    assert rows == () and slugs(problems) == ["sheet-column-missing"]


def test_two_columns_for_one_place() -> None:
    rows, problems = read("agent,who,stance,proposition\na,b,asserts,p")
    assert slugs(problems) == ["sheet-column-doubled"] and written(rows) == ["a asserts p"]


def test_an_unquoted_comma_moves_the_cells() -> None:
    rows, problems = read("agent,stance,proposition,note\nu,asserts,p,one, two\nu,doubts,p,x")
    assert [(one.slug, one.span.line, one.span.column) for one in problems] == [("sheet-row-ragged", 2, 5)]
    assert written(rows) == ["u doubts p", '  note "x"']


def sheet(*rows: tuple[Cell, ...]) -> Sheet:
    names = ("agent", "stance", "proposition", "date", "per", "note", "figure")
    headings = Row(1, tuple(Cell(name, column) for column, name in enumerate(names, 1)))
    whole = [(Cell("u", 1), Cell("asserts", 2), Cell("p", 3), *cells) for cells in rows]
    return Sheet("b.xlsx", "stances", (headings, *(Row(number, cells) for number, cells in enumerate(whole, 2))))


def test_a_damaged_date_leaves_the_row_out_and_a_damaged_particular_itself() -> None:
    found, problems = pieces(
        sheet((Cell("1937-06-11", 4, Damage.DATE),), (Cell("2026-09-11", 5, Damage.DATE),), (Cell("1937-06-12", 4, Damage.DATE),)),
        (),
    )
    assert written(found) == ["u asserts p"]
    assert [(one.slug, str(one.span)) for one in problems] == [
        ("sheet-date-damage", "b.xlsx[stances]:2:4"),
        ("sheet-date-damage", "b.xlsx[stances]:3:5"),
    ]
    assert [str(one.span) for one in problems[0].related] == ["b.xlsx[stances]:4:4"]


def test_every_damage_has_its_diagnostic() -> None:
    cells = [(Cell("x", 5, damage),) for damage in (Damage.FORMULA, Damage.NUMBER, Damage.DECIMAL)]
    merged = [(Cell("E5:E6", 5, Damage.MERGED),), (Cell("E5:E6", 5, Damage.MERGED),), (Cell("E8:E9", 5, Damage.MERGED),)]
    _, problems = pieces(sheet(*cells, *merged), ())
    assert sorted(slugs(problems)) == ["sheet-formula", "sheet-merged", "sheet-merged", "sheet-number-damage"]


def test_a_broken_number_may_stand_in_a_note_or_a_figure() -> None:
    found, problems = pieces(sheet((Cell("0.5", 6, Damage.DECIMAL), Cell('0.5 of "x"', 7))), ())
    assert problems == () and written(found) == ["u asserts p", '  note "0.5"', '  figure 0.5 of "x"']


def test_damage_in_a_column_that_is_not_read_is_none_of_ours() -> None:
    damaged = Sheet("t.xlsx", "x", (Row(1, (Cell("Price", 1),)), Row(2, (Cell("=1", 1, Damage.FORMULA),))))
    assert slugs(pieces(damaged, ())[1]) == ["sheet-not-described"]


def test_settings_that_are_not_understood() -> None:
    def wrong(settings: str) -> list[tuple[str, int]]:
        return [(one.slug, one.span.line) for one in described(settings, "tables.toml")[1]]

    assert wrong("[[table]]\nfile = ") == [("tables-toml-broken", 2)]
    assert wrong('[[table]]\nkind = "agent"') == [("tables-toml-unclear", 1)]
    assert wrong('[[table]]\nfile = "a"\nkind = "nonsense"') == [("tables-toml-unclear", 3)]
    assert wrong('[[table]]\nfile = "a"\nkind = "agent"\ncolour = 1') == [("tables-toml-unclear", 4)]
    assert wrong('[[table]]\nfile = "a"\nkind = "agent"\n[table.columns]\nX = "stanza"') == [("tables-toml-unclear", 5)]
    assert wrong('[[table]]\nfile = "a"\nkind = "agent"\nheadings = "x"') == [("tables-toml-unclear", 4)]
    assert wrong('x = 1\n[[table]]\nfile = "a"\nkind = "agent"') == [("tables-toml-unclear", 1)]
    assert wrong('["a.csv"]\nkind = "agent"') == [("tables-toml-unclear", 1)]
    assert wrong("table = 5") == [("tables-toml-unclear", 1)]


def test_no_heading_stands_for_two_fields_of_a_kind() -> None:
    for form in FORMS:
        for heading, field in form.plainly.items():
            assert form.in_header(field), (form.kind, heading)


def test_an_error_in_the_first_cell_is_no_remark() -> None:
    rows, problems = read("agent,stance,proposition\n#REF!,asserts,p\n#####,asserts,p")
    assert rows == () and slugs(problems) == ["sheet-date-damage", "sheet-formula"]
