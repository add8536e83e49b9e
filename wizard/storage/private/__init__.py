"""What this computer keeps privately about a plan: backups, unfinished words, locks, caches."""
