"""What a cell under a known heading says, as values of a record; what cannot be read is never lost."""

import re
from collections.abc import Callable

from generator.case.model import SECTIONS
from generator.case.text import joined_lines, shorten
from generator.case.vocabulary import CREDIT_ROLES
from generator.case.words import WordList
from generator.intake import listed_values
from generator.intake.bodies import read_branches, read_persons, read_universities
from generator.intake.cells import split_values, unspread
from generator.intake.dates import read_dates
from generator.intake.figures import half_width, read_number
from generator.intake.headings import other_word
from generator.intake.places import province_of, read_place
from generator.intake.said import Asked, Reading
from generator.intake.words import Choice, choose

_ALL_SIGNS = "、；;，,\n"
_YES = ("是", "√", "✓", "有", "y", "yes", "true", "1")
_NO = ("否", "×", "无", "n", "no", "false", "0", "-", "/")
_WRAPPED = re.compile("《([^《》]+)》")
_SPREAD = re.compile(r"[㐀-鿿][\s\u3000]+[㐀-鿿]")


def read_cell(asked: Asked) -> Reading:
    """Read a cell."""
    reading = Reading()
    if not asked.says_nothing:
        read = _WHOLE.get(asked.path[0]) if len(asked.path) == 1 else _AT.get(asked.path)
        (read or _INNER.get(asked.path[-1], _line))(asked, reading)
    return reading


# Keys by themselves.


def _line(asked: Asked, reading: Reading) -> None:
    words = _words_at(asked)
    if words is not None:
        choice = choose(words, joined_lines(asked.text.split("\n")), other_word(asked.path[-1], asked.text))
        if choice.name:
            reading.say(asked.path, choice.name, choice.doubt)
        else:
            reading.keep(asked, asked.text, choice.reason)
    else:
        reading.say(asked.path, joined_lines(asked.text.split("\n")))


def _title(asked: Asked, reading: Reading) -> None:
    """Take the marks of a book's title off that tables put around a case's."""
    title = unspread(joined_lines(asked.text.split("\n")))
    wrapped = _WRAPPED.fullmatch(title)
    reading.say(asked.path, wrapped[1] if wrapped else title)


def _words_at(asked: Asked) -> WordList | None:
    programme = asked.programme
    return {
        ("level",): programme.levels,
        ("outcomes", "qualifier"): programme.qualifier_words,
        ("outcomes", "before_qualifier"): programme.qualifier_words,
        ("funding", "qualifier"): programme.qualifier_words,
        ("partners", "kind"): programme.partner_kinds,
        ("products", "kind"): programme.product_kinds,
        ("team", "kind"): programme.team_kinds,
        ("credits", "role"): CREDIT_ROLES,
    }.get(asked.path)


def _prose(asked: Asked, reading: Reading) -> None:
    """Make paragraphs of the lines of a cell, which has no other way to divide them."""
    lines = (line.strip(" \t\u3000") for line in asked.text.split("\n"))
    reading.say(asked.path, "\n\n".join(filter(None, lines)))


def _date(asked: Asked, reading: Reading) -> None:
    path = (*asked.path, "start") if asked.path == ("period",) else asked.path
    dates = read_dates(asked.text, is_numeric=asked.is_numeric)
    if not dates:
        reading.keep(asked, asked.text, "不是能认出的日期，没有填")
        return
    reading.say(path, dates.start, dates.doubt)
    if dates.end and path[-1] == "start":
        reading.say((*path[:-1], "end"), dates.end, dates.doubt)
    elif dates.end:
        reading.keep(asked, asked.text, "是一段时间，只取了开头")


def _number(asked: Asked, reading: Reading) -> None:
    found = read_number(asked.text)
    if not found:
        reading.keep(asked, asked.text, "不是一个数，没有填")
        return
    number, qualifier, unit = found
    around, is_before = asked.path[:-1], asked.path[-1] == "before"
    is_share = asked.is_numeric and number.startswith(("0.", "-0."))
    reading.say(asked.path, number, "表里是小数，可能是百分数" if is_share else "")
    if unit and not is_before:
        reading.say((*around, "unit"), unit)
    if qualifier in asked.programme.qualifier_words:
        reading.say((*around, "before_qualifier" if is_before else "qualifier"), qualifier)
    elif qualifier:
        reading.keep(asked, asked.text, f"里的“{qualifier}”没有填")


def _whole_number(asked: Asked, reading: Reading) -> None:
    plain = half_width(asked.text)
    found = re.search(r"\d+", plain)
    if not found:
        reading.keep(asked, asked.text, "里没有数字，没有填")
        return
    is_all = re.fullmatch(r"\d+\s*(?:年|分钟)?", plain)
    reading.say(asked.path, found[0], "" if is_all else f"由“{shorten(asked.text)}”取出")


def _flag(asked: Asked, reading: Reading) -> None:
    plain = asked.text.strip().casefold()
    if plain in _YES:
        reading.say(asked.path, "true")
    elif plain not in _NO:
        reading.keep(asked, asked.text, "不是“是”或“否”，没有填")


def _questions(asked: Asked, reading: Reading) -> None:
    for at, one in enumerate(split_values(asked.text, "；;\n")):
        reading.say((*asked.path, at), one)


def _province(asked: Asked, reading: Reading) -> None:
    if name := province_of(asked.text):
        reading.say(asked.path, name)
        return
    place, _ = read_place(asked.text)
    if "province" in place:
        reading.say(asked.path, place["province"], f"由“{shorten(asked.text)}”推断")
    else:
        reading.keep(asked, asked.text, "不是省级行政区，没有填")


