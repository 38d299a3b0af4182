"""Every command by its words: with all that they bring, loaded once one is run."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import Final

from app.cli import (
    backup_commands,
    contract_commands,
    contract_record,
    customer_commands,
    customer_file_commands,
    enrich_command,
    exchange_commands,
    history_commands,
    issue_commands,
    mail_commands,
    other_commands,
    partner_commands,
    price_commands,
    quote_commands,
    retire_command,
    revision_command,
    sell_out_command,
    template_commands,
)
from app.cli.exit import Exit
from app.use_cases.workplace import Workplace
from i18n import Language

Command = Callable[[Namespace, Workplace, Language], Exit]

COMMANDS: Final[Mapping[tuple[str, str], Command]] = {
    ("price", ""): quote_commands.price,
    ("export", ""): quote_commands.export,
    ("commission", ""): partner_commands.commission,
    ("mail", ""): mail_commands.mail,
    ("reopen", ""): quote_commands.reopen,
    ("sample", ""): quote_commands.show_sample,
    ("sell-out", ""): sell_out_command.sell_out,
    ("prices", "check"): price_commands.check,
    ("prices", "import"): price_commands.import_list,
    ("prices", "enrich"): enrich_command.enrich,
    ("prices", "map"): price_commands.suggest,
    ("prices", "diff"): history_commands.diff,
    ("prices", "show"): price_commands.show,
    ("prices", "export"): history_commands.export,
    ("prices", "history"): history_commands.history,
    ("prices", "retire"): retire_command.retire,
    ("quotes", "add"): quote_commands.add,
    ("quotes", "list"): quote_commands.list_quotes,
    ("quotes", "show"): quote_commands.show,
    ("quotes", "export"): quote_commands.export_saved,
    ("quotes", "mail"): mail_commands.mail_saved,
    ("quotes", "reprice"): quote_commands.reprice,
    ("quotes", "issue"): issue_commands.issue,
    ("quotes", "accept"): issue_commands.accept,
    ("quotes", "decline"): issue_commands.decline,
    ("quotes", "take-back"): issue_commands.take_back,
    ("quotes", "revise"): issue_commands.revise,
    ("quotes", "diff"): revision_command.diff,
    ("quotes", "duplicate"): issue_commands.duplicate,
    ("quotes", "archive"): issue_commands.archive,
    ("quotes", "contract"): contract_record.contract,
    ("quotes", "signed"): contract_commands.signed,
    ("quotes", "order"): contract_commands.order,
    ("quotes", "end"): contract_commands.end,
    ("quotes", "early-end"): contract_commands.early_end,
    ("quotes", "extension"): contract_commands.extension,
    ("quotes", "extension-offer"): contract_commands.extension_offer,
    ("quotes", "commission"): partner_commands.commission_saved,
    ("templates", "list"): template_commands.list_templates,
    ("templates", "save"): template_commands.save,
    ("templates", "use"): template_commands.use,
    ("templates", "delete"): template_commands.delete,
    ("customers", "import"): customer_file_commands.import_customers,
    ("customers", "export"): customer_file_commands.export_customers,
    ("customers", "list"): customer_commands.list_customers,
    ("customers", "show"): customer_commands.show,
    ("customers", "merge"): customer_commands.merge,
    ("customers", "split"): customer_commands.split,
    ("customers", "archive"): customer_commands.archive,
    ("exchange", "export"): exchange_commands.send,
    ("exchange", "import"): exchange_commands.take_in,
    ("settings", "show"): other_commands.show_settings,
    ("settings", "set"): other_commands.set_setting,
    ("db", "check"): other_commands.check_database,
    ("db", "backup"): backup_commands.back_up,
    ("db", "backups"): backup_commands.list_backups,
    ("db", "restore"): backup_commands.restore,
}
