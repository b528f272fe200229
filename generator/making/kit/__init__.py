"""Files that go out to universities and come back: what is sent out with a call, and tables of the records."""
