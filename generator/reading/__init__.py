"""From bytes to cases: documents with positions, validation against the model, and the checks."""
