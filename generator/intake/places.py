"""Where a university or a place is, by its name; what is only likely is said to be so."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from generator.case.packaged import read_packaged
from generator.case.vocabulary import REGIONS
from generator.reading.text_as_fields import place_of


@lru_cache(maxsize=4096)
def province_of_university(name: str) -> str:
    """Guess in which provincial unit a university is, by what its name has of it; empty where that does not tell."""
    first = max((one for one in _by_university() if name.startswith(one[0])), key=lambda one: len(one[0]), default=None)
    rest = name.removeprefix(first[0]) if first else name
    found = {province for place, province in _by_university() if place in rest} | ({first[1]} if first else set())
    return found.pop() if len(found) == 1 else ""


def read_place(text: str) -> tuple[dict[str, str], str]:
    """Take a place apart: 甘肃省庆阳市西峰区什社乡; gives its keys, and a doubt where the province was guessed."""
    plain = re.sub(r"[\s·\-—/]+", "", text)
    place: dict[str, str] = place_of(plain)
    if "province" in place:
        is_vague = "detail" in place and not place.keys() & {"city", "county"}
        return place, f"“{place['detail']}”看不出是市、县还是别的" if is_vague else ""
    provinces = {province for city, province in _pairs("cities") if plain.startswith(city)}
    if len(provinces) != 1:
        return place, ""
    province = provinces.pop()
    return place_of(f"{province}{plain}"), f"省份“{province}”由地名推断"


def province_of_places(provinces: Iterable[str]) -> str:
    """Give the one province in which all places are; empty where there are several, or none."""
    found = {one for one in provinces if one}
    return found.pop() if len(found) == 1 else ""


def province_of(text: str) -> str:
    """Give the provincial unit that a text names in whatever spelling; empty where it names none."""
    plain = re.sub(r"\s+", "", text)
    if plain in REGIONS:
        return REGIONS[plain].name
    bare = re.sub("(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区)$", "", plain)
    return REGIONS[bare].name if bare in REGIONS else ""


@cache
def _by_university() -> tuple[tuple[str, str], ...]:
    return (*((word.name, word.name) for word in REGIONS), *_pairs("cities"), *_pairs("universities"))


@cache
def _pairs(key: str) -> tuple[tuple[str, str], ...]:
    data: dict[str, list[str]] = read_packaged("headings.yml")[key]
    return tuple((name, province) for province, names in data.items() for name in names)
