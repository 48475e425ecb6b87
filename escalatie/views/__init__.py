"""The pages of a stagnatie: its course, the acts on it, reporting one, and the list of an organisation."""
