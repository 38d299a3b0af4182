from __future__ import annotations

import errno
import os
import stat
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app import files
from app.domain.problems import UnavailableError


def code(refusal: pytest.ExceptionInfo[UnavailableError]) -> str:
    (problem,) = refusal.value.problems
    return problem.code


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\0\r\n\xff")
    assert files.read(tmp_path / "a") == b"\0\r\n\xff"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gone.csv"
    with pytest.raises(UnavailableError) as refusal:
        files.read(path)
    assert code(refusal) == "file_missing"
    assert dict(refusal.value.problems[0].parameters) == {"path": str(path)}


@pytest.mark.parametrize("name", ["folder", "file/below", "x" * 300, "zero\0byte"])
def test_what_cannot_be_read_says_why(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnavailableError) as refusal:
        files.read(tmp_path / name)
    assert code(refusal) == "file_unreadable"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 11)
    assert len(files.read(tmp_path / "a", 11)) == 11
    with pytest.raises(UnavailableError) as refusal:
        files.read(tmp_path / "a", 10)
    assert code(refusal) == "file_too_large"


def test_only_an_absent_file_is_read_as_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    assert files.read_if_there(tmp_path / "a", 1) == b"x"
    assert files.read_if_there(tmp_path / "b", 1) is None
    with pytest.raises(UnavailableError):
        files.read_if_there(tmp_path, 1)


def test_a_new_file_is_written_and_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "TR-2026-0001-fr.pdf"
    assert files.write_beside(path, b"one") == path
    assert path.read_bytes() == b"one"
    assert names(path.parent) == {path.name}


def test_another_content_gets_a_second_name(tmp_path: Path) -> None:
    path = tmp_path / "quote-fr.pdf"
    written = [files.write_beside(path, each) for each in (b"one", b"two", b"three")]
    assert [each.name for each in written] == [
        "quote-fr.pdf",
        "quote-fr (2).pdf",
        "quote-fr (3).pdf",
    ]
    assert [each.read_bytes() for each in written] == [b"one", b"two", b"three"]
    assert len(names(tmp_path)) == 3


def test_what_keeps_its_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "quote-fr.pdf"
    first, second = (files.write_beside(path, each) for each in (b"one", b"two"))
    (told,) = files.kept_names((first, second))
    assert told.code == "name_taken"
    values = dict(told.parameters)
    assert values == {"name": "quote-fr.pdf", "path": "quote-fr (2).pdf"}
    first.unlink()
    assert files.kept_names((second,)) == ()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything"
)
def test_a_file_that_cannot_be_read_keeps_its_name(tmp_path: Path) -> None:
    path = tmp_path / "quote.pdf"
    path.write_bytes(b"one")
    path.chmod(0)
    assert files.write_beside(path, b"one").name == "quote (2).pdf"


def test_the_same_content_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "quote.pdf"
    files.write_beside(path, b"one")
    second = files.write_beside(path, b"two")
    before = {each: (tmp_path / each).stat() for each in names(tmp_path)}
    assert files.write_beside(path, b"one") == path
    assert files.write_beside(path, b"two") == second
    after = {each: (tmp_path / each).stat() for each in names(tmp_path)}
    assert [each.st_mtime_ns for each in after.values()] == [
        each.st_mtime_ns for each in before.values()
    ]
    assert after.keys() == before.keys()


def test_a_folder_of_that_name_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "quote.pdf").mkdir()
    written = files.write_beside(tmp_path / "quote.pdf", b"one")
    assert written.name == "quote (2).pdf"


@pytest.mark.skipif(os.name != "posix", reason="POSIX links")
def test_a_dangling_link_of_that_name_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "quote.pdf").symlink_to(tmp_path / "elsewhere")
    written = files.write_beside(tmp_path / "quote.pdf", b"one")
    assert written.name == "quote (2).pdf"
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_system_without_links_keeps_names_apart_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "quote.pdf"
    written = [files.write_beside(path, each) for each in (b"one", b"two", b"one")]
    assert [each.name for each in written] == [
        "quote.pdf",
        "quote (2).pdf",
        "quote.pdf",
    ]
    assert [each.read_bytes() for each in written] == [b"one", b"two", b"one"]
    assert names(tmp_path) == {"quote.pdf", "quote (2).pdf"}


def test_a_full_house_of_names_says_so(tmp_path: Path) -> None:
    path = tmp_path / "quote.pdf"
    for at in range(2, 1_000):
        (tmp_path / f"quote ({at}).pdf").mkdir()
    path.mkdir()
    with pytest.raises(UnavailableError) as refusal:
        files.write_beside(path, b"one")
    assert code(refusal) == "no_free_name"
    assert len(names(tmp_path)) == 999


@pytest.mark.parametrize("name", ["file/quote.pdf", "x" * 300, "zero\0.pdf"])
def test_a_place_that_cannot_be_written_says_so(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnavailableError) as refusal:
        files.write_beside(tmp_path / name, b"one")
    assert code(refusal) == "file_unwritable"
    with pytest.raises(UnavailableError) as refusal:
        files.replace_private(tmp_path / name, b"one")
    assert code(refusal) == "file_unwritable"
    assert names(tmp_path) == {"file"}


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_only_others_may_write_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UnavailableError) as refusal:
        files.write_beside(tmp_path / "quote.pdf", b"one")
    tmp_path.chmod(0o700)
    assert code(refusal) == "file_unwritable"


