#!/usr/bin/env python3
"""Verifies that nothing a municipality published with Stadtstand was altered afterwards.

    verify.py https://example.org/graphql duesseldorf [--known-head 4:9f2c…]
    verify.py chain.jsonl duesseldorf [--tables package.zip] [--known-head 4:9f2c…]

It needs Python 3.8 and nothing else. What it proves, and what it does not, is told in
src/docs/verification.md. Exit code: 0 nothing was altered, 1 something was, 2 not understood.
"""
import argparse
import csv
import hashlib
import io
import json
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
            sys.exit("The server refuses: " + answer["errors"][0]["message"])
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


def from_file(name, municipality):
    """The same from a file that the server's command `chain` has written."""
    with open(name, encoding="utf-8") as lines:
        release, rows = None, []
        for line in map(json.loads, lines):
            if "row" in line:
                rows.append(line["row"])
                continue
            if release:
                yield release, rows
            release, rows = line["release"], []
            if release["municipality"] != municipality:
                sys.exit("The file is about " + release["municipality"])
        if release:
            yield release, rows


def download(url, municipality, number):
    """All tables of a release as the server gives them out, in a file."""
    name = "data/package@%d.zip?municipality=%s" % (number, urllib.parse.quote(municipality))
    file = tempfile.TemporaryFile()
    with urllib.request.urlopen(urllib.parse.urljoin(url, name), timeout=60) as answer:
        shutil.copyfileobj(answer, file)
    return file


def served(package):
    """Yields table and key of each row of such a file."""
    with zipfile.ZipFile(package) as files:
        for resource in json.loads(files.read("datapackage.json"))["resources"]:
            parts = resource["schema"]["primaryKey"]
            table = "correction" if resource["name"] == "corrections" else resource["name"]
            with io.TextIOWrapper(files.open(resource["path"]), "utf-8", newline="") as lines:
                for row in csv.DictReader(lines):
                    if isinstance(parts, str):
                        yield table, row[parts]
                    else:  # a link is called after what it links; one name alone is written small
                        key = "~".join(row[part] for part in parts)
                        yield table, key.lower() if len(parts) == 1 else key


class Chain:
    """Follows the chain from its first release; `faults` tells what does not hold."""

    def __init__(self, municipality):
        self.municipality, self.faults = municipality, []
        self.open, self.heads = {}, []
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
        names = {"OPENED": [], "CLOSED": []}
        for row in rows:
            found[row["event"]].append(bytes.fromhex(row["digest"]))
            if row["event"] != "CLOSED":  # what it ends was held against its digest when it began
                self.row(number, row)
            if row["event"] in names:
                names[row["event"]].append((row["table"], row["key"], row["digest"]))
        for table, key, digest in names["CLOSED"]:
            if self.open.pop((table, key), None) != digest:
                self.fault(number, "%s %s: ends a row that was not there" % (table, key))
        for table, key, digest in names["OPENED"]:
            if self.open.setdefault((table, key), digest) != digest:
                self.fault(number, "%s %s: begins a row that is there already" % (table, key))
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

    def seal(self, release, values):
        """Holds the seal, which is the text that is hashed, against what was found."""
        number, text, expected = release["number"], release["sealText"], len(self.heads) + 1
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
        number, missing = self.heads[-1][0], set(self.open)
        for table, key in rows:
            if (table, key) in missing:
                missing.remove((table, key))
            elif (table, key) in self.open:
                self.fault(number, "%s %s: given out twice" % (table, key))
            else:
                self.fault(number, "%s %s: given out, and not in the chain" % (table, key))
        for table, key in sorted(missing - {(table, key) for table, key, _ in self.hidden}):
            self.fault(number, "%s %s: in the chain, and not given out" % (table, key))

    def excused(self):
        """Holds what is withheld against the sealed list; returns how much the next release seals."""
        unsealed = 0
        for (table, key, number), entry in self.hidden.items():
            if (table, key, number) not in self.listed:
                unsealed += 1
                if str(entry) in self.sealed:
                    self.fault(number, "%s %s: withheld, and not in the list" % (table, key))
        return unsealed

    def known(self, head):
        number, _, digest = head.partition(":")
        if (int(number), digest.lower()) not in self.heads:
            self.fault(number, "not the one that is known: the chain was made anew")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", help="address of /graphql, or a file written by `chain`")
    parser.add_argument("municipality", help="its key, such as duesseldorf")
    parser.add_argument("--known-head", metavar="NUMBER:HASH", default=[], action="append",
                        help="`head` of an answer or citation that you have kept")
    parser.add_argument("--tables", metavar="FILE", help="all tables of the last release, "
                        "/data/package@NUMBER.zip; from a server they are fetched without asking")
    options = parser.parse_args()
    for head in options.known_head:
        if not head.partition(":")[0].isdigit() or len(head.partition(":")[2]) != 64:
            parser.error("a known head is a number, a colon and 64 hexadecimal digits")
    online = options.source.startswith(("https://", "http://"))
    read = from_server if online else from_file
    chain = Chain(options.municipality)
    try:
        for release, rows in read(options.source, options.municipality):
            chain.release(release, rows)
        tables = options.tables
        if online and not tables and chain.heads:
            tables = download(options.source, options.municipality, chain.heads[-1][0])
        if tables:
            chain.tables(served(tables))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as unreadable:
        parser.error("%s cannot be read: %s" % (options.source, unreadable))
    for head in options.known_head:
        chain.known(head)
    unsealed = chain.excused()
    for fault in chain.faults:
        print(fault)
    print("%s: %s. %d releases, %d rows, %d of them withheld%s. Head of the chain: %s" % (
        options.municipality, "ALTERED" if chain.faults else "unaltered", len(chain.heads),
        chain.rows, len(chain.hidden), " (%d not sealed yet)" % unsealed if unsealed else "",
        "%d:%s" % chain.heads[-1] if chain.heads else "none"))
    return 1 if chain.faults else 0


if __name__ == "__main__":
    sys.exit(main())
