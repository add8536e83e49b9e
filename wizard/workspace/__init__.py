"""The plans on this computer: found, named, opened, kept, forgotten; copies and damage recognized."""
