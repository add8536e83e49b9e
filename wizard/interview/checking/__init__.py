"""Flow files parsed and checked: everything that is wrong at once, with its place."""
