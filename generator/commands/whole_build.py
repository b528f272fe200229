"""A build that finds something changed: from the records to the site, and what it says of itself."""

import json
from pathlib import Path

from generator.build import Built, Known, build_site
from generator.case.model import Case
from generator.clock import build_day
from generator.commands.examined import examined, example_address, no_publisher, report_of, say_built
from generator.commands.invocation import PROBLEMS, say
from generator.commands.left_out import left_out_texts
from generator.examine import Examination
from generator.hosting import configuration, rendering
from generator.hosting.reach import is_known
from generator.making.project.register_file import REGISTER, VanishedError
from generator.making.project.starter import sample_notices
from generator.making.site_place import refuse_place
from generator.making.staging import RESTORED, recover
from generator.making.store.kept_library import KeptLibrary, keep_library
from generator.making.store.kept_site import keep_site, kept_site
from generator.making.store.kept_texts import keep_texts, kept_texts
from generator.making.store.last_build import Asked, Found, Outcome, forget, remember
from generator.making.store.notes import keep_notes
from generator.making.terminal.progress import Stages
from generator.outputs.site.templates import COMPILED_NOTE, compiled_templates

_UNDONE = "没有生成网站；原来的网站没有改动。"


def build(found: Found, asked: Asked, timings: Path | None) -> int:
    """Check the records, build the site and keep how it ended.

    Args:
        found: the project as it was found.
        asked: what was asked for.
        timings: where the time of each stage is written, if anywhere.

    Returns:
        The exit code.
    """
    root, stages, day = found.root, Stages(), build_day()
    _ = found.sums
    config = configuration.load(root).config
    site = Path(config.site_dir)
    refuse_place(site, root)
    if recover(site):
        say(RESTORED)
    examination = examined(found, stages, _UNDONE, strict=asked.strict, keep_going=asked.keep_going)
    library, digests = examination.library(), examination.digests
    known = Known(kept_site(found, site), digests, kept_texts(found, digests))
    try:
        built = build_site(
            root,
            site,
            library,
            rendering.render_host,
            stages,
            strict=asked.strict,
            with_books=asked.with_books,
            keep_going=asked.keep_going,
            day=day,
            known=known,
        )
    except VanishedError as error:
        say(str(error))
        return PROBLEMS
    outcome = _outcome(root, site, examination, built, library.cases)
    say_built(outcome, outcome.notices, stages)
    if timings:
        timings.write_text(json.dumps(stages.report(), ensure_ascii=False, indent=1), encoding="utf-8")
    keep_site(found, site, built.written.sums, built.written.marks)
    keep_texts(found, digests, built.written.texts)
    keep_notes(found.store, {**built.written.notes, COMPILED_NOTE: compiled_templates()})
    if built.is_like_the_next and is_known(root, config, with_books=asked.with_books):
        token = _keep_library(found, examination, built) if not outcome.code else ""
        remember(found, asked, site, outcome, {REGISTER: built.register.text.encode()}, library=token)
    else:
        forget(found)
    return outcome.code


def _outcome(root: Path, site: Path, examination: Examination, built: Built, cases: tuple[Case, ...]) -> Outcome:
    """Gather what a build says of itself, so that a later one that finds nothing changed can say it again."""
    settings = built.hosted.settings
    refusals = [built.refusal] if built.refusal else []
    about = (*example_address(settings), *no_publisher(settings))
    samples = sample_notices(root, cases)
    return Outcome(
        index=str(site / "index.html"),
        published=len(cases),
        code=PROBLEMS if examination.errors or built.vanished else 0,
        report=report_of(examination.problems, examination.checked),
        notices=(*built.hosted.notices, *built.notices, *refusals, *about, *samples),
        left_out=left_out_texts(examination.left_out, built.vanished),
    )


def _keep_library(found: Found, examination: Examination, built: Built) -> str:
    """Keep what a build after few changes goes on from; gives the token by which it is found."""
    if built.publication is None or examination.surroundings is None:
        return ""
    token = f"{found.began_ns:024}"
    kept = KeptLibrary(
        token,
        built.publication,
        examination.surroundings,
        examination.problems,
        examination.together,
        examination.checked,
        examination.briefly,
        examination.digests,
    )
    keep_library(found.store, kept)
    return token
