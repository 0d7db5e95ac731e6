"""The author of a city's act: the general law with the city's terms beside it."""

from __future__ import annotations

import datetime as dt

from govsvc import Place, deadlines
from govsvc.law import LAW, Act


def with_city(act: Act, received: dt.date) -> dt.date:
    place = Place.parse("河北省衡水市")
    return deadlines.intake(received, place=place, law=LAW.with_acts(act)).governing.safe
