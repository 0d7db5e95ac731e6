"""A data team: the same answer as a column of a frame."""

from __future__ import annotations

from govsvc import frames
from govsvc.law import Topic


def due_column(df: object) -> object:
    return frames.due(df, Topic.DECISION, start="accepted_on")
