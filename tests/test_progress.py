"""The stages of a run: timed always, shown only to a person at a terminal."""

import sys
from io import StringIO

import pytest

from generator.making.terminal.progress import Stages
from tests.terminal import Terminal


def test_stages_are_timed_in_order() -> None:
    """Each finished stage has its name and a duration; the total is their sum."""
    stages = Stages()
    for name in ("读取", "生成"):
        with stages.stage(name):
            pass

    assert [one.name for one in stages.measured] == ["读取", "生成"]
    assert all(one.seconds >= 0 for one in stages.measured)
    assert stages.total_seconds == sum(one.seconds for one in stages.measured)


def test_nothing_done_took_no_time() -> None:
    """Before the first stage no time has passed."""
    assert Stages().total_seconds == 0


@pytest.mark.parametrize("total", [None, 2])
def test_nothing_is_shown_without_a_terminal(total: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log stays free of bars."""
    log = StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    stages = Stages()
    with stages.stage("读取", total):
        stages.advance(1)

    assert log.getvalue() == ""


def test_a_program_without_streams_is_timed_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Started without a console, as pythonw does on Windows, a program has no stderr."""
    monkeypatch.setattr(sys, "stderr", None)
    stages = Stages()
    with stages.stage("读取"):
        pass

    assert [one.name for one in stages.measured] == ["读取"]


def test_stage_is_shown_in_a_terminal(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person at a terminal sees what is going on and how far it is; afterwards nothing is left of it."""
    monkeypatch.setattr(sys, "stderr", terminal.stream)
    stages = Stages()
    with stages.stage("读取", total=4):
        stages.advance(3)
        terminal.wait_for("3/4")

    assert "读取" in terminal.shown
    assert terminal.lines() == []


def test_steps_outside_a_stage_count_nothing() -> None:
    """Steps that nobody waits for are no fault."""
    stages = Stages()
    stages.advance(3)

    assert stages.measured == []


def test_failed_stage_is_named(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong in a stage carries the stage's name; it is not among the finished ones, and its line is gone."""
    monkeypatch.setattr(sys, "stderr", terminal.stream)
    stages = Stages()

    with pytest.raises(ValueError, match="甲") as caught, stages.stage("生成"):
        raise ValueError("甲")
    assert (caught.value.__notes__, stages.measured, terminal.lines()) == (["生成"], [], [])
