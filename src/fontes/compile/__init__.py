"""Statements → corpus: gather the names, resolve every word, build the frozen values."""

from fontes.compile.corpus import Compiled, Unit, compile_units

__all__ = ["Compiled", "Unit", "compile_units"]
