#!/usr/bin/env python3
"""Sentences to be checked by hand, chosen by nobody: each with its citation and the sources it names.

    python3 src/bench/sentences.py [--server http://localhost:8080] [--city duesseldorf] [--count 20] [--seed TEXT] [--lang DE]

Collects what an answer offers for pasting (sentences on targets, claims, what the feed says of events, and
what is derived: outcomes, status, whether a service is online, usage), and prints those whose digest with the seed comes first.
The seed is the commit of this working copy if none is given, so that a choice can be repeated and cannot be arranged.
Needs nothing but Python 3 and a running server.
"""
import argparse, hashlib, json, subprocess, urllib.error, urllib.request

SOURCES = "sources { kindLabel(lang: $l) publisher url note }"
DOCUMENT = """
query($c: String, $l: Language!, $after: String) {
  targets(municipality: $c, first: 200) { nodes {
    key wording sentence(lang: $l) sentenceCitation(lang: $l) outcomeLabel(lang: $l) outcomeCitation(lang: $l) %(s)s
    observations { nodes { key value unit qualifierLabel(lang: $l) natureLabel(lang: $l) observedOnLabel(lang: $l)
      reporter citation(lang: $l) %(s)s } } } }
  claims(municipality: $c, first: 200) { nodes {
    key saidBy saidOnLabel(lang: $l) quotation(lang: $l) citation(lang: $l) %(s)s } }
  projects(municipality: $c, first: 200) { nodes {
    key title(lang: $l) statusLabel(lang: $l) statusSinceLabel(lang: $l) statusCitation(lang: $l) %(s)s } }
  publicServices: services(municipality: $c, first: 200, filter: {onlineApplication: {isNull: false}}) { nodes {
    key name onlineApplicationLabel(lang: $l) onlineApplicationCitation(lang: $l) %(s)s } }
  changes(municipality: $c, first: 200, after: $after, filter: {type: {in: [OBSERVATION, TARGET_REVISION, SERVICE_ASSESSMENT,
    SERVICE_USAGE, PROJECT_STATUS_CHANGE, SCHEDULE_REVISION, RESPONSIBILITY_CHANGE, COST_OBSERVATION, PRIORITY_RATING,
    PROJECT_RELATION, CORRECTION]}}) {
    pageInfo { hasNextPage endCursor }
    nodes { type key field sentence(lang: $l) record { ... on Fact { citation(lang: $l) %(s)s } } } }
}
""" % {"s": SOURCES}


def ask(server, **variables):
    body = json.dumps({"query": DOCUMENT, "variables": variables}).encode()
    request = urllib.request.Request(server + "/graphql", body, {"content-type": "application/json"})
    try:
        with urllib.request.urlopen(request) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as refusal:
        answer = json.load(refusal)
    if answer.get("errors"):
        raise SystemExit("\n".join(error["message"] for error in answer["errors"]))
    return answer["data"]


def figure(value, language):
    """A number as the language writes it, grouped from five digits on; nothing for none."""
    if value is None:
        return ""
    written = f"{value:,}" if abs(value) >= 10_000 else str(value)
    return written.translate(str.maketrans(",.", ".,")) if language == "DE" else written


def said(data, language):
    """Each as its name, its sentence, its citation, and the row whose sources it names."""
    for target in data["targets"]["nodes"]:
        name = "target " + target["key"]
        yield name, target["sentence"], target["sentenceCitation"], target
        yield name + " outcome", f"{target['wording']}: {target['outcomeLabel']}", target["outcomeCitation"], target
        for seen in target["observations"]["nodes"]:
            number = figure(seen["value"], language)
            counted = " ".join(filter(None, [seen["qualifierLabel"], number, seen["unit"]]))
            origin = ", ".join(filter(None, [seen["natureLabel"], seen["observedOnLabel"], seen["reporter"]]))
            yield "observation " + seen["key"], f"{counted} ({origin})", seen["citation"], seen
    for claim in data["claims"]["nodes"]:
        text = f"{claim['saidBy']}, {claim['saidOnLabel']}: {claim['quotation']}"
        yield "claim " + claim["key"], text, claim["citation"], claim
    for project in data["projects"]["nodes"]:
        if project["statusLabel"]:
            text = f"{project['title']}: {project['statusLabel']} ({project['statusSinceLabel']})"
            yield "project " + project["key"], text, project["statusCitation"], project
    for service in data["publicServices"]["nodes"]:
        asked = "Online-Antrag" if language == "DE" else "online application"
        text = f"{service['name']}, {asked}: {service['onlineApplicationLabel']}"
        yield "service " + service["key"], text, service["onlineApplicationCitation"], service
    for change in data["changes"]["nodes"]:
        name = " ".join(filter(None, ["change", change["type"], change["key"], change["field"]]))
        record = change["record"] or {}
        yield name, change["sentence"], record.get("citation"), record


def everything(server, city, language):
    after, found = None, {}
    while True:
        data = ask(server, c=city, l=language, after=after)
        found.update({(name, text): (citation, row) for name, text, citation, row in said(data, language)})
        page = data["changes"]["pageInfo"]
        if not page["hasNextPage"]:
            return found
        after = page["endCursor"]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--server", default="http://localhost:8080")
    options.add_argument("--city", default="duesseldorf")
    options.add_argument("--count", type=int, default=20)
    options.add_argument("--seed")
    options.add_argument("--lang", default="DE", choices=["DE", "EN"])
    chosen = options.parse_args()
    seed = chosen.seed or subprocess.run(
        ["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    found = everything(chosen.server, chosen.city, chosen.lang)
    order = sorted(found, key=lambda one: hashlib.sha256(f"{seed} {one[0]} {one[1]}".encode()).digest())
    print(f"{min(chosen.count, len(order))} of {len(order)}, by {seed}")
    for number, (name, text) in enumerate(order[: chosen.count], 1):
        citation, row = found[name, text]
        print(f"\n{number}. [{name}] {text}\n   {citation or '(no citation)'}")
        for source in row.get("sources", []):
            note = f" – {source['note']}" if source["note"] else ""
            print(f"   {source['kindLabel']}: {source['publisher']}, {source['url'] or '(no address)'}{note}")


if __name__ == "__main__":
    main()
