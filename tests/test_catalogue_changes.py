"""The catalogue after some cases have changed: the files are those that are drawn as a whole."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.case.model import Case
from generator.library.library import gather
from generator.outputs.catalogue.changed_rows import OtherwiseError
from generator.outputs.catalogue.files import draw_catalogue, redraw_catalogue
from generator.outputs.site.publication import Publication
from generator.outputs.site.settings import Settings
from tests.each import each

MakeCase = Callable[..., Case]

SETTINGS = Settings("示例案例集", "https://anliji.example/", "虚构的案例，只供测试。", "示例单位")
TITLES = ("示例甲", "示例乙", "示例丙")


def publish(case: MakeCase, *titles: str, **values: object) -> Publication:
    """Publish cases of some titles; other values are those of all."""
    cases = (case(f"x-{at}", title=f"示例的{one}", **values) for at, one in enumerate(titles))
    return Publication(gather(cases), SETTINGS)


@each("changed", [(0,), (1,), (2,), (0, 2), (2, 0), (0, 1, 2), ()])
@each("title", ["示例", '示例的一个长得多的题目，有“引号”, "quotes"', "=示例", '示例,""', "1"])
def test_changed_rows_take_the_place_of_others(case: MakeCase, changed: tuple[int, ...], title: str) -> None:
    """Whichever rows change, and whatever is in them: first, last, several, none; longer and shorter ones."""
    drawn = draw_catalogue(publish(case, *TITLES))
    now = publish(case, *(title if at in changed else one for at, one in enumerate(TITLES)))

    assert draw_catalogue(now) == redraw_catalogue(now, drawn.laid, drawn.files.__getitem__, changed)


def test_changes_follow_one_another(case: MakeCase) -> None:
    """What is told of changed files is what is told of drawn ones: cells with several lines, one case only."""
    titles = ["示例甲", "示例乙", "示例丙"]
    drawn = draw_catalogue(publish(case, *titles, keywords=["甲", "乙"]))
    for at, title in ((1, "示例乙乙乙"), (0, "示"), (2, "示例"), (1, "示例乙")):
        titles[at] = title
        now = publish(case, *titles, keywords=["甲", "乙"])
        drawn = redraw_catalogue(now, drawn.laid, drawn.files.__getitem__, [at])
        assert draw_catalogue(now) == drawn
    alone = draw_catalogue(publish(case, "示例"))
    now = publish(case, "示例二")

    assert draw_catalogue(now) == redraw_catalogue(now, alone.laid, alone.files.__getitem__, [0])


def test_what_is_not_as_it_was_drawn_is_drawn_as_a_whole(case: MakeCase) -> None:
    """A file that another hand has changed, that is cut off or gone; other cases than there were; nothing known."""
    now = publish(case, *TITLES)
    drawn = draw_catalogue(now)
    known, files = dict(drawn.laid), dict(drawn.files)
    table = next(uri for uri in files if uri.endswith(".csv"))
    spoilt = [
        (known, {**files, table: files[table].replace("甲".encode(), "乙".encode())}, now),
        (known, {**files, table: files[table][:-1]}, now),
        (known, {uri: data for uri, data in files.items() if uri != table}, now),
        ({uri: one for uri, one in known.items() if uri != table}, files, now),
        ({**known, table: replace(known[table], sizes=known[table].sizes[:-1])}, files, now),
        (known, files, publish(case, *TITLES, "示例丁")),
        (known, files, publish(case, *TITLES, status="draft")),
    ]
    for laid, there, publication in spoilt:
        with pytest.raises(OtherwiseError):
            redraw_catalogue(publication, laid, there.__getitem__, [0])
