#!/usr/bin/env python3
"""Verifies that nothing a municipality published with Stadtstand was altered afterwards.

    verify.py https://example.org duesseldorf [--known-head 4:9f2c…]
    verify.py chain.jsonl duesseldorf [--tables package.zip] [--known-head 4:9f2c…]

It needs Python 3.8 and nothing else. What it proves, and what it does not, is told in
src/docs/verification.md. Exit code: 0 nothing was altered, 1 something was, 2 the call or the
source was not understood, 3 nothing is known to be altered, but not everything can be checked.
"""
import argparse
import csv
import calendar
import datetime
import decimal
import hashlib
import io
import json
import re
import shutil
import sys
import tempfile
import unicodedata
import urllib.error
import urllib.parse
import urllib.request
import zipfile

RELEASES = """query ($m: String!, $after: String) {
  releases(municipality: $m, first: 200, after: $after) {
    nodes { number hash previousHash sealText }
    pageInfo { hasNextPage endCursor } } }"""
ROWS = """query ($m: String!, $n: Int!, $after: String) {
  release(municipality: $m, number: $n) { rows(first: 200, after: $after) {
    nodes { event table key openedBy canonical salt digest withheld { number } }
    pageInfo { hasNextPage endCursor } } } }"""

DESCRIPTION = ("title", "description", "licence_title", "keywords", "themes", "homepage",
               "publisher_type", "contributor")  # what a delivery says of the record as a whole


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def canonical(table, key, values):
    """The one text that a row has: JSON after RFC 8785, every value a text or a list of texts."""
    whole = {"key": key, "table": table, "values": values}
    return json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def is_canonical(text):
    """Whether a text is in that form, so that one row cannot be told in two ways."""
    def composed(value):
        if isinstance(value, list):
            return [composed(part) for part in value]
        return unicodedata.normalize("NFC", value)

    whole = json.loads(text)
    values = {name: composed(value) for name, value in whole["values"].items()}
    return canonical(whole["table"], whole["key"], values) == text


