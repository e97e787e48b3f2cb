"""Writing into the corpus from the browser: forms, the statement as it will be written, slices, undoing."""
