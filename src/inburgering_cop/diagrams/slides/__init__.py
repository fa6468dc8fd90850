"""The layout of frames with boxes: slides, the poster of the timeline, and calendars."""
