"""The peer in setting books: WeasyPrint, on an HTML document with the same texts, paper, type area and fonts.

It is spared what our command does besides: reading and checking the records, covers, notes of the editors, indexes, the
list of all sources, QR codes.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pylopdf_fonts_zh_cn as fonts
from jinja2 import Environment
from markupsafe import Markup

from generator.case.markdown import parse_prose
from generator.case.model import SECTIONS, Case
from generator.outputs.book.book import volumes_of
from generator.outputs.views.prose_html import render_html
from tests.bench.our_book import FORM, Chosen

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""What Debian calls the libraries that WeasyPrint opens; the last makes its fonts small, and it is slower without."""

_TRY = "from weasyprint.text.ffi import harfbuzz_subset; assert harfbuzz_subset, 'no libharfbuzz-subset'"

# The type area is ours: 38 characters of 10.5 pt in a line, 34 lines of 17.5 pt on a page.
_STYLE = """
@font-face { font-family: "Book Serif"; src: url({{ serif }}); }
@font-face { font-family: "Book Sans"; src: url({{ sans }}); }
@page { size: 185mm 260mm; }
@page :right {
  margin: 27mm 20.2mm 23.1mm 24mm;
  @top-right { content: string(part); font: 8pt "Book Sans"; color: #5f574f; }
  @bottom-right { content: counter(page); font: 9pt "Book Serif"; color: #5f574f; }
}
@page :left {
  margin: 27mm 24mm 23.1mm 20.2mm;
  @top-left { content: string(book); font: 8pt "Book Sans"; color: #5f574f; }
  @bottom-left { content: counter(page); font: 9pt "Book Serif"; color: #5f574f; }
}
@page bare { @top-right { content: none; } @bottom-right { content: none; } }
@page :blank { @top-left { content: none; } @bottom-left { content: none; } }
html { font: 10.5pt/17.5pt "Book Serif"; color: #1f1b18; }
body, p, ul, ol, h1, h2, h3 { margin: 0; }
h1, h2, h3, th, strong, em { font-family: "Book Sans"; font-weight: normal; font-style: normal; text-align: left; }
a { color: inherit; text-decoration: none; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 13pt; border-block: 0.8pt solid; }
td, th { padding: 0.2em 0.5em; border-top: 0.4pt solid #b8afa3; vertical-align: top; }
.title { page: bare; text-align: center; padding-top: 33mm; }
.title h1 { font-size: 33pt; line-height: 1.4; text-align: center; string-set: book content(); }
.title p { font-family: "Book Sans"; font-size: 12.5pt; margin-top: 17.5pt; }
.contents, .part { break-before: right; }
.contents h2 { font-size: 22pt; line-height: 2; text-align: center; string-set: part content(); }
.contents h3, .contents li { font-size: 10.5pt; margin-top: 4pt; }
.contents ol { list-style: none; padding-left: 1.2em; }
.contents a::after { content: leader(".") target-counter(attr(href), page); }
.contents small { font-size: 8pt; color: #5f574f; }
.part h1 { font-size: 36pt; line-height: 1.4; padding-top: 60mm; string-set: part content(); }
.case { break-before: page; }
.facts th { width: 7em; white-space: nowrap; }
.case .kind { font: 9pt "Book Sans"; color: #b4281e; }
.case h2 { font: 19.5pt/1.4 "Book Serif"; }
.case .unit { font: 9pt "Book Sans"; color: #5f574f; margin-block: 10pt; }
.case .summary { background: #f7f4ef; border-left: 2.2pt solid #b4281e; padding: 0.75em 1em; margin-bottom: 12pt; }
.case h3 { font-size: 12.5pt; border-left: 2.5pt solid #b4281e; padding-left: 0.5em; margin-block: 9pt 5pt; }
.prose { text-align: justify; }
.prose p { text-indent: 2em; }
.prose table { width: auto; margin: 10pt auto; }
.prose li > p { text-indent: 0; }
.prose-notes { font-size: 8pt; line-height: 12pt; }
.prose-notes a { display: none; }
.align-right { text-align: right; }
.figures b { font: 13pt "Book Sans"; color: #b4281e; }
.foot { font-size: 8pt; line-height: 12pt; border-top: 0.8pt solid #b4281e; margin-top: 17.5pt; padding-top: 0.7em; }
.foot h3 { font-size: 8pt; color: #b4281e; border: none; padding: 0; margin: 0; }
"""

