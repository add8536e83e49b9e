"""Where the one file starts: the wizard, or a child process of it, called by the name of its module."""

import sys

from wizard.__main__ import main
from wizard.systems.program import give_back_environment

WORKER = "wizard.publishing.worker"

if __name__ == "__main__":
    if sys.argv[1:2] == [WORKER]:
        from wizard.publishing import worker

        worker.main(*sys.argv[2:])
    else:
        give_back_environment()
        sys.exit(main())
