#!/usr/bin/env python3
"""Takes a city's published states from a server, as deliveries for another: one folder for each release, the oldest first.

    take-city.py https://old.example duesseldorf FOLDER

Then `ingest.packages=FOLDER`, or `import` for one after the other, makes the same record at the other server, with the same numbers.
The chain of hashes begins anew there, and links, citations and the list of what is withheld stay behind: whoever moves all of
that moves the database (`backup`, `restore`). What is withheld is in none of the packages. Needs Python 3 and nothing else.
"""
import io, json, pathlib, sys, urllib.error, urllib.parse, urllib.request, zipfile


def fetched(address):
    try:
        with urllib.request.urlopen(address, timeout=300) as response:
            return response.read()
    except urllib.error.HTTPError as refused:
        sys.exit("%s: %s %s" % (address, refused.code, refused.read(500).decode(errors="replace")))
    except OSError as away:
        sys.exit("%s: %s" % (address, away))


def newest(server, city):
    query = "{ releases(municipality: %s, last: 1) { nodes { number } } }" % json.dumps(city)
    answer = json.loads(fetched(server + "/graphql?query=" + urllib.parse.quote(query)))
    if answer.get("errors"):
        sys.exit(answer["errors"][0]["message"])
    return answer["data"]["releases"]["nodes"][0]["number"]


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    server, city, folder = sys.argv[1].rstrip("/"), sys.argv[2], pathlib.Path(sys.argv[3])
    if folder.exists():
        sys.exit("%s is there already." % folder)
    releases = newest(server, city)
    for number in range(1, releases + 1):
        into = folder / ("%0*d" % (len(str(releases)), number))
        into.mkdir(parents=True)
        with zipfile.ZipFile(io.BytesIO(fetched("%s/data/%s/package@%d.zip" % (server, urllib.parse.quote(city), number)))) as package:
            for name in package.namelist():
                # Nothing of an archive is written anywhere else.
                if pathlib.PurePosixPath(name).name != name:
                    sys.exit("%s@%d names a file %s" % (city, number, name))
                (into / name).write_bytes(package.read(name))
    print("%s: %d releases of %s" % (folder, releases, city))


main()
