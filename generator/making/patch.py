"""Some files of a site that is in place become others: all of them, whenever that is cut off.

They are written beside the site first, with a list of where each goes. Once the list is there, what a cut leaves undone
is done by the next run, before it does anything else. Everything else of the site stays as it is, times included.
"""

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from glob import escape
from pathlib import Path

from generator.making.exchange import flush

_NAME = "patch"
_LIST = "list.json"
_MODE = 0o644
"""What a web server, which is another user, needs."""


def patch(site: Path, files: Mapping[str, bytes]) -> None:
    """Put files in the place of others that the site has at the same addresses, in the order in which they are given.

    Raises:
        OSError: the system refused it; then nothing was changed, or the next run brings it to its end.
    """
    waiting = site.with_name(f".{site.name}.{_NAME}-{os.getpid()}")
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir()
    try:
        for number, data in enumerate(files.values()):
            path = waiting / str(number)
            path.write_bytes(data)
            path.chmod(_MODE)
        draft = waiting / f"{_LIST}.new"
        draft.write_text(json.dumps(list(files)), encoding="utf-8")
        flush(waiting)
        draft.replace(waiting / _LIST)
    except BaseException:
        shutil.rmtree(waiting, ignore_errors=True)
        raise
    _carry_out(site, waiting)


def finish_patches(site: Path) -> bool:
    """Bring to an end what was cut off; gives whether there was anything."""
    left = [folder for folder in site.parent.glob(f".{escape(site.name)}.{_NAME}-*") if (folder / _LIST).is_file()]
    for folder in left:
        _carry_out(site, folder)
    return bool(left)


def _carry_out(site: Path, waiting: Path) -> None:
    try:
        uris = json.loads((waiting / _LIST).read_bytes())
    except FileNotFoundError:
        # Another run has done it at this moment.
        return
    for number, uri in enumerate(uris):
        # What is not there any more was put in place before the cut.
        with suppress(FileNotFoundError):
            (waiting / str(number)).replace(site / uri)
    shutil.rmtree(waiting, ignore_errors=True)
