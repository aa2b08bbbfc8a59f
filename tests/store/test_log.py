"""The log of attempts: whole lines, whoever writes, and notes on what cannot be read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.diagnosis.efficacy import Entry, entry_of, pseudonym
from grader.model import Evidence, Finding, Help, Report, Verdict
from grader.store import StoreError
from grader.store.log import AttemptLog, read_log

MakeReport = Callable[..., Report]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SECRET = b"s" * 32


def failed(report: MakeReport, **more: object) -> Report:
    evidence = Evidence(help=Help(kind="twin", lines=("One.",), question="Two?"))
    finding = Finding(mistake="forgot-mean", level="A", headline="No mean.", message="m", evidence=evidence)
    return report(verdict=Verdict.FAILED, findings=(finding,), **more)


def test_a_line_says_what_was_told_and_not_who_it_was(tmp_path: Path, report: MakeReport) -> None:
    path = tmp_path / "log.jsonl"
    entry = entry_of(failed(report), pseudonym(SECRET, "networks", "ada"), NOW)
    AttemptLog(path).append(entry)
    (line,) = path.read_text().splitlines()
    data = json.loads(line)
    assert (data["schema"], data["mistakes"], data["help"], data["headline"]) == (
        1,
        ["forgot-mean"],
        "twin",
        "No mean.",
    )
    assert "ada" not in line
    assert read_log(path, SECRET) == ([entry], [])


APPEND = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from grader.diagnosis.efficacy import Entry
from grader.store.log import AttemptLog
log = AttemptLog(Path(sys.argv[1]))
for number in range(200):
    log.append(Entry(course="c", exercise="e", learner=sys.argv[2], submission=str(number), at=datetime.now(UTC),
                     verdict="failed", headline="x" * 10_000))
"""


def test_two_programs_that_append_at_once_tear_no_line(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    running = [subprocess.Popen([sys.executable, "-c", APPEND, str(path), name]) for name in "ab"]
    assert [one.wait(60) for one in running] == [0, 0]
    entries, notes = read_log(path, SECRET)
    assert notes == []
    assert len({(one.learner, one.submission) for one in entries}) == 400


def test_a_torn_last_line_costs_itself_only(tmp_path: Path, report: MakeReport) -> None:
    path, entry = tmp_path / "log.jsonl", entry_of(failed(report), "x", NOW)
    AttemptLog(path).append(entry)
    with path.open("ab") as file:
        file.write(path.read_bytes()[:70])
    entries, notes = read_log(path, SECRET)
    assert (entries, notes) == ([entry], [f"{path}: line 2 skipped: it is no whole line of a log."])
    AttemptLog(path).append(entry)
    assert read_log(path, SECRET)[0] == [entry, entry]


def test_lines_of_other_kinds_are_told(tmp_path: Path, report: MakeReport) -> None:
    path, good = tmp_path / "log.jsonl", entry_of(failed(report), "x", NOW).model_dump_json(by_alias=True)
    newer = json.dumps(json.loads(good) | {"schema": 2, "more": 1})
    path.write_text("\n".join(['{"a": 1}', "[1]", good, newer, "", "7", "[" * 100_000, '{"checks": 3}']) + "\n")
    entries, notes = read_log(path, SECRET)
    assert len(entries) == 1
    assert notes == [
        f"{path}: lines 1, 8 skipped: it is neither an attempt nor a report.",
        f"{path}: lines 2, 6, 7 skipped: it is no whole line of a log.",
        f"{path}: line 4 skipped: a newer grader wrote it; update this one to read it.",
    ]


def test_reports_are_read_under_the_same_pseudonyms(tmp_path: Path, report: MakeReport) -> None:
    reports = [failed(report), report(submitted_at=NOW, submission="2"), report(learner=None, submission="3")]
    (tmp_path / "reports.jsonl").write_text("".join(f"{one.to_json()}\n" for one in reports))
    entries, notes = read_log(tmp_path, SECRET)
    assert notes == []
    assert [one.learner for one in entries] == [pseudonym(SECRET, "networks", "ada")] * 2 + [None]
    assert entries == read_log(tmp_path / "reports.jsonl", SECRET)[0]
    assert entries[0].at < entries[2].at < entries[1].at == NOW


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: None])
def test_what_cannot_be_read_is_a_store_error(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "log")
    with pytest.raises(StoreError, match="cannot be read"):
        read_log(tmp_path / "log", SECRET)


def test_a_log_that_cannot_be_written_is_told_when_it_is_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Name another file with --log"):
        AttemptLog(tmp_path / "no" / "log")
    with pytest.raises(StoreError, match="a folder is where this file should go"):
        AttemptLog(tmp_path)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_told(report: MakeReport) -> None:
    entry: Entry = entry_of(failed(report), "x", NOW)
    with pytest.raises(StoreError, match="cannot be written"):
        AttemptLog(Path("/dev/full")).append(entry)
