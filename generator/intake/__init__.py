"""What comes in from universities, made into proposals for records; nothing here becomes a fact without a person."""
