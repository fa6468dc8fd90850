"""Tests of `diagrams/scenes`."""
