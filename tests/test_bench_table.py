"""The tables of `make bench` are aligned, whatever is in them."""

from pathlib import Path

from tests.bench.build import Output, Result, Row
from tests.bench.build_tables import tables
from tests.bench.measure import Run
from tests.bench.published import BEGIN, END, README, publish
from tests.bench.table import Table


def test_columns_are_aligned_by_cells() -> None:
    """Chinese takes two cells; numbers end below one another, and a remark runs on without widening its column."""
    table = Table("案例", "程序", "做什么", "秒", title="检索索引")
    table.add_section()
    table.add_row("1000", "anliji", "合计 a", "2.30")
    table.add_row("1000", "pagefind", "没有完成：内存不够")
    table.add_section()
    table.add_row("10000", "anliji", "读", "12.30")

    assert str(table).splitlines() == [
        "检索索引",
        " 案例  程序    做什么     秒",
        "-----  ------  ------  -----",
        " 1000  anliji  合计 a   2.30",
        " 1000  pagefind  没有完成：内存不够",
        "-----  ------  ------  -----",
        "10000  anliji  读      12.30",
    ]


def test_table_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """The README gets the table between its marks, once and again, and keeps all else."""
    readme = tmp_path / "README.md"
    readme.write_text(f"# 示例\n\n{BEGIN}旧的\n{END}\n后面\n", encoding="utf-8")
    table = Table("案例", "程序", "秒", "MB", title="生成网站")
    table.add_row("1,000", "anliji", "2.30", "40")
    table.add_row("1,000", "hugo", "没有完成：内存不够")
    for _ in range(2):
        publish(table, "某天", readme)

    assert readme.read_text(encoding="utf-8") == (
        f"# 示例\n\n{BEGIN}\n| 案例 | 程序 | 秒 | MB |\n| ---: | --- | ---: | ---: |\n"
        f"| 1,000 | anliji | 2.30 | 40 |\n| 1,000 | hugo | 没有完成：内存不够 |\n\n某天。\n\n{END}\n后面\n"
    )


def test_readme_has_its_place_for_the_table() -> None:
    """The project's README has the marks between which the table goes, in order."""
    text = README.read_text(encoding="utf-8")

    assert text.count(BEGIN) == text.count(END) == 1
    assert text.index(BEGIN) < text.index(END)


def results() -> list[Result]:
    """Give two sizes, where all figures grow as the records do but for a peer that failed."""
    return [
        Result(
            count,
            [
                Row(name, does, Run(count / 100, count / 50, count / 20, 1), Output(2 * count, 40_000 * count))
                for name, does in (
                    ("anliji", "从头"),
                    ("anliji", "再来"),
                    ("anliji", "改"),
                    ("Hugo", "从头"),
                    ("cp -r", "复制"),
                )
            ],
            [{"name": "读取", "seconds": 1, "cpu_seconds": 1, "children_cpu_seconds": 1, "files": 0, "bytes": 0}],
            {"zensical": "装不上"},
        )
        for count in (1_000, 10_000)
    ]


def test_tables_of_builds() -> None:
    """A copy has no ratio, a peer that failed its reason, and each aim its verdict."""
    programs, growth, stages, aims = (
        [" ".join(line.split()) for line in str(one).splitlines()] for one in tables(results())
    )

    assert "10,000 cp -r 复制 100.00 200.00 500 20,000 400" in programs
    assert "10,000 anliji 改 100.00 1.00 200.00 1.00 500 20,000 400" in programs
    assert "10,000 zensical 没有完成：装不上" in programs
    assert "10,000 anliji 10.00 20.00 51 40.0 2.00" in growth
    assert "10,000 读取 1.00 2.00 0.20 0 0" in stages
    assert "10,000 个案例，从头生成，CPU 秒是 Hugo 的几倍 2.0 1.00 是" in aims
    assert "10,000 个案例，什么也没改，秒 0.8 100.00 否" in aims
    assert "1,000 → 10,000 个案例，每个案例的秒数是几倍 1.15 1.00 是" in aims
