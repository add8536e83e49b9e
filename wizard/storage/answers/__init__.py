"""Answers from files, before they are held against the plan: texts read as people write them, entries recognized."""
