"""Pages as HTML."""

from fontes.web.html.blocks import html

__all__ = ["html"]
