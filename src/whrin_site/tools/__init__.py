"""Wrapped libraries that know nothing of this project."""
