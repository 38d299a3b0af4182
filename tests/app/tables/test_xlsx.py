"""What a workbook's cells are read as."""

from __future__ import annotations

import io
import itertools
import os
import subprocess
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from threading import active_count
from time import monotonic

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.problems import Problem, RefusedError
from app.pricelist.parse import parse
from app.tables import reading, workbook
from app.tables.guard import glance, guard
from app.tables.typed import texts_of
from app.use_cases.prices import check, parse_content
from app.wording import labelled
from i18n import Language
from tests.app.tables.workbooks import (
    one_sheet,
    packed,
    parts,
    whole_sheet,
    worksheet,
    written,
)

ENGLISH = Language.of("en", "BE")
NOON = datetime.fromisoformat("2026-11-01 12:30")
HEADING: list[list[object]] = [
    ["list_id", "ESSAI-BE"],
    ["version", "2026-11"],
    ["currency", "EUR"],
    ["valid_from", date(2026, 11, 1)],
]
HEADER: list[object] = ["sku", "kind", "name_fr", "name_en", "price_once"]


def rows(content: bytes) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.cells) for row in reading.read(content).rows]


def refusals(content: bytes) -> list[Problem]:
    with pytest.raises(RefusedError) as raised:
        reading.read(content)
    return list(raised.value.problems)


def cell(problem: Problem) -> tuple[object, ...]:
    """What a problem is, and where."""
    named = dict(problem.parameters)
    return problem.code, named["row"], named["column"], named["value"]


def test_one_list_as_csv_and_as_workbook_has_the_same_fingerprints(
    examples: Path,
) -> None:
    as_csv = check(examples / "list-cp1252.csv")
    as_workbook = check(examples / "list.xlsx")
    assert as_csv.price_list is not None
    assert as_workbook == as_csv
    assert as_workbook.price_list is not None
    assert as_workbook.price_list.fingerprint == as_csv.price_list.fingerprint
    assert as_workbook.price_list.file_fingerprint == as_csv.price_list.file_fingerprint


@pytest.mark.parametrize("name", ["list.csv", "list.txt", "list"])
def test_the_content_says_what_a_file_is(
    name: str, examples: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes((examples / "list.xlsx").read_bytes())
    assert check(path) == check(examples / "list.xlsx")


def test_the_key_lines_may_stand_above_the_table_too() -> None:
    table = [*HEADING, HEADER, ["A", "service", "A", "A", 19.5]]
    alone = parse_content(written(Prix=table))
    apart = parse_content(written(Prix=table[4:], Meta=HEADING))
    assert alone.problems == apart.problems == ()
    assert alone.price_list == apart.price_list


@pytest.mark.parametrize("meta", ["Meta", "META", " meta"])
def test_the_table_is_the_first_sheet_but_meta(meta: str) -> None:
    sheets: dict[str, list[list[object]]] = {
        meta: [["list_id", "X"]],
        "Prix": [["sku"], ["A"]],
        "Notes": [["nothing"]],
    }
    assert rows(written(**sheets)) == [
        (1, ("list_id", "X")),
        (1, ("sku", "")),
        (2, ("A", "")),
    ]


def test_a_workbook_may_hold_no_sheet_but_meta() -> None:
    assert rows(written(Meta=[["sku"], ["A"]])) == [(1, ("sku",)), (2, ("A",))]
    assert rows(written(Meta=[])) == []


def test_a_sheet_that_the_user_does_not_see_is_not_the_table() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(Old=[["old"]], New=[["new"]])))
    book["Old"].sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    assert rows(file.getvalue()) == [(1, ("new",))]


def test_rows_keep_the_numbers_and_columns_of_the_sheet() -> None:
    content = one_sheet('<row><c r="C4"><v>1</v></c></row><row><c r="B7"/></row>')
    assert rows(content) == [(4, ("", "", "1"))]


