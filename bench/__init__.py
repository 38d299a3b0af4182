"""Measurements, never run as tests: ratios against a floor of the same run."""
