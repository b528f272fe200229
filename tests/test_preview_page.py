"""What a preview adds to a page of a faulty record, and takes from every page."""

import pytest

from generator.case.problem import ERROR, WARNING, Place, Problem, Severity
from generator.outputs.preview_page import faults_by_page, on_this_machine, with_faults
from tests.each import each


def problem(path: str, severity: Severity = ERROR) -> Problem:
    """Make a problem of a file."""
    return Problem(path, Place(1, 1), "value-missing", severity, "缺少<标题>", "示例原因", "示例建议")


@each(
    ("path", "uri"),
    [
        ("cases/x-01/case.yml", "cases/x-01.html"),
        ("content/collections/xuan.yml", "collections/xuan.html"),
        ("content/collections/xuan.yaml", "collections/xuan.html"),
        ("content/wording.yml", None),
    ],
)
def test_page_of_a_file(path: str, uri: str | None) -> None:
    """The errors of a case or a collection belong to its page, those of a list to none, and warnings to none."""
    expected = {} if uri is None else {uri: (problem(path),)}

    assert expected == faults_by_page([problem(path), problem(path, WARNING)])


def test_faults_stand_above_the_page() -> None:
    """The problems come first in the page, with nothing of the record taken for HTML."""
    html = with_faults(b'<head></head><body class="x"><h1>a</h1></body>', [problem("cases/x-01/case.yml")]).decode()

    assert html.startswith('<head></head><body class="x"><div role="alert"')
    assert "cases/x-01/case.yml:1:1: 错误：缺少&lt;标题&gt; [value-missing]" in html
    assert html.endswith("</pre></div><h1>a</h1></body>")


@pytest.mark.parametrize(
    ("html", "faults"), [(b"<body></body>", ()), (b"<p>", (problem("cases/x-01/case.yml"),))], ids=["sound", "no-page"]
)
def test_page_as_it_was(html: bytes, faults: tuple[Problem, ...]) -> None:
    """A page without faults stays as it is, and so does what is no whole page."""
    assert html == with_faults(html, faults)


def test_base_is_this_machine() -> None:
    """Whatever a page gives as the base of its links, in a preview it is this machine."""
    expected = b'<head><base href="/"><title>'

    assert expected == on_this_machine(b'<head><base href="https://anliji.example/">\n<title>')
    assert on_this_machine(b"<head><title>") == b"<head><title>"
