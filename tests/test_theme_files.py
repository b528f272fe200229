"""What the host lists of the themes' files."""

from mkdocs.theme import Theme

from generator.hosting.theme_files import list_visible_files


def test_hidden_folders_are_not_listed() -> None:
    """All files are listed but those in hidden folders, such as thousands of drawings, which are never published."""
    theme = Theme(name="anliji")
    found = theme.get_env().list_templates()
    list_visible_files(theme)
    listed = theme.get_env().list_templates()

    assert listed == [name for name in found if not any(part.startswith(".") for part in name.split("/")[:-1])]
    assert "main.html" in listed
    assert len(listed) < len(found) / 10
