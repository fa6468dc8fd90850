"""What is drawn: from an answer, a community, a graph and more to one value, the scene."""
