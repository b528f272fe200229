"""The colours that books have of their own, so that those on one shelf are told apart."""

from collections.abc import Mapping

COLOURS = ("red", "ink", "stone", "pine", "plum")
"""As `theme/book/system.typ` has them."""


def colour_of(id: str, shelf: Mapping[str, int]) -> str:
    """Choose the colour of a book among the collections of its library.

    The largest is red, and the others follow by their size, then by id; behind the last colour they begin again. A
    book that is no collection is red.

    Args:
        id: the collection's.
        shelf: how many cases each collection has.
    """
    order = sorted(shelf, key=lambda one: (-shelf[one], one))
    return COLOURS[order.index(id) % len(COLOURS)] if id in shelf else COLOURS[0]
