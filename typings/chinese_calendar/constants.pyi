"""The tables of chinesecalendar 1.11."""

from chinese_calendar import Holiday as Holiday
from chinese_calendar import holidays as holidays
from chinese_calendar import in_lieu_days as in_lieu_days
from chinese_calendar import workdays as workdays
