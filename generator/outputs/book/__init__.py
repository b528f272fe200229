"""The book: from the library to what the templates of `theme/book/` set.

Templates see one `Volume`, as JSON. Nothing of it is code: an editor's text stays text, whatever it contains.
"""
