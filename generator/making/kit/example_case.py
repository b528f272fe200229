"""An invented case, plainly marked, that shows how a row is filled in."""

from generator.case.programme import Programme
from generator.making.kit.asked import Asked

_TEXTS = {
    "title": "示例：把课堂搬到田间地头",
    "summary": "示例大学示例{actor}在示例县开展示范种植和技术培训，一年培训农户1200余人次。",
    "university": "示例大学",
    "province": "甘肃",
    "school": "示例学院",
    "branch": "示例学院示例{actor}",
    "secretary.name": "示例一",
    "secretary.role": "教授、学科带头人",
    "period.start": "2024-03",
    "period.end": "2024-11",
    "places.province": "甘肃",
    "places.city": "示例市",
    "places.county": "示例县",
    "places.detail": "示例镇示例村",
    "places.revitalisation": "是",
    "partners.name": "示例镇人民政府",
    "products.name": "示例工作法",
    "outcomes.what": "培训农户",
    "outcomes.value": "1200",
    "outcomes.unit": "人次",
    "keywords": "示例\n填报",
    "sources.title": "示例大学示例{actor}把课堂搬到田间地头",
    "sources.publisher": "示例大学新闻网",
    "sources.url": "https://www.example.edu.cn/info/1.htm",
    "sources.date": "2024-11-20",
    "permission.granted_by": "示例大学",
    "permission.granted_on": "2025-01-10",
}
_LEFT_EMPTY = frozenset(("also", "team.name", "team.kind"))


def example_text(asked: Asked, item: int, programme: Programme) -> str:
    """Give what the example says of a key, as its task is the first; of lists only the first item is filled in."""
    way = ".".join(asked.path)
    if item or way in _LEFT_EMPTY:
        return ""
    task = programme.tasks[0]
    by_task = {"forms": task.forms.names, "products.kind": task.products.names}
    offered = by_task.get(way, asked.words)
    return programme.explain(_TEXTS.get(way, "")) or next(iter(offered), "")
