"""The program that sets PDFs and covers with Typst: it reads what to set from its input and prints a line for each."""

import json
import sys
from pathlib import Path
from typing import Any

import typst

from generator.making.typesetting.process import Sheet

BLEED_PT = 3 / 25.4 * 72
_TO_THE_LEFT = 270
"""Degrees, clockwise: the heads of all turned tables are at the left, whichever page they are on."""


def _run(job: dict[str, Any]) -> None:
    folder = Path(job["folder"])
    compiler = typst.Compiler(root=str(folder), font_paths=job["fonts"], ignore_system_fonts=True)
    for sheet in (Sheet(**each) for each in job["sheets"]):
        try:
            _set(compiler, folder, sheet, job["standards"])
        except typst.TypstError as error:
            print(json.dumps({"fault": "；".join([error.message, *error.hints, *error.trace])}), flush=True)  # noqa: T201
            return


def _set(compiler: typst.Compiler, folder: Path, sheet: Sheet, standards: list[Any]) -> None:
    output, main, inputs = folder / sheet.output, str(folder / sheet.main), {"data": f"/{sheet.data}"}
    if sheet.ppi:
        compiler.compile(input=main, output=str(output), format="png", sys_inputs=inputs, ppi=sheet.ppi)
        print("{}", flush=True)  # noqa: T201 (one line for the process that asked)
        return
    compiler.compile(input=main, output=str(output), format="pdf", sys_inputs=inputs, pdf_standards=standards)
    summary = compiler.query("<summary>", field="value", one=True)
    if sheet.has_bleed or sheet.is_print:
        _finish(output, has_bleed=sheet.has_bleed)
    print(json.dumps(json.loads(summary)), flush=True)  # noqa: T201 (one line for the process that asked)


def _finish(path: Path, *, has_bleed: bool) -> None:
    """Add the bleed box, 3 mm round the trim box, and make pages stand that lie on their side.

    Typst 0.15 writes no bleed box: the sheet is always the trimmed page with `page.bleed` round it, and only the trim
    box is written. Crop marks need paper outside the bleed, so `page.bleed` is bleed and slug together; without a box
    of its own the bleed would then, by the rules of PDF, be the whole sheet, marks included.

    Typst turns no pages either: wide tables are set on lying ones, which a bookbinder cannot use.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 (most books have no bleed)
    from pypdf.generic import NameObject, NumberObject, RectangleObject  # noqa: PLC0415

    if not has_bleed and not any(page.mediabox.width > page.mediabox.height for page in PdfReader(path).pages):
        return
    writer = PdfWriter(str(path), incremental=True)
    for page in writer.pages:
        if has_bleed:
            left, bottom, right, top = (float(edge) for edge in page.trimbox)
            page.bleedbox = RectangleObject((left - BLEED_PT, bottom - BLEED_PT, right + BLEED_PT, top + BLEED_PT))
        if page.mediabox.width > page.mediabox.height:
            page[NameObject("/Rotate")] = NumberObject(_TO_THE_LEFT)
    writer.write(str(path))


if __name__ == "__main__":
    _run(json.load(sys.stdin))
