"""How the documentation is built: `sphinx-build -W docs docs/_build/html`."""

from __future__ import annotations

from importlib.metadata import version as installed

project = "govsvc"
author = "The govsvc maintainers"
copyright = "2026, The govsvc maintainers"
version = release = installed("govsvc")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]
nitpicky = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = f"govsvc {release}"
