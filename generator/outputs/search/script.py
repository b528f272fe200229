"""The form of a data file: a classic script that hands its data over, so that it loads from a USB stick as well."""

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from generator.outputs.search.packing import FIRST_UNIT, UNIT_BITS

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A JSON text that stands in the file as it is, between grave accents, and is handed over as text."""

    json: str


def script(version: str, name: str, *data: Any) -> bytes:
    """Write data as a script: `anliji.give(version, name, …)`.

    Whichever of UTF-8 and UTF-16 is smaller; a byte order mark says which to a browser, whatever a server says.
    """
    given = ",".join(map(_argument, (version, name, *data)))
    # Half of a rare character has no encoding of its own and is written by its number.
    text = _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", f"\ufeffanliji.give({given});\n")
    return min((text.encode(encoding) for encoding in ("utf-8", "utf-16-le")), key=len)


def sign_of(data: tuple[object, ...]) -> str:
    """Give a character that stands for data: other data nearly always has another."""
    found = sha256(f"{data}".encode("utf-8", "surrogatepass")).digest()
    return chr(FIRST_UNIT + int.from_bytes(found[:2]) % 2**UNIT_BITS)


def _argument(value: Any) -> str:
    if isinstance(value, Verbatim):
        # Both would mean something to a script; JSON has other ways to write them.
        return f"String.raw`{value.json.replace('`', _GRAVE).replace('${', _DOLLAR)}`"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_GRAVE, _DOLLAR = "\\u0060", "\\u0024{"
