"""Corpus and findings → diagnostics: one small file per family."""

from fontes.checks.all import Evidence, check

__all__ = ["Evidence", "check"]
