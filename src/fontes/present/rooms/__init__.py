"""The rooms: what is known about a thing, as a page. Nothing is computed here that a finding could say."""
