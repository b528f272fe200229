"""A site whose folder cannot be renamed, such as a mount point: what it holds is exchanged, one name after the other.

A list of the new names is written first. Once it is there the exchange can always be brought to its end, since each
name's state shows: it is still in the new folder, with a mark if it is a folder, or in its place.
"""

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.making.exchange import exchange
from generator.making.site_place import INSIDE, MARK, contents

_LIST = f"{INSIDE}list.json"
_NEXT = f"{INSIDE}next"
"""A file that only folders have which are still to be put in place, or have just been."""


def replace_contents(site: Path, new: Path, old: Path) -> None:
    """Put what a finished folder holds in the place of what the site holds.

    Args:
        site: the site's folder, which stays.
        new: the finished folder, inside the site's.
        old: where the old contents go, inside the site's, until they are removed.
    """
    names = sorted((path.name for path in new.iterdir()), key=_late)
    plan = json.dumps({"new": new.name, "old": old.name, "names": names})
    for folder in new.iterdir():
        if folder.is_dir():
            (folder / _NEXT).touch()
    shutil.rmtree(old, ignore_errors=True)
    old.mkdir()
    draft = old / _LIST
    try:
        draft.write_text(plan, encoding="utf-8")
        draft.replace(site / _LIST)
    except BaseException:
        shutil.rmtree(old, ignore_errors=True)
        raise
    _exchange(site, new, old, names)


def is_under_way(site: Path) -> bool:
    """Check whether an exchange has begun and not ended."""
    return (site / _LIST).is_file()


def finish(site: Path) -> bool:
    """Bring an exchange to its end that was cut off; gives whether there was one."""
    try:
        plan = json.loads((site / _LIST).read_bytes())
        new, old, names = site / plan["new"], site / plan["old"], plan["names"]
    except (OSError, ValueError, TypeError, KeyError):
        return False
    _exchange(site, new, old, names)
    return True


def _exchange(site: Path, new: Path, old: Path, names: Sequence[str]) -> None:
    old.mkdir(exist_ok=True)
    for name in names:
        if os.path.lexists(new / name):
            _put_in_place(new / name, site / name, old)
    for path in list(contents(site)):
        if path.name not in names:
            _put_aside(path, old)
    for name in names:
        if (site / name).is_dir():
            (site / name / _NEXT).unlink(missing_ok=True)
    (site / _LIST).unlink()
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)


def _put_in_place(new: Path, place: Path, old: Path) -> None:
    """Put a file or folder in its place; what was there goes, without a gap where the system can do that."""
    if not new.is_dir():
        if place.is_dir():
            _put_aside(place, old)
        new.replace(place)
        return
    is_exchanged = not (new / _NEXT).exists() or (place.is_dir() and exchange(new, place))
    if is_exchanged:
        _put_aside(new, old)
    else:
        _put_aside(place, old)
        new.rename(place)


def _put_aside(path: Path, old: Path) -> None:
    if os.path.lexists(path):
        path.rename(old / path.name)


def _late(name: str) -> tuple[bool, bool, str]:
    """Sort what pages refer to before the pages, and the mark last."""
    return name == MARK, name.endswith(".html"), name
