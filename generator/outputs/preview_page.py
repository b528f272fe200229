"""What a preview adds to a page and takes from it: the problems of its record, and the way to the real site."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape

from generator.case.problem import ERROR, Problem
from generator.outputs.report import render_problem
from generator.outputs.site import addresses

_BASE = re.compile(rb"<base\b[^>]*>\s*", re.IGNORECASE)
_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
_FILES = (
    (re.compile(r"cases/([^/]+)/case\.yml"), addresses.case_uri),
    (re.compile(r"content/collections/([^/]+)\.ya?ml"), addresses.collection_uri),
)
"""What a record's file is called, and the address of its page."""


def faults_by_page(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Give the errors of records by the addresses of their pages; those of other files are left out."""
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        for form, uri_of in _FILES:
            named = form.fullmatch(problem.path)
            if named and problem.severity == ERROR:
                found[uri_of(named[1])].append(problem)
    return {uri: tuple(of_page) for uri, of_page in found.items()}


def with_faults(html: bytes, faults: Sequence[Problem]) -> bytes:
    """Show above a page what is wrong with its record, in the words of the check."""
    body = _BODY.search(html)
    if not faults or not body:
        return html
    told = escape("\n\n".join(map(render_problem, faults)))
    block = (
        '<div role="alert" style="background:#fff4f2;color:#3b0d08;border-bottom:4px solid #7a1a12;padding:1em">'
        "<strong>这条记录现在有错误；改好以后，这一页自动更新，在那以前不反映最近的改动。</strong>"
        f'<pre style="margin:.6em 0 0;white-space:pre-wrap;font:14px/1.6 monospace">{told}</pre></div>'
    )
    return html[: body.end()] + block.encode() + html[body.end() :]


def on_this_machine(html: bytes) -> bytes:
    """Take the real site's address from a page, so that a browser asks no other host for what the page names."""
    return _BASE.sub(b'<base href="/">', html)
