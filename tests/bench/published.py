"""The table of builds in the project's README, put there by whoever has a quiet machine."""

from pathlib import Path

from tests.bench.table import Table

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- make bench -->\n", "<!-- make bench ends -->\n"


def publish(table: Table, measured: str, readme: Path = README) -> None:
    """Put a table in the place of the one that is there.

    Args:
        table: what was measured.
        measured: when, on what and how.
        readme: the file.
    """
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    text = f"{before}{BEGIN}\n{table.markdown()}\n\n{measured}。\n\n{END}{after}"
    readme.write_text(text, encoding="utf-8", newline="\n")
