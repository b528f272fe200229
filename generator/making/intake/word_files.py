"""Word files of an import as proposed cases; one that cannot be read becomes a problem, the others are read."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.case.problem import ERROR, Place, Problem
from generator.case.programme import Programme
from generator.intake.captions import bare_caption
from generator.intake.headings import Headings
from generator.intake.proposal import DOUBTFUL, Origin, ProposedCase, ProposedPhoto
from generator.intake.word_case import WordCase
from generator.making.attachments.package import UnreadableError
from generator.making.intake.sources import SourceFile
from generator.making.office import conversion, word
from generator.making.office.word_package import WordPackage

SUFFIXES = (*word.SUFFIXES, *conversion.SUFFIXES)
"""Names of files that are read here."""
_PHOTO_SUFFIXES = {".jpg": ".jpg", ".jpeg": ".jpg", ".png": ".png", ".webp": ".webp", ".heic": ".heic"}
_PHOTO_FOLDERS = frozenset(
    ("照片", "图片", "配图", "原图", "附图", "案例照片", "案例图片", "photos", "images", "pictures")
)
_FEWEST_HAN = 4
_SAVE_AS = "用 Word 或 WPS 打开，另存为 .docx（表格另存为 .xlsx），再导入；装了 LibreOffice 就不用另存。"
_FAULTS = {
    "locked": ("文件有密码，打不开", "加密的文件读不了。", "用密码打开，去掉密码另存，再导入。"),
    "huge": ("文件太大，没有读", "解开以后大得不像文档，可能是压缩炸弹。", "请对方重发。"),
    "damaged": (
        "文件打不开",
        "文件不完整，或者不是 Word 文档。",
        "用 Word 打开看看，能打开的另存一份再导入，否则请对方重发。",
    ),
    "old": ("是旧版 Word 文件，没有读", "里面是 .doc 格式，这里读 .docx。", _SAVE_AS),
    "unconverted": ("LibreOffice 没有转换成功", "转换超时，或者文件有损坏、有密码。", _SAVE_AS),
}


@dataclass
class WordReading:
    """What came of Word files."""

    cases: list[ProposedCase] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@contextmanager
def read_word_files(
    files: Sequence[SourceFile],
    pictures: Sequence[SourceFile],
    programme: Programme,
    headings: Headings,
    on_read: Callable[[int], object] = lambda _: None,
) -> Iterator[WordReading]:
    """Read all files, those of other programs too; photos can be read as long as the context lasts.

    Args:
        files: the documents.
        pictures: what lies beside them: the photos of the only document of their folder.
        programme: whose words count.
        headings: what labels of forms mean.
        on_read: is told after each how many were read.
    """
    with tempfile.TemporaryDirectory(prefix="anliji-convert-") as folder:
        reading = WordReading()
        paths = _readable(files, Path(folder), reading)
        for number, file in enumerate(files, 1):
            if file.name in paths:
                _read(file, paths[file.name], programme, headings, reading)
            on_read(number)
        _add_pictures(reading, files, pictures)
        yield reading


def _read(file: SourceFile, path: Path, programme: Programme, headings: Headings, reading: WordReading) -> None:
    try:
        document = word.read_word(path)
        reading.cases.append(WordCase(document, file.name, programme, headings).propose())
    except UnreadableError as error:
        reading.problems.append(_problem(file, str(error)))


def _readable(files: Sequence[SourceFile], folder: Path, reading: WordReading) -> dict[str, Path]:
    """Give where each file can be read, those of other programs after LibreOffice has read them."""
    others = {one.name: one.path for one in files if one.suffix in conversion.SUFFIXES or _is_old(one)}
    paths = {one.name: one.path for one in files if one.name not in others}
    if not others:
        return paths
    program = conversion.find_office()
    made = conversion.convert(program, others, folder) if program else {}
    for file in files:
        if file.name in others and file.name not in made:
            reading.problems.append(_problem(file, "unconverted" if program else "old"))
    return paths | made


def _is_old(file: SourceFile) -> bool:
    """Check whether a .docx is a .doc that somebody only gave another name, and not one with a password."""
    try:
        WordPackage(file.path)
    except UnreadableError as error:
        return str(error) == "old"
    return False


def _problem(file: SourceFile, fault: str) -> Problem:
    message, reason, hint = _FAULTS[fault]
    if fault == "old" and file.suffix in conversion.SUFFIXES:
        message, reason = f"{file.suffix} 文件没有读", "要有 LibreOffice 才能转换它，这台电脑上没有装。"
    return Problem(file.name, Place(1, 1), f"file-{fault}", ERROR, message, reason, hint)


def _add_pictures(reading: WordReading, files: Sequence[SourceFile], pictures: Sequence[SourceFile]) -> None:
    """Give the pictures of a folder to the only document in it: many calls ask for originals in one folder a case."""
    documents: dict[PurePosixPath, list[str]] = {}
    for file in files:
        documents.setdefault(PurePosixPath(file.name).parent, []).append(file.name)
    photos: dict[str, list[SourceFile]] = {}
    for picture in pictures:
        folder = PurePosixPath(picture.name).parent
        folder = folder.parent if folder.name.lower() in _PHOTO_FOLDERS and folder not in documents else folder
        own = documents.get(folder, [])
        if len(own) == 1 and picture.suffix in _PHOTO_SUFFIXES:
            photos.setdefault(own[0], []).append(picture)
        else:
            reading.problems.append(_stray(picture))
    reading.cases = [_with_pictures(case, photos.get(case.origin.file, [])) for case in reading.cases]


def _with_pictures(case: ProposedCase, pictures: Sequence[SourceFile]) -> ProposedCase:
    if not pictures:
        return case
    added = tuple(
        ProposedPhoto(one.path.read_bytes, _PHOTO_SUFFIXES[one.suffix], _caption(one), Origin(one.name))
        for one in pictures
    )
    note = f"{DOUBTFUL}同一文件夹里的 {len(added)} 张照片也收入了，图注取自文件名；与文中重复的请删去"
    return replace(case, photos=(*case.photos, *added), notes=(*case.notes, note))


def _caption(picture: SourceFile) -> str:
    """Make a caption of a file's name; what a camera or a messenger calls it is none."""
    stem = bare_caption(PurePosixPath(picture.name).stem)
    return stem if sum("\u3400" <= one <= "\u9fff" for one in stem) >= _FEWEST_HAN else ""


def _stray(picture: SourceFile) -> Problem:
    return Problem(
        picture.name,
        Place(1, 1),
        "photo-stray",
        "warning",
        "这张图片没有收入",
        "同一文件夹里没有或者不止一份 Word 文件，看不出是哪个案例的；或者格式网页不能用。",
        "一个案例放一个文件夹，文档和照片放在一起，照片用 .jpg 或 .png。",
    )
