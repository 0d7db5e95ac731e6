from typing import TypeVar
from govsvc.law import Topic
_Frame = TypeVar("_Frame")
def due(frame: _Frame, topic: Topic, *, start: str) -> _Frame: ...    # adds likely, earliest, latest, certainty
