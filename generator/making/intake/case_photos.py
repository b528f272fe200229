"""Photos that lie beside a document in its folder: many calls ask for originals in one folder for each case."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from generator.case.problem import WARNING, Place, Problem
from generator.case.text import count_han
from generator.intake.captions import bare_caption
from generator.intake.cells import clean
from generator.intake.incoming import Incoming
from generator.intake.proposal import DOUBTFUL, Origin, ProposedCase, ProposedPhoto
from generator.making.intake.sources import SourceFile
from generator.making.intake.word_reader import SUFFIXES

_TAKEN = {".jpg": ".jpg", ".jpeg": ".jpg", ".png": ".png", ".webp": ".webp", ".heic": ".heic"}
_FOLDERS = frozenset(("照片", "图片", "配图", "原图", "附图", "案例照片", "案例图片", "photos", "images", "pictures"))
_FEWEST_HAN = 4
"""In the name of a file that says what is in the photo; fewer are a camera's or a messenger's."""


def add_photos(incoming: Incoming, files: Sequence[SourceFile], pictures: Sequence[SourceFile]) -> None:
    """Give the pictures of a folder to the only document in it, if that has one case; the others are told."""
    cases = Counter(one.origin.file for one in incoming.cases)
    documents: dict[PurePosixPath, list[str]] = {}
    for file in files:
        if file.suffix in SUFFIXES:
            documents.setdefault(PurePosixPath(file.name).parent, []).append(file.name)
    photos: dict[str, list[SourceFile]] = {}
    for picture in pictures:
        folder = PurePosixPath(picture.name).parent
        folder = folder.parent if folder.name.lower() in _FOLDERS and folder not in documents else folder
        own = documents.get(folder, [])
        if len(own) == 1 and cases[own[0]] == 1 and picture.suffix in _TAKEN:
            photos.setdefault(own[0], []).append(picture)
        else:
            incoming.problems.append(_stray(picture))
    incoming.cases = [_with_photos(case, photos.get(case.origin.file, [])) for case in incoming.cases]


def _with_photos(case: ProposedCase, pictures: Sequence[SourceFile]) -> ProposedCase:
    if not pictures:
        return case
    added = tuple(
        ProposedPhoto(one.path.read_bytes, _TAKEN[one.suffix], _caption(one), Origin(one.name)) for one in pictures
    )
    note = f"{DOUBTFUL}同一文件夹里的 {len(added)} 张照片也收入了，图注取自文件名；与文中重复的请删去"
    return replace(case, photos=(*case.photos, *added), notes=(*case.notes, note))


def _caption(picture: SourceFile) -> str:
    """Make a caption of a file's name; what a camera or a messenger calls it is none."""
    stem = clean(bare_caption(PurePosixPath(picture.name).stem)).text
    return stem if count_han(stem) >= _FEWEST_HAN else ""


def _stray(picture: SourceFile) -> Problem:
    return Problem(
        picture.name,
        Place(1, 1),
        "photo-stray",
        WARNING,
        "这张图片没有收入",
        "同一文件夹里没有 Word 文件，或者不止一份、不止一个案例，看不出是哪个案例的；或者是网页不能用的格式。",
        "一个案例放一个文件夹，文档和照片放在一起，照片用 .jpg 或 .png。",
    )
