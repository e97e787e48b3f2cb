"""Statements → corpus: gather the names, resolve every word, build the frozen values."""

from fontes.compile.corpus import Built, Compiled, Unit, compile_units

__all__ = ["Built", "Compiled", "Unit", "compile_units"]
