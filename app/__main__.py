"""`python -m app` is the command `waas-quotes`, and what the built program runs."""

from __future__ import annotations

import os
import sys

from app import CHILD_PAPER, CHILD_TABLE

#: Where Linux looks for libraries; the built program puts its own folder there.
_LIBRARIES = "LD_LIBRARY_PATH"


def start(arguments: list[str]) -> int:
    """Run the program, or become the child that reads a workbook or draws a paper."""
    if arguments[:1] == [CHILD_TABLE]:
        from app.tables.child import run_child  # noqa: PLC0415 - the child's alone

        run_child()
    if arguments[:1] == [CHILD_PAPER]:
        from app.use_cases import drawing_child  # noqa: PLC0415 - the child's alone

        return drawing_child.run_child()
    _give_back_library_path()
    # The child has no use for the rest, and starts sooner without it.
    from app.main import main  # noqa: PLC0415

    return main(arguments)


def _give_back_library_path() -> None:
    """Let the programs that this one opens find their own libraries, not ours."""
    if not getattr(sys, "frozen", False):
        return
    before = os.environ.pop(f"{_LIBRARIES}_ORIG", "")
    os.environ.pop(_LIBRARIES, None)
    if before:
        os.environ[_LIBRARIES] = before


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
