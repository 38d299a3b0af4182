"""The one style sheet: how the chrome looks, from the tokens alone.

A widget says what it is by its `kind` property; delegates paint what is in tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template
from typing import Final

from ui.tokens import Tokens

_SHEET: Final = Template("""
* { font-family: "IBM Plex Sans"; font-size: ${font}px; }
QMainWindow, QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget,
QWidget[kind="page"] { background: $background; border: 0; color: $text; }
QLabel { background: transparent; color: $text; }
QLabel[kind="quiet"] { color: $quiet; }
QLabel[kind="small"] { color: $quiet; font-size: ${font_small}px; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="earned"] { color: $own; font-weight: 600; }
QLabel[kind="title"] { font-size: ${font_title}px; font-weight: 600; }
QLabel[kind="large"] {
    font-size: ${font_large}px; font-weight: 600; color: $accent; }
QLabel[kind="error"] { color: $error; font-size: ${font_small}px; }

QFrame[kind="panel"] { background: $panel; border: 0; }
QFrame[kind="header"] {
    background: $panel; border: 0; border-bottom: 1px solid $line; }
QFrame[kind="footer"] {
    background: $panel; border: 0; border-top: 1px solid $line; }
QFrame[kind="card"] {
    background: $panel; border: 1px solid $line; border-radius: ${radius_card}px; }
QFrame[kind="palette"] { background: $panel; border: 1px solid $border; }
QFrame[kind="line"] { background: $line; border: 0; max-height: 1px; }
QFrame[kind="own"] {
    background: $own_tint; border: 0; border-radius: ${radius_large}px; }
QFrame[kind="own"] QLabel { color: $own; }

QFrame[kind="banner"] { border: 0; border-radius: ${radius_large}px; }
QFrame[kind="banner"][edge="true"] { border-radius: 0; }
QFrame[kind="banner"][severity="error"] { background: $error_tint; }
QFrame[kind="banner"][severity="error"] QLabel { color: $error; }
QFrame[kind="banner"][severity="warning"] { background: $attention_tint; }
QFrame[kind="banner"][severity="warning"] QLabel { color: $attention; }
QFrame[kind="banner"][severity="suggestion"] { background: $info_tint; }
QFrame[kind="banner"][severity="suggestion"] QLabel { color: $info; }
QFrame[kind="banner"][severity="good"] { background: $good_tint; }
QFrame[kind="banner"][severity="good"] QLabel { color: $good; }

QLabel[kind="chip"] {
    border-radius: 9px; padding: 1px 9px; font-size: ${font_small}px;
    font-weight: 600; min-height: 16px; max-height: 16px; }
QLabel[kind="chip"][tone="plain"] { background: $hover; color: $quiet; }
QLabel[kind="chip"][tone="accent"] { background: $accent_tint; color: $accent; }
QLabel[kind="chip"][tone="info"] { background: $info_tint; color: $info; }
QLabel[kind="chip"][tone="good"] { background: $good_tint; color: $good; }
QLabel[kind="chip"][tone="attention"] {
    background: $attention_tint; color: $attention; }
QLabel[kind="chip"][tone="own"] { background: $own_tint; color: $own; }

QPushButton {
    background: $panel; color: $text; border: 1px solid $line;
    border-radius: ${radius_large}px; padding: 6px 12px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $disabled; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 11px; }
QPushButton:checked {
    background: $accent_tint; color: $accent; border-color: $accent; }
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled {
    background: $hover; color: $disabled; border-color: $line; }
