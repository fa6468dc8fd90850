"""Tests of `diagrams/slides`."""
