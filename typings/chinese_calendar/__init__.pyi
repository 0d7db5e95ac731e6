"""Types of chinesecalendar 1.11, as far as this library uses it."""

import datetime as dt
from enum import Enum
from typing import Final

__version__: Final[str]

class Holiday(Enum):
    new_years_day = "New Year's Day"
    spring_festival = "Spring Festival"
    tomb_sweeping_day = "Tomb-sweeping Day"
    labour_day = "Labour Day"
    dragon_boat_festival = "Dragon Boat Festival"
    national_day = "National Day"
    mid_autumn_festival = "Mid-autumn Festival"
    anti_fascist_70th_day = "Anti-Fascist 70th Day"
    chinese: str
    days: int

holidays: Final[dict[dt.date, str]]
workdays: Final[dict[dt.date, str]]
in_lieu_days: Final[dict[dt.date, str]]

def is_holiday(date: dt.date) -> bool: ...
def is_workday(date: dt.date) -> bool: ...
def is_in_lieu(date: dt.date) -> bool: ...
def get_holiday_detail(date: dt.date) -> tuple[bool, str | None]: ...
def get_dates(start: dt.date, end: dt.date) -> list[dt.date]: ...
def get_holidays(start: dt.date, end: dt.date, include_weekends: bool = True) -> list[dt.date]: ...
def get_workdays(start: dt.date, end: dt.date, include_weekends: bool = True) -> list[dt.date]: ...
