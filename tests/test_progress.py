"""The stages of a run: timed always, shown only to a person at a terminal."""

from io import StringIO

import pytest
from rich.console import Console

from generator.making.terminal.progress import Stages


def console(*, terminal: bool) -> Console:
    """Make a console that writes into a text."""
    return Console(file=StringIO(), force_terminal=terminal, width=60, color_system=None)


def shown(stages: Stages) -> str:
    """Give what a console was told."""
    assert isinstance(stages.console.file, StringIO)
    return stages.console.file.getvalue()


def test_stages_are_timed_in_order() -> None:
    """Each finished stage has its name and a duration; the total is their sum."""
    stages = Stages(console(terminal=False))
    for name in ("读取", "生成"):
        with stages.stage(name):
            pass

    assert [name for name, _ in stages.seconds] == ["读取", "生成"]
    assert all(seconds >= 0 for _, seconds in stages.seconds)
    assert stages.total_seconds == sum(seconds for _, seconds in stages.seconds)


def test_nothing_done_took_no_time() -> None:
    """Before the first stage no time has passed."""
    assert Stages(console(terminal=False)).total_seconds == 0


@pytest.mark.parametrize("total", [None, 2])
def test_nothing_is_shown_without_a_terminal(total: int | None) -> None:
    """A log stays free of bars."""
    stages = Stages(console(terminal=False))
    with stages.stage("读取", total):
        stages.advance(1)

    assert shown(stages) == ""


def test_stage_is_shown_in_a_terminal() -> None:
    """A person at a terminal sees what is going on and how far it is."""
    stages = Stages(console(terminal=True))
    with stages.stage("读取", total=4):
        stages.advance(3)

    assert "读取" in shown(stages)
    assert "3/4" in shown(stages)


def test_steps_outside_a_stage_count_nothing() -> None:
    """Steps that nobody waits for are no fault."""
    stages = Stages(console(terminal=False))
    stages.advance(3)

    assert stages.seconds == []


def test_failed_stage_is_named() -> None:
    """What goes wrong in a stage carries the stage's name; the stage is not among the finished ones."""
    stages = Stages(console(terminal=False))

    with pytest.raises(ValueError, match="甲") as caught, stages.stage("生成"):
        raise ValueError("甲")
    assert (caught.value.__notes__, stages.seconds) == (["生成"], [])
