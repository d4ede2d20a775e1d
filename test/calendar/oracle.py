"""An independent reckoning of legal limits, day by day and minute by minute.

Shares nothing with the TypeScript clock but the calendar lists themselves. Slow on purpose: it walks, it never subtracts.

    oracle.py EDITIONS.json COUNT SEED    writes COUNT lines {"edition", "question", "answer"} after a first line with the seed
"""
import json
import random
import sys
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

HANOI = timezone(timedelta(hours=7))
ONE_DAY = timedelta(days=1)
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WHOLE_DAYS = ("workingDays", "calendarDays", "weeks", "months", "years")


def parse(text):
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)


def written(instant):
    utc = instant.astimezone(timezone.utc)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (utc.microsecond // 1000)


@lru_cache(maxsize=4096)
def day_of(instant):
    return instant.astimezone(HANOI).date()


class Calendar:
    def __init__(self, edition):
        self.edition = edition
        self.holidays = {h["on"]: h for h in edition["holidays"]}
        self.make_up = {m["on"]: m for m in edition["makeUpDays"]}
        self.known = {}
        self.doubts = {}

    def ordinary(self, day):
        key = day.strftime("%m-%d")
        for hours in self.edition["workingHours"]:
            season = hours.get("season")
            if season is None:
                return hours["byWeekday"][WEEKDAYS[day.weekday()]]
            begin, end = season["from"], season["to"]
            inside = begin <= key <= end if begin <= end else key >= begin or key <= end
            if inside:
                return hours["byWeekday"][WEEKDAYS[day.weekday()]]
        return []

    def yearly(self, day):
        iso = day.isoformat()
        for holiday in self.edition["yearly"]:
            if holiday["monthDay"] == iso[5:] and holiday.get("from", "") <= iso <= holiday.get("to", "9999"):
                return holiday
        return None

    def sittings(self, day):
        if day not in self.known:
            self.known[day] = self.look_up(day)
        return self.known[day]

    def look_up(self, day):
        iso = day.isoformat()
        if iso in self.make_up:
            sessions = self.ordinary(date.fromisoformat(self.make_up[iso]["insteadOf"]))
        elif iso in self.holidays:
            sessions = self.holidays[iso].get("sessions", [])
        elif self.yearly(day):
            sessions = []
        else:
            sessions = self.ordinary(day)
        found = []
        for session in sessions:
            hour, minute = map(int, session["opens"].split(":"))
            opens = datetime(day.year, day.month, day.day, hour, minute, tzinfo=HANOI)
            hour, minute = map(int, session["closes"].split(":"))
            found.append((opens, datetime(day.year, day.month, day.day, hour, minute, tzinfo=HANOI)))
        return found

    def works(self, day):
        return len(self.sittings(day)) > 0

    def uncertain(self, day):
        if day not in self.doubts:
            self.doubts[day] = self.look_up_doubt(day)
        return self.doubts[day]

    def look_up_doubt(self, day):
        iso = day.isoformat()
        edition = self.edition
        if iso < edition["validFrom"] or iso > edition["validTo"]:
            return True
        if iso >= edition.get("forecastFrom", "9999"):
            return True
        entry = self.make_up.get(iso) or self.holidays.get(iso) or self.yearly(day)
        return entry is not None and entry["certainty"] == "provisional"


def pauses_of(question):
    return [(parse(p["from"]), parse(p["to"]) if "to" in p else None) for p in question["pauses"]]


def day_is_paused(pauses, day):
    return any(day_of(a) < day and (b is None or day <= day_of(b)) for a, b in pauses)


def paused_for_ever(pauses, day):
    return any(b is None and day_of(a) < day for a, b in pauses)


def is_end_of_standstill(pauses, instant):
    """No other pause is running, or begins, at the instant at which this one ends."""
    return not any(a <= instant and (b is None or instant < b) for a, b in pauses)


def corresponding(day, months):
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    for last in (day.day, 30, 29, 28):
        if last > day.day:
            continue
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise ValueError("no such month")


def days_wanted(limit, start_day):
    amount, unit = limit["amount"], limit["unit"]
    if unit in ("workingDays", "calendarDays"):
        return amount
    if unit == "weeks":
        return 7 * amount
    return (corresponding(start_day, amount * (12 if unit == "years" else 1)) - start_day).days


def walk_days(calendar, limit, start, pauses, restarts):
    """Returns the last counted day and the day counting last began on, or what was used up before an open pause."""
    working_only = limit["unit"] == "workingDays"
    began = day_of(start)
    began_at = start
    wanted = days_wanted(limit, began)
    used = 0
    day = began
    while True:
        if restarts:
            ends = [b for a, b in pauses if b is not None and day_of(b) == day and b >= began_at]
            ends = [b for b in ends if is_end_of_standstill(pauses, b)]
            if ends:
                used, began, began_at = 0, day, max(ends)
                wanted = days_wanted(limit, began)
        day += ONE_DAY
        if paused_for_ever(pauses, day):
            return {"used": used, "began": began}
        if day_is_paused(pauses, day) or (working_only and not calendar.works(day)):
            continue
        used += 1
        if used == wanted:
            return {"last": day, "began": began, "began_at": began_at}


def walk_sittings(calendar, amount, start, pauses):
    def has_begun(sitting, instant):
        return sitting[0] <= instant

    used, day = 0.0, day_of(start)
    while True:
        for sitting in calendar.sittings(day):
            if has_begun(sitting, start):
                continue
            stands = False
            for a, b in pauses:
                if has_begun(sitting, max(a, start)):
                    continue
                if b is None:
                    return {"used": used}
                stands = stands or has_begun(sitting, b)
            if stands:
                continue
            used += 0.5
            if used == amount:
                return {"at": sitting[1]}
        day += ONE_DAY


def walk_minutes(calendar, limit, start, pauses):
    """Whole minutes only: the cases give no seconds."""
    wanted = limit["amount"] * 60
    around_the_clock = limit["unit"] == "hours"
    used, minute = 0, start
    while True:
        if around_the_clock:
            open_now = True
        else:
            open_now = any(a <= minute < b for a, b in calendar.sittings(day_of(minute)))
        if any(b is None and a <= minute for a, b in pauses):
            return {"used": used / 60}
        stands = any(a <= minute < b for a, b in pauses if b is not None)
        minute += timedelta(minutes=1)
        if open_now and not stands:
            used += 1
            if used == wanted:
                return {"at": minute}


def next_working(calendar, day):
    while not calendar.works(day):
        day += ONE_DAY
    return day


def reached_of(calendar, limit, start, pauses, restarts, by_session):
    """One stretch: {used} or {due, at?, began_at, uncertain}."""
    unit = limit["unit"]
    if unit in ("hours", "workingHours"):
        found = walk_minutes(calendar, limit, start, pauses)
    elif unit == "workingDays" and (by_session or limit["amount"] % 1):
        found = walk_sittings(calendar, limit["amount"], start, pauses)
    else:
        found = walk_days(calendar, limit, start, pauses, restarts)
    if "used" in found:
        return found
    if "at" in found:
        due = day_of(found["at"])
        asked = due if unit == "hours" else day_of(start)
        return {"due": due, "at": found["at"], "began_at": start, "uncertain": spans_doubt(calendar, asked, due)}
    due = next_working(calendar, found["last"])
    asked = found["began"] if unit == "workingDays" else found["last"] - ONE_DAY
    return {"due": due, "began_at": found["began_at"], "uncertain": spans_doubt(calendar, asked, due)}


def spans_doubt(calendar, after, to):
    day, doubt = after, False
    while day < to:
        day += ONE_DAY
        doubt = doubt or calendar.uncertain(day)
    return doubt


def transferred(calendar, instant):
    day = day_of(instant)
    local = instant.astimezone(HANOI)
    after_cut_off = (local.hour, local.minute, local.second, local.microsecond) > (15, 0, 0, 0)
    if calendar.works(day) and not after_cut_off:
        return instant
    return calendar.sittings(next_working(calendar, day + ONE_DAY))[0][0]


def close_of(calendar, day):
    return calendar.sittings(day)[-1][1]


def answer(calendar, question):
    start = parse(question["startedAt"])
    if "restartedAt" in question:
        start = parse(question["restartedAt"])
    elif question.get("startRule") == "onTransfer":
        start = transferred(calendar, start)
    pauses = pauses_of(question)
    restarts = question.get("regime") == "restart"
    by_session = question.get("bySession", False)
    reached = reached_of(calendar, question["limit"], start, pauses, restarts, by_session)
    if "used" in reached:
        return {"used": reached["used"]}
    doubt = reached["uncertain"]
    for extension in question.get("extensions", []):
        if parse(extension["grantedAt"]) < reached["began_at"]:
            continue
        end = reached.get("at") or close_of(calendar, reached["due"])
        further = reached_of(calendar, extension["by"], end, pauses, False, by_session)
        if "used" in further:
            return {"used": further["used"]}
        doubt = doubt or further["uncertain"]
        reached = {**further, "began_at": reached["began_at"]}
    at = reached.get("at") or close_of(calendar, reached["due"])
    return {"dueOn": reached["due"].isoformat(), "dueAt": written(at), "provisional": doubt}


# --- cases: the edges come up far more often than chance would bring them

EDGE_DAYS = [
    "2018-12-31", "2019-01-05", "2019-02-01", "2019-05-04", "2020-01-22", "2020-02-29", "2021-12-31", "2022-04-29",
    "2023-01-19", "2023-04-28", "2024-02-07", "2024-02-29", "2024-05-04", "2025-04-26", "2025-12-31", "2026-01-02",
    "2026-01-10", "2026-02-13", "2026-08-22", "2026-08-31", "2026-11-16", "2026-11-23", "2026-12-31", "2027-01-31",
]
EDGE_TIMES = [
    (0, 0), (6, 59), (7, 0), (7, 29), (7, 30), (9, 0), (11, 30), (12, 0), (13, 30), (14, 59), (15, 0), (15, 1), (16, 59),
    (17, 0), (17, 1), (23, 59),
]


class Cases:
    def __init__(self, seed, editions):
        self.dice = random.Random(seed)
        self.calendars = [Calendar(edition) for edition in editions]

    def some_day(self):
        if self.dice.random() < 0.5:
            return date.fromisoformat(self.dice.choice(EDGE_DAYS)) + timedelta(days=self.dice.randint(-12, 4))
        return date(2017, 11, 1) + timedelta(days=self.dice.randrange(3600))

    def at_some_time(self, day):
        hour, minute = self.dice.choice(EDGE_TIMES)
        if self.dice.random() < 0.3:
            hour, minute = self.dice.randrange(24), self.dice.randrange(60)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=HANOI)

    def some_limit(self):
        pick = self.dice.random()
        if pick < 0.6:
            return {"amount": self.dice.choice([1, 2, 3, 5, 7, 10, 10, 15, 20, 30, 45]), "unit": "workingDays"}
        if pick < 0.75:
            return {"amount": self.dice.choice([1, 3, 5, 20, 30, 30, 60, 90]), "unit": "calendarDays"}
        if pick < 0.8:
            return {"amount": self.dice.randint(1, 6), "unit": "weeks"}
        if pick < 0.87:
            return {"amount": self.dice.randint(1, 14), "unit": "months"}
        if pick < 0.89:
            return {"amount": self.dice.randint(1, 3), "unit": "years"}
        if pick < 0.99:
            return {"amount": self.dice.randint(0, 19) + 0.5, "unit": "workingDays"}
        if pick < 0.995:
            return {"amount": self.dice.choice([0.5, 1, 2, 3, 8, 12]), "unit": "workingHours"}
        return {"amount": self.dice.choice([1, 3, 24, 48]), "unit": "hours"}

    def some_pauses(self, start):
        pauses, points = [], [start]
        for _ in range(self.dice.choice([0, 0, 1, 1, 2, 3, 4])):
            if self.dice.random() < 0.4:
                begin = self.dice.choice(points)
            else:
                begin = self.at_some_time(day_of(start) + timedelta(days=self.dice.randint(0, 40)))
            begin = max(begin, start)
            pause = {"from": written(begin), "reason": "supplement"}
            if self.dice.random() < 0.9:
                end = self.at_some_time(day_of(begin) + timedelta(days=self.dice.choice([0, 0, 1, 2, 3, 7, 14, 30])))
                end = self.dice.choice([p for p in points if p >= begin] + [max(end, begin)] * 3)
                pause["to"] = written(end)
                points.append(end)
            points.append(begin)
            pauses.append(pause)
        return pauses

    def some_question(self):
        start = self.at_some_time(self.some_day())
        if self.dice.random() < 0.2:
            start += timedelta(milliseconds=self.dice.choice([-1, 1, 999]))
        limit = self.some_limit()
        if limit["unit"] in ("hours", "workingHours"):
            start = start.replace(second=0, microsecond=0)
        question = {"startedAt": written(start), "limit": limit, "pauses": self.some_pauses(start)}
        if limit["unit"] in WHOLE_DAYS and limit["amount"] % 1 == 0 and self.dice.random() < 0.3:
            question["regime"] = "restart"
        if self.dice.random() < 0.1:
            question["startRule"] = "onTransfer"
        if limit["unit"] == "workingDays" and "regime" not in question and self.dice.random() < 0.05:
            question["bySession"] = True
        if limit["unit"] in WHOLE_DAYS and self.dice.random() < 0.03:
            question["restartedAt"] = written(start + timedelta(days=self.dice.randint(0, 30)))
        if limit["unit"] in WHOLE_DAYS and self.dice.random() < 0.1:
            granted = start + timedelta(days=self.dice.randint(0, 20))
            by = {"amount": self.dice.randint(1, 10), "unit": self.dice.choice(["workingDays", "calendarDays"])}
            question["extensions"] = [{"by": by, "grantedAt": written(granted), "reason": "x"}]
        if question["limit"]["unit"] not in ("hours", "workingHours"):
            return question
        question.pop("startRule", None)
        return question

    def one(self):
        index = self.dice.randrange(len(self.calendars))
        question = self.some_question()
        return {"edition": index, "question": question, "answer": answer(self.calendars[index], question)}


def main():
    path, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open(path, encoding="utf-8") as file:
        editions = json.load(file)
    cases = Cases(seed, editions)
    print(json.dumps({"seed": seed, "count": count}))
    for _ in range(count):
        print(json.dumps(cases.one(), separators=(",", ":")))


if __name__ == "__main__":
    main()
