"""Conditions that rest on each other, in arrays: what holds, what brings it down, and the coherent ways out. Knows nothing of corpora."""
