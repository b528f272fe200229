"""The table of sounds as it is made from pypinyin's dictionary: which characters are read alike.

A build does not make it: it takes what was made once, `sounds.txt`. A test makes it anew and compares; with
`--update-golden` it writes the file.
"""

from collections.abc import Iterator

from pypinyin import Style, pinyin

_ROWS, _CELLS = range(0xB0, 0xF8), range(0xA1, 0xFF)
"""The rows of GB 2312 that hold its 6,763 characters, and the cells of each."""


def make_sounds() -> str:
    """Write each syllable, without tone, with the characters of GB 2312 that may be read so: a line for each."""
    read: dict[str, str] = {}
    for character in _gb2312():
        for syllable in dict.fromkeys(pinyin(character, style=Style.NORMAL, heteronym=True)[0]):
            plain = syllable.replace("ü", "v")
            if plain.isascii() and plain.isalpha():
                read[plain] = read.get(plain, "") + character
    return "".join(f"{syllable}{characters}\n" for syllable, characters in sorted(read.items()))


def _gb2312() -> Iterator[str]:
    for row in _ROWS:
        for cell in _CELLS:
            character = bytes((row, cell)).decode("gb2312", "ignore")
            if character:
                yield character
