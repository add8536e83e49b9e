"""A guided wizard that leads a new anti-trafficking partnership to a printed plan."""

__version__ = "0.2.0"