_BOOK = """<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{ volume.title }}</title><meta name="author" content="{{ volume.editor }}">
<style>{{ style }}</style></head>
<body>
<section class="title"><h1>{{ volume.title }}</h1><p>{{ volume.editor }}</p><p>{{ volume.date }}</p></section>
<section class="contents"><h2>目录</h2>
{% for part in volume.parts %}
<h3><a href="#part-{{ part.number }}">{{ part.name }}</a></h3>
<ol>{% for entry in part.entries %}
<li><a href="#case-{{ entry.id }}">{{ entry.title }} <small>{{ entry.university }}</small></a></li>{% endfor %}</ol>
{% endfor %}
</section>
{% for part in volume.parts %}
<section class="part" id="part-{{ part.number }}"><h1>{{ part.name }}</h1><p>{{ part.definition }}</p></section>
{% for entry in part.entries %}
<article class="case" id="case-{{ entry.id }}">
<p class="kind">案例{{ entry.number }} {{ entry.task_name }}</p>
<h2>{{ entry.title }}</h2>
<p class="unit">{{ entry.university }} {{ entry.unit }}</p>
<p class="summary">{{ entry.summary }}</p>
<table class="facts">{% for line in entry.facts %}
<tr>{% for row in line %}<th scope="row">{{ row.label }}</th>
<td{% if line|length == 1 %} colspan="3"{% endif %}>{{ row.text }}</td>{% endfor %}</tr>{% endfor %}</table>
{% for title, prose in sections[entry.id] %}<h3>{{ title }}</h3>
<div class="prose">{{ prose }}</div>
{% endfor %}
<h3>成效数据</h3>
<table class="figures"><thead><tr><th>事项</th><th>数据</th><th>事项</th><th>数据</th></tr></thead>
<tbody>{% for pair in entry.figures|batch(2) %}<tr>{% for one in pair %}
<td>{{ one.what }}</td><td>{{ one.before }}<b>{{ one.number }}</b>{{ one.after }}</td>{% endfor %}</tr>{% endfor %}
</tbody></table>
<div class="foot"><h3>出处</h3>
{% for one in entry.sources %}<p><a href="{{ one.url }}">{{ one.text }}</a></p>{% endfor %}
<p>{{ entry.basis }}</p></div>
</article>
{% endfor %}
{% endfor %}
</body>
</html>
"""


def write_document(chosen: Chosen, document: Path) -> None:
    """Write a book, of one volume, as an HTML document."""
    (volume,) = volumes_of(chosen.publication, chosen.arrangement, FORM)
    sections = {entry.id: _sections(chosen.publication.library.by_id[entry.id]) for entry in volume.entries}
    drawing = Environment(autoescape=True)
    faces = {name: Path(path).as_uri() for name, path in (("serif", fonts.serif_path()), ("sans", fonts.sans_path()))}
    style = Markup(drawing.from_string(_STYLE).render(faces))  # noqa: S704 (our own)
    document.write_text(
        drawing.from_string(_BOOK).render(volume=volume, sections=sections, style=style), encoding="utf-8"
    )


def _sections(case: Case) -> list[tuple[str, Markup]]:
    """Draw a case's sections with their titles, as on the site."""
    return [
        (
            Case.model_fields[key].title or key,
            Markup(render_html(parse_prose(text), heading=4, prefix=f"{case.id}-{key}-")),  # noqa: S704 (our own tags)
        )
        for key in SECTIONS
        if (text := getattr(case, key))
    ]


def missing_part() -> str:
    """Install WeasyPrint's libraries where they are missing and this process may; tells what it lacks after that."""
    fault = _fault()
    if fault and shutil.which("apt-get") and os.geteuid() == 0:
        _install()
        fault = _fault()
    return f"请安装 {' '.join(PACKAGES)}（{fault}）" if fault else ""


def _fault() -> str:
    """Try to import it, and give the last thing that Python said; empty when it can be imported."""
    tried = subprocess.run([sys.executable, "-c", _TRY], capture_output=True, encoding="utf-8", check=False)
    return (tried.stderr.strip().splitlines() or [f"{tried.returncode}"])[-1] if tried.returncode else ""


def _install() -> None:
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.run(install, env=quiet, capture_output=True, check=False).returncode != 0:
        # A fresh machine knows no packages yet.
        subprocess.run(["apt-get", "update"], env=quiet, capture_output=True, check=False)
        subprocess.run(install, env=quiet, capture_output=True, check=False)
