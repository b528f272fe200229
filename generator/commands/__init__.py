"""The commands of `anliji`, a module each: what is typed, what is done in which order, what is said at the end."""
