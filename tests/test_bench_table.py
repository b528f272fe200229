"""The tables of `make bench` are aligned, whatever is in them."""

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