def test_an_empty_sheet_is_an_empty_table() -> None:
    assert rows(one_sheet("")) == []


def test_problems_name_the_row_of_the_sheet() -> None:
    table = [[], HEADER, [], ["A", "service", "A", "A", -1]]
    (problem,) = parse_content(written(Meta=HEADING, Prix=table)).problems
    assert labelled(problem, ENGLISH).startswith("Error – Row 4, column price_once")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("00042", "00042"),
        ("  a\u00a0", "a"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("=1+1", "=1+1"),
        (36, "36"),
        (36.0, "36"),
        (-0.0, "0"),
        (19.5, "19.5"),
        (0.1175, "0.1175"),
        (4.0999999999999996, "4.1"),
        (0.1 + 0.2, "0.3"),
        (1.234, "1.2340"),
        (0.125, "0.125"),
        (1e-5, "0.00001"),
        (5400000000123.0, "5400000000123"),
        (1e20, "100000000000000000000"),
        (True, "yes"),
        (False, "no"),
        (date(2026, 11, 1), "2026-11-01"),
        (datetime.fromisoformat("2026-11-01"), "2026-11-01"),
        (NOON, "2026-11-01 12:30:00"),
        (time(12, 30), "12:30:00"),
        (timedelta(hours=36), "1 day, 12:00:00"),
    ],
)
def test_each_kind_of_value_has_one_text(value: object, text: str) -> None:
    assert texts_of([value]) == [text]


def test_a_mark_is_not_the_number_that_equals_it() -> None:
    assert texts_of([1.0, True, 0.0, False]) == ["1", "yes", "0", "no"]


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_a_price_is_read_as_it_was_typed(price: object) -> None:
    (text,) = texts_of([float(str(price))])
    assert float(text) == float(str(price))
    assert "e" not in text


@given(st.lists(st.one_of(st.floats(), st.integers(0, 9).map(float), st.text())))
def test_a_column_is_written_as_each_of_its_values(values: list[object]) -> None:
    assert texts_of(values) == [text for each in values for text in texts_of([each])]


def test_no_number_is_below_nothing() -> None:
    assert texts_of([-0.0, 2.5]) == ["0", "2.5"]


def test_any_sign_in_a_cell_comes_through_the_child() -> None:
    texts = "a&#31;b", "a&#10;b", "&#31;", "[1]", "e&#769;", "&#31;e&#769;"
    cells = [f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts]
    book = one_sheet(f"<row>{''.join(cells)}</row>")
    assert rows(book) == [(1, ("a\x1fb", "a\nb", "", "[1]", "é", "é"))]


def test_values_come_through_a_file_exactly() -> None:
    table: list[object] = [
        *("00042", "é", 19.5, 0.1175, 36, True, False),
        *(date(2026, 11, 1), NOON, None, "<SARL> & Fils"),
    ]
    assert rows(written(Prix=[table])) == [
        (
            1,
            (
                *("00042", "é", "19.5", "0.1175", "36", "yes", "no"),
                *("2026-11-01", "2026-11-01 12:30:00", "", "<SARL> & Fils"),
            ),
        )
    ]


@pytest.mark.parametrize(
    "form",
    ['#,##0.00\\ "€"', "#,##0.00 [$€-80C]", '0.00"d"', "0.00\\d", "[Red]0.00", "@"],
)
def test_the_form_of_a_price_makes_no_date_of_it(form: str) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 45000.5
    book.active["A1"].number_format = form
    file = io.BytesIO()
    book.save(file)
    assert rows(file.getvalue()) == [(1, ("45000.5",))]


def test_a_decomposed_text_is_composed() -> None:
    assert rows(one_sheet('<row><c t="str"><v>e\u0301\u00a0</v></c></row>')) == [
        (1, ("é",))
    ]


