"""Pages and other files that people write below content/: what of them may not reach a reader."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.case.personal import NEVER_WAIVED, PersonalDatum, find_personal_data
from generator.case.problem import Place, Problem
from generator.reading.attachment_findings import hidden, personal, unreadable
from generator.reading.decoding import decode
from generator.reading.examination import problem_of
from generator.reading.finding import Finding, first_findings
from generator.reading.first_of_each import first_of_file
from generator.reading.lines import Lines
from generator.reading.personal_findings import MOST_COUNTED, finding_of
from generator.reading.record import AttachmentSeen

RULE = "personal-data"
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_WAIVE = "在页面开头的 --- 之间写 waivers，像记录里那样写 rule: personal-data 和理由"


def page_problems(path: str, data: bytes, office_mail: frozenset[str]) -> Iterator[Problem]:
    """Find personal data in a file that is published as it is, or as a page.

    Args:
        path: the file's, from the project's folder.
        data: its bytes.
        office_mail: mailboxes that may be published.
    """
    yield from name_problems(path, office_mail)
    text = decode(data)[0] or data.decode("gb18030", errors="replace")
    is_page = path.lower().endswith((".md", ".markdown"))
    is_waived = is_page and _waives(text)
    lines = Lines(text)
    where, waive = ("页面", _WAIVE) if is_page else ("文件", "")

    def word(datum: PersonalDatum) -> Finding:
        place = lines.place(*lines.position(datum.start), datum.end - datum.start)
        return finding_of(place, f"{where}里", datum, waive)

    found = find_personal_data(text, office_mail, MOST_COUNTED)
    told = [datum for datum in found if not is_waived or datum.kind in NEVER_WAIVED]
    for finding in first_of_file(where, first_findings(told, word)):
        yield problem_of(finding, RULE, path)


def name_problems(path: str, office_mail: frozenset[str]) -> Iterator[Problem]:
    """Find personal data in the name of a file that is published; its name is its address."""
    for datum in find_personal_data(path.partition("/")[2].replace("/", "，"), office_mail):
        yield problem_of(finding_of(Place(1, 1), "文件名里", datum, ""), RULE, path)


def document_problems(path: str, seen: AttachmentSeen, office_mail: frozenset[str]) -> Iterator[Problem]:
    """Find what may not be published in a document that lies among the pages, as attachments of records are judged."""
    yield from name_problems(path, office_mail)
    for rule, finding in (
        *(("attachment-unreadable", finding) for finding in unreadable(Place(1, 1), path, seen)),
        *(("attachment-hidden", finding) for finding in hidden(Place(1, 1), path, seen)),
        *(
            ("attachment-personal-data", one)
            for one in first_of_file("文件", personal(Place(1, 1), path, seen, office_mail))
        ),
    ):
        yield problem_of(finding, rule, path)


def _waives(text: str) -> bool:
    front = _FRONT_MATTER.match(text)
    try:
        meta: Any = yaml.safe_load(front[1]) if front else None
    except (yaml.YAMLError, ValueError, RecursionError):
        return False
    waivers = meta.get("waivers") if isinstance(meta, dict) else None
    return isinstance(waivers, list) and any(
        isinstance(one, dict) and one.get("rule") == RULE and str(one.get("reason") or "").strip() for one in waivers
    )
