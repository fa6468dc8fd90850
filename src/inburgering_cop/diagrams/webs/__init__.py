"""The layout of webs: cards in columns, and the lines between them."""
