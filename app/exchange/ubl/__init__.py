"""The offer as an OASIS UBL 2.1 Quotation, for the customer's own programs."""

from app.exchange.ubl.quotation import FILE_NAME, Quotation, write

__all__ = ["FILE_NAME", "Quotation", "write"]
