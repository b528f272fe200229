"""The rules, one a module. A rule's docstring is its manual page, printed by `anliji explain`.

A module has the following, and a line in the list below that its function belongs to:

* `SEVERITY`: `ERROR` or `WARNING`, of a finding that has none of its own;
* `APPLIES_TO`: the models of the records that it judges, `(Case,)`, `(Case, Collection)` and so on, or `(LeadChoice,)`
  for what the settings say; it is never run on others, so it need not ask what is before it. A rule that words faults
  of the reader or of the model takes `EVERY_KIND`, since these may be anywhere;
* `check(record)`: findings of one record; faults that wait to be worded are in `record.faults("<rule>", <class>)`.
  Those that only word them, or look at one key alone, have lists of their own: they cost no other record anything;
* `check_all(records)`: findings that show only when all records lie side by side, each with the file that it is about;
* or `check_waivers(record, waivers)`: what is wrong with the waivers of a record.

`generator.reading.rule` has these as types. The module `date_invalid` is the rule `date-invalid`.
"""

from collections.abc import Mapping
from typing import TypeVar

from generator.reading.checks import (
    anchor_used,
    attachment_format,
    attachment_hidden,
    attachment_missing,
    attachment_outside,
    attachment_personal_data,
    attachment_unreadable,
    before_unchanged,
    character_invisible,
    character_lookalike,
    collection_case_repeated,
    collection_case_unknown,
    collection_case_unpublished,
    collection_case_withdrawn,
    colon_full_width,
    comment_hides,
    contact_not_role,
    coverage_is_source,
    credit_not_agreed,
    dash_wrong,
    date_future,
    date_invalid,
    date_order,
    duration_invalid,
    encoding_wrong,
    file_foreign,
    file_name_invalid,
    flag_invalid,
    form_foreign,
    headline_repeated,
    honour_batch,
    html_unsafe,
    id_case,
    id_invalid,
    image_unlisted,
    key_invalid,
    key_repeated,
    key_unknown,
    key_unused,
    kind_wrong,
    layout_unclear,
    lead_unknown,
    lead_unpublished,
    line_break,
    link_invalid,
    list_comma,
    list_too_long,
    name_ambiguous,
    name_conflict,
    name_near,
    names_joined,
    number_invalid,
    number_range,
    one_and_several,
    permission_expired,
    personal_data,
    photo_alt_missing,
    photo_consent_missing,
    photo_format,
    photo_missing,
    photo_outside,
    photo_too_large,
    photo_too_small,
    photo_unlisted,
    photo_unreadable,
    pinyin_invalid,
    product_foreign,
    programme_key_unknown,
    progress_empty,
    progress_year_repeated,
    prose_link_invalid,
    prose_lost,
    prose_too_dense,
    record_empty,
    record_too_deep,
    record_too_large,
    record_unreadable,
    replacement_unknown,
    results_restated,
    section_double,
    section_empty,
    sign_unsafe,
    source_bare,
    source_missing,
    space_wrong,
    summary_duplicate,
    synonym_repeated,
    syntax_invalid,
    tab_indent,
    tag_used,
    task_colour,
    task_repeated,
    task_without_forms,
    term_former,
    term_repeated,
    term_unknown,
    text_folded,
    text_too_long,
    text_too_short,
    title_duplicate,
    unit_repeated,
    value_invalid,
    value_missing,
    waiver_unknown,
    waiver_unused,
    withdrawn_reason_missing,
    word_renamed,
    word_repeated,
    word_vanished,
    wording_listed,
)
from generator.reading.rule import AllRecordsRule, RecordRule, Rule, WaiverRule

R = TypeVar("R", bound=Rule)

_OF_FAULTS: tuple[RecordRule, ...] = (
    anchor_used,
    colon_full_width,
    dash_wrong,
    date_invalid,
    duration_invalid,
    encoding_wrong,
    file_foreign,
    flag_invalid,
    id_invalid,
    key_invalid,
    key_repeated,
    key_unknown,
    kind_wrong,
    line_break,
    link_invalid,
    list_too_long,
    number_invalid,
    number_range,
    record_empty,
    record_too_deep,
    record_too_large,
    record_unreadable,
    space_wrong,
    syntax_invalid,
    tab_indent,
    tag_used,
    term_unknown,
    text_too_long,
    text_too_short,
    value_invalid,
    value_missing,
)
"""Rules that word what the reader or the model found, and nothing else: they are asked where a fault waits for them."""

