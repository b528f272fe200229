"""What a page says of its tables: what they are called, which columns are short, how small they must be on paper."""

from generator.outputs.site.table_shape import TableShape, shape_of
from tests.each import each

MANY_ONES = "1、1、1、1、1、1、1、1、1、1、1、1、1、1、1、…"
ADDRESS = "https://www.shili.example/2024/page.htm?a=1"


@each(
    ("rows", "expected"),
    [
        ([["年", "次"], ["2024", "5"]], TableShape("年、次", ("short", "short"), "", is_low=True)),
        ([["年", "网址"], ["2024", ADDRESS]], TableShape("年、网址", ("short", "long"), "", is_low=True)),
        ([["", ""]], TableShape("", ("short", "short"), "", is_low=True)),
        ([], TableShape("", (), "", is_low=True)),
        ([["一"], *[["示例" * 20]] * 9], TableShape("一", ("",), "", is_low=False)),
        (
            [["2024"] * 8, ["123,456.78"] * 8],
            TableShape("2024、2024、2024、2024、2024、2024、…", ("short",) * 8, "close", is_low=True),
        ),
        ([["1"] * 6, ["12345678901234"] * 6], TableShape("1、1、1、1、1、1", ("",) * 6, "close", is_low=True)),
        (
            [["示例的院系"] * 12, ["示例的院系和党支部"] * 12],
            TableShape(
                "示例的院系、示例的院系、示例的院系、示例的院系、示例的院系、…", ("",) * 12, "closer", is_low=True
            ),
        ),
        ([["1"] * 20, ["1,234,567.89"] * 20], TableShape(MANY_ONES, ("short",) * 20, "closest", is_low=True)),
    ],
)
def test_shape_of(rows: list[list[str]], expected: TableShape) -> None:
    """Numbers keep whole, long addresses may break, and many columns have smaller letters."""
    assert shape_of(rows) == expected


def test_label() -> None:
    """A table without words in its head is called a table."""
    assert (shape_of([["甲"]]).label, shape_of([[""]]).label) == ("表格：甲", "表格")
