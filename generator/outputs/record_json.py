"""The record of a case as readers get it: what its page shows, as JSON, in the keys of `case.yml`."""

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring
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


def _written(value: Any) -> str:
    """Write a value as JSON; the json module has no way to write a decimal as it is."""
    kind = value.__class__
    if kind is str:
        return encode_basestring(value)
    if kind is dict:
        return f"{{{','.join([f'{_key(key)}{_written(item)}' for key, item in value.items()])}}}"
    if kind is tuple:
        return f"[{','.join([_written(item) for item in value])}]"
    if kind is Decimal:
        return format(value, "f")
    return json.dumps(value) if isinstance(value, int) else encode_basestring(str(value))


@cache
def _key(name: str) -> str:
    """Write a key; the model has few."""
    return f"{encode_basestring(name)}:"
