"""A node under construction, while the parser's tokens open and close it."""

from dataclasses import dataclass, field

from markdown_it.token import Token

from generator.case.prose import Node


@dataclass
class Open:
    """What has been opened and not closed yet, with its content so far."""

    kind: str
    token: Token | None = None
    children: list[Node] = field(default_factory=list)
