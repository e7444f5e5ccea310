"""Reads one message from standard input as a mail program does, and says in JSON what is in it.

The parser is Python's own; calendar files are read by icalendar (Debian: python3-icalendar).
"""
import json
import sys
from email import message_from_bytes, policy

from icalendar import Calendar


def appointment(text):
    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    said = {name.lower(): str(event[name]) for name in event if name not in ("DTSTAMP", "DTSTART", "DURATION")}
    said |= {"method": str(calendar["METHOD"]), "version": str(calendar["VERSION"])}
    said |= {"dtstart": event["DTSTART"].dt.isoformat(), "dtstamp": event["DTSTAMP"].dt.isoformat()}
    if "DURATION" in event:
        said["duration"] = str(event["DURATION"].dt)
    said["cn"] = event["ORGANIZER"].params["CN"]
    return said


def part(of):
    said = {"type": of.get_content_type(), "file": of.get_filename(), "method": of.get_param("method")}
    if not of.is_multipart():
        said["text"] = of.get_payload(decode=True).decode(of.get_content_charset())
    return said


message = message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
parts = [part(of) for of in message.walk()]
calendars = [appointment(p["text"]) for p in parts if p["type"] == "text/calendar"]
defects = [type(d).__name__ for of in message.walk() for d in of.defects]
headers = {name.lower(): str(value) for name, value in message.items()}
print(json.dumps({"headers": headers, "parts": parts, "calendars": calendars, "defects": defects}))
