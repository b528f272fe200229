"""Publishes attachments, as they are."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.case.model import Case
from generator.making.project.folder import CASES
from generator.outputs.site import addresses


def write_attachments(cases: Iterable[Case], root: Path, into: Path, advance: Callable[[int], None]) -> None:
    """Copy the attachments of cases that the checks have passed to where they are published."""
    for case in cases:
        for attachment in case.attachments:
            target = into / addresses.attachment_uri(case.id, attachment.file)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / CASES / case.id / attachment.file, target)
            advance(1)
