"""The letters that pages are drawn with in tests: our own, whatever fonts a machine has.

Browsers on Linux ask fontconfig for every letter. The one that tests start gets a configuration that knows a single
folder: Noto Sans SC and Noto Serif SC, in which the books are set, too, and a fixed-width font made from the former.
Latin letters and digits come from the same fonts. What they lack is drawn as an empty box, the same one everywhere.
"""

import shutil
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pylopdf_fonts_zh_cn import sans_path, serif_path

SANS, SERIF, MONO = "Noto Sans SC", "Noto Serif SC", "Anliji Test Mono"
_MONO_ADVANCE = 600
"""Of 1000 for an em: as wide as a letter is in every common fixed-width font."""

_ALIASES = {"sans-serif": SANS, "system-ui": SANS, "serif": SERIF, "monospace": MONO}
_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
{aliases}
  <match target="pattern"><edit name="family" mode="append_last"><string>{last}</string></edit></match>
</fontconfig>
"""
_ALIAS = '  <alias binding="same"><family>{asked}</family><prefer><family>{given}</family></prefer></alias>'


def write_fonts(folder: Path) -> Path:
    """Lay out the fonts in an empty folder; give the configuration that knows no others."""
    fonts = folder / "fonts"
    fonts.mkdir()
    for path in (sans_path(), serif_path()):
        shutil.copy(path, fonts)
    _write_mono(fonts / "mono.otf")
    aliases = "\n".join(_ALIAS.format(asked=asked, given=given) for asked, given in _ALIASES.items())
    configuration = folder / "fonts.conf"
    text = _CONFIGURATION.format(
        fonts=escape(str(fonts)), cache=escape(str(folder / "cache")), aliases=aliases, last=SANS
    )
    configuration.write_text(text, encoding="utf-8")
    return configuration


def _write_mono(path: Path) -> None:
    """Write a font with the ASCII letters of the sans-serif one, all of one width: the packages have none such."""
    with TTFont(sans_path()) as source:
        outlines, glyphs = source.getGlyphSet(), source.getBestCmap()
        characters = {code: glyphs[code] for code in range(0x20, 0x7F)}
        drawn = {}
        for name in [".notdef", *characters.values()]:
            pen = T2CharStringPen(_MONO_ADVANCE, outlines)
            outlines[name].draw(pen)
            drawn[name] = pen.getCharString()
        builder = FontBuilder(source["head"].unitsPerEm, isTTF=False)
        builder.setupGlyphOrder(list(drawn))
        builder.setupCharacterMap(characters)
        joined = MONO.replace(" ", "")
        builder.setupCFF(joined, {}, drawn, {})
        builder.setupHorizontalMetrics(dict.fromkeys(drawn, (_MONO_ADVANCE, 0)))
        builder.setupHorizontalHeader(ascent=source["hhea"].ascent, descent=source["hhea"].descent)
        builder.setupNameTable(
            {"familyName": MONO, "styleName": "Regular", "fullName": MONO, "psName": MONO.replace(" ", "")}
        )
        builder.setupOS2(sTypoAscender=source["hhea"].ascent, sTypoDescender=source["hhea"].descent)
        builder.setupPost(isFixedPitch=1)
        builder.save(path)