@pytest.mark.parametrize("mistake", ["#REF!", "#N/A", "#DIV/0!"])
@pytest.mark.parametrize("reference", ["", ' r="B2"'])
def test_a_formula_error_is_named_by_its_cell(mistake: str, reference: str) -> None:
    content = one_sheet(
        '<row r="1"><c><v>1</v></c></row><row><c><v>2</v></c>'
        f'<c{reference} t="e"><f>A9</f><v>{mistake}</v></c></row>'
    )
    assert [cell(each) for each in refusals(content)] == [
        ("number_formula_error", 2, "B", mistake)
    ]


def test_every_formula_that_was_never_computed_is_named() -> None:
    content = written(Prix=[["=1+1", 5], ["a", "=SUM(A1:A2)"]])
    problems = refusals(content)
    assert [cell(each) for each in problems] == [
        ("formula_without_value", 1, "A", "=1+1"),
        ("formula_without_value", 2, "B", "=SUM(A1:A2)"),
    ]
    assert labelled(problems[1], ENGLISH) == (
        "Error – Row 2, column B, “=SUM(A1:A2)”: This formula was never computed:"
        " open the workbook in a spreadsheet program and save it."
    )


@pytest.mark.parametrize(
    "inside",
    [
        "<f>A9</f>",
        "<f/>",
        '<f t="shared" si="0"/><v/>',
        "<f>A9</f><v></v>",
        "<f>A9</f >\n<v\n>\n</v></c></row><row><c><v>5</v>",
        "<v></v><f>A9</f>",
    ],
)
def test_a_missing_value_is_seen_however_it_is_written(inside: str) -> None:
    (problem,) = refusals(one_sheet(f"<row><c>{inside}</c></row>"))
    assert problem.code == "formula_without_value"
    assert problem.where == "row 1, column A"


def test_a_missing_value_is_seen_under_a_prefix() -> None:
    sheet = worksheet("<row><c><f>A9</f></c></row>").replace("<", "<x:")
    sheet = sheet.replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    assert [each.code for each in refusals(whole_sheet(sheet))] == [
        "formula_without_value"
    ]


def test_a_formula_in_a_sheet_that_is_not_the_list_does_not_matter() -> None:
    notes = '<row><c t="e"><v>#REF!</v></c></row>'
    content = packed(parts(Prix="<row><c><v>1</v></c></row>", Notes=notes))
    assert rows(content) == [(1, ("1",))]


def test_a_formula_with_a_result_is_its_result() -> None:
    content = one_sheet(
        '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c>'
        '<c t="str"><f>"a"</f><v>a</v></c></row>'
    )
    assert rows(content) == [(1, ("2", "", "a"))]


def test_a_rule_for_the_looks_of_cells_is_no_formula() -> None:
    looks = "<conditionalFormatting><cfRule><formula>A1</formula></cfRule>"
    plain = worksheet("<row/>", after=f"{looks}</conditionalFormatting>")
    assert not guard(whole_sheet(plain))
    assert guard(one_sheet("<row><x:c><x:f>1</x:f></x:c></row>"))


@pytest.mark.parametrize(
    ("text", "readings"), [("1,234", "1234 / 1.234"), ("1.234", "1.234 / 1234")]
)
def test_a_number_typed_as_text_is_not_guessed_from_its_neighbours(
    text: str, readings: str
) -> None:
    content = written(Prix=[["a"], [19.5], [text]])
    (problem,) = refusals(content)
    assert cell(problem) == ("number_as_text", 3, "A", text)
    assert dict(problem.parameters)["expected"] == readings


def test_texts_like_numbers_are_kept_where_no_number_stands() -> None:
    assert rows(written(Prix=[["1,234", "1.234"]])) == [(1, ("1,234", "1.234"))]


def test_a_price_with_three_decimals_has_one_reading() -> None:
    table = [*HEADING, HEADER, ["A", "service", "A", "A", 1.234]]
    parsed = parse(reading.read(written(Prix=table)))
    assert parsed.price_list is not None
    (item,) = parsed.price_list.items
    assert item.price_once is not None
    assert item.price_once.units == 12_340


