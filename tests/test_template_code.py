"""Our code of templates prints what Jinja's own code prints, and refuses what it would print in another way."""

from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateSyntaxError, nodes
from markupsafe import Markup

from generator.outputs.site.template_code import Templates
from generator.outputs.site.template_values import FILTERS, html
from tests.each import each

MACROS = """{% macro later(x) %}[{{ before(x) }}]{% endmacro %}
{% macro before(x) -%}<b>{{ x }}</b>{%- endmacro %}
{% macro nothing(x) %}{% endmacro %}"""
PART = "{% from 'macros' import before %}{{ before(one) }}{% set one = 'part' %}{{ one }}"


@dataclass(frozen=True)
class Word:
    """Something with a name, as the views have."""

    name: str
    count: int = 0
    parts: tuple["Word", ...] = ()


VALUES: dict[str, object] = {
    "one": "甲<乙>&\"丙'",
    "whole": Markup("<i>甲</i>"),
    "none": None,
    "number": 12,
    "half": 0.5,
    "empty": (),
    "words": (Word("甲", 2, (Word("子<"), Word("丑"))), Word("乙&"), Word("丙", 1)),
}


def _environment(text: str) -> Environment:
    environment = Environment(
        loader=DictLoader({"page": text, "macros": MACROS, "part": PART}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({name: FILTERS[name] for name in FILTERS if name not in environment.filters})
    return environment


def _read(environment: Environment, name: str) -> nodes.Template:
    assert environment.loader is not None
    return environment.parse(environment.loader.get_source(environment, name)[0], name)


def _ours(text: str, values: dict[str, object]) -> str:
    templates = Templates(partial(_read, _environment(text)))
    others = Templates(lambda _: pytest.fail("it is known"))
    drawn = templates.draw("page", values)
    others.know(templates.compiled())
    # What is taken over from another run draws the same.
    assert others.draw("page", values) == drawn
    return drawn


@each(
    "text",
    [
        "",
        "only text\n",
        "{{ one }}{{ whole }}{{ none }}{{ number }}{{ half }}{{ empty }}",
        "{{ '<' }}{{ 3 }}{{ true }}",
        "{% if one %}a{% endif %}{% if none %}b{% endif %}{% if empty %}c{% else %}d{% endif %}",
        "{% if none %}a{% elif number == 12 %}b{% elif number %}c{% else %}d{% endif %}",
        "{% if none is none and not empty or number %}a{% endif %}",
        "{% if 3 < number <= 12 and number != 4 and number >= 1 and number > 2 %}a{% endif %}",
        "{% if '甲' in one and 'x' not in one %}a{% endif %}",
        "{% for word in words %}{{ word.name }}{% endfor %}{% for word in empty %}{{ word }}{% endfor %}",
        "{% for word in words if word.count %}{{ loop.index }}{{ word.name }}{{ ', ' if not loop.last }}{% endfor %}",
        "{% for word in words %}{% for part in word.parts %}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}",
        "{% for one in words %}{{ one.name }}{% endfor %}{{ one }}",
        "{% for word in words %}{% set one = word.name %}{{ one }}{% endfor %}{{ one }}",
        "{% set two = 'x<' %}{{ two }}{% set two = two ~ whole %}{{ two }}",
        "{% if number %}{% set two = 1 %}{% endif %}{{ two }}",
        "{% with one = number, two = one %}{{ one }}{{ two }}{% endwith %}{{ one }}",
        "{% include 'part' %}{{ one }}",
        "{% for one in words %}{% include 'part' %}{% endfor %}",
        "{% from 'macros' import later, nothing %}{{ later(one) }}{{ nothing(1) }}{{ later(whole) }}",
        "{% from 'macros' import before %}{{ before(one) ~ '<' }}{{ before(before(one)) }}{{ before(one) | length }}",
        "{% from 'macros' import before as earlier, later %}{{ earlier(one) }}{{ later(one) }}",
        "{% macro mine(x, y) %}{{ x }}{{ y[1:] | length }}{% endmacro %}{{ mine(one, words) }}",
        "{{ words | length }}{{ words[0].name }}{{ words[1:][0].name }}{{ words[0:2] | length }}",
        "{{ ['<', whole, 3] | join('&') }}{{ ['a', 'b'] | join }}",
        "{{ one | e }}{{ whole | e }}{{ number | string }}{{ (number + 1) ~ '个' }}",
        "{{ '是' if number else '否' }}{{ '是' if none else whole }}{{ 'x' if none }}",
        "<p>\n  {% if number %}\n  a\n  {%- endif %}\n</p>\n{# nothing #}\n{{ one }}\n",
        "{{ one | words }}{{ '党建+专家' | words }}",
    ],
)
def test_what_is_printed_is_what_jinja_prints(text: str) -> None:
    """Texts are escaped once, names are seen where Jinja sees them, blanks go where its parser takes them away."""
    assert _ours(text, VALUES) == _environment(text).get_template("page").render(VALUES)


@each(
    "text",
    [
        "{% for word in words %}a{% else %}b{% endfor %}",
        "{% for a, b in words %}a{% endfor %}",
        "{% for word in words recursive %}a{% endfor %}",
        "{% block a %}{% endblock %}",
        "{% extends 'part' %}",
        "{% import 'macros' as macros %}",
        "{% call mine() %}{% endcall %}",
        "{% filter e %}a{% endfilter %}",
        "{% set one %}a{% endset %}",
        "{{ number * 2 }}",
        "{{ number is odd }}",
        "{{ words[number] }}",
        "{{ words | sort }}",
        "{{ one.upper() }}",
        "{{ {'a': 1} }}",
        "{% macro mine(x) %}{{ y }}{% endmacro %}{{ mine(1) }}",
        "{% macro mine(x, y=1) %}{{ x }}{% endmacro %}{{ mine(1) }}",
        "{% macro mine(x) %}{{ x }}{% endmacro %}{{ mine(x=1) }}",
        "{% include 'part' if none else 'macros' %}",
        "{{ loop.index }}",
    ],
)
def test_what_our_templates_do_without_is_refused(text: str) -> None:
    """Nothing is drawn in another way than Jinja would: what the code does not know stops it when it is compiled."""
    with pytest.raises(TemplateSyntaxError):
        _ours(text, VALUES)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("{{ missing }}", KeyError),
        ("{{ words[0].missing }}", AttributeError),
        ("{% for a in none %}{% endfor %}", TypeError),
    ],
)
def test_a_value_that_is_missing_stops_the_page(text: str, error: type[Exception]) -> None:
    """A page that would lack something is not drawn."""
    with pytest.raises(error):
        _ours(text, VALUES)


@each(
    ("value", "expected"),
    [
        ("甲", "甲"),
        ("<&>\"'", "&lt;&amp;&gt;&#34;&#39;"),
        (Markup("<b>"), "<b>"),
        (SimpleNamespace(__html__=lambda: "<b>"), "<b>"),
        (3, "3"),
        (None, "None"),
        (type("Text", (str,), {})("<"), "&lt;"),
    ],
)
def test_a_value_as_html(value: object, expected: str) -> None:
    """Texts of every class are escaped unless they say that they are HTML."""
    assert html(value) == expected


def test_what_is_compiled_after_others_are_known() -> None:
    """A template that was not known is compiled beside those that were, and nothing known takes its place."""
    environment = _environment("{% from 'macros' import later %}{{ later(one) }}")
    read = partial(_read, environment)
    first, second = Templates(read), Templates(read)
    first.compile_all(["macros"])
    second.know(first.compiled())
    drawn = second.draw("page", VALUES)
    second.know(Templates(read).compiled())

    assert drawn == second.draw("page", VALUES) == Templates(read).draw("page", VALUES)
