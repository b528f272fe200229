"""The project's folder: records and lists on disk, what lies beside them, and how a project begins."""
