"""Stage: answers → content files that an editor goes on with. One kind of file, one module."""
