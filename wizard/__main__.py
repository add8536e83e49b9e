"""The way in: `partnership` and `python -m wizard` start here."""

import sys


def main() -> int:
    """Run the command line and give back its exit code."""
    from wizard import cli  # not at the top: importing this module must cost nothing

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
