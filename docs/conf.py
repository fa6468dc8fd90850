"""How the documentation is built; the build reads nothing from the network."""

from __future__ import annotations

from importlib.metadata import version as installed

project = "inburgering_cop"
author = "the inburgering_cop contributors"
project_copyright = "code EUPL-1.2, data CC-BY-4.0"
release = version = installed("inburgering-cop")
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
source_suffix = {".md": "markdown"}

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
maximum_signature_line_length = 90
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_attr_annotations = False
default_role = "literal"

html_theme = "furo"
html_title = f"inburgering_cop {release}"
html_show_sphinx = False
html_copy_source = False