def from_server(url, municipality):
    """Yields each release, and a function that yields its rows."""
    def ask(query, **variables):
        body = json.dumps({"query": query, "variables": dict(variables, m=municipality)})
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        request = urllib.request.Request(url, body.encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                answer = json.load(answer)
        except urllib.error.HTTPError as refusal:
            # A refusal says why in the same shape; anything else is not from such a server.
            answer = json.load(refusal)
        if answer.get("errors"):
            raise ValueError("the server refuses: " + answer["errors"][0]["message"])
        return answer["data"]

    def pages(page):
        after = None
        while True:
            connection = page(after)
            yield from connection["nodes"]
            if not connection["pageInfo"]["hasNextPage"]:
                return
            after = connection["pageInfo"]["endCursor"]

    for release in pages(lambda after: ask(RELEASES, after=after)["releases"]):
        number = release["number"]
        yield release, pages(lambda after: ask(ROWS, n=number, after=after)["release"]["rows"])


def entry(number, line):
    """What a line of the file says."""
    try:
        said = json.loads(line)
    except ValueError as broken:
        raise ValueError("line %d is no JSON: %s" % (number, broken))
    if not isinstance(said, dict) or len({"release", "row", "citation"} & set(said)) != 1:
        raise ValueError("line %d is no entry of a chain" % number)
    return said


def from_file(name, municipality, citations):
    """The same from a file that the server's command `chain` has written, with the citations."""
    with open(name, encoding="utf-8") as lines:
        release, rows = None, []
        for number, line in enumerate(lines, 1):
            line = entry(number, line)
            if "row" in line:
                rows.append(line["row"])
            elif "citation" in line:
                citations.append(line["citation"])
            else:
                if release:
                    yield release, rows
                release, rows = line["release"], []
                if release["municipality"] != municipality:
                    raise ValueError("the file is about " + release["municipality"])
        if release:
            yield release, rows


def cited(url):
    """The log of citations from a server, a page at a time."""
    entries = []
    while True:
        after = entries[-1]["number"] if entries else 0
        name = urllib.parse.urljoin(url, "q/citations.jsonl?after=%d" % after)
        with urllib.request.urlopen(name, timeout=60) as answer:
            page = [json.loads(line)["citation"] for line in answer.read().decode().splitlines()]
        if not page:
            return entries
        entries += page


def download(url, municipality, number):
    """All tables of a release as the server gives them out, in a file."""
    name = "data/%s/package@%d.zip" % (urllib.parse.quote(municipality), number)
    file = tempfile.TemporaryFile()
    with urllib.request.urlopen(urllib.parse.urljoin(url, name), timeout=60) as answer:
        shutil.copyfileobj(answer, file)
    return file


def served(package):
    """Yields table, key and values of each row of such a file, with the form of each column."""
    with zipfile.ZipFile(package) as files:
        description = json.loads(files.read("datapackage.json"))
        yield release(description)
        for resource in description["resources"]:
            schema, parts = resource["schema"], resource["schema"].get("primaryKey")
            table = "correction" if resource["name"] == "corrections" else resource["name"]
            forms = {field["name"]: field["type"] for field in schema["fields"]}
            for foreign in schema.get("foreignKeys", []):
                goal = foreign["reference"]["resource"] or resource["name"]
                forms.update(dict.fromkeys([foreign["fields"]] if isinstance(
                    foreign["fields"], str) else foreign["fields"], goal + ":"))
            if resource["name"] == "withdrawals":
                yield "withdrawal", None, {}, {}  # from here on, all that were explained
            with io.TextIOWrapper(files.open(resource["path"]), "utf-8", newline="") as lines:
                for row in csv.DictReader(lines):
                    if None in row or None in row.values():
                        raise ValueError("a row of %s has not the fields of its header"
                                         % resource["path"])
                    if resource["name"] == "withdrawals":
                        key = "%s:%s" % (row.pop("table"), row.pop("key"))
                        yield "withdrawal", key, dict(row, kind="EXPLAINED"), {}
                        continue
                    if isinstance(parts, str):
                        key = row.pop(parts)
                    else:  # a link is called after what it links; one name alone is written small
                        key = "~".join(row[part] for part in parts)
                        key = key.lower() if len(parts) == 1 else key
                    if table == "correction":  # a delivery names the corrected row in two columns
                        row["corrected"] = "%s:%s" % (row.pop("table"), row.pop("row"))
                    if table == "municipality":
                        row.update(described(description))
                    yield table, key, row, forms


def described(package):
    """What a delivery says of its municipality in its description instead of in a table."""
    own, licence = package["stadtstand"], package["licenses"][0]
    return {"publisher": package["contributors"][0]["title"], "standing": own["standing"],
            "licence": licence["name"], "licence_url": licence["path"],
            "attribution": own["attribution"], "contact": own["contact"],
            "accrual_periodicity": own.get("accrualPeriodicity", "")}


def release(package):
    """The same for a row of the release itself, all of which stands in the description."""
    own, licence, source = package["stadtstand"], package["licenses"][0], package["sources"][0]
    said, catalogue = own["release"], own.get("catalogue", {})
    seconds, _, parts = package["created"].rstrip("Z").partition(".")
    values = {"title": package["title"], "description": package.get("description"),
              "homepage": package.get("homepage"), "keywords": package.get("keywords", []),
              "themes": catalogue.get("themes", []), "kind": said["kind"],
              "publisher_type": catalogue.get("publisherType"),
              "contributor": catalogue.get("contributorId"), "licence_title": licence.get("title"),
              "published_at": "%s.%sZ" % (seconds, parts.ljust(6, "0")), "reason": said.get("reason"),
              "revokes": said.get("revokes"), "stands_for": said["standsFor"],
              "name": package["name"], "municipality": own["municipality"],
              "version": package["version"], "source": source["title"], "source_url": source.get("path")}
    written = {name: " | ".join(value) if isinstance(value, list) else str(value or "")
               for name, value in values.items()}
    return "release", str(said["number"]), written, {}


def as_delivered(interval):
    """A month, quarter, season, year, or "not later than" a day, which is stored as two days."""
    first, last = map(datetime.date.fromisoformat, interval.split("/"))
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first == datetime.date(1, 1, 1):
        return "../%s" % last
    if first.day > 1 or last.day < calendar.monthrange(last.year, last.month)[1]:
        return interval
    if months == 1:
        return interval[:7]
    if months == 3 and first.month % 3 == 1:
        return "%s-Q%d" % (interval[:4], first.month // 3 + 1)
    if months == 3 and first.month % 3 == 0:
        return "%s-2%d" % (interval[:4], first.month // 3)
    return interval[:4] if months == 12 and first.month == 1 else interval


def given_out(value, form):
    """All the ways in which a canonical value may be written in a table of that form."""
    if isinstance(value, list):
        value = " | ".join(value)
    ways = [value]
    if re.match(r"'*[=+@\t\r-]", value):  # a sign by which no spreadsheet takes it for a formula
        ways.append("'" + value)
    if form.endswith(":"):
        ways = [value[len(form):]] if value.startswith(form) else []
    if form == "string" and re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", value):
        ways.append(as_delivered(value))
    return ways


def same(value, text, form):
    """Whether a table says the canonical value; None and no text are the same."""
    if value is None or not text:
        return not value and not text
    if form == "number":
        return text == value or re.fullmatch(r"-?[0-9.]+", text) and (
            decimal.Decimal(value) == decimal.Decimal(text))
    return text in given_out(value, form)


class Chain:
    """Follows the chain from its first release; `faults` tells what does not hold, and
    `unproven` what could not be held against anything."""

    def __init__(self, municipality):
        self.municipality, self.faults, self.unproven = municipality, [], []
        self.open, self.heads = {}, []  # digest, text and first release of each row not ended
        self.withdrawn = {}  # text of each withdrawal that the last release has explained
        self.described = None  # text of the last release
        self.going_on = {}  # how the record was described last; None if that is withheld
        self.cited = {}  # the heads of the log of citations that releases have sealed
        self.rows = 0
        self.hidden = {}  # what is withheld: table, key and release of the state, and by which entry
        self.sealed, self.listed = set(), set()  # the sealed entries; the states that they withhold

    def fault(self, number, what):
        self.faults.append("Release %s: %s" % (number, what))

    def row(self, number, row):
        """Holds a row's text against its digest."""
        name = row["table"] + " " + row["key"]
        self.rows += 1
        if row.get("withheld") and row["salt"] is None:
            self.hidden[row["table"], row["key"], number] = row["withheld"]["number"]
        elif row["canonical"] is None:
            self.fault(number, name + ": missing")
        else:
            text, salt = row["canonical"], bytes.fromhex(row["salt"] or "")
            whole = json.loads(text)
            if sha256(salt + text.encode()) != row["digest"]:
                self.fault(number, name + ": altered after its publication")
            elif not is_canonical(text):
                self.fault(number, name + ": not in the canonical form")
            elif (whole["table"], whole["key"]) != (row["table"], row["key"]):
                self.fault(number, name + ": the text is that of another row")
            elif row["event"] == "REDACTED":
                values = whole["values"]
                self.sealed.add(row["key"])
                for state in values.get("states", []):
                    self.listed.add((values["table"], values["key"], int(state)))

    def release(self, release, rows):
        """Holds a release against its rows, and its hash against the one before."""
        number = release["number"]
        found = {"OPENED": [], "CLOSED": [], "WITHDRAWN": [], "RELEASE": [], "REDACTED": []}
        names, self.withdrawn = {"OPENED": [], "CLOSED": []}, {}
        for row in rows:
            found[row["event"]].append(bytes.fromhex(row["digest"]))
            if row["event"] != "CLOSED":  # what it ends was held against its digest when it began
                self.row(number, row)
            if row["event"] == "WITHDRAWN":
                self.withdraw(row)
            if row["event"] == "RELEASE":
                self.described = self.text(row)
                self.describe()
            if row["event"] in names:
                names[row["event"]].append((row["table"], row["key"], row))
        for table, key, row in names["CLOSED"]:
            ended = self.open.pop((table, key), (None, None, None))
            if ended[0] != row["digest"]:
                self.fault(number, "%s %s: ends a row that was not there" % (table, key))
            elif ended[2] != row["openedBy"] or ended[1] not in (None, self.text(row)):
                self.fault(number, "%s %s: ends as another row than began" % (table, key))
        for table, key, row in names["OPENED"]:
            began = (row["digest"], self.text(row), row["openedBy"])
            if self.open.setdefault((table, key), began)[0] != row["digest"]:
                self.fault(number, "%s %s: begins a row that is there already" % (table, key))
            if row["openedBy"] != number:
                self.fault(number, "%s %s: began in another release" % (table, key))
        if not found["REDACTED"]:  # said only where something was withheld
            del found["REDACTED"]
        values = {event.lower(): sha256(b"".join(sorted(digests)))
                  for event, digests in found.items()}
        for event in found.keys() - {"RELEASE"}:
            values[event.lower() + "_count"] = str(len(found[event]))
        if self.heads:
            values["previous"] = self.heads[-1][1]
        self.seal(release, values)
        self.heads.append((number, release["hash"]))

    @staticmethod
    def text(row):
        """The text of a row, if nothing of it is withheld."""
        return None if row.get("withheld") and row["salt"] is None else row["canonical"]

    def withdraw(self, row):
        text = self.text(row)
        if text is None or json.loads(text)["values"].get("kind") == "EXPLAINED":
            self.withdrawn["withdrawal", row["key"]] = (row["digest"], text)

    def seal(self, release, values):
        """Holds the seal, which is the text that is hashed, against what was found."""
        number, text, expected = release["number"], release["sealText"], len(self.heads) + 1
        head = json.loads(text)["values"].get("citations")
        if head:  # follows from no row: it is held against the log of citations
            values["citations"] = self.cited[number] = head
        if number != expected:
            self.fault(number, "a release before it is missing: %d" % expected)
        if sha256(text.encode()) != release["hash"]:
            self.fault(number, "the hash is not that of the seal")
        if release["previousHash"] != values.get("previous"):
            self.fault(number, "does not follow on the release before")
        if text != canonical("seal", "%s:%d" % (self.municipality, number), values):
            sealed = json.loads(text)["values"]
            wrong = [name for name in sorted(set(sealed) | set(values))
                     if sealed.get(name) != values.get(name)]
            told = ["%s %s then, %s now" % (name, sealed.get(name), values.get(name))
                    for name in wrong if name.endswith("_count")]
            self.fault(number, "its rows are not those that were sealed: "
                       + "; ".join(told or wrong or ["municipality or number"]))

    def tables(self, rows):
        """Holds the rows that are given out against those that are in the chain and have not ended."""
        number, held = self.heads[-1][0], dict(self.open)
        held["release", str(number)] = (None, self.description(number))
        missing = set(held)
        for table, key, row, forms in rows:
            name = "%s %s" % (table, key)
            if table == "release" and self.going_on is None:  # withheld where it was said last
                row = {column: row[column] for column in row.keys() - set(DESCRIPTION)}
            if key is None:
                held.update(self.withdrawn)
                missing |= set(self.withdrawn)
            elif (table, key) in missing:
                missing.remove((table, key))
                self.values(number, name, held[table, key][1], row, forms)
            elif (table, key) in held:
                self.fault(number, name + ": given out twice")
            else:
                self.fault(number, name + ": given out, and not in the chain")
        for table, key in sorted(missing - {(table, key) for table, key, _ in self.hidden}):
            self.fault(number, "%s %s: in the chain, and not given out" % (table, key))

    def describe(self):
        """A release that a command made describes nothing; what was said of the record goes on."""
        said = self.described and json.loads(self.described)["values"]
        said = said and {name: said[name] for name in DESCRIPTION if name in said}
        if said or said is None:
            self.going_on = said

    def description(self, number):
        """The text of the last release, with what its description repeats of other rows."""
        city = self.open.get(("municipality", self.municipality), (None, None))[1]
        if self.described is None or city is None:
            return None
        values, city = json.loads(self.described)["values"], json.loads(city)["values"]
        values.pop("known_from", None)  # is given out by the API alone
        values.update(self.going_on or {})
        if self.going_on is not None:
            values.setdefault("title", "%s, Stand %d" % (city["name_de"], number))
        values.update(name=self.municipality, municipality=self.municipality, version=str(number),
                      source=city["attribution"], source_url=city.get("portal_url"))
        return canonical("release", str(number), values)

    def values(self, number, name, text, row, forms):
        """Holds every value of a row that is given out against the row's text in the chain."""
        if text is None:  # something of it is withheld: `excused` says by what
            return
        values = json.loads(text)["values"]
        for column in sorted(set(values) | set(row)):
            if not same(values.get(column), row.get(column), forms.get(column, "string")):
                self.fault(number, "%s: %s is given out as %s, and was published as %s" % (
                    name, column, row.get(column) or "nothing", values.get(column, "nothing")))

    def excused(self):
        """Holds what is withheld against the sealed list; returns how much the next release seals."""
        unsealed = 0
        for (table, key, number), entry in self.hidden.items():
            if (table, key, number) not in self.listed:
                unsealed += 1
                if str(entry) in self.sealed:
                    self.fault(number, "%s %s: withheld, and not in the list" % (table, key))
                else:
                    self.unproven.append("Release %s: %s %s: withheld by entry %s, which no release "
                                         "has sealed" % (number, table, key, entry))
        return unsealed

    def citations(self, entries, known):
        """Holds the log of citations against itself, and against the heads that were kept."""
        previous, heads, end = None, {}, 0
        if entries is None:
            for head in known:
                self.unproven.append("Citation %s is known, and the log of citations is not given" % head)
            for release, head in self.cited.items():
                self.unproven.append("Release %s: seals citations up to %s, and the log of citations "
                                     "is not given" % (release, head))
            return []
        for expected, entry in enumerate(entries, 1):
            number, values = entry["number"], {"citation": entry["digest"]}
            if previous:
                values["previous"] = previous
            if number != expected:
                self.faults.append("Citation %d: citation %d is missing before" % (number, expected))
            if sha256(canonical("seal", str(number), values).encode()) != entry["hash"]:
                self.faults.append("Citation %d: altered, or does not follow on the one before" % number)
            previous = heads[number] = entry["hash"]
        kept = [("sealed by release %d" % release, head) for release, head in self.cited.items()]
        for by, head in kept + [("known", head) for head in known]:
            number, _, digest = head.partition(":")
            if heads.get(int(number)) != digest.lower():
                self.faults.append("Citation %s: not the one that is %s" % (number, by))
            elif by != "known":
                end = max(end, int(number))
        return [number for number in sorted(heads) if number > end]

    def known(self, head):
        number, _, digest = head.partition(":")
        if (int(number), digest.lower()) not in self.heads:
            self.fault(number, "not the one that is known: the chain was made anew")

    def verdict(self):
        return (1, "ALTERED") if self.faults else (3, "cannot be checked") if self.unproven else (
            0, "unaltered")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", help="address of a server or of its /graphql, or a file written by `chain`")
    parser.add_argument("municipality", help="its key, such as duesseldorf")
    parser.add_argument("--known-head", metavar="NUMBER:HASH", default=[], action="append",
                        help="`head` of an answer or citation that you have kept")
    parser.add_argument("--tables", metavar="FILE", help="all tables of the last release, "
                        "/data/CITY/package@NUMBER.zip; from a server they are fetched without asking")
    parser.add_argument("--known-citation", metavar="NUMBER:HASH", default=[], action="append",
                        help="head of the log of citations in a citation that you have kept")
    options = parser.parse_args()
    for head in options.known_head + options.known_citation:
        if not re.fullmatch(r"[0-9]+:[0-9a-fA-F]{64}", head):
            parser.error("a known head is a number, a colon and 64 hexadecimal digits")
    chain, unsealed_citations = Chain(options.municipality), []
    try:
        read(options, chain, unsealed_citations)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError,
            zipfile.BadZipFile) as unreadable:
        parser.error("%s cannot be read: %s" % (options.reading, unreadable))
    for head in options.known_head:
        chain.known(head)
    unsealed = chain.excused()
    if not chain.heads:
        chain.unproven.append("There is no release that could be checked")
    for line in chain.faults + ["Cannot be checked: " + line for line in chain.unproven]:
        print(line)
    if unsealed_citations:
        print("Citations %d to %d are not sealed yet by a release of %s" % (
            unsealed_citations[0], unsealed_citations[-1], options.municipality))
    status, verdict = chain.verdict()
    print("%s: %s. %s, %s, %d of them withheld%s. Head of the chain: %s" % (
        options.municipality, verdict, counted(len(chain.heads), "release"),
        counted(chain.rows, "row"), len(chain.hidden),
        " (%d not sealed yet)" % unsealed if unsealed else "",
        "%d:%s" % chain.heads[-1] if chain.heads else "none"))
    return status


def counted(number, noun):
    return "%d %s%s" % (number, noun, "" if number == 1 else "s")


def read(options, chain, unsealed_citations):
    """Follows the chain, then holds the tables and the log of citations against it."""
    online, citations = options.source.lower().startswith(("https://", "http://")), []
    if online and not options.source.endswith("/graphql"):  # the address of the server itself
        options.source = options.source.rstrip("/") + "/graphql"
    options.reading = options.source
    releases = from_server(options.source, options.municipality) if online else from_file(
        options.source, options.municipality, citations)
    for release, rows in releases:
        chain.release(release, rows)
    tables = options.tables
    if online and not tables and chain.heads:
        tables = download(options.source, options.municipality, chain.heads[-1][0])
    if tables and chain.heads:
        options.reading = options.tables or "the package of the last release"
        chain.tables(served(tables))
        options.reading = options.source
    if online:
        citations = cited(options.source)
    unsealed_citations += chain.citations(
        citations if citations or online else None, options.known_citation)


if __name__ == "__main__":
    sys.exit(main())