def test_a_text_that_holds_a_zero_byte_is_a_problem_of_its_cell() -> None:
    table = [*HEADING, HEADER, ["A", "service", "A_x0000_", "A", 1]]
    content = written(Prix=table)
    assert [each.code for each in parse_content(content).problems] == [
        "control_character"
    ]


def test_merged_cells_say_what_the_first_of_them_does() -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    title = "Prix &lt;sheetData&gt;"
    cells = f'<row><c t="inlineStr"><is><t>{title}</t></is></c></row>'
    xml = worksheet(f"{cells}<row><c><v>1</v></c><c><v>2</v></c></row>", after=merged)
    assert rows(whole_sheet(xml)) == [(1, ("Prix <sheetData>", "")), (2, ("1", "2"))]


def test_a_day_that_is_none_is_a_problem_of_its_cell() -> None:
    xml = worksheet('<row><c r="A1" t="d"><v>2024-13-45</v></c></row>')
    assert rows(whole_sheet(xml)) == [(1, ("2024-13-45",))]


def test_twenty_thousand_rows_are_read() -> None:
    table = "".join(
        f'<row><c t="str"><v>SKU-{n}</v></c><c t="str"><v>Écran {n}</v></c>'
        f"<c><v>{n / 4}</v></c></row>"
        for n in range(20_000)
    )
    read = rows(one_sheet(table))
    assert len(read) == 20_000
    assert read[-1] == (20_000, ("SKU-19999", "Écran 19999", "4999.75"))


# The child


def dying(code: str) -> list[str]:
    return [sys.executable, "-c", f"import os, sys, time; {code}"]


@pytest.mark.parametrize(
    "code",
    [
        "os.abort()",
        "os.kill(os.getpid(), 9)",
        "sys.stdin.buffer.read(); print('[1, \"a\"]', flush=True); os._exit(3)",
        "print('[1, \"a\"]')",
        "print('[1, 2]'); print('[]')",
        "print('[]]'); print('[]')",
        "print('5'); print('[]')",
        "print('[]'); print('[\"a\"]'); print('[]')",
        "print('[]'); print('[1, 2]'); print('[\"a\"]'); print('[]')",
        "print('[]'); print('[1]'); print('[[\"a\"]]'); print('[]')",
        "print('[]'); print('[1, \"a\"]'); print('[]')",
        "print('[]'); print('[1]'); print('[]'); print('[]')",
        "print('[]'); print('[1]'); print('[]')",
        "print('[' * 100_000); print('[]')",
        r"print('[\"a\"]\n[1]\n\x1fa\x1fb\n[]')",
        r"print('\x1fa\n\x1fb\n[]')",
        r"sys.stdout.buffer.write(b'[\"a\"]\n[1]\n\x1f\xff\n[]\n')",
        "print('{\"code\": 5')",
        "print('{\"no_code\": 5}')",
        "",
    ],
)
def test_the_death_of_the_child_is_a_sentence(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_command", lambda: dying(code))
    assert [each.code for each in refusals(one_sheet(""))] == ["workbook_damaged"]


def test_a_child_that_cannot_start_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "_command", lambda: ["/no/such/program"])
    assert [each.code for each in refusals(one_sheet(""))] == ["workbook_damaged"]


def test_a_child_that_takes_too_long_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "_command", lambda: dying("time.sleep(60)"))
    monkeypatch.setattr(workbook, "SECONDS", 0.2)
    (problem,) = refusals(one_sheet(""))
    assert problem.code == "workbook_slow"


def test_a_large_workbook_is_waited_for_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "_TURN", 0.001)
    texts = [f"{n * 7919 % 99991} {n}" for n in range(20_000)]
    rows = [f"<row><c t='str'><v>{text}</v></c></row>" for text in texts]
    book = one_sheet("".join(rows))
    assert len(book) > 1 << 16, "more than a pipe takes at once"
    assert [each.cells for each in workbook.read(book).rows] == [(t,) for t in texts]


