"""The rules, one a module. A rule's docstring is its manual page, printed by `anliji explain`.

A module has `SEVERITY` and any of

* `check(entry)`: findings of one record; faults of the reader and the model wait in `entry.faults("<rule>")`;
* `check_shelf(shelf)`: problems that show only when all records lie side by side;
* `WAIVABLE = True`: a record may waive the rule with a reason.

The module `date_invalid` is the rule `date-invalid`.
"""

import importlib
import pkgutil
from types import ModuleType


def _load() -> dict[str, ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}") for name in names}


CHECKS: dict[str, ModuleType] = _load()
"""Every rule's module by the rule's name, in alphabetical order."""
