"""Times the setting of a book in a process of its own: `python -m tests.bench.our_book PROJECT OUTPUT`.

Reading the records and choosing the cases come first and are not timed; then the book is made as the command `book`
makes it. The seconds are printed as JSON.
"""

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from generator.clock import today
from generator.examine import examine_project
from generator.hosting import configuration
from generator.library.arrangement import Arrangement
from generator.making.terminal.progress import Stages
from generator.making.typesetting.request import BookRequest, arrangement_of
from generator.making.typesetting.single_book import BookJob, make_book
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import Format

FORM = Format("16k", "print")
"""What the command takes when nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A project's records, ready to be set."""

    publication: Publication
    arrangement: Arrangement


def choose(project: Path) -> Chosen:
    """Read a project; all its cases go into the book."""
    library, settings = examine_project(project, Stages()).library(), configuration.site_settings(project)
    publication = Publication(library, settings)
    return Chosen(publication, arrangement_of(publication, BookRequest(), today()))


def main(project: Path, output: Path) -> None:
    """Set a book, and tell how long that took."""
    chosen = choose(project)
    job = BookJob(chosen.arrangement, FORM, output, None)
    begun = time.perf_counter()
    make_book(chosen.publication, project, job, Stages())
    print(json.dumps({"seconds": time.perf_counter() - begun}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
