"""What build.py does before the package can run; the standard library is all there is."""
