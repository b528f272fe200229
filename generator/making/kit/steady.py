"""Office files whose bytes follow from what is in them: no clock, no chance."""

import io
import re
import zipfile

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows."""
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_FIXED = rb"\g<1>2000-01-01T00:00:00Z\g<3>"


def steady(data: bytes) -> bytes:
    """Pack an Office file anew, in the same order and without the time of its making."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as found, zipfile.ZipFile(packed, "w") as target:
        for name in found.namelist():
            content = found.read(name)
            if name == "docProps/core.xml":
                content = _MOMENT.sub(_FIXED, content)
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # What made the file on this system is not told either.
            entry.create_system = 0
            target.writestr(entry, content)
    return packed.getvalue()
