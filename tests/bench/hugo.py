"""The peer: the same records as a Hugo site that shows the same facts, with four facets and the same page length.

It is spared what our build does besides: related cases, the other facets, statistics, checks.
"""

import json
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from generator.case.programme import packaged_programme
from tests.bench.records import SEED, make_records

CASES_PER_PAGE = 24
"""As on our own pages."""

SECTIONS = {"background": "背景与问题", "approach": "主要做法", "results": "工作成效", "lessons": "经验启示"}

SETTINGS = {
    "baseURL": "https://anliji.example/",
    "locale": "zh-CN",
    "title": "“强国行”典型案例集",
    "hasCJKLanguage": True,
    "uglyURLs": True,
    "pagination": {"pagerSize": CASES_PER_PAGE, "disableAliases": True},
    "taxonomies": {"task": "task", "province": "province", "university": "university", "year": "year"},
    "outputs": {"home": ["html", "rss"], "section": ["html"], "taxonomy": ["html"], "term": ["html"]},
    "markup": {"goldmark": {"renderer": {"unsafe": False}}},
}

BASE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ .Site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<header><a href="{{ "/" | relURL }}">{{ .Site.Title }}</a>
<nav>{{ range (slice "task" "province" "university" "year") }}
<a href="{{ printf "/%s.html" . | relURL }}">{{ . }}</a>{{ end }}</nav>
</header>
<main{{ if .IsPage }} data-pagefind-body{{ end }}>{{ block "main" . }}{{ end }}</main>
<footer>{{ .Site.Title }}</footer>
</body>
</html>
"""

SINGLE = """{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>{{ range .Params.task }}<li><a href="{{ printf "/task/%s.html" . | relURL }}">{{ . }}</a></li>{{ end }}
{{ range .Params.also }}<li>{{ . }}</li>{{ end }}</ul>
<p>{{ .Params.summary }}</p>
<ul>{{ range .Params.keywords }}<li>{{ . }}</li>{{ end }}</ul>
<h2>基本信息</h2>
<dl>
{{ range .Params.university }}<dt>学校</dt>
<dd><a href="{{ printf "/university/%s.html" . | relURL }}">{{ . }}</a></dd>{{ end }}
<dt>院系</dt><dd>{{ .Params.school }}</dd>
<dt>支部</dt><dd>{{ .Params.branch }}</dd>
<dt>支部书记</dt><dd>{{ .Params.secretary.name }}（{{ .Params.secretary.role }}）</dd>
{{ range .Params.province }}<dt>地区</dt>
<dd><a href="{{ printf "/province/%s.html" . | relURL }}">{{ . }}</a></dd>{{ end }}
<dt>团队级别</dt><dd>{{ .Params.level }}</dd>
<dt>开展时间</dt><dd>{{ .Params.period.start }}—{{ .Params.period.end }}</dd>
<dt>服务地点</dt>{{ range .Params.places }}<dd>{{ .province }}{{ .city }}{{ .county }}{{ .detail }}</dd>{{ end }}
<dt>合作单位</dt>{{ range .Params.partners }}<dd>{{ .name }}（{{ .kind }}）</dd>{{ end }}
<dt>工作形式</dt>{{ range .Params.forms }}<dd>{{ . }}</dd>{{ end }}
<dt>成果</dt>{{ range .Params.products }}<dd>{{ .name }}（{{ .kind }}）</dd>{{ end }}
</dl>
<h2>成效数据</h2>
<dl>{{ range .Params.outcomes }}<dt>{{ .what }}</dt><dd>{{ .qualifier }}{{ .value }}{{ .unit }}</dd>{{ end }}</dl>
{{ .Content }}
<h2>出处</h2>
<ol>{{ range .Params.sources }}
<li><a href="{{ .url }}">{{ .title }}</a>，{{ .publisher }}，{{ .date }}</li>{{ end }}</ol>
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ end }}
"""

LIST = """{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ $pages := .Paginate .Pages }}
{{ range $pages.Pages }}
<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ delimit .Params.university "" }} {{ delimit .Params.province "" }} {{ .Params.period.end }}</p>
<p>{{ .Params.summary }}</p></article>
{{ end }}
<nav>{{ if $pages.HasPrev }}<a href="{{ $pages.Prev.URL }}">上一页</a>{{ end }}
{{ $pages.PageNumber }}/{{ $pages.TotalPages }}
{{ if $pages.HasNext }}<a href="{{ $pages.Next.URL }}">下一页</a>{{ end }}</nav>
{{ end }}
"""

TERMS = """{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.ByCount }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>
{{ end }}
"""

HOME = """{{ define "main" }}
<h1>{{ .Site.Title }}</h1>
<ul>{{ range first 12 .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ end }}
"""


def hugo_binary() -> Path:
    """Find the program itself; the command of the same name starts a Python first."""
    for name in ("hugo", "hugo.exe"):
        binary = Path(str(distribution("hugo").locate_file(f"hugo/binaries/{name}")))
        if binary.is_file():
            return binary
    raise FileNotFoundError("hugo is not installed: make venv")


def write_hugo_site(folder: Path, count: int, *, seed: int = SEED) -> None:
    """Write so many records as a Hugo site."""
    layouts = folder / "layouts"
    texts = {
        "baseof.html": BASE,
        "home.html": HOME,
        "page.html": SINGLE,
        "section.html": LIST,
        "taxonomy.html": TERMS,
        "term.html": LIST,
    }
    (folder / "content" / "cases").mkdir(parents=True)
    layouts.mkdir()
    (folder / "hugo.json").write_text(json.dumps(SETTINGS, ensure_ascii=False), encoding="utf-8")
    for name, text in texts.items():
        (layouts / name).write_text(text, encoding="utf-8")
    for case_id, record in make_records(count, seed=seed):
        page = folder / "content" / "cases" / f"{case_id}.md"
        page.write_text(to_markdown(record), encoding="utf-8")


def to_markdown(record: dict[str, Any]) -> str:
    """Write a record as front matter and Markdown."""
    facts = {key: value for key, value in record.items() if key not in SECTIONS}
    year = str(record["period"]["end"])[:4]
    facts |= {"task": [record["task"]], "province": [record["province"]], "university": [record["university"]]}
    facts |= {"year": [year], "date": f"{record['period']['end']}-01"}
    at_end = {str(word) for word in packaged_programme().qualifiers if word.place == "end"}
    for outcome in record["outcomes"]:
        if outcome.get("qualifier") in at_end:
            outcome["unit"] += outcome.pop("qualifier")
    text = "\n\n".join(f"## {title}\n\n{record[key]}" for key, title in SECTIONS.items())
    return f"{json.dumps(facts, ensure_ascii=False)}\n\n{text}\n"


if __name__ == "__main__":
    write_hugo_site(Path(sys.argv[1]), int(sys.argv[2]))