/* What is usual comes last, as in every dialog of the program. */
QDialogButtonBox { button-layout: 3; }
QToolButton {
    background: transparent; color: $text; border: 1px solid transparent;
    border-radius: ${radius}px; padding: 5px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QToolButton:disabled { color: $disabled; }
QToolButton[kind="framed"] {
    background: $panel; border: 1px solid $line; border-radius: ${radius_large}px;
    padding: 7px 11px; }
QToolButton[kind="framed"]:hover { background: $hover; }
QToolButton[kind="framed"]:focus { border: 2px solid $accent; padding: 6px 10px; }

QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractSpinBox {
    background: $panel; color: $text; border: 1px solid $border;
    border-radius: ${radius}px; padding: 5px 9px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus,
QAbstractSpinBox:focus { border: 2px solid $accent; padding: 4px 8px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    color: $disabled; background: $background; }
QLineEdit#quantity { padding: 0 6px; min-height: 0; }
QLineEdit[wrong="true"] { border: 2px solid $error; padding: 4px 8px; }
/* A list below its field, with a bar, rather than a menu over it. */
QComboBox { combobox-popup: 0; }
QComboBox, QDateEdit { padding-right: 26px; }
QComboBox:focus, QDateEdit:focus { padding-right: 25px; }
QComboBox::drop-down, QDateEdit::drop-down {
    border: 0; width: 26px; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow {
    image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: $panel; color: $text; border: 1px solid $border; outline: 0;
    selection-background-color: $accent_tint; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
QListWidget[kind="names"] {
    background: $panel; border: 1px solid $line; border-radius: ${radius_large}px;
    padding: 5px; outline: 0; }
QListWidget[kind="names"]:focus { border: 2px solid $accent; padding: 4px; }
QListWidget[kind="names"]::item {
    padding: 5px 8px; border-radius: ${radius}px; color: $text; }
QListWidget[kind="names"]::item:selected { background: $accent_tint; }
QCheckBox, QRadioButton { color: $text; spacing: 8px; background: transparent; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $border; border-radius: 4px;
    background: $panel; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $border; border-radius: 9px;
    background: $panel; }
QRadioButton::indicator:checked {
    width: 8px; height: 8px; border: 5px solid $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 14px; height: 14px; }

QFrame[kind="segments"] {
    background: $panel; border: 1px solid $border; border-radius: ${radius_large}px; }
QFrame[kind="segments"] QToolButton {
    border: 2px solid transparent; border-radius: ${radius}px; padding: 3px 11px;
    color: $text; background: transparent; }
QFrame[kind="segments"] QToolButton:hover { background: $hover; }
QFrame[kind="segments"] QToolButton:checked {
    background: $accent; color: $on_accent; font-weight: 600; }
QFrame[kind="segments"] QToolButton:disabled { color: $disabled; }
QFrame[kind="segments"] QToolButton:checked:disabled {
    background: $line; color: $text; }
QFrame[kind="segments"] QToolButton:focus { border: 2px solid $accent; }
QFrame[kind="segments"] QToolButton:checked:focus { border: 2px solid $text; }

QFrame[kind="rail"] { background: $rail; border: 0; }
QFrame[kind="rail"] QLabel { color: $rail_text; font-size: ${font_small}px; }
QFrame[kind="rail"] QLabel[kind="name"] {
    color: $rail_strong; font-size: 14px; font-weight: 600; }
QFrame[kind="rail"] QLabel[kind="strong"] { color: $rail_strong; }
QFrame[kind="rail"] QToolButton {
    color: $rail_text; background: transparent; border: 2px solid transparent;
    border-radius: ${radius}px; padding: 6px 8px; text-align: left; }
QFrame[kind="rail"] QToolButton:hover { background: $rail_hover; }
QFrame[kind="rail"] QToolButton:checked {
    background: $rail_checked; color: $rail_strong; }
QFrame[kind="rail"] QToolButton:focus { border: 2px solid $rail_focus; }

QMenuBar { background: $panel; color: $text; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_tint; color: $text; }
QMenu {
    background: $panel; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_tint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QToolTip {
    background: $panel; color: $text; border: 1px solid $border; padding: 4px 6px; }

QListView, QTableView, QTreeView, QTreeWidget {
    background: $panel; color: $text; border: 0; outline: 0;
    alternate-background-color: $background;
    selection-background-color: $accent_tint; selection-color: $text; }
QTableView[kind="read"] {
    border: 1px solid $line; border-radius: ${radius_card}px; padding: 1px; }
QTableView[kind="read"]::item { padding: 0 9px; }
QTableView[kind="read"]:focus { border: 2px solid $accent; padding: 0; }
QListView[kind="card"] {
    background: $panel; border: 1px solid $line; border-radius: ${radius_card}px;
    padding: 4px; }
QListView[kind="card"]:focus {
    border: 2px solid $accent; padding: 3px; }
QTableView[kind="quotes"], QTableView[kind="lines"] { background: $background; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
    background: $background; color: $quiet; border: 0; padding: 6px 12px;
    border-bottom: 1px solid $line; font-size: ${font_small}px; }
QTableView[kind="read"] QHeaderView::section:first {
    border-top-left-radius: ${radius_large}px; }
QTableView[kind="read"] QHeaderView::section:last {
    border-top-right-radius: ${radius_large}px; }
QTableView[kind="quotes"] QHeaderView::section:first { padding-left: 20px; }
QTableView[kind="quotes"] QHeaderView::section:last { padding-right: 20px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableCornerButton::section { background: $background; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
    background: $line; border: 0; border-radius: 3px; max-height: 6px;
    min-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QDialog, QMessageBox { background: $background; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QSplitter::handle:horizontal { width: 12px; }
QSplitter::handle:vertical { height: 12px; }
""")


def style_sheet(tokens: Tokens, drawings: Mapping[str, str]) -> str:
    """Return the sheet with every colour, measure and drawing filled in.

    `drawings` holds the paths of `arrow`, for lists that fold out, and `tick`.
    """
    return _SHEET.substitute(tokens._asdict(), **drawings)
