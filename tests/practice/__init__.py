"""Tests of how communities work."""
