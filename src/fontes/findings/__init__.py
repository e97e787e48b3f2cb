"""Corpus → findings: pure functions, each value with its reasons."""
