"""The words of dates, by language: months in all their cases and abbreviations, seasons, numbers, eras.

No word stands for two things, so no language has to be announced. All are in small letters and composed (NFC).
"""

from __future__ import annotations

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENGLISH = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct",
    "november nov", "december dec",
)  # fmt: skip
_GERMAN = (
    "januar januars jänner jän", "februar februars feber febr", "märz märzes mrz mär", "aprils", "mai mais maies", "juni junis", "juli julis",
    "augusts", "septembers", "oktober oktobers okt", "novembers", "dezember dezembers dez",
)  # fmt: skip
_FRENCH = (
    "janvier janv", "février fevrier févr fevr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout", "septembre",
    "octobre", "novembre", "décembre decembre déc",
)  # fmt: skip
_RUSSIAN = (
    "январь января январю январём январем январе янв", "февраль февраля февралю февралём февралем феврале февр фев",
    "март марта марту мартом марте мар", "апрель апреля апрелю апрелем апреле апр", "май мая маю маем мае",
    "июнь июня июню июнем июне июн", "июль июля июлю июлем июле июл", "август августа августу августом августе авг",
    "сентябрь сентября сентябрю сентябрём сентябрем сентябре сент сен", "октябрь октября октябрю октябрём октябрем октябре окт",
    "ноябрь ноября ноябрю ноябрём ноябрем ноябре нояб ноя", "декабрь декабря декабрю декабрём декабрем декабре дек",
)  # fmt: skip
_SHORTENED = (
    "jan feb mar apr jun jul aug sept sep oct nov dec", "jän febr mrz mär okt dez", "janv févr fevr fév avr juil déc",
    "янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек",
)  # fmt: skip
_SHORT = frozenset(name for names in _SHORTENED for name in names.split())
"""Abbreviations, which may end in a point."""


def _months() -> dict[str, int]:
    found = {}
    for language in (_ENGLISH, _GERMAN, _FRENCH, _RUSSIAN):
        for number, names in enumerate(language, 1):
            for name in names.split():
                found[name] = number
                if name in _SHORT:
                    found[f"{name}."] = number
    return found


MONTHS = _months()
"""Months by their English, German, French and Russian names, in every case, and by the usual abbreviations."""

SEASONS = {
    name: code
    for code, names in {
        21: "spring frühling frühlings frühjahr frühjahrs printemps весна весны весне весну весной",
        22: "summer sommer sommers été лето лета лету летом лете",
        23: "autumn fall herbst herbsts herbstes automne осень осени осенью",
        24: "winter winters hiver зима зимы зиме зиму зимой",
    }.items()
    for name in names.split()
}
"""Seasons by name; the numbers are EDTF's."""
SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""What the seasons are called when a date is written."""

PARTS = ("early", "mid", "late")
"""The words for the parts of a unit of time."""
PARTS_IN_WORDS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late", "close": "late"}
"""Nouns for the same parts, with `of` after them."""
SHARES = {"half": 2, "third": 3, "quarter": 4}
"""Into how many equal parts these words divide a unit."""
UNITS = ("day", "week", "month", "year")
"""The units a distance is counted in."""

_TO_TWENTY = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
NUMBERS = {word: value for value, word in enumerate(_TO_TWENTY.split(), 1)} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}
"""Whole numbers in words."""
_TO_TWENTY_FIRST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth twenty-first"
)
ORDINALS = {word: value for value, word in enumerate(_TO_TWENTY_FIRST.split(), 1)}
"""Ordinal numbers in words."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday montag lundi понедельник", "tuesday dienstag mardi вторник", "wednesday mittwoch mercredi среда",
            "thursday donnerstag jeudi четверг",
            "friday freitag vendredi пятница", "saturday samstag samedi суббота", "sunday sonntag dimanche воскресенье",
        )
    )
    for name in names.split()
}  # fmt: skip
"""Days of the week, Monday first and counted from 0."""

BEFORE_ERA = ("bc", "bce", "b.c.", "b.c.e.")
"""After a year: before the year 1; 1 BC is the astronomical year 0."""
OF_ERA = ("ad", "ce", "a.d.", "c.e.")
"""Before or after a year: from the year 1 on."""
YEAR_WORDS = ("г.", "г", "год", "года", "году", "годом")
"""What Russian puts after a year."""

ABOUT = ("about", "around", "approximately", "roughly", "c.", "ca.", "circa", "ca", "c")
"""The words for `about`."""
DOUBTFUL = ("probably", "perhaps", "possibly")
"""Words that make a date doubtful, as `?` does."""
WITHIN = ("in", "on", "during", "sometime", "within", "в", "im", "am", "en")
"""Words before a calendar date that say no more than that it happened within it."""
ARTICLES = ("the", "le", "la", "der", "das", "des")
"""Articles, which may stand before a calendar date."""
