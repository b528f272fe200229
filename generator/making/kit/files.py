"""All files that are sent out with a call."""

import re
from collections.abc import Iterable
from pathlib import Path

from generator.case.programme import Programme
from generator.making.errors import writing_in
from generator.making.kit.call import Call
from generator.making.kit.form import write_form
from generator.making.kit.guide import write_guide
from generator.making.kit.workbook import write_workbook

WORKBOOK, GUIDE = "汇总表.xlsx", "填报说明.docx"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def form_name(task: str) -> str:
    """Name the form of a task, without what no file's name may have."""
    return f"申报表-{_NOT_IN_NAMES.sub('-', task).strip('. ')}.docx"


def kit_names(programme: Programme) -> tuple[str, ...]:
    """Name the files, before any is made: that takes a second."""
    return (WORKBOOK, *(form_name(task.name) for task in programme.tasks), GUIDE)


def kit_files(programme: Programme, call: Call) -> dict[str, bytes]:
    """Make the files by their names; the same for the same programme and call."""
    forms = {form_name(task.name): write_form(task, programme, call) for task in programme.tasks}
    return {WORKBOOK: write_workbook(programme, call), **forms, GUIDE: guide_of(programme, call)}


def guide_of(programme: Programme, call: Call) -> bytes:
    """Make the guide alone, which names the forms."""
    return write_guide(programme, call, WORKBOOK, tuple(form_name(task.name) for task in programme.tasks))


def occupied(folder: Path, names: Iterable[str]) -> list[str]:
    """Name those of the files that are in a folder already."""
    return [name for name in names if (folder / name).exists()]


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files; the folder is made where it is not there."""
    with writing_in(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
