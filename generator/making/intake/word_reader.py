"""Reads the case of a Word document that was sent in, also of one that another program wrote."""

import os
from dataclasses import replace
from pathlib import Path

from generator.case.problem import ERROR, Place, Problem
from generator.intake.document import paragraphs
from generator.intake.incoming import Incoming
from generator.intake.known import Known
from generator.intake.replies import is_letter, replies_of
from generator.intake.several_cases import single_cases
from generator.intake.word_case import WordCase
from generator.making.intake.sources import SourceFile, Sources
from generator.making.office import conversion, word
from generator.making.office.package import UnreadableError
from generator.making.office.word_package import WordPackage

SUFFIXES = (*word.SUFFIXES, *conversion.SUFFIXES)
"""Names of files that are read here."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_SAVE_AS = "用 Word 或 WPS 打开，另存为 .docx（表格另存为 .xlsx），再导入；装了 LibreOffice 就不用另存。"
_WORDS = {
    "locked": ("文件有密码，没有读", "加密的文件读不了。", "用密码打开，去掉密码另存，再导入。"),
    "huge": ("文件太大，没有读", "解开以后大得不像文档，可能是压缩炸弹。", "请报送单位重新发一份。"),
    "damaged": (
        "打不开",
        "文件不完整，或者不是 Word 文档。",
        "用 Word 打开看看，能打开的另存一份再导入，否则请报送单位重新发一份。",
    ),
    "empty": (
        "没有内容，没有建记录",
        "里面只有小标题或者空白，没有填写。",
        "请报送单位核对，发来填写好的一份；不是案例的不用管。",
    ),
    "pictured": (
        "只有图片，没有文字，没有建记录",
        "可能是扫描件，图片里的字读不出来。",
        "请报送单位发来能选中文字的 Word 文件。",
    ),
    "old": ("没有读", "里面是旧版 Word 等程序的格式，要有 LibreOffice 才能转换，这台电脑上没有装。", _SAVE_AS),
    "unconverted": ("LibreOffice 没有转换成功", "转换超时，或者文件有损坏、有密码。", _SAVE_AS),
}


def read_document(source: SourceFile, known: Known) -> Incoming:
    """Read the case of a document; what cannot be read is a problem."""
    try:
        document = word.read_word(source.path)
    except UnreadableError as error:
        return Incoming(problems=[_problem(source, str(error))])
    if source.suffix in conversion.SUFFIXES and any("\ufffd" in one.text for one in paragraphs(document.blocks)):
        # LibreOffice reads whatever it does not know as text.
        return Incoming(problems=[_problem(source, "unconverted")])
    if is_letter(document.blocks):
        replies = [f"{source.name}：{one}" for one in replies_of(document.blocks)]
        state = "学校的答复列在上面，请照着改" if replies else "学校还没有填答复"
        return Incoming(notes=[*replies, f"{source.name} 是发出去的修改意见，不是案例，没有建记录；{state}"])
    parts = single_cases(document, known.headings)
    cases = [WordCase(one, source.name, known, at, len(parts)).propose() for at, one in enumerate(parts, 1)]
    filled = [one for one in cases if any(value.origin.paragraph for value in one.values)]
    if not filled:
        return Incoming(problems=[_problem(source, "pictured" if document.photos else "empty")])
    return Incoming(cases=filled)


def convert_documents(sources: Sources) -> None:
    """Let LibreOffice make readable what other programs wrote; what it cannot is taken out and told."""
    others = {str(at): one.path for at, one in enumerate(sources.files) if _is_other(one)}
    if not others:
        return
    program = conversion.find_office()
    made: dict[str, Path] = {}
    if program:
        folder = sources.folder / "converted"
        folder.mkdir()
        made = conversion.convert(program, others, folder)
    files = []
    for at, file in enumerate(sources.files):
        if str(at) in made:
            files.append(replace(file, path=made[str(at)]))
        elif str(at) in others:
            sources.problems.append(_problem(file, "unconverted" if program else "old"))
        else:
            files.append(file)
    sources.files = files


def _is_other(file: SourceFile) -> bool:
    """Check whether only another program reads a file, also where it was given the name of a .docx."""
    if file.suffix in conversion.SUFFIXES:
        return not _is_package(file.path)
    if file.suffix not in word.SUFFIXES or _head(file.path) != _OLD_OFFICE:
        return False
    try:
        WordPackage(file.path)
    except UnreadableError as error:
        return str(error) == "old"
    return False


def _is_package(path: Path) -> bool:
    """Check whether a .doc or .wps is a .docx in truth, as newer programs write under old names."""
    try:
        WordPackage(path)
    except UnreadableError:
        return False
    return True


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return os.read(file.fileno(), len(_OLD_OFFICE))


def _problem(file: SourceFile, fault: str) -> Problem:
    message, reason, hint = _WORDS[fault]
    return Problem(file.name, Place(1, 1), "file-unreadable", ERROR, message, reason, hint)
