from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.screen import X_LIBRARIES, NoScreen, debian_package, no_screen, speaks_x

LINUX = "linux"


def reason(**environment: str) -> NoScreen | None:
    return no_screen(environment, LINUX)


def free_display() -> int:
    """The number of a display that no X server has."""
    return next(
        number
        for number in range(90, 200)
        if reason(DISPLAY=f":{number}") is NoScreen.DEAD_DISPLAY
    )


def listening(family: int, address: str | tuple[str, int]) -> socket.socket:
    """A server that takes connections, as a screen's does."""
    server = socket.socket(family)
    server.bind(address)
    server.listen()
    return server


@pytest.fixture
def wayland() -> Iterator[dict[str, str]]:
    """The environment of a Wayland session whose compositor answers."""
    # A socket's path may have 107 letters at most: too few for pytest's own folders.
    with (
        TemporaryDirectory() as folder,
        listening(socket.AF_UNIX, f"{folder}/wayland-0"),
    ):
        yield {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": folder}


@pytest.fixture
def x_server() -> Iterator[dict[str, str]]:
    """The environment of an X session whose server answers."""
    if sys.platform != "linux":
        pytest.skip("abstract sockets are Linux's own")
    number = free_display()
    with listening(socket.AF_UNIX, f"\0/tmp/.X11-unix/X{number}"):
        yield {"DISPLAY": f":{number}"}


posix = pytest.mark.skipif(sys.platform == "win32", reason="sockets with a path")


def test_without_a_display_there_is_none() -> None:
    assert reason() is NoScreen.NO_DISPLAY
    assert reason(DISPLAY="", WAYLAND_DISPLAY="") is NoScreen.NO_DISPLAY
    assert reason(QT_QPA_PLATFORM="xcb") is NoScreen.NO_DISPLAY


@posix
@pytest.mark.parametrize("display", ["nonsense", ":", ":x", "unix", ":" + "9" * 6_000])
def test_a_display_that_is_none_is_dead(display: str) -> None:
    assert reason(DISPLAY=display) is NoScreen.DEAD_DISPLAY


@posix
def test_a_display_that_nobody_serves_is_dead() -> None:
    number = free_display()
    for display in (f":{number}", f":{number}.0", f"unix:{number}"):
        assert reason(DISPLAY=display) is NoScreen.DEAD_DISPLAY
        assert reason(DISPLAY=display, QT_QPA_PLATFORM="xcb") is NoScreen.DEAD_DISPLAY


@posix
def test_a_compositor_that_does_not_answer_is_dead(tmp_path: Path) -> None:
    (tmp_path / "no-socket").write_text("", "utf-8")
    for name in ("none", "no-socket", "x" * 500):
        assert (
            reason(WAYLAND_DISPLAY=name, XDG_RUNTIME_DIR=str(tmp_path))
            is NoScreen.DEAD_DISPLAY
        )


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:size=1x1"])
def test_a_platform_without_a_screen_needs_none(platform: str) -> None:
    assert reason(QT_QPA_PLATFORM=platform) is None
    assert reason(QT_QPA_PLATFORM=platform, DISPLAY=":999") is None


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_have_a_screen_of_their_own(system: str) -> None:
    assert no_screen({}, system) is None


@posix
def test_an_x_server_answers(x_server: dict[str, str]) -> None:
    assert reason(**x_server) is None
    assert reason(DISPLAY=f"unix{x_server['DISPLAY']}.0") is None


@posix
def test_an_x_server_on_another_machine_answers() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        number = server.getsockname()[1] - 6_000
        if number < 0:
            pytest.skip("the port is below those of displays")
        assert reason(DISPLAY=f"127.0.0.1:{number}.0") is None
    assert reason(DISPLAY=f"127.0.0.1:{number}.0") is NoScreen.DEAD_DISPLAY


@posix
def test_a_compositor_answers(wayland: dict[str, str]) -> None:
    assert reason(**wayland) is None
    path = f"{wayland['XDG_RUNTIME_DIR']}/{wayland['WAYLAND_DISPLAY']}"
    assert reason(WAYLAND_DISPLAY=path) is None
    assert reason(**wayland, DISPLAY=":999") is None


@posix
def test_a_live_x_server_helps_where_the_compositor_is_dead(
    x_server: dict[str, str],
) -> None:
    assert reason(WAYLAND_DISPLAY="none", **x_server) is None


@posix
def test_a_platform_that_is_asked_for_must_answer_itself(
    wayland: dict[str, str], x_server: dict[str, str]
) -> None:
    dead = NoScreen.DEAD_DISPLAY
    assert reason(QT_QPA_PLATFORM="xcb", **wayland) is dead
    assert reason(QT_QPA_PLATFORM="wayland", **x_server) is dead
    assert reason(QT_QPA_PLATFORM="wayland;xcb", **x_server) is None
    assert reason(QT_QPA_PLATFORM="xcb", **wayland, **x_server) is None
    assert reason(QT_QPA_PLATFORM="wayland", **wayland, **x_server) is None


@posix
def test_only_an_x_server_s_screen_needs_the_plugin_for_it(
    wayland: dict[str, str], x_server: dict[str, str]
) -> None:
    assert speaks_x(x_server, LINUX)
    assert speaks_x({**wayland, **x_server, "QT_QPA_PLATFORM": "xcb"}, LINUX)
    assert not speaks_x({**wayland, **x_server}, LINUX)
    assert not speaks_x({**x_server, "QT_QPA_PLATFORM": "offscreen"}, LINUX)
    assert not speaks_x({}, LINUX)
    assert not speaks_x(x_server, "darwin")


def test_the_package_of_a_library_has_its_name_and_version() -> None:
    assert debian_package("libxkbcommon-x11.so.0") == "libxkbcommon-x11-0"
    assert debian_package("libX11-xcb.so.1") == "libx11-xcb1"
    assert len({*map(debian_package, X_LIBRARIES)}) == len(X_LIBRARIES)
