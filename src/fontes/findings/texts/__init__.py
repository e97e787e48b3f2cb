"""TEXTS — where words stand in the full text of a source: in one line, divided as it is read, with the statements at their places."""
