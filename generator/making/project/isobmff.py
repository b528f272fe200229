"""The boxes that HEIC and AVIF files consist of (ISO/IEC 14496-12), as far as they show what a file is."""

import os
from pathlib import Path

_HEIC = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"))
_AVIF = frozenset((b"avif", b"avis"))


def is_avif(head: bytes) -> bool:
    """Check by a file's first bytes whether it is AVIF, also where its first brand says no more than “pictures”."""
    if head[4:8] != b"ftyp":
        return False
    brands = {head[at : at + 4] for at in range(8, min(int.from_bytes(head[:4], "big"), len(head)), 4)}
    return head[8:12] in _AVIF or bool(brands & _AVIF and not brands & _HEIC)


def read_is_whole(path: Path) -> bool:
    """Check whether a file of boxes ends where its last box does; one that was cut off ends before."""
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        at = 0
        while 0 < end - at:
            file.seek(at)
            head = file.read(16)
            size = int.from_bytes(head[:4], "big")
            if size == 1:
                size = int.from_bytes(head[8:16], "big")
            elif size == 0:
                # The last box goes to the end, wherever that is.
                return True
            if size < 8:
                return False
            at += size
        return at == end
