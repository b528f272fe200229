"""The form of a data file: a classic script that hands its data over, so that it loads from a USB stick as well."""

import json
import re
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


def script(version: str, name: str, *data: Any) -> bytes:
    """Write data as a script: `anliji.give(version, name, …)`.

    Whichever of UTF-8 and UTF-16 is smaller; a byte order mark says which to a browser, whatever a server says.
    """
    given = ",".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in (version, name, *data))
    # Half of a rare character has no encoding of its own and is written by its number.
    text = _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", f"\ufeffanliji.give({given});\n")
    return min((text.encode(encoding) for encoding in ("utf-8", "utf-16-le")), key=len)
