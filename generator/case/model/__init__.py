"""What a case is: every key of a record, its limits, and the sentence that explains it to editors.

Labels are the fields' titles, explanations their docstrings; both are Chinese because the JSON Schema, the
handbook's table and the checks show them to editors.
"""

from generator.case.model.base import Model
from generator.case.model.case import SECTIONS, SEVERAL, Case, Training
from generator.case.model.collection import Book, Collection, Section, Selection
from generator.case.model.credits import Credit
from generator.case.model.media import Attachment, Photo, Video
from generator.case.model.outcomes import Outcome, Partner, Product
from generator.case.model.people import Honour, Secretary, Team
from generator.case.model.places import Location, Period
from generator.case.model.progress import PROGRESS_TEXTS, Progress
from generator.case.model.recognition import Award, Coverage, Funding
from generator.case.model.sources import Permission, Source, Waiver

__all__ = [
    "PROGRESS_TEXTS",
    "SECTIONS",
    "SEVERAL",
    "Attachment",
    "Award",
    "Book",
    "Case",
    "Collection",
    "Coverage",
    "Credit",
    "Funding",
    "Honour",
    "Location",
    "Model",
    "Outcome",
    "Partner",
    "Period",
    "Permission",
    "Photo",
    "Product",
    "Progress",
    "Secretary",
    "Section",
    "Selection",
    "Source",
    "Team",
    "Training",
    "Video",
    "Waiver",
]
