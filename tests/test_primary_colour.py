"""The colour that an editor chooses can be read in every scheme, or is refused."""

import re

from generator.case.colour import DARK_GROUNDS, LIGHT_GROUNDS, NAMES, colour_of, contrast
from generator.case.programme import packaged_programme
from generator.outputs.site.primary_colour import ON_DARK, least_contrast, primary_styles
from tests.each import each
from tests.test_tokens import colours_of

PROGRAMME = packaged_programme()


@each(
    ("text", "expected"),
    [
        ("#1a5fb4", (26, 95, 180)),
        ("#15B", (17, 85, 187)),
        ("Deep Purple", (126, 86, 194)),
        ("blue-grey", (84, 109, 120)),
        ("custom", None),
        ("#12345", None),
        ("", None),
        ("红", None),
    ],
)
def test_colour_of(text: str, expected: object) -> None:
    """A colour is written with its digits, or by Material's name."""
    assert colour_of(text) == expected


def test_the_grounds_are_those_of_the_site() -> None:
    """What is computed here is computed with the papers that the style sheet has."""
    for scheme, grounds in (("light", LIGHT_GROUNDS), ("dark", DARK_GROUNDS)):
        own = colours_of(scheme)
        assert [colour_of(ground) for ground in grounds] == [
            own[name] for name in ("paper", "paper-raised", "paper-sunk")
        ]
    assert colour_of(ON_DARK) == colours_of("dark")["on-hue"]


@each("text", [*NAMES.values(), "#1a5fb4", "#006400", "#4b0082"])
def test_every_scheme_can_be_read(text: str) -> None:
    """A colour that is dark enough on paper is so in every scheme; whatever it is, the other schemes make it fit."""
    colour = colour_of(text)
    assert colour
    named = re.findall(r"--red(?:-dark)?: (#\w{6});", primary_styles(colour, PROGRAMME))
    shown = [each for each in map(colour_of, named) if each]
    schemes = {"light": (0, 4.5), "dark": (2, 4.5), "high": (4, 7), "dark-high": (6, 7), "print": (8, 4.5)}
    faint = {}
    for scheme, (place, least) in schemes.items():
        own = colours_of(scheme)
        tints = [] if "high" in scheme else [f"task-{number}-tint" for number in range(1, len(PROGRAMME.tasks) + 1)]
        grounds = [own[name] for name in ("paper", "paper-raised", "paper-sunk", "on-hue", *tints)]
        values = [contrast(each, ground) for each in shown[place : place + 2] for ground in grounds]
        faint[scheme] = min(values) < least
    is_dark_enough = least_contrast(colour, PROGRAMME) >= 4.5

    assert len(shown) == 10
    assert faint == {**dict.fromkeys(schemes, False), "light": not is_dark_enough, "print": faint["print"]}
    assert not (is_dark_enough and faint["print"])
