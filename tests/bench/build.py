"""Builds the same invented records with our program and its peers, in turn, some rounds; gives the medians."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.measure import CommandFailedError, Run, run_measured
from tests.bench.programs import PEERS, TIMINGS, Program, our_programs
from tests.bench.tools import MissingToolError

COLD, WARM, CHANGED = 0, 1, 2
"""The places of our own ways to run among the rows of a size."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a program wrote."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Row:
    """A program on so many records."""

    name: str
    does: str
    run: Run
    """The median of each figure."""
    output: Output


@dataclass(frozen=True, slots=True)
class Result:
    """All programs on so many records."""

    count: int
    rows: Sequence[Row]
    """Ours first, in the order of `COLD`, `WARM`, `CHANGED`, or only the first of these."""
    stages: Sequence[dict[str, Any]]
    """Of our build from nothing, as `--timings` gives them, with what is between them as the last."""
    troubles: dict[str, str] = field(default_factory=dict)
    """Peers that did not build, each with the reason."""

    def row(self, name: str, place: int = 0) -> Row | None:
        """Find a row of a program: the first, or the one at a place among them."""
        return next(islice((row for row in self.rows if row.name == name), place, None), None)


def compare(count: int, rounds: int, folder: Path, peers: Sequence[str], *, only_cold: bool = False) -> Result:
    """Build so many records in a folder with our program, from nothing and in its other ways, and with the peers."""
    programs, troubles = our_programs(folder, count), dict[str, str]()
    if only_cold:
        programs = programs[: COLD + 1]
    for peer in peers:
        try:
            programs += PEERS[peer](folder, count)
        except MissingToolError as error:
            troubles[peer] = str(error)
    runs: list[list[Run]] = [[] for _ in programs]
    outputs: list[Output | None] = [None] * len(programs)
    stages: list[list[dict[str, Any]]] = []
    for number in range(rounds):
        for place, program in enumerate(programs):
            if program.name in troubles:
                continue
            say(f"  第 {number + 1} 轮：{program.name}，{program.does}……")
            try:
                runs[place].append(measured(program))
            except CommandFailedError as error:
                say(str(error))
                troubles[program.name] = str(error).splitlines()[-1]
                continue
            outputs[place] = weigh(program.output)
            if place == COLD:
                stages.append(_stages(program.folder / TIMINGS))
    rows = [
        Row(program.name, program.does, middle(own), output)
        for program, own, output in zip(programs, runs, outputs, strict=True)
        if output and program.name not in troubles
    ]
    return Result(count, rows, _middle_stages(stages), troubles)


def say(text: str) -> None:
    """Tell a person who waits what is going on."""
    print(text, file=sys.stderr, flush=True)


def measured(program: Program) -> Run:
    """Run all commands of a program.

    Raises:
        CommandFailedError: one of them failed.
    """
    program.prepare()
    parts = [run_measured(list(command), program.folder) for command in program.commands]
    return Run(
        sum(part.seconds for part in parts),
        sum(part.cpu_seconds for part in parts),
        max(part.all_mib for part in parts),
        max(part.largest_mib for part in parts),
    )


def middle(runs: Sequence[Run]) -> Run:
    """Give the median of each figure."""
    figures: list[Callable[[Run], float]] = [
        lambda run: run.seconds,
        lambda run: run.cpu_seconds,
        lambda run: run.all_mib,
        lambda run: run.largest_mib,
    ]
    return Run(*(median(map(figure, runs)) for figure in figures))


def weigh(folder: Path) -> Output:
    """Count the files and bytes below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Output(len(sizes), sum(sizes))


def _stages(path: Path) -> list[dict[str, Any]]:
    """Read what our build told; what no stage has, such as the start of Python, becomes one more."""
    told = json.loads(path.read_text(encoding="utf-8"))
    stages: list[dict[str, Any]] = told["stages"]
    keys = ("seconds", "cpu_seconds", "children_cpu_seconds", "files", "bytes")
    rest = {key: told["total"][key] - sum(stage[key] for stage in stages) for key in keys}
    return [*stages, {"name": "启动和其余", **rest}]


def _middle_stages(rounds: Sequence[Sequence[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Give the median of each figure of each stage; all rounds have the same stages."""
    return [
        {key: value if isinstance(value, str) else median(one[key] for one in same) for key, value in same[0].items()}
        for same in zip(*rounds, strict=True)
    ]
