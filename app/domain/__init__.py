"""The rules of WaaS packs as frozen values and plain functions."""
