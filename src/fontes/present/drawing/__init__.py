"""Findings as drawings: a layout, then frozen shapes and texts. Nothing is computed of the findings, and no markup is made here."""
