"""Keeps our build from growing slower or larger unseen: fails where it costs more than `kept.json` allows.

Seconds differ from machine to machine, so our CPU seconds are held against those of Hugo on the same records in the
same run: rounds in turn, the best of each. Bytes and files are the same everywhere.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.build import measured, say, weigh
from tests.bench.programs import hugo, our_programs
from tests.bench.table import Table

RECORDS, ROUNDS = 1_000, 3
KEPT = Path(__file__).with_name("kept.json")
FALLEN = 0.9
"""Below this part of what is kept a figure is to be kept anew."""
KB = 1_000


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that a build costs and that does not depend on the machine."""

    key: str
    name: str
    most: float
    """How many times what is kept it may be: CPU seconds are never the same twice, and programs grow a little."""


MEASURES = (
    Measure("cpu_ratio", "CPU 秒，Hugo 的几倍", 1.3),
    Measure("kb_per_case", "每个案例 KB", 1.1),
    Measure("files_per_case", "每个案例文件数", 1.1),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """The figures that builds are held against."""

    figures: Mapping[str, float]
    """By the keys of `MEASURES`."""
    since: str
    """The day, such as 2026-11-28."""
    why: str
    """What made them so, in words that hold on any machine."""


def read_kept(path: Path = KEPT) -> Kept:
    """Read what is kept."""
    return Kept(**json.loads(path.read_text(encoding="utf-8")))


def write_kept(kept: Kept, path: Path = KEPT) -> None:
    """Keep figures from now on."""
    path.write_text(json.dumps(asdict(kept), ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def lowered(kept: Kept, found: Mapping[str, float], since: str, why: str) -> Kept:
    """Keep what has fallen; what has not stays as it is, so that nothing creeps up a little each time."""
    return Kept({key: min(old, round(found[key], 2)) for key, old in kept.figures.items()}, since, why)


def measure(folder: Path) -> dict[str, float]:
    """Build the same records with both programs, in turn; gives the figures by their keys."""
    (ours, *_), (peer,) = our_programs(folder, RECORDS), hugo(folder, RECORDS)
    taken: dict[str, list[float]] = {ours.name: [], peer.name: []}
    for _ in range(ROUNDS):
        for program in (ours, peer):
            taken[program.name].append(measured(program).cpu_seconds)
        say("，".join(f"{name} {seconds[-1]:.2f} CPU 秒" for name, seconds in taken.items()))
    output = weigh(ours.output)
    return {
        "cpu_ratio": min(taken[ours.name]) / min(taken[peer.name]),
        "kb_per_case": output.bytes / KB / RECORDS,
        "files_per_case": output.files / RECORDS,
    }


def table(kept: Kept, found: Mapping[str, float]) -> Table:
    """Put what was measured beside what is allowed."""
    shown = Table(
        "项目", "量得", "记录", "至多", "合格", title=f"{RECORDS} 个案例，从头生成（{kept.since} 起：{kept.why}）"
    )
    for one in MEASURES:
        old = kept.figures[one.key]
        numbers = (f"{number:.2f}" for number in (found[one.key], old, old * one.most))
        shown.add_row(one.name, *numbers, "否" if is_exceeded(one, kept, found) else "是")
    return shown


def is_exceeded(one: Measure, kept: Kept, found: Mapping[str, float]) -> bool:
    """Say whether a build costs more than it may."""
    return found[one.key] > kept.figures[one.key] * one.most


def advice(kept: Kept, found: Mapping[str, float]) -> str:
    """Say what to do about figures that have risen or fallen; empty where they are about as they were."""
    risen = [one.name for one in MEASURES if is_exceeded(one, kept, found)]
    fallen = [one.name for one in MEASURES if found[one.key] < kept.figures[one.key] * FALLEN]
    if risen:
        return (
            f"超过了允许的数：{'、'.join(risen)}。\n"
            "先看是哪个阶段：anliji build --no-books --timings 文件，与上一个版本的比；别的程序正忙时，等一等再量。\n"
            "为一个新功能值得多花的，在 tests/bench/kept.json 里改数、日期和理由，和那个功能一起提交。"
        )
    if fallen:
        return f'降了一成以上：{"、".join(fallen)}。记下新的数，以后不再高上去：make bench-check KEEP="为什么降了"'
    return ""


def main() -> None:
    """Measure, and say whether it is allowed; under `--keep` keep what has fallen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", metavar="WHY", default="", help="keep the figures that have fallen, for this reason")
    why = parser.parse_args().keep
    kept = read_kept()
    with tempfile.TemporaryDirectory(prefix="anliji-bench-") as name:
        found = measure(Path(name))
    print(table(kept, found))
    if any(is_exceeded(one, kept, found) for one in MEASURES):
        sys.exit(advice(kept, found))
    if why:
        write_kept(lowered(kept, found, datetime.now(UTC).date().isoformat(), why))
        print("记在 tests/bench/kept.json 里了，请一起提交。")
    elif said := advice(kept, found):
        print(said)


if __name__ == "__main__":
    main()
