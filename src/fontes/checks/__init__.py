"""Corpus and findings → diagnostics: one small file per family."""

from fontes.checks.all import check
from fontes.checks.evidence import Checked, Evidence

__all__ = ["Checked", "Evidence", "check"]
