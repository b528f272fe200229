"""A case as a schema.org Article."""

from generator.case.duration import iso
from generator.case.model import Case, Coverage, Source, Video
from generator.case.programme import Programme
from generator.outputs.pages.parts.crumbs import Schema
from generator.outputs.pages.parts.link import task_link
from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets
from generator.outputs.views.image_sizes import largest_uri
from generator.outputs.views.materials import roles_of
from generator.outputs.views.time import Time


def case_schema(
    case: Case, programme: Programme, assets: Assets, published: Time | None = None, revised: Time | None = None
) -> Schema:
    """Describe a case; what is not known is left out.

    A case compiled from reports has the university as its subject, not its author; its basis are the reports.
    Its days are those of the page; the reports have theirs.
    """
    uri = addresses.case_uri(case.id)
    # Under another name it may be any body.
    kind = "Organization" if "university" in programme.label_of else "CollegeOrUniversity"
    universities: list[Schema] = [{"@type": kind, "name": name} for name in case.universities]
    task = task_link(programme.task(case.task))
    schema: Schema = {
        "@type": "Article",
        "@id": uri,
        "headline": case.title,
        "alternativeHeadline": case.subtitle,
        "description": case.significance,
        "about": [{"@type": "DefinedTerm", "name": task.name, "url": task.uri}, *universities],
        "author": None if case.is_compiled_from_reports else _one_or_all(universities),
        "keywords": list(case.keywords),
        "datePublished": published.machine if published else None,
        "dateModified": revised.machine if revised else None,
        "temporalCoverage": _coverage(case),
        "image": [
            {
                "@type": "ImageObject",
                "url": largest_uri(assets, case.id, photo.file),
                "caption": photo.caption,
            }
            for photo in case.photos
        ],
        "isBasedOn": [_source(source) for source in case.sources],
        "video": [_film(video) for video in case.videos],
        "award": [f"{award.name}（{award.level}）" if award.level else award.name for award in case.awards],
        "subjectOf": [_report(report) for report in case.coverage],
        "funding": [{"@type": "MonetaryGrant", "name": money.source} for money in case.funding],
        "creditText": "；".join(f"{role.name}：{role.people}" for role in roles_of(case)),
    }
    return _known(schema)


def _known(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if value}


def _one_or_all(schemas: list[Schema]) -> Schema | list[Schema]:
    return schemas[0] if len(schemas) == 1 else schemas


def _coverage(case: Case) -> str:
    if not case.period:
        return ""
    # A period without an end is one day or still going on; the record does not say which.
    start, end = case.period.start, case.period.end
    return str(start) if end in (None, start) else f"{start}/{end}"


def _source(source: Source) -> Schema:
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    schema: Schema = {
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.url,
        "publisher": publisher,
        "datePublished": str(source.date) if source.date else None,
    }
    return _known(schema)


def _film(video: Video) -> Schema:
    duration = iso(video.length) if video.length else None
    return _known({"@type": "VideoObject", "name": video.title, "url": video.link, "duration": duration})


def _report(report: Coverage) -> Schema:
    return _known(
        {
            "@type": "NewsArticle",
            "headline": report.title,
            "url": report.url,
            "publisher": {"@type": "Organization", "name": report.medium},
            "datePublished": str(report.date) if report.date else None,
        }
    )
