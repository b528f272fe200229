"""`make fonts`: makes the bold cuts in theme/fonts anew, of what fonts a package of npm holds.

Typst draws no bold of its own, and the packaged Noto Serif SC and Noto Sans SC are Regular only. The cuts have what
Chinese books are written with: ASCII, GB 2312 and every character of our own records; the rest falls back to Regular.
The same package, characters and fontTools give the same bytes; `SHA256SUMS` beside the files says which.
"""

import hashlib
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "theme/fonts"
SUMS = FONTS / "SHA256SUMS"
LICENCE = "OFL.txt"
VERSION = "0.4.3"
VERTICAL = frozenset({"vert", "vrt2", "valt", "vhal", "vpal", "vkrn", "vkna", "VORG", "vhea", "vmtx"})
"""Features and tables for columns, which neither books nor pages have."""


OWN_TEXTS = (
    *("cases/*/case.yml", "content/collections/*.yml", "content/names.yml"),
    *("generator/case/programme.yml", "generator/case/vocabulary.yml"),
)
KEPT_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)
"""Records of a font's name table: copyright, family, style, unique, full, version, PostScript, licence and its address.
https://learn.microsoft.com/typography/opentype/spec/name"""
ENGLISH = 0x409


@dataclass(frozen=True, slots=True)
class Cut:
    """A font to be made, with a family name that no font on any machine has."""

    package: str
    sha512: str
    """Of the package."""
    member: str
    """The font in it."""
    family: str
    style: str

    @property
    def file(self) -> str:
        """Its file: AnlijiSerif-SemiBold.ttf."""
        return f"{self.postscript}.ttf"

    @property
    def postscript(self) -> str:
        """Its name in PDFs."""
        return f"{self.family.replace(' ', '')}-{self.style}"


CUTS = (
    Cut(
        "@expo-google-fonts/noto-serif-sc",
        "7d2994a62485b527b21d5e39ff6c543b2e5275f131925430c0c28dddc42301902e8c84c70e649ba4c1c255d08c851a8c"
        "8d0b6ed19460736f6ef00f825376a47f",
        "package/600SemiBold/NotoSerifSC_600SemiBold.ttf",
        "Anliji Serif",
        "SemiBold",
    ),
    Cut(
        "@expo-google-fonts/noto-sans-sc",
        "f6b0307454c51db3bfbba0acd208f68d96d6ef84c62226853509d7607dace700356f3564c1b6af88be2df18515eb8d9e"
        "1988e0f3a787e8390011099f3470e771",
        "package/700Bold/NotoSansSC_700Bold.ttf",
        "Anliji Sans",
        "Bold",
    ),
)


def wanted_characters() -> frozenset[int]:
    """Give the code points that the cuts are to have."""
    ascii_ = range(0x20, 0x7F)
    gb2312 = (ord(bytes((row, cell)).decode("gb2312")) for row, cell in _gb2312())
    return frozenset({*ascii_, *gb2312, *(ord(character) for character in "".join(_own_texts()) if character > " ")})


def _gb2312() -> Iterator[tuple[int, int]]:
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue
            yield row, cell


def _own_texts() -> Iterator[str]:
    for pattern in OWN_TEXTS:
        for path in sorted(ROOT.glob(pattern)):
            yield path.read_text(encoding="utf-8")


def make(cut: Cut, data: bytes) -> bytes:
    """Make a cut of the font that the package has."""
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    options = Options(layout_features=["*"], hinting=False, notdef_outline=True)
    options.name_IDs, options.name_languages = list(KEPT_NAMES), [ENGLISH]
    options.drop_tables += ["DSIG", "vhea", "vmtx", "VORG", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted_characters())
    for table in ("GSUB", "GPOS"):
        _drop_features(font, table)
    subsetter.subset(font)
    _rename(font, cut)
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def _drop_features(font: TTFont, table: str) -> None:
    features = font[table].table.FeatureList.FeatureRecord
    for record in features:
        if record.FeatureTag in VERTICAL:
            record.Feature.LookupListIndex = []
            record.Feature.LookupCount = 0


def _rename(font: TTFont, cut: Cut) -> None:
    unique, full = f"{cut.postscript}-{VERSION}", f"{cut.family} {cut.style}"
    for id, name in {1: cut.family, 2: "Bold", 3: unique, 4: full, 6: cut.postscript}.items():
        font["name"].setName(name, id, 3, 1, ENGLISH)


def _package(cut: Cut, folder: Path) -> Path:
    pinned = f"{cut.package}@{VERSION}"
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), pinned]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    path = folder / name
    if hashlib.sha512(path.read_bytes()).hexdigest() != cut.sha512:
        raise SystemExit(f"{pinned} is not the package that is pinned")
    return path


def _run() -> None:
    FONTS.mkdir(exist_ok=True)
    made: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        for cut in CUTS:
            with tarfile.open(_package(cut, Path(folder))) as package:
                font, licence = (package.extractfile(name) for name in (cut.member, "package/LICENSE_FONT"))
                if font is None or licence is None:
                    raise SystemExit(f"{cut.package} lacks its font or the font's licence")
                made[cut.file] = make(cut, font.read())
                made.setdefault(LICENCE, licence.read())
    for name, data in made.items():
        (FONTS / name).write_bytes(data)
        print(f"{len(data):>9,} {name}")
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(made.items()))
    SUMS.write_text(sums, encoding="ascii")


if __name__ == "__main__":
    _run()
