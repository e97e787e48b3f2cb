"""The language: characters to statements and back. It knows no meaning."""
