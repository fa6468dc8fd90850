"""Tests of `diagrams/webs`."""
