"""The styles of a Word file, each with what it takes from the one it is based on."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

_OFF = frozenset(("0", "false", "off", "none"))
_NO_OUTLINE = 9
"""How Word writes that a paragraph is running text."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; None where it says nothing."""

    name: str = ""
    """In lower case, as Word calls it in every language: `heading 1`, `title`, `caption`."""
    outline: int | None = None
    """1 to 9 for headings, 0 for running text."""
    centred: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    list_id: str | None = None
    list_level: int | None = None

    def over(self, base: "Style") -> "Style":
        """Give this style with what it does not say taken from another."""
        return Style(
            self.name,
            *(_first(getattr(self, key), getattr(base, key)) for key in list(Style.__slots__)[1:]),  # type: ignore[arg-type]
        )


def _first(own: object, other: object) -> object:
    return other if own is None else own


class Styles:
    """All of them, by id."""

    def __init__(self, tree: Element | None) -> None:
        """Read the part of the styles."""
        self._own: dict[str, tuple[Style, str]] = {}
        self._whole: dict[str, Style] = {}
        self._default = ""
        self.basic = Style()
        for element in () if tree is None else tree:
            if element.tag == "docDefaults":
                run = element.find("rPrDefault/rPr")
                self.basic = looks_of(None, run)
            elif element.tag == "style":
                self._add(element)

    def _add(self, element: Element) -> None:
        own = looks_of(element.find("pPr"), element.find("rPr"))
        name = value_of(element.find("name")).lower()
        key = element.get("styleId", "")
        self._own[key] = (Style(name).over(own), value_of(element.find("basedOn")))
        if element.get("type") == "paragraph" and element.get("default") in ("1", "true", "on"):
            self._default = key

    def style(self, key: str) -> Style:
        """Give a style by its id; of an unknown one, what every paragraph has."""
        key = key if key in self._own else self._default
        if key not in self._whole:
            self._whole[key] = self._chain(key)
        return self._whole[key]

    def _chain(self, key: str) -> Style:
        seen = set[str]()
        style, name = Style(), self._own[key][0].name if key in self._own else ""
        while key in self._own and key not in seen:
            seen.add(key)
            own, key = self._own[key]
            style = style.over(own)
        return Style(name).over(style).over(self.basic)

    def run_style(self, key: str) -> Style:
        """Give a style of letters, without what every paragraph has; an unknown one says nothing."""
        return self._own[key][0] if key in self._own else Style()


def looks_of(paragraph: Element | None, run: Element | None) -> Style:
    """Read what the properties of a paragraph and of its letters say."""
    size = value_of(_child(run, "sz"))
    emphasis = value_of(_child(run, "em"))
    outline = value_of(_child(paragraph, "outlineLvl"))
    align = value_of(_child(paragraph, "jc"))
    numbers = _child(paragraph, "numPr")
    level = value_of(_child(numbers, "ilvl"))
    return Style(
        outline=(int(outline) + 1) % (_NO_OUTLINE + 1) if outline.isdecimal() else None,
        centred=align == "center" if align else None,
        bold=True if emphasis and emphasis not in _OFF else flag_of(_child(run, "b")),
        italic=flag_of(_child(run, "i")),
        size=int(size) / 2 if size.isdecimal() else None,
        list_id=value_of(_child(numbers, "numId")) or None,
        list_level=int(level) if level.isdecimal() else None,
    )


def _child(element: Element | None, name: str) -> Element | None:
    return None if element is None else element.find(name)


def value_of(element: Element | None) -> str:
    """Give what a property says; empty where it is not there."""
    return "" if element is None else element.get("val", "")


def flag_of(element: Element | None) -> bool | None:
    """Read a property that is on when it is there; None where it is not."""
    return None if element is None else element.get("val", "1").lower() not in _OFF
