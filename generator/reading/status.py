"""Which status a record has, as far as it can be read: this decides whether its faults stop a build."""

import re

from generator.case.model import Case
from generator.case.words import WordList
from generator.reading.documents import Document
from generator.reading.fault import RepeatedKeyFault
from generator.reading.intended_key import intended_key
from generator.reading.labels import Labels

UNFINISHED = ("draft", "submitted", "reviewed")
"""The statuses of records that no reader sees yet."""

_KEY = "status"
_LINE = re.compile(r"^status[ \t]*:[ \t]+(?P<written>[^\s#\"']+)[ \t]*(?:#.*)?$", re.MULTILINE)
"""A status alone on its line, which is plain even where the rest of the text is not YAML."""


def state_of(document: Document, statuses: WordList) -> str:
    """Give the id of a case's status, `draft` where none is written, an empty text where it cannot be read.

    A status is not read where the word is not one of ours, where it stands twice or under a key that looks like it,
    and where the file as a whole could not be read and shows no plain line of it.

    Args:
        document: the record.
        statuses: the words that the programme has for them.
    """
    if any(isinstance(fault, RepeatedKeyFault) and (*fault.path, fault.key) == (_KEY,) for fault in document.faults):
        return ""
    if _KEY in document.value:
        written = document.value[_KEY]
        return "draft" if written is None else _id(written, statuses)
    if document.value and not any(_means_status(key) for key in document.value):
        return "draft"
    lines = _LINE.findall(document.text)
    return _id(lines[0], statuses) if len(lines) == 1 else ""


def _id(written: object, statuses: WordList) -> str:
    if not isinstance(written, str):
        return ""
    word = written.strip()
    if not word:
        return "draft"
    return statuses[word].id if word in statuses else ""


def _means_status(key: str) -> bool:
    return key not in Case.model_fields and intended_key(Labels.of(Case), (key,)) == _KEY
