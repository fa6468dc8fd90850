"""What the acts of this room ask of what they are given."""

from __future__ import annotations

from inburgering_cop import phrases, text


def known(field: str, given: str, allowed: tuple[str, ...]) -> None:
    """Holds that `given` is one of `allowed`.

    Raises:
        InvalidValueError: It is not; the nearest are named, and all of them where they are few.
    """
    if given not in allowed:
        names = tuple(dict.fromkeys(allowed))
        near = text.nearest(given, names) if isinstance(given, str) else ()
        shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
        wanted = (f"een van: {shown}", f"one of: {shown}") if names else ("er eerst bij gezet", "added first")
        raise phrases.invalid(field, given, wanted=wanted, nearest=near)


def number(field: str, given: int, *, least: int) -> None:
    """Holds that `given` is a whole number from `least` to 200.

    Raises:
        InvalidValueError: It is not.
    """
    if type(given) is not int or not least <= given <= 200:
        wanted = (f"een geheel getal van {least} tot en met 200", f"a whole number from {least} to 200")
        raise phrases.invalid(field, given, wanted=wanted)
