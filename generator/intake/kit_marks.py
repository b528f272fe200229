"""What the files that are sent out with a call say of themselves, so that what comes back on them is told from it."""

EXAMPLE = "示例，填报时删除"
"""Stands where a row's number would, in a row that shows how to fill in."""
GUIDE_TITLE = "汇总表填表说明"
GUIDE_SHEET, WORDS_SHEET = "填表说明", "词表"
"""Sheets without cases: what each column is for, and the words that drop-down lists offer."""
PROMPT = "填写提示："
"""Begins every paragraph of a form that says how to fill in."""


def is_guide(first: str) -> bool:
    """Whether a sheet that begins with this is the one that comes with our table."""
    return first.endswith(GUIDE_TITLE)


def is_prompt(paragraph: str) -> bool:
    """Whether a paragraph was in the form before anybody filled it in."""
    return paragraph.startswith(PROMPT)
