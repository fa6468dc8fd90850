"""`python -m inburgering_cop`: the command line."""

from __future__ import annotations

import sys

from inburgering_cop.cli import main

if __name__ == "__main__":
    sys.exit(main())
