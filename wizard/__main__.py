"""The way in: `partnership` and `python -m wizard` start here, and end with 130 when a signal tells them to."""

import gc
import os
import signal
import sys
from types import FrameType

ENDED = 130  # ended by a signal, all kept
AGAIN = 0.01  # seconds

told = 0  # the signal that told the program to end


class Ended(KeyboardInterrupt):
    """A signal came, and what is being done is left in order.

    Only derived from Python's own, because that one, raised while some module is loaded by `exec`, ends the
    program with a code of its own even where it is caught.
    """


def main() -> int:
    """Run the command line and give back its exit code."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # no SIGHUP on Windows
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:  # `nohup` stays what it is
            signal.signal(number, _end)  # a page on the screen has a handler of its own
    sys.unraisablehook = _not_raised
    try:
        return _run()
    except BaseException:
        if told:  # also where a library made something else of it
            return ENDED
        raise


def _run() -> int:
    # Nearly all that is made at the start stays to the end, so looking through it for litter again and again
    # finds nothing and takes a tenth of the time until the first page.
    gc.set_threshold(100_000, 20, 50)
    from wizard import cli  # not at the top: importing this module must cost nothing

    try:
        return cli.main()
    finally:
        # The process ends, and all of it goes at once. One more look for litter would take a tenth of `status`.
        gc.freeze()


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    global told
    told = number
    raise Ended


def _not_raised(lost: "sys.UnraisableHookArgs") -> None:
    """Where nothing can be raised (in a callback of the import system, say) the signal is sent once more."""
    if sys.platform != "win32" and lost.exc_type is Ended:
        signal.signal(signal.SIGALRM, lambda _number, _frame: os.kill(os.getpid(), told))
        signal.setitimer(signal.ITIMER_REAL, AGAIN)
    else:
        sys.__unraisablehook__(lost)


if __name__ == "__main__":
    sys.exit(main())
