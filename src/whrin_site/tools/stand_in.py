"""What stands where an editor's value could not be read, so that the rest of its file can be looked at."""

STAND_IN = "\ue000"
"""Nobody can type it: it is among the characters that are refused. Nothing is said of what has it."""
