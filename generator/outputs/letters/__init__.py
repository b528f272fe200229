"""Letters to universities: what they are to correct, in words for people who have only ever seen their Word file."""
