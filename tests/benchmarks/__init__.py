"""How well questions as people type them lead to the partner who can settle them, and how fast."""
