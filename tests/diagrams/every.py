"""The geometry of every drawing of the bundled data, in both languages.

`python -m tests.diagrams.every` lays all of them out and prints what is wrong with any, how many fit, and which are
more than their paper holds; it takes minutes. The tests do the same with all that stand in rows and a part of the webs.
"""

from __future__ import annotations

import sys
from collections import Counter

import inburgering_cop as icop
from tests.diagrams import _samples
from tests.diagrams._geometry import POSTER, SLIDE, faults

_SIZES = {"slide": SLIDE, "poster": POSTER}


def main() -> int:
    """Prints what was found; 1 where anything is wrong."""
    count: Counter[str] = Counter()
    for name, drawing in (*_samples.bundled_rows(), *_samples.bundled_webs(every=True)):
        try:
            written = drawing.to_svg()
        except icop.CannotDrawError as refused:
            count["more than the paper holds"] += 1
            print(f"{name}: {refused}")
            continue
        paper = "slide" if 'viewBox="0 0 1280 720"' in written else "poster"
        wrong = faults(written, size=_SIZES[paper], web=not drawing.scene.in_rows)
        count["wrong" if wrong else paper] += 1
        for each in wrong:
            print(f"{name}: {each}")
    print(", ".join(f"{kind}: {number}" for kind, number in sorted(count.items())))
    return 1 if count["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
