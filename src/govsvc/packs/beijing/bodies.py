"""The bodies of 北京市 that made these texts, and the names the service department bore.

An office until the reform of late 2018, a bureau after it; on which day the name changed was not read, nor what it is
called since the ordinance of 2024 speaks of a department of services and data. Not covered: the districts.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from govsvc.norms.bodies import Body, BodyName
from govsvc.places import Place
from govsvc.spans import Span

__all__ = ["CITY_GOVERNMENT", "CITY_STANDING_COMMITTEE", "SERVICE_DEPARTMENT"]


def __dir__() -> list[str]:
    return __all__


CITY_STANDING_COMMITTEE: Final = Body("beijing-standing-committee", "北京市人民代表大会常务委员会", Place.BEIJING)
CITY_GOVERNMENT: Final = Body("beijing-government", "北京市人民政府", Place.BEIJING)
SERVICE_DEPARTMENT: Final = Body(
    "beijing-service-department",
    "北京市政务服务部门",
    Place.BEIJING,
    names=(
        BodyName(
            "北京市政务服务管理办公室",
            Span(date(2016, 12, 29), date(2018, 9, 30)),
            ("京政发〔2016〕64号第四条", "北京市政务服务事项动态管理办法（试行）"),
        ),
        BodyName(
            "北京市政务服务管理局",
            Span(date(2020, 4, 24), date(2021, 2, 12)),
            ("北京市政务服务标准化管理办法", "京政服函〔2021〕2号"),
        ),
    ),
)