def test_what_a_killed_process_left_is_swept_once_it_is_old(tmp_path: Path) -> None:
    old, new = tmp_path / f".waas-{'0' * 16}", tmp_path / f".waas-{'1' * 16}"
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (0, 0))
    files.write_beside(tmp_path / "quote.pdf", b"one")
    assert names(tmp_path) == {new.name, "quote.pdf"}


def test_what_only_looks_like_a_left_over_stays(tmp_path: Path) -> None:
    for name in (".waas-notes", f".waas-{'2' * 16}"):
        (tmp_path / name).mkdir()
    for name in (".waas-x", f".waas-{'A' * 16}", f".waas-{'0' * 17}", ".waas-0.pdf"):
        (tmp_path / name).write_bytes(b"mine")
    before = names(tmp_path)
    for name in before:
        os.utime(tmp_path / name, (0, 0))
    files.write_beside(tmp_path / "quote.pdf", b"one")
    assert names(tmp_path) == before | {"quote.pdf"}


def test_a_left_over_that_cannot_be_swept_is_in_nobody_s_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / f".waas-{'0' * 16}"
    left.write_bytes(b"open in another program")
    os.utime(left, (0, 0))
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == left:
            raise PermissionError(errno.EACCES, "in use")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert files.write_beside(tmp_path / "quote.pdf", b"one").read_bytes() == b"one"
    assert names(tmp_path) == {left.name, "quote.pdf"}


def test_a_large_file_is_made_beside_its_place_and_named_at_last(
    tmp_path: Path,
) -> None:
    path = tmp_path / "quotes.db"
    with files.temporary(path) as made:
        made.write_bytes(b"one")
        assert names(tmp_path) == {made.name}
        assert files.give_name(made, path)
    with files.temporary(path) as made:
        made.write_bytes(b"two")
        assert not files.give_name(made, path)
        assert path.read_bytes() == b"one"
        files.put_in_place(made, path)
    assert path.read_bytes() == b"two"
    with pytest.raises(ZeroDivisionError), files.temporary(path):
        raise ZeroDivisionError
    assert names(tmp_path) == {"quotes.db"}


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_private_file_is_for_its_user_alone_and_a_pdf_is_not(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        files.replace_private(tmp_path / "private", b"x")
        files.write_beside(tmp_path / "quote.pdf", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "private").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "quote.pdf").stat().st_mode) == 0o644


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_private_folder_is_made_for_its_user_alone(tmp_path: Path) -> None:
    files.private_folder(tmp_path / "a" / "data")
    assert stat.S_IMODE((tmp_path / "a" / "data").stat().st_mode) == 0o700
    (tmp_path / "shared").mkdir(mode=0o755)
    files.private_folder(tmp_path / "shared")
    assert stat.S_IMODE((tmp_path / "shared").stat().st_mode) == 0o755


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Menuiserie Lefèvre SRL", "Menuiserie Lefèvre SRL"),
        ("TR-2026-0001", "TR-2026-0001"),
        ("", "_"),
        ("   ", "_"),
        ("...", "_"),
        ("CON", "_CON"),
        ("con.pdf", "_con.pdf"),
        ("CON .pdf", "_CON .pdf"),
        ("LPT9", "_LPT9"),
        ("COM¹", "_COM¹"),
        ("CONTRAT", "CONTRAT"),
        ("../../etc/passwd", "_-..-etc-passwd"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
        ('<"a|b">', "_-a-b-"),
        ("a\u0000b\nc\u202ed", "abcd"),
        ("a \u00a0 b", "a b"),
        ("name. ", "name"),
        (".hidden", "hidden"),
        ("e\u0301te\u0301", "été"),
        ("e\u0007\u0301", "é"),
        ("é" * 200, "é" * 60),
        ("a" + "é" * 200, "a" + "é" * 59),
        ("日" * 50, "日" * 40),
    ],
)
def test_any_text_makes_a_name_that_every_system_takes(text: str, name: str) -> None:
    assert files.safe_name(text) == name


@given(st.text() | st.text("./\\: CONcon1é\u0301\u202e\n"))
@example("aux.tar.gz")
@example("\ud800")
def test_no_text_makes_a_hostile_name(text: str) -> None:
    name = files.safe_name(text)
    assert 0 < len(name.encode()) <= 121
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.strip(" .")
    assert unicodedata.normalize("NFC", name) == name
    assert all(unicodedata.category(each)[0] != "C" for each in name)
    assert name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1"}


@pytest.mark.parametrize("text", ["CON", "../../x", "é" * 200, "", "a\0b", " . "])
def test_a_hostile_name_can_be_written_and_stays_in_its_folder(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / f"{files.safe_name(text)}-fr.pdf"
    written = files.write_beside(path, b"one")
    assert files.write_beside(path, b"two").parent == written.parent == tmp_path
    assert len(names(tmp_path)) == 2
