"""Tips: whose they are."""

from __future__ import annotations

import pytest

from inburgering_cop import InvalidValueError
from inburgering_cop.model import Tip
from tests.model._table import small


class TestTip:
    """A tip came out of one community or one meeting."""

    @pytest.mark.parametrize(
        ("community", "meeting", "shown"), [(None, None, "None"), ("rijnmond", "meet-and-greet", "'rijnmond'")]
    )
    def test_tip_has_one_home(self, community: str | None, meeting: str | None, shown: str) -> None:
        """A tip that came from nowhere, or from two places at once, is refused."""
        with pytest.raises(InvalidValueError) as caught:
            small(Tip, community=community, meeting=meeting)

        assert str(caught.value) == f"community cannot be {shown}. It must be either a community or a meeting."
        assert caught.value.line("nl") == (
            f"community kan niet {shown} zijn. Het moet zijn: of een community, of een meeting."
        )

    def test_meeting_is_a_home_too(self) -> None:
        """A tip may come out of a meeting instead."""
        tip = small(Tip, community=None, meeting="meet-and-greet")

        assert (tip.community, tip.meeting) == (None, "meet-and-greet")
