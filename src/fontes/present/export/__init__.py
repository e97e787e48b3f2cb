"""Findings and pages in forms that other programs read."""
