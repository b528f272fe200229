"""Has PDFs set by a process of their own: Typst does not give back the memory of a book (typst-py, issue 104)."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.making.errors import UserError

STANDARDS = ("ua-1",)
ARCHIVE = ("ua-1", "a-2a")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF to set, or one page as a picture."""

    main: str
    """The template to begin with: `main.typ`."""
    data: str
    """What it reads, below the folder: `volume.json`."""
    output: str
    has_bleed: bool = False
    is_print: bool = False
    """Whether pages that lie on their side are to stand as all others do."""
    ppi: float = 0
    """Pixels to the inch of a page that is to be a PNG, which says nothing about itself."""


class TypesetError(RuntimeError):
    """A template of ours, or Typst itself, failed: nothing that an editor could mend."""


def typeset(folder: Path, sheets: Sequence[Sheet], fonts: Sequence[Path], *, archive: bool) -> Iterator[dict[str, Any]]:
    """Set PDFs, one after the other; gives what each says about itself (`<summary>` in the templates).

    Args:
        folder: holds the templates, the data and the photos; templates see nothing outside it.
        sheets: what to set.
        fonts: folders of fonts; no others are used, so that every machine sets the same book.
        archive: PDF/A-2a besides PDF/UA-1.

    Raises:
        TypesetError: Typst refused the templates.
        UserError: the process was ended from outside, mostly for want of memory.
    """
    job = {
        "folder": str(folder),
        "sheets": [asdict(sheet) for sheet in sheets],
        "fonts": [str(path) for path in fonts],
        "standards": ARCHIVE if archive else STANDARDS,
    }
    command = [sys.executable, "-m", "generator.making.typesetting.worker"]
    pipe = subprocess.PIPE
    # In a session of its own, so that Ctrl+C comes to us alone, and we end it.
    with subprocess.Popen(  # noqa: S603 (our own program)
        command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", start_new_session=True
    ) as run:
        try:
            done = 0
            for summary in _exchange(run, json.dumps(job)):
                yield summary
                done += 1
        finally:
            run.kill()
    if done < len(sheets):
        raise UserError(
            f"排版没有做完，排版程序中途停了（退出码 {run.returncode}），多半是内存不够。\n"
            "建议：关闭别的程序再运行一次，或者少选一些案例。"
        )


def _exchange(run: subprocess.Popen[str], job: str) -> Iterator[dict[str, Any]]:
    if run.stdin is None or run.stdout is None:
        raise RuntimeError("the process has no pipes")
    # A process that is gone already is noticed by what it does not say.
    with suppress(BrokenPipeError):
        run.stdin.write(job)
        run.stdin.close()
    for line in run.stdout:
        answer = json.loads(line)
        if "fault" in answer:
            raise TypesetError(answer["fault"])
        yield answer
    run.wait()
