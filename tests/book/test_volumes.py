"""Books of several volumes."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.making.fonts import find_faces
from generator.making.typesetting.workspace import workspace
from generator.outputs.book.book import volumes_of
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import Format
from tests.book.printed import SETTINGS, PrintedVolume, packed

LONG = "示例支部每个月到渠口会商一次，先看数据，再议责任，最后定下期限。"


@pytest.fixture(scope="session")
def volumes(case: Callable[..., Case], tmp_path_factory: pytest.TempPathFactory) -> list[PrintedVolume]:
    """Give a book of several volumes, as if a volume had at most twelve pages."""
    tasks = ("党建联建", "教育服务", "科技赋能")
    cases = [
        case(f"x-{number:02}", task=task, background=LONG * 40, province="江苏", keywords=[f"词{number % 4}", "共有"])
        for task in tasks
        for number in range(tasks.index(task) * 6, tasks.index(task) * 6 + 6)
    ]
    library = gather(
        cases, [Collection.model_validate({"id": "dao", "title": "多册", "editor": "示例", "date": "2026"})]
    )
    plain = volumes_of(Publication(library, SETTINGS), library.arrangements[0], Format("16k", "screen"), longest=12)
    folder = tmp_path_factory.mktemp("volumes")
    printed = []
    with workspace(find_faces({}, folder)) as space:
        for position, made in enumerate(space.set_volumes(plain)):
            path = folder / f"{position}.pdf"
            path.write_bytes(made.pdf.read_bytes())
            printed.append(PrintedVolume(made.volume, made, path))
    return printed


def test_volumes_go_on_with_the_page_numbers(volumes: list[PrintedVolume]) -> None:
    """A volume opens on the right page behind the last of the volume before, and holds its own contents only."""
    assert len(volumes) > 1
    for before, after in pairwise(volumes):
        assert after.volume.first_page in (before.made.last_page + 1, before.made.last_page + 2)
        assert after.volume.first_page % 2 == 1
    for one in volumes:
        named = [
            entry.title for other in volumes for entry in other.volume.entries if packed(entry.title) in one.contents
        ]

        assert named == [entry.title for entry in one.volume.entries]
        assert one.volume.ordinal in one.texts[0]


def test_the_last_volume_has_the_whole_index(volumes: list[PrintedVolume]) -> None:
    """The last volume's indexes hold the pages of all volumes; the others have none."""
    numbers = {id: stand.page for one in volumes for id, stand in one.made.locations.items()}
    last = "".join(volumes[-1].texts)
    whole = "，".join(str(numbers[id]) for id in sorted(numbers, key=numbers.__getitem__))

    assert f"共有{whole}" in last
    assert [one.volume.ordinal for one in volumes if "索引" in "".join(one.texts[-4:])] == [volumes[-1].volume.ordinal]