_OF_A_KEY: Mapping[str, tuple[RecordRule, ...]] = {
    "also": (task_repeated,),
    "attachments": (
        attachment_format,
        attachment_hidden,
        attachment_missing,
        attachment_outside,
        attachment_personal_data,
        attachment_unreadable,
    ),
    "coverage": (coverage_is_source,),
    "credits": (credit_not_agreed,),
    "forms": (form_foreign,),
    "honours": (honour_batch,),
    "permission": (permission_expired,),
    "photos": (
        photo_alt_missing,
        photo_consent_missing,
        photo_format,
        photo_missing,
        photo_outside,
        photo_too_large,
        photo_too_small,
        photo_unreadable,
    ),
    "products": (product_foreign,),
    "progress": (progress_empty, progress_year_repeated),
    "sections": (section_double, section_empty),
    "sources": (source_bare,),
    "tasks": (sign_unsafe, task_colour, word_vanished),
    "units": (contact_not_role, unit_repeated),
}
"""Rules that look at what is below one outermost key, and are asked where it is."""

_OF_ONE_RECORD: tuple[RecordRule, ...] = (
    before_unchanged,
    character_invisible,
    character_lookalike,
    collection_case_repeated,
    comment_hides,
    date_future,
    date_order,
    file_name_invalid,
    headline_repeated,
    html_unsafe,
    image_unlisted,
    key_unused,
    layout_unclear,
    list_comma,
    names_joined,
    name_ambiguous,
    name_conflict,
    synonym_repeated,
    one_and_several,
    personal_data,
    photo_unlisted,
    pinyin_invalid,
    programme_key_unknown,
    prose_link_invalid,
    prose_lost,
    prose_too_dense,
    results_restated,
    source_missing,
    task_without_forms,
    term_former,
    term_repeated,
    text_folded,
    withdrawn_reason_missing,
    word_renamed,
    word_repeated,
    wording_listed,
)

_OF_ALL_RECORDS: tuple[AllRecordsRule, ...] = (
    collection_case_unknown,
    collection_case_unpublished,
    collection_case_withdrawn,
    id_case,
    lead_unknown,
    lead_unpublished,
    name_near,
    replacement_unknown,
    summary_duplicate,
    title_duplicate,
)

_OF_WAIVERS: tuple[WaiverRule, ...] = (waiver_unknown, waiver_unused)


def _by_name(rules: tuple[R, ...]) -> dict[str, R]:
    return {rule.__name__.rpartition(".")[2].replace("_", "-"): rule for rule in rules}


FAULT_RULES: Mapping[str, RecordRule] = _by_name(_OF_FAULTS)
RULES_BY_KEY: Mapping[str, Mapping[str, RecordRule]] = {key: _by_name(rules) for key, rules in _OF_A_KEY.items()}
GENERAL_RULES: Mapping[str, RecordRule] = _by_name(_OF_ONE_RECORD)
RECORD_RULES: Mapping[str, RecordRule] = {
    **FAULT_RULES,
    **{name: rule for rules in RULES_BY_KEY.values() for name, rule in rules.items()},
    **GENERAL_RULES,
}
ALL_RECORDS_RULES: Mapping[str, AllRecordsRule] = _by_name(_OF_ALL_RECORDS)
WAIVER_RULES: Mapping[str, WaiverRule] = _by_name(_OF_WAIVERS)

CHECKS: Mapping[str, Rule] = dict(sorted({**RECORD_RULES, **ALL_RECORDS_RULES, **WAIVER_RULES}.items()))
"""Every rule's module by the rule's name, in alphabetical order."""

WAIVABLE = tuple(_by_name((attachment_hidden, attachment_personal_data, personal_data, wording_listed)))
"""The names of the rules that a record may waive with a reason, in alphabetical order."""

OF_THE_PROGRAMME = tuple(
    _by_name((form_foreign, honour_batch, key_unused, product_foreign, term_former, term_unknown, value_missing))
)
"""The names of the rules that judge a record by its programme, and are silent where that cannot be read."""