@pytest.mark.parametrize("turns", [0, 30])
@pytest.mark.parametrize("letters", [0, 1 << 18])
def test_a_child_for_whom_nobody_waits_is_stopped(
    monkeypatch: pytest.MonkeyPatch, letters: int, turns: int
) -> None:
    monkeypatch.setattr(workbook, "_command", lambda: dying("time.sleep(60)"))
    monkeypatch.setattr(workbook, "_TURN", 0.001)
    asked = itertools.count()

    def still() -> None:
        if next(asked) > turns:
            raise InterruptedError

    book = bytes(letters) + one_sheet("")
    # Its end is waited for: a child that went on would take a minute.
    begun = monotonic()
    with pytest.raises(InterruptedError):
        workbook.read(book, still=still)
    assert monotonic() - begun < workbook.SECONDS / 2


def test_a_child_that_reads_nothing_keeps_no_refusal_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "_command", lambda: dying("time.sleep(60)"))
    others = active_count()
    with pytest.raises(RefusedError) as raised:
        workbook.read(bytes(1 << 18) + one_sheet("<!DOCTYPE a>"))
    assert raised.value.problems[0].code == "workbook_definitions"
    assert active_count() == others, "somebody goes on sending"


def test_the_frozen_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert workbook._command() == [sys.executable, "--child-table"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit otherwise")
def test_the_child_alone_survives_what_the_guard_let_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "guard", lambda *_: False)
    far = '<row><c><v>1</v></c></row><row><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(RefusedError):
        workbook.read(one_sheet(far))


def test_the_child_reads_wherever_the_program_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert rows(written(Prix=[["a"]])) == [(1, ("a",))]


def test_the_reading_library_is_loaded_by_the_child_alone() -> None:
    code = (
        "import sys; from app.use_cases import prices;"
        " sys.exit('python_calamine' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=workbook._ROOT, check=False)
    assert done.returncode == 0


# Damage

GOOD = written(Meta=HEADING, Prix=[HEADER, ["A", "service", "A", "A", 19.5]])


@given(st.data())
@settings(max_examples=150)
def test_random_damage_to_a_file_raises_nothing_but_a_refusal(
    data: st.DataObject,
) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(len(content) - 200, len(content)))
    with suppress(RefusedError):
        glance(bytes(content[:end]))
        guard(bytes(content[:end]))


@given(st.data())
@settings(max_examples=15)
def test_random_damage_to_a_sheet_gives_a_table_or_a_refusal(
    data: st.DataObject,
) -> None:
    xml = bytearray(
        worksheet(
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>19.5</v></c>'
            '<c r="C1" t="e"><v>#REF!</v></c></row>'
        ).encode()
    )
    at = data.draw(st.integers(0, len(xml) - 1))
    xml[at : at + data.draw(st.integers(1, 4))] = data.draw(st.binary(max_size=4))
    with suppress(RefusedError):
        assert all(any(row.cells) for row in reading.read(whole_sheet(bytes(xml))).rows)


# Files as the world has them

FOLDER = os.environ.get("WAAS_REAL_FILES", "")
FOREIGN = {
    "2019-05-Cloud-Reseller-Pricelist_pricelist.xlsx": (4, "Valid-From Date"),
    "fr_tarif_traiteur_fusionne.xlsx": (3, "Fournisseurs"),
    "xlsx_named_csv.csv": (1, "immatriculation"),
}


@pytest.mark.skipif(not FOLDER, reason="WAAS_REAL_FILES names no folder")
@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_workbook_is_read_as_it_stands(name: str) -> None:
    read = rows((Path(FOLDER) / name).read_bytes())
    number, text = FOREIGN[name]
    assert any(text in cells and at in {number - 1, number} for at, cells in read)
