"""Where the program begins: until its modules are read, Ctrl+C ends it without a word."""

import gc
import signal


def main() -> None:
    """Run the command line."""
    # Python's own answer is a traceback through the imports; `cli` takes over when there is something to put away.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()
    from generator import cli  # noqa: PLC0415 (see above)

    gc.enable()
    try:
        cli.main()
    finally:
        # Python would walk through all that was read once more, to find garbage in what goes away whole.
        gc.freeze()
