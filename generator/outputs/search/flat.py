"""Prose without its marks, by a rule so simple that theme/assets/js/search/texts.js has it too.

It is right for what most records have: paragraphs, lists, bold words, tables. Where it is not, the file of a case holds
the text that the reader of Markdown gives.
"""

import re

_MARK = re.compile(r"^(?:[-*+]|#{1,6}|[0-9]+[.)]) +")
_RULE = re.compile(r"\|[-:| ]+\|")
_LINES = re.compile(r"\n+")


def flat(prose: str) -> str:
    """Leave out marks of lists, headings and bold words, and the lines of tables; cells get lines of their own."""
    lines: list[str] = []
    for line in prose.split("\n"):
        if _RULE.fullmatch(line):
            continue
        cells = line[1:-1].split("|") if line.startswith("|") and line.endswith("|") else [_MARK.sub("", line)]
        lines += [cell.strip(" ") for cell in cells]
    return _LINES.sub("\n", "\n".join(lines).replace("**", "")).strip("\n")
