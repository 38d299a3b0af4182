"""Qt's file dialog in the window's language, of which Qt translates but a part."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QTreeView,
    QWidget,
)

from i18n import N_, Language
from ui.widgets.customer_key import keep_customer_key
from ui.widgets.kind import set_kind

_Label = QFileDialog.DialogLabel
_LABELS = {
    _Label.LookIn: N_("Look in:"),
    _Label.FileName: N_("File name:"),
    _Label.FileType: N_("Files of type:"),
    _Label.Accept: N_("Open"),
    _Label.Reject: N_("Cancel"),
}
#: The column of a file's kind.
_KIND = 2
_BUTTONS = {
    QDialogButtonBox.StandardButton.Ok: N_("OK"),
    QDialogButtonBox.StandardButton.Cancel: N_("Cancel"),
    QDialogButtonBox.StandardButton.Close: N_("Close"),
}


def file_dialog(parent: QWidget, title: str, language: Language) -> QFileDialog:
    """Return a dialog that asks for one file; `open` holds nothing up."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    for label, text in _LABELS.items():
        dialog.setLabelText(label, language.gettext(text))
    # The kinds of files speak the desktop's language; a dialog of its own has no table.
    for table in dialog.findChildren(QTreeView):
        table.hideColumn(_KIND)
        table.header().setStretchLastSection(True)
    for button in dialog.findChildren(QPushButton):
        button.setIcon(QIcon())
    dialog.finished.connect(dialog.deleteLater)
    keep_customer_key(dialog)
    return dialog


def folder_dialog(
    parent: QWidget, title: str, language: Language, folder: str = ""
) -> QFileDialog:
    """Return a dialog that asks for a folder, from one on where it is there."""
    dialog = file_dialog(parent, title, language)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    # Qt names the button anew with the mode.
    dialog.setLabelText(_Label.Accept, language.gettext("Choose"))
    if folder:
        dialog.setDirectory(folder)
    return dialog


def save_dialog(
    parent: QWidget, title: str, language: Language, path: Path, kinds: Sequence[str]
) -> QFileDialog:
    """Return a dialog that asks for a new file's name, of the kinds' endings.

    It proposes a path; nothing is asked of a file of that name, which is kept.
    """
    dialog = file_dialog(parent, title, language)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    # Qt names the button anew with the mode.
    dialog.setLabelText(_Label.Accept, language.gettext("Save"))
    dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(path.suffix)
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))
    )
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    return dialog


def say_buttons(box: QDialogButtonBox, language: Language) -> None:
    """Name the buttons: left to Qt, they speak and look as the desktop does."""
    for kind, text in _BUTTONS.items():
        button = box.button(kind)
        if button is not None:
            button.setText(language.gettext(text))
            button.setIcon(QIcon())
            if kind is QDialogButtonBox.StandardButton.Ok:
                set_kind(button, "primary")


def add_close(box: QMessageBox, language: Language) -> None:
    """Give a message the one button that ends it."""
    box.addButton(language.gettext("Close"), QMessageBox.ButtonRole.RejectRole)
