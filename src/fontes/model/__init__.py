"""What a corpus is: frozen values, no files, no syntax."""
