"""A directory of case studies, from YAML and Markdown to a bilingual static site with search."""

__version__ = "0.1.0"
