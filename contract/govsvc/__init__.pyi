# The names every room shares.
import datetime as dt
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import ClassVar, Final, Generic, NoReturn, TypeVar, overload

_T_co = TypeVar("_T_co", covariant=True)

class Place:
    NATIONAL: ClassVar[Place]
    BEIJING: ClassVar[Place]
    HENGSHUI: ClassVar[Place]
    @classmethod
    def parse(cls, text: str) -> Place: ...                 # UnknownPlace(.nearest) | AmbiguousPlace(.candidates)
    @property
    def within(self) -> tuple[Place, ...]: ...              # itself, then every place around it, NATIONAL last

class MatterType(Enum):
    LICENCE = ...; PAYMENT = ...; CONFIRMATION = ...; REWARD = ...; ADJUDICATION = ...; OTHER_POWER = ...; PUBLIC_SERVICE = ...
class Matter:
    """What the application is about. `special` is the key of an instrument that sets its own terms."""
    def __init__(self, type: MatterType, *, special: str | None = None) -> None: ...
LICENCE: Final[Matter]

class Span:
    """Days, both ends included."""
    def __init__(self, first: dt.date, last: dt.date | None = None) -> None: ...

class Citation: ...
class Severity(Enum):
    ERROR = ...; WARN = ...; REVIEW = ...
class Finding:
    rule: str; severity: Severity; subject: str
    basis: tuple[Citation, ...]
class Findings(Sequence[Finding]):
    @overload
    def __getitem__(self, i: int) -> Finding: ...
    @overload
    def __getitem__(self, i: slice) -> Findings: ...
    def __len__(self) -> int: ...
    @property
    def worst(self) -> Severity | None: ...
    def of(self, rule: str) -> Findings: ...
    def by_subject(self) -> dict[str, Findings]: ...

class Undetermined:
    missing: tuple[str, ...]                                # facts that can still change the outcome, never empty
class Unsettled:
    readings: tuple[str, ...]                               # the text does not say, or says two things
class Referral:
    to: str                                                 # the law hands the question to someone
class Disputed:
    claims: tuple[str, ...]                                 # two sources claim different things
Open = Undetermined | Unsettled | Referral | Disputed

class Answer(Generic[_T_co]):
    @property
    def outcome(self) -> _T_co | Open: ...
    @property
    def value(self) -> _T_co: ...                            # NotSettled when open
    @property
    def basis(self) -> tuple[Citation, ...]: ...
    def proof(self) -> Proof: ...                           # built when asked for
    def is_(self, outcome: object) -> bool: ...             # settled and equal
    def __bool__(self) -> NoReturn: ...
class Proof: ...

class GovsvcError(Exception): ...
class InvalidInput(GovsvcError, ValueError):
    faults: tuple[Fault, ...]
class Fault:
    path: str; code: str; given: object; allowed: str
class NotYetAnnounced(GovsvcError, LookupError):
    earliest: dt.date | None; likely: dt.date | None; latest: dt.date | None   # None where the question was not a date (is_workday, count)
class NotInForce(GovsvcError, LookupError): ...             # asked before the instrument
class NotCovered(GovsvcError, LookupError): ...             # no act held says anything about this matter and place
class NotSettled(GovsvcError, LookupError):
    why: Open

class Stamp:
    """Everything needed to compute the same answer again: code, law, notices, readings, days asked."""
    code: str; law: str; calendar: str; readings: tuple[str, ...]; as_of: dt.date; law_on: dt.date
