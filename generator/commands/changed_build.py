"""A build that finds a few records changed and nothing else: from these to the site, and what it says of itself."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator import changed
from generator.changed import Before, Examined, MoreError, Remade
from generator.commands.examined import report_of, say_built, show_problems
from generator.making import patch
from generator.making.project.last_check import keep_check_again
from generator.making.project.register_file import REGISTER
from generator.making.site_place import MARK, is_fixed
from generator.making.store.kept_library import GoneError, KeptLibrary, keep_library, keep_records, kept_library
from generator.making.store.kept_site import keep_changed, kept_site
from generator.making.store.kept_texts import keep_texts
from generator.making.store.last_build import Asked, Found, Outcome, last_outcome, remember_again
from generator.making.store.listing import look_at_site
from generator.making.store.notes import keep_notes
from generator.making.terminal.progress import Stages


def build(found: Found, asked: Asked, names: frozenset[str], timings: Path | None) -> int | None:
    """Bring the site up to date.

    Args:
        found: the project as it was found.
        asked: what was asked for.
        names: the files that have changed.
        timings: where the time of each stage is written, if anywhere.

    Returns:
        The exit code; None where a build of everything has to do it, and nothing has been written.
    """
    before = last_outcome(found)
    if before is None or before.code or is_fixed(Path(found.before["site"])):
        return None
    try:
        _build(found, asked, names, before, timings)
    except (MoreError, GoneError):
        return None
    return before.code


def _build(found: Found, asked: Asked, names: frozenset[str], before: Outcome, timings: Path | None) -> None:
    stages, site, looks = Stages(), Path(found.before["site"]), found.before["made"]
    _ = found.sums
    with stages.stage("读取与检查"):
        kept = kept_library(found.store, found.before["library"])
        examined = changed.examine_again(found, kept, names)
    problems, ids = changed.problems_now(kept, examined), [case.id for case in examined.published]
    changed.ensure_little(kept.publication, ids, with_books=asked.with_books)
    with stages.stage("生成页面和检索"):
        publication, register = changed.publication_now(kept, examined, found.root)
        remade = changed.remake(publication, ids, Before(kept_site(found, site, looks), found, kept))
        is_in_place = look_at_site(site, [MARK]) == {MARK: looks.get(MARK)}
        if (asked.strict and problems) or register.refusal() or not is_in_place:
            raise MoreError
        patch.patch(site, remade.files)
        stages.wrote(len(remade.files), sum(map(len, remade.files.values())))
    notices = filter(None, (*before.notices, register.write()))
    now = replace(kept, publication=publication, problems=problems, digests=publication.digests)
    outcome = replace(before, report=report_of(problems, kept.checked))
    _say(outcome, notices, now, stages)
    if timings:
        timings.write_text(json.dumps(stages.report(), ensure_ascii=False, indent=1), encoding="utf-8")
    written = look_at_site(site, remade.files)
    keep_changed(found, written, remade.sums, remade.marks)
    _keep(found, now, examined, remade)
    remember_again(found, outcome, {REGISTER: register.after.text.encode()}, written)


def _say(outcome: Outcome, notices: Iterable[str], now: KeptLibrary, stages: Stages) -> None:
    show_problems(now.problems, now.checked, stages)
    say_built(outcome, notices, stages)


def _keep(found: Found, now: KeptLibrary, examined: Examined, remade: Remade) -> None:
    """Keep how things are now, for later checks and builds."""
    keep_texts(found, now.digests, remade.texts)
    keep_notes(found.store, remade.notes)
    examined.keep()
    (keep_records if examined.do_count_alike else keep_library)(found.store, now)
    keep_check_again(found.root, examined.new)
