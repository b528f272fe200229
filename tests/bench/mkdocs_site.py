"""Two more peers: the same records as a site of MkDocs with Material, which Zensical builds too.

They are spared lists by facet and a navigation that names the cases, both of which cost them minutes; their own search
is what they have besides.
"""

import json
from pathlib import Path
from typing import Any

from tests.bench.hugo import SECTIONS
from tests.bench.records import SEED, make_records

SETTINGS = {
    "site_name": "“强国行”典型案例集",
    "site_url": "https://anliji.example/",
    "use_directory_urls": False,
    "theme": {"name": "material", "language": "zh", "font": False},
    "plugins": ["search"],
    "markdown_extensions": ["footnotes", "tables", "def_list"],
    "nav": [{"首页": "index.md"}],
}


def write_mkdocs_site(folder: Path, count: int, *, seed: int = SEED) -> None:
    """Write so many records as a MkDocs project."""
    cases = folder / "docs" / "cases"
    cases.mkdir(parents=True)
    # JSON is YAML, so no quotes need a thought.
    (folder / "mkdocs.yml").write_text(json.dumps(SETTINGS, ensure_ascii=False), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# 典型案例集\n", encoding="utf-8")
    for case_id, record in make_records(count, seed=seed):
        (cases / f"{case_id}.md").write_text(_to_markdown(record), encoding="utf-8")


def _to_markdown(record: dict[str, Any]) -> str:
    place = record["places"][0]
    facts = {
        "学校": record["university"],
        "院系": record["school"],
        "支部": record["branch"],
        "支部书记": f"{record['secretary']['name']}（{record['secretary']['role']}）",
        "地区": record["province"],
        "团队级别": record["level"],
        "开展时间": f"{record['period']['start']}—{record['period']['end']}",
        "服务地点": "".join(place.values()),
        "合作单位": "，".join(f"{one['name']}（{one['kind']}）" for one in record["partners"]),
        "工作形式": "，".join(record["forms"]),
        "成果": "，".join(f"{one['name']}（{one['kind']}）" for one in record["products"]),
        "关键词": "，".join(record["keywords"]),
    }
    outcomes = "\n".join(f"- {one['what']}：{one['value']}{one['unit']}" for one in record["outcomes"])
    sources = "\n".join(
        f"1. [{one['title']}]({one['url']})，{one['publisher']}，{one['date']}" for one in record["sources"]
    )
    parts = (
        f"# {record['title']}",
        record["summary"],
        "\n\n".join(f"{name}\n:   {value}" for name, value in facts.items()),
        f"## 成效数据\n\n{outcomes}",
        *(f"## {title}\n\n{record[key]}" for key, title in SECTIONS.items()),
        f"## 出处\n\n{sources}",
    )
    return "\n\n".join(parts) + "\n"
