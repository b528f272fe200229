"""Word lists that come with the program, as YAML beside this file. They never change, so reading them stays pure."""

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def read_packaged(name: str) -> dict[str, Any]:
    """Read one of the files: `programme.yml`. Nobody changes what this gives."""
    data: dict[str, Any] = yaml.load(
        resources.files(__package__).joinpath(name).read_bytes(),
        Loader=yaml.CSafeLoader,  # the safe loader, in C
    )
    return data
