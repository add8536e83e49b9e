"""Lists in a sitting: shown growing, entered, changed, removed and brought back."""
