"""The record of a case as readers get it: what its page shows, as JSON, in the keys of `case.yml`."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.case.model import Case
from generator.outputs.site import addresses
from generator.outputs.site.settings import Settings

INTERNAL: Mapping[str, Any] = {
    "status": True,
    "waivers": True,
    "photos": {"__all__": {"people", "consent"}},
    "credits": {"__all__": {"agreed"}},
    "permission": {"granted_on", "expires_on"},
}
"""What is for editors only, in pydantic's form: no page shows it. The status says nothing, as all that is published has
the same."""


def render_record(case: Case, settings: Settings) -> str:
    """Draw a record: id and address of its page, then what the record holds, in the model's order.

    What is empty or as it is by default is left out, as an editor leaves it out. Dates are text and texts Markdown, as
    in the record; words are the vocabulary's, whichever spelling an editor chose; numbers keep their decimals (2.80).
    `university` is the leading one whichever key gave it; `universities` names all where there are several.
    Where the site's address is not known, that of the page is relative to the site's root. All in one line: scripts
    indent what readers take away.
    """
    url = settings.absolute(addresses.case_uri(case.id))
    # Whoever has not agreed is not named.
    case = case.model_copy(update={"credits": case.named_credits})
    values = case.model_dump(exclude=dict(INTERNAL), exclude_defaults=True)
    filled = {key: value for key, value in values.items() if value}
    return _written({"id": case.id, "url": url, **filled})


def _written(values: Mapping[str, Any]) -> str:
    return _encode(values).replace(f'"{_MARK}', "").replace(f'{_MARK}"', "")


_MARK = "\x7f"
"""Stands around decimals until they lose their quotes: no text of a record holds it, and JSON leaves it as it is."""


def _text_of(value: object) -> str:
    """Write what the json module does not know: dates, as text, and decimals, which it has no way to write."""
    return f"{_MARK}{value:f}{_MARK}" if isinstance(value, Decimal) else str(value)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_text_of).encode
