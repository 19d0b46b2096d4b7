"""Stage: Library → what there is to translate and to read, and the records of who has done it."""
