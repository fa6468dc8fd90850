"""What is refused of a text before anything is looked up."""

from __future__ import annotations

from inburgering_cop import phrases, text

LONGEST_QUESTION = 2_000


def screened(question: str) -> str:
    """`question` as it is worked with: line breaks and tabs as spaces, soft hyphens gone.

    Raises:
        TextRefusedError: It is blank, longer than 2,000 characters, holds a control character, or holds a number that
            can be a BSN. The text itself is not in the error.
    """
    if not isinstance(question, str) or not text.plain(question):
        raise phrases.refused("blank")
    if len(question) > LONGEST_QUESTION:
        raise phrases.refused("too-long")
    if text.control_character(question):
        raise phrases.refused("control-character")
    if text.holds_bsn(question):
        raise phrases.refused("bsn")
    return text.plain(question)
