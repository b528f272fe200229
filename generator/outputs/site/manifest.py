"""The list of all files of a site, with size and SHA-256: what a copy of it is held against."""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

from generator.outputs.site.addresses import MANIFEST

_VERSION = 1
_SHA256 = re.compile(r"[0-9a-f]{64}")
_UNFIT = re.compile(r"[\x00-\x1f\x7f\\]")
"""What no address of ours has: control characters, and what divides folders on Windows."""


class Sum(NamedTuple):
    """What tells a file from any other."""

    size: int
    """In bytes."""
    sha256: str
    """64 hexadecimal digits in lower case."""

    @classmethod
    def of(cls, content: bytes) -> "Sum":
        """Sum up what a file holds."""
        return cls(len(content), sha256(content).hexdigest())


class DamagedManifestError(ValueError):
    """A manifest is not as a build writes it; the text says what is wrong, in Chinese."""


def render_manifest(sums: Mapping[str, Sum]) -> str:
    """Write the manifest: an object with `version`, `files` by address in order, and a `seal` over these.

    It does not list itself. A file has a line, so that two manifests can be compared by any program.
    """
    rows = sorted((uri, sum_) for uri, sum_ in sums.items() if uri != MANIFEST)
    lines = (f'{quoted(uri)}: {{"size": {size}, "sha256": "{digits}"}}' for uri, (size, digits) in rows)
    files = ",\n".join(lines)
    return f'{{"version": {_VERSION}, "files": {{\n{files}\n}}, "seal": "{_seal(rows)}"}}\n'


def parse_manifest(data: bytes) -> dict[str, Sum]:
    """Read a manifest.

    Raises:
        DamagedManifestError: it is cut off or changed, of another program, or names what lies outside the site.
    """
    try:
        told = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_without_repeats)
    except DamagedManifestError:
        raise
    except (ValueError, RecursionError) as error:
        raise DamagedManifestError("不是完整的 JSON，可能没有拷全，或者改动过") from error
    if not (isinstance(told, dict) and isinstance(told.get("files"), dict)):
        raise DamagedManifestError("里面没有文件的清单，是别的程序的文件")
    if told.get("version") != _VERSION:
        raise DamagedManifestError("是另一个版本的程序写的，请用那个版本核对")
    sums = {uri: _sum(uri, row) for uri, row in told["files"].items()}
    if told.get("seal") != _seal(sorted(sums.items())):
        raise DamagedManifestError("写好以后改动过，或者拷贝时坏了")
    return sums


def _seal(rows: Iterable[tuple[str, Sum]]) -> str:
    """Give what only these rows have, so that a fault of the list is not taken for one of the files."""
    return sha256(
        "".join(f"{uri}\0{size}\0{digits}\n" for uri, (size, digits) in rows).encode("utf-8", "surrogatepass")
    ).hexdigest()


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        raise DamagedManifestError("同一个文件列了两次")
    return told


def _sum(uri: str, row: object) -> Sum:
    if not is_inside(uri):
        raise DamagedManifestError(f"列出的“{uri}”不是网站里面的文件")
    size, digits = (row.get("size"), row.get("sha256")) if isinstance(row, dict) else (None, None)
    if type(size) is not int or size < 0 or not isinstance(digits, str) or not _SHA256.fullmatch(digits):
        raise DamagedManifestError(f"“{uri}”一行写得不对")
    return Sum(size, digits)


def is_inside(uri: str) -> bool:
    """Say whether an address leads to a file below the site on every system, and by one way only."""
    parts = uri.split("/")
    has_drive = len(parts[0]) > 1 and parts[0][1] == ":"
    return not (_UNFIT.search(uri) or has_drive or any(part in ("", ".", "..") for part in parts))
