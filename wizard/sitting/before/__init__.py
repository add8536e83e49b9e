"""The pages before a sitting: which plan, its file opened or mended, what two copies say settled."""
