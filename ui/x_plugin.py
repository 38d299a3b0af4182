"""Qt's plugin for X servers, loaded before Qt would abort for lack of a library."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibrary, QLibraryInfo, QPluginLoader

from app.screen import X_LIBRARIES, debian_package
from i18n import Language

_PLACE = "QT_QPA_PLATFORM_PLUGIN_PATH"


def lacking() -> Sequence[str]:
    """Return the libraries without which Qt cannot speak to an X server.

    Where there are none, Qt goes on with the plugin as it is loaded here.
    """
    loader = QPluginLoader(str(_plugin()))
    if loader.load():
        return ()
    absent = [each for each in X_LIBRARIES if not QLibrary(each).load()]
    told = loader.errorString()
    named = re.search(r"[^/\s]+\.so[.0-9]*(?=: cannot open shared)", told)
    return absent or [named[0] if named else told]


def lacking_words(libraries: Sequence[str], language: Language) -> str:
    """Say what is lacking, and how it is had."""
    packages = " ".join(map(debian_package, libraries))
    text = language.gettext(
        "The window cannot open without {libraries}. On Debian and Ubuntu this installs"
        " what is missing: sudo apt-get install {packages}. The commands still work"
        " (waas-quotes --help)."
    )
    return text.format(libraries=", ".join(libraries), packages=packages)


def _plugin() -> Path:
    """Return the plugin's file, where Qt looks for it."""
    own = Path(os.environ.get(_PLACE, "")) / "libqxcb.so"
    if own.is_file():
        return own
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    return Path(plugins) / "platforms" / own.name
