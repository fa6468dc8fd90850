"""Tests of `diagrams/writers`."""
