"""Which screen answers, asked without Qt: a dead one aborts Qt past catching."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

# Where nothing is asked, as on Windows, the start does not wait for `socket` to load.

_DISPLAY = r"(?P<host>.*):(?P<number>[0-9]{1,5})(?:\.[0-9]+)?"
_SECONDS = 2
#: Platforms that Qt draws without any screen server.
_SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
#: What no X server serves.
_WAYLAND_ALONE = ("wayland", "wayland-egl")


class NoScreen(StrEnum):
    """Why no window can open here."""

    NO_DISPLAY = "no_display"
    DEAD_DISPLAY = "dead_display"


class _Screen(StrEnum):
    """What a window is drawn on; some systems have their own, or none."""

    OWN = "own"
    WAYLAND = "wayland"
    X = "x"


#: What Qt needs of the system to speak to an X server, beside what it needs anyway.
X_LIBRARIES: Final = (
    *("libX11-xcb.so.1", "libxkbcommon-x11.so.0", "libxcb-cursor.so.0"),
    *("libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1"),
    *("libxcb-randr.so.0", "libxcb-render-util.so.0", "libxcb-render.so.0"),
    *("libxcb-shape.so.0", "libxcb-shm.so.0", "libxcb-sync.so.1"),
    *("libxcb-util.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1"),
)


def debian_package(library: str) -> str:
    """Return the package of a shared library, as Debian's policy names it.

    libxcb-cursor.so.0 is in libxcb-cursor0, libxkbcommon-x11.so.0 in -x11-0.
    """
    name, _, version = library.lower().partition(".so.")
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"


def no_screen(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> NoScreen | None:
    """Return why no window can open, or None where a screen answers."""
    found = _screen(environment, system)
    return found if isinstance(found, NoScreen) else None


def speaks_x(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> bool:
    """Tell whether the screen that answers is an X server's."""
    return _screen(environment, system) is _Screen.X


def _screen(environment: Mapping[str, str], system: str) -> _Screen | NoScreen:
    """Return which screen answers, or why none does."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if system in ("win32", "darwin") or platform in _SCREENLESS:
        return _Screen.OWN
    wayland = environment.get("WAYLAND_DISPLAY", "")
    display = environment.get("DISPLAY", "")
    if not wayland and not display:
        return NoScreen.NO_DISPLAY
    if platform != "xcb" and wayland and _wayland_answers(wayland, environment):
        return _Screen.WAYLAND
    if platform not in _WAYLAND_ALONE and display and _x_answers(display):
        return _Screen.X
    return NoScreen.DEAD_DISPLAY


def _wayland_answers(name: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a Wayland compositor answers."""
    return _answers(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / name))


def _x_answers(display: str) -> bool:
    """Tell whether an X server answers."""
    match = re.fullmatch(_DISPLAY, display)
    if match is None:
        return False
    number = int(match["number"])
    if match["host"] not in ("", "unix"):
        return _tcp_answers(match["host"], 6000 + number)
    # X's own well-known place, not a file of ours.
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108
    return _answers(path) or _answers("\0" + path)


def _answers(path: str) -> bool:
    """Tell whether a socket of this machine takes a connection."""
    import socket  # noqa: PLC0415 - see above

    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_SECONDS)
        try:
            probe.connect(path)
        except (OSError, ValueError):
            return False
        return True


def _tcp_answers(host: str, port: int) -> bool:
    """Tell whether another machine's port takes a connection."""
    import socket  # noqa: PLC0415 - see above

    try:
        socket.create_connection((host, port), _SECONDS).close()
    except (OSError, ValueError, OverflowError):
        return False
    return True
