"""On what a case rests, and by whose leave it is published."""

from generator.case.model import Case


def rights_of(case: Case) -> str:
    """Say it in the sentence that stands under a case wherever it is published."""
    if case.permission is None:
        return "本案例根据公开报道整理，数据以出处为准。"
    scope = f"，授权范围：{case.permission.scope}" if case.permission.scope else ""
    return f"本案例经{case.permission.granted_by}授权发布{scope}。"
