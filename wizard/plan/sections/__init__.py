"""What a plan holds, one module a toolkit section, and the parts they share."""