# Keys that are read as a whole.


def _chosen(asked: Asked, reading: Reading, words: WordList) -> list[Choice]:
    found: dict[str, Choice] = {}
    whole = choose(words, asked.text)
    for part in [asked.text] if whole.name else split_values(asked.text, f"{_ALL_SIGNS}/"):
        choice = choose(words, part)
        if choice.name:
            found.setdefault(choice.name, choice)
        else:
            reading.keep(asked, part, choice.reason)
    return list(found.values())


def _task(asked: Asked, reading: Reading) -> None:
    chosen = _chosen(asked, reading, asked.programme.task_names)
    several = "一格里写了几个任务类型，第一个算主要的" if len(chosen) > 1 else ""
    for at, one in enumerate(chosen):
        doubt = "；".join(filter(None, (one.doubt, several)))
        reading.say(("also", 0) if at else ("task",), one.name, doubt)


def _also(asked: Asked, reading: Reading) -> None:
    for one in _chosen(asked, reading, asked.programme.task_names):
        reading.say(("also", 0), one.name, one.doubt)


def _forms(asked: Asked, reading: Reading) -> None:
    for one in _chosen(asked, reading, asked.programme.forms):
        reading.say(("forms", 0), one.name, one.doubt)


def _keywords(asked: Asked, reading: Reading) -> None:
    parts = split_values(asked.text, f"{_ALL_SIGNS}/|")
    parts = asked.text.split() if len(parts) == 1 and _SPREAD.search(asked.text) else parts
    for one in dict.fromkeys(parts):
        reading.say(("keywords", 0), one)


def _universities(asked: Asked, reading: Reading) -> None:
    bodies, doubt = read_universities(asked.text)
    if len(bodies) > 1:
        for one in bodies:
            reading.say(("universities", 0), one.university, "；".join(filter(None, (doubt, one.doubt))))
        return
    body = bodies[0]
    odd = _why_no_university(asked.heading, body.university)
    reading.say(("university",), body.university, "；".join(filter(None, (doubt, body.doubt, odd))))
    for key, own in (("school", body.school), ("branch", body.branch)):
        if own:
            reading.say((key,), own, body.doubt)


def _why_no_university(heading: str, name: str) -> str:
    """Say why a name may be none of a university; under 申报单位 stands a school of the university itself as often."""
    if not re.search("大学|学院|学校|党校", name):
        return f"“{shorten(name)}”不像学校的名称"
    return f"“{shorten(name)}”也可能是校内的单位" if "单位" in heading and "大学" not in name else ""


def _branches(asked: Asked, reading: Reading) -> None:
    names, doubt = read_branches(asked.text)
    for one in names:
        reading.say(("branches", 0) if len(names) > 1 else ("branch",), one, doubt)


def _secretaries(asked: Asked, reading: Reading) -> None:
    persons, doubt = read_persons(asked.text)
    if len(persons) > 1:
        for one in persons:
            reading.say(("secretaries", 0), one, doubt)
        return
    for key, value in persons[0].items():
        reading.say(("secretary", key), value, doubt)


def _places(asked: Asked, reading: Reading) -> None:
    for part in split_values(asked.text, _ALL_SIGNS):
        place, doubt = read_place(part)
        bare = f"“{shorten(part)}”看不出在哪个省、市、县" if place.keys() == {"detail"} else ""
        reading.say(("places", 0), place, doubt or bare)


def _secretary_name(asked: Asked, reading: Reading) -> None:
    """Read a name; what else is said of the person belongs to the role."""
    persons, doubt = read_persons(asked.text)
    if len(persons) > 1:
        reading.say(asked.path, joined_lines(asked.text.split("\n")), doubt)
        return
    for key, value in persons[0].items():
        reading.say(("secretary", key), value, doubt)


Reader = Callable[[Asked, Reading], None]

_WHOLE: dict[str, Reader] = {
    "title": _title,
    "task": _task,
    "also": _also,
    "forms": _forms,
    "keywords": _keywords,
    "university": _universities,
    "universities": _universities,
    "branch": _branches,
    "branches": _branches,
    "secretary": _secretaries,
    "secretaries": _secretaries,
    "province": _province,
    "period": _date,
    "places": _places,
    "partners": listed_values.read_partners,
    "products": listed_values.read_products,
    "outcomes": listed_values.read_outcomes,
    "honours": listed_values.read_honours,
    "sources": listed_values.read_sources,
    "coverage": listed_values.read_sources,
    "team": listed_values.read_team,
    "funding": listed_values.read_funding,
    "awards": listed_values.read_awards,
    "videos": listed_values.read_videos,
    "credits": listed_values.read_credits,
    "featured": _flag,
    **dict.fromkeys(SECTIONS, _prose),
}
"""How a key is read whose cell holds all of it."""
_AT: dict[tuple[str, ...], Reader] = {("secretary", "name"): _secretary_name}
_INNER: dict[str, Reader] = {
    **dict.fromkeys(("start", "end", "date", "granted_on", "expires_on"), _date),
    **dict.fromkeys(("value", "before", "amount"), _number),
    **dict.fromkeys(("year", "minutes"), _whole_number),
    **dict.fromkeys(("revitalisation", "featured", "headline", "agreed"), _flag),
    **dict.fromkeys(("planned", "done", "changed"), _prose),
    "province": _province,
    "questions": _questions,
}
"""How a key inside another is read."""
