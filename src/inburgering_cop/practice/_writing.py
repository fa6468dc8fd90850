"""Writing a file whole or not at all; where what stands there matters, by one writer at a time."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

from inburgering_cop import errors, phrases


def write(target: Path, text: str | bytes, *, allowed: Callable[[Path], None] | None = None) -> None:
    """Writes `text` beside `target` and then puts it in place, so that no half file is ever seen or left.

    With `allowed` the draft has one name for each target, so that of two writers the second is refused instead of
    losing what the first wrote.

    Args:
        target: The file.
        text: What it will hold.
        allowed: Looks at what stands there, while no one else can write, and raises where it must stay; None where
            the last writer may win.

    Raises:
        CannotWriteError: It cannot be written, or someone else is writing it; what stood there stands.
    """
    draft = None
    try:
        target = target.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        own = f".inburgering-cop-{os.getpid()}-{threading.get_ident()}"
        beside = target.with_name(own if allowed is None else f".{target.name}.inburgering-cop")
        with beside.open("xb") as file:
            draft = beside
            if allowed is not None:
                allowed(target)
            file.write(text.encode() if isinstance(text, str) else text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            draft.chmod(target.stat().st_mode)
        draft.replace(target)
        draft = None
    except errors.InburgeringCopError:
        raise
    except FileExistsError as error:
        raise phrases.being_written(path=str(target), draft=Path(str(error.filename)).name) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise phrases.cannot_write(path=str(target), reason=reason) from None
    finally:
        if draft is not None:
            draft.unlink()
