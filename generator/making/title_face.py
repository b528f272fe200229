"""The face of titles on pages: as much of the books' bold serif as the site's own titles are written with.

Few machines have a bold Chinese serif. The face is one file of the site, read behind the text, and left out where a
library has so many titles that it would be heavy.
"""

from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib import metadata
from io import BytesIO
from pathlib import Path

from generator.making.cache import FACES, Cache, key_of
from generator.making.fonts import bold_serif_path
from generator.outputs.site.artifact import Artifact, FinishedFile, Made
from generator.outputs.site.publication import Publication
from generator.outputs.site.title_words import title_characters

URI = "assets/titles.woff2"
MOST_BYTES = 150 * 1024
MOST_CHARACTERS = 1000
"""No face of so many is as small as that, so none is made to find out."""
_NAME = "woff2"
_FEATURES = ("halt", "chws")
"""By which browsers take from a quotation mark its blank half, at the beginning of a line and beside another mark."""

_STYLES = """
/* The face of titles, for the characters that they have. Its box is that of a Han character, so that lines do not move
   when it comes; until then Latin letters are made as wide as its own. */
@font-face {
  font-family: "Anliji Title";
  src: url("titles.woff2") format("woff2");
  font-display: swap;
  font-weight: 500 900;
  ascent-override: 88%;
  descent-override: 12%;
  line-gap-override: 0%;
}

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

    characters: str
    key: str
    """Under which it is kept."""
    file: Path
    styles: str
    """What goes behind the site's style sheet."""

    @property
    def artifact(self) -> Artifact:
        """The face as part of the site."""
        return Artifact(URI, partial(str, self.key), partial(_made, str(self.file)), "asset")


def title_face(publication: Publication, root: Path, spare: Path | None = None) -> TitleFace | None:
    """Make the face of a site, or find it where it was kept; None where it would be too large."""
    cache = Cache(root / FACES, spare)
    for characters, more in zip(title_characters(publication), ("", _WITHOUT_TERMS, _TITLES_ALONE), strict=True):
        if len(characters) <= MOST_CHARACTERS:
            key = _key(characters)
            kept = cache.find(key) or cache.keep(key, {_NAME: subset(characters)})
            if kept[_NAME].stat().st_size <= MOST_BYTES:
                return TitleFace(characters, key, kept[_NAME], _STYLES + more)
    return None


def subset(characters: str) -> bytes:
    """Give the bold serif with some characters alone, as WOFF2; the same characters give the same bytes."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 (most builds find it made)
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = Options(layout_features=list(_FEATURES), hinting=False, notdef_outline=True)
    options.drop_tables += ["GSUB", "BASE"]
    with TTFont(bold_serif_path(), lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=characters)
        subsetter.subset(font)
        font.flavor = "woff2"
        made = BytesIO()
        font.save(made)
    return made.getvalue()


def _key(characters: str) -> str:
    versions = f"fontTools {metadata.version('fonttools')}, Brotli {metadata.version('brotli')}"
    sum_ = sha256(bold_serif_path().read_bytes()).digest()
    return key_of(f"title face 1, {versions}", sum_, characters.encode())


def _made(file: str) -> Made:
    return Made({URI: FinishedFile(file, may_be_linked=False)})
