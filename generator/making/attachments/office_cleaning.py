"""The published copy of an Office document: without author, company, last editor, comments and marks of editing."""

import re
from collections.abc import Callable, Iterable, Mapping

from generator.making.attachments.pictures import without_notes
from generator.making.office.package import (
    CONTENT_TYPES,
    SIGNATURES,
    UnreadableError,
    is_package,
    read_parts,
    write_parts,
)

_DEEPEST = 2
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">%s</cp:coreProperties>'
)
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_TITLE = re.compile(rb"<dc:title>[^<]*</dc:title>")

_DROPPED = re.compile(
    r"docProps/(?:custom\.xml|thumbnail\.\w+)|word/(?:comments\w*|people)\.xml|word/_rels/comments\w*\.xml\.rels|"
    r"xl/(?:comments\w*\.xml|comments/.*|threadedComments/.*|persons/.*)|ppt/(?:comments/.*|commentAuthors\.xml|authors\.xml)"
)
"""Parts without which a document is whole."""
_DROPPED_TYPE = re.compile(
    r'Type="[^"]*/(?:custom-properties|thumbnail|comments|commentsExtended|commentsIds|commentsExtensible|people|'
    r'threadedComments?|persons?|commentAuthors|authors|attachedTemplate)"'
)
_RELATIONSHIP = re.compile(r"<(?:\w+:)?Relationship\b[^>]*?(?:/>|></(?:\w+:)?Relationship>)")
_OVERRIDE = re.compile(r'<(?:\w+:)?Override\b[^>]*?PartName="/([^"]*)"[^>]*?(?:/>|></(?:\w+:)?Override>)')

_FROM_WORD = (
    re.compile(
        r"<(?:\w+:)?(?P<name>commentRangeStart|commentRangeEnd|commentReference|attachedTemplate)\b[^>]*?"
        r"(?:/>|></(?:\w+:)?(?P=name)>)"
    ),
    re.compile(r'\s(?:\w+:)?rsid\w*="[^"]*"'),
    re.compile(r"<(?P<tag>(?:\w+:)?rsids)>.*?</(?P=tag)>", re.DOTALL),
)
_USER_NAME = re.compile(r'\suserName="[^"]*"')
_ABSOLUTE = re.compile(r'(<(?:\w+:)?absPath\b[^>]*?\burl=")[^"]*(")')
_NOTE = re.compile(r'<v:shape\b(?:(?!</v:shape>).)*?ObjectType="Note"(?:(?!</v:shape>).)*?</v:shape>', re.DOTALL)


def clean_office(data: bytes, depth: int = 0) -> bytes:
    """Make the copy; the same document always gives the same bytes. A signed one stays as it is.

    Raises:
        UnreadableError: the document cannot be read.
    """
    found = read_parts(data)
    if any(name.startswith(SIGNATURES) for name in found):
        return data
    parts = {name: content for name, content in found.items() if not _DROPPED.fullmatch(name)}
    return write_parts({name: _clean_part(name, content, parts, depth) for name, content in parts.items()})


def _clean_part(name: str, content: bytes, parts: Mapping[str, bytes], depth: int) -> bytes:
    if name == "docProps/core.xml":
        title = _TITLE.search(content)
        return (_CORE % (title[0].decode("utf-8", "replace") if title else "")).encode()
    if name == "docProps/app.xml":
        return _APP
    if is_package(content) and depth < _DEEPEST:
        return _clean_inside(content, depth)
    if name == CONTENT_TYPES:
        return _edited(content, lambda text: _OVERRIDE.sub(lambda one: one[0] if one[1] in parts else "", text))
    edit = next((edit for pattern, edit in _EDITS if pattern.fullmatch(name)), None)
    return _edited(content, edit) if edit else without_notes(content)


def _clean_inside(content: bytes, depth: int) -> bytes:
    try:
        return clean_office(content, depth + 1)
    except UnreadableError:
        # A package of another kind, a picture's for one.
        return content


def _kept_relationship(found: re.Match[str]) -> str:
    return "" if _DROPPED_TYPE.search(found[0]) else found[0]


def _without(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    for pattern in patterns:
        text = pattern.sub("", text)
    return text


def _edited(content: bytes, edit: Callable[[str], str]) -> bytes:
    """Edit a part's text; Office writes UTF-8, and what is written otherwise stays as it is."""
    try:
        return edit(content.decode("utf-8")).encode()
    except UnicodeDecodeError:
        return content


_EDITS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r".*\.rels"), lambda text: _RELATIONSHIP.sub(_kept_relationship, text)),
    (re.compile(r"word/.*\.xml"), lambda text: _without(text, _FROM_WORD)),
    (re.compile(r"xl/workbook\.xml"), lambda text: _ABSOLUTE.sub(r"\1\2", _USER_NAME.sub("", text))),
    (re.compile(r".*\.vml"), lambda text: _NOTE.sub("", text)),
)
"""What is changed in which parts."""
