"""The nouns: values that the stages pass on, and nothing that acts."""
