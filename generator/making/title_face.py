"""The face of titles on pages: as much of the books' bold serif as the site's own titles are written with.

Few machines have a bold Chinese serif. The face is a few dozen small files of the site, of which a page takes those
that it has characters of, behind the text; it is left out where a library has so many titles that it would be heavy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib import metadata
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.making.cache import FACES, Cache, key_of
from generator.making.fonts import bold_serif_path
from generator.outputs.site.artifact import Artifact, FinishedFile, Made
from generator.outputs.site.publication import Publication
from generator.outputs.site.title_parts import heaviest, title_parts
from generator.outputs.site.title_words import title_characters

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

URI = "assets/titles.woff2"
MOST_BYTES = 62 * 1024
"""What the page of one case may take of it: with all else but photos that page then stays below 120 KB."""
MOST_CHARACTERS = 1200
"""The style sheet, which every page reads, names all of them."""
_UNITS = 512
"""The grid that outlines are rounded to, to an em: finer than any screen shows a title, and a tenth lighter."""
_AS_IT_IS = {"lazy": True, "recalcTimestamp": False, "recalcBBoxes": False}
"""The box around the characters of a file stays the one around all of the font's: so no outline need be read for it."""
_FEATURES = ("halt", "chws")
"""By which browsers take from a quotation mark its blank half, at the beginning of a line and beside another mark."""
_NEEDLESS = ("GSUB", "BASE", "vhea", "vmtx", "VORG", "gasp")

_FACE = """
@font-face {
  font-family: "Anliji Title";
  src: url("NAME") format("woff2");
  font-display: swap;
  font-weight: 500 900;
  unicode-range: RANGE;
  ascent-override: 88%;
  descent-override: 12%;
  line-gap-override: 0%;
}
"""
_STYLES = """
/* The face of titles, for the characters that they have. Its box is that of a Han character, so that lines do not move
   when it comes; until then Latin letters are made as wide as its own. */
FACES
@font-face {
  font-family: "Anliji Title Latin";
  src: local("Times New Roman Bold"), local("TimesNewRomanPS-BoldMT"), local("Liberation Serif Bold");
  font-weight: 500 900;
  unicode-range: U+20-7E;
  ascent-override: 77%;
  descent-override: 10%;
  line-gap-override: 0%;
  size-adjust: 115%;
}

:root {
  --title-face: "Anliji Title", "Anliji Title Latin", var(--serif);
}
"""
_WITHOUT_TERMS = """
.of-term,
.ways--question .ways__list {
  font-family: var(--serif);
}
"""
_TITLES_ALONE = f"""
:root {{
  --sentence-face: var(--serif);
}}
{_WITHOUT_TERMS}"""
"""Where the face lacks the characters of terms, or of sentences too: no line is of two faces."""


@dataclass(frozen=True, slots=True)
class TitleFace:
    """The face of a site."""

    parts: tuple[str, ...]
    """The characters of each file."""
    key: str
    """Under which the files are kept."""
    files: tuple[Path, ...]
    styles: str
    """What goes behind the site's style sheet."""

    @property
    def artifact(self) -> Artifact:
        """The face as part of the site."""
        uris = tuple(map(_uri, range(len(self.parts))))
        made = dict(zip(uris, map(str, self.files), strict=True))
        return Artifact(URI, partial(str, self.key), partial(_made, made), "asset", uris[1:])


def title_face(publication: Publication, root: Path, spare: Path | None = None) -> TitleFace | None:
    """Make the face of a site, or find it where it was kept; None where it would be too large."""
    cache = Cache(root / FACES, spare)
    for characters, more in zip(title_characters(publication), ("", _WITHOUT_TERMS, _TITLES_ALONE), strict=True):
        if len(characters) <= MOST_CHARACTERS:
            parts = title_parts(characters, publication)
            key = _key(parts)
            kept = cache.find(key) or cache.keep(key, {_name(at): part for at, part in enumerate(subsets(parts))})
            files = tuple(kept[_name(at)] for at in range(len(parts)))
            if heaviest(parts, [file.stat().st_size for file in files], publication) <= MOST_BYTES:
                return TitleFace(parts, key, files, _styles(parts) + more)
    return None


def subsets(parts: tuple[str, ...]) -> tuple[bytes, ...]:
    """Give the bold serif with the characters of each part alone, as WOFF2; the same characters give the same bytes."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 (most builds find it made)
    from fontTools.ttLib.scaleUpem import scale_upem  # noqa: PLC0415

    whole = BytesIO()
    with TTFont(bold_serif_path(), **_AS_IT_IS) as font:
        _reduce(font, "".join(parts))
        scale_upem(font, _UNITS)
        font.save(whole)
    return tuple(_packed(whole.getvalue(), part) for part in parts)


def _packed(whole: bytes, part: str) -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    made = BytesIO()
    with TTFont(BytesIO(whole), **_AS_IT_IS) as font:
        _reduce(font, part)
        font.flavor = "woff2"
        font.save(made)
    return made.getvalue()


def _reduce(font: "TTFont", characters: str) -> None:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415

    options = Options(layout_features=list(_FEATURES), hinting=False, notdef_outline=True)
    options.drop_tables += _NEEDLESS
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)


def _styles(parts: Sequence[str]) -> str:
    faces = "".join(
        _FACE.replace("NAME", PurePosixPath(_uri(at)).name).replace("RANGE", _range(part))
        for at, part in enumerate(parts)
    )
    return _STYLES.replace("FACES\n", faces)


def _range(part: str) -> str:
    """Name characters as style sheets do, neighbours together: U+20-7E,U+4E00."""
    runs: list[list[int]] = []
    for code in map(ord, part):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{first:X}-{last:X}" if first < last else f"U+{first:X}" for first, last in runs)


def _uri(at: int) -> str:
    return f"assets/titles-{at}.woff2" if at else URI


def _name(at: int) -> str:
    return f"{at}.woff2"


def _key(parts: Sequence[str]) -> str:
    return key_of(*_tools(), *(part.encode() for part in parts))


@cache
def _tools() -> tuple[str, bytes]:
    """Say what faces are made with, which stays while a program runs."""
    versions = f"fontTools {metadata.version('fonttools')}, Brotli {metadata.version('brotli')}"
    return f"title face 3, {_UNITS}, {versions}", sha256(bold_serif_path().read_bytes()).digest()


def _made(files: Mapping[str, str]) -> Made:
    return Made({uri: FinishedFile(file, may_be_linked=False) for uri, file in files.items()})
