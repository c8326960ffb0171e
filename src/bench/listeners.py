#!/usr/bin/env python3
"""How soon many listeners hear of a publication, what memory each takes, and whether a killed server loses anything.

    python3 src/bench/listeners.py --server "java -jar target/stadtstand-0.1.0-SNAPSHOT.jar" [--listeners 1000] [--kill]

Starts the server itself, on --port with a database in --data, and publishes generated deliveries while connections
listen over Server-Sent Events. Memory is the live heap after a collection (jcmd), beside as many connections that
have sent a part of a question and then nothing, which is what the web server takes for any. With --kill the server is killed
(SIGKILL) between two publications and started again, all listeners go on from their last event, and each must have
heard every change once. Needs Python 3 and a JDK; prints one line for each figure.
"""
import argparse, asyncio, datetime, json, os, re, shlex, signal, socket, subprocess, sys, time, urllib.parse, urllib.request

options = argparse.ArgumentParser()
options.add_argument("--server", required=True)
options.add_argument("--port", type=int, default=18080)
options.add_argument("--data", default="/tmp/stadtstand-listeners")
options.add_argument("--listeners", type=int, default=1000)
options.add_argument("--kill", action="store_true")
options = options.parse_args()

SETTINGS = ["--server.port=%d" % options.port, "--database.data-directory=%s/database" % options.data, "--rate.units=0",
            "--subscription.per-caller=100000", "--subscription.connections=100000", "--ingest.packages=%s/in" % options.data,
            "--server.tomcat.connection-timeout=60s", "--cache.answers=16MB", "--http.body-time=60s"]
QUESTION = "subscription { changes(municipality: \"lauschen\"%s) { nodes { id } pageInfo { endCursor } } }"


def deliver(number):
    """A delivery that adds a project and changes the title of the first."""
    folder = "%s/in/%02d" % (options.data, number)
    os.makedirs(folder)
    rows = "".join("p-%d,Vorhaben %d%s,\n" % (n, n, " (Fassung %d)" % number if n == 1 else "") for n in range(1, number + 3))
    tables = {"municipality": "key,ags,ars,name_de\nlauschen,98000001,980000000001,Lauschen\n",
              "source": "key,kind,publisher,title,published_on,retrieved_on,reuse\npage,OFFICIAL_PAGE,Stadt,Seite,2026-01,2026-01-02,OPEN\n",
              "project": "key,title_de,planned_end\n" + rows}
    for name, text in tables.items():
        open("%s/%s.csv" % (folder, name), "w").write(text)
    description = {"name": "lauschen", "title": "Lauschen", "description": "Zum Messen.",
                   "licenses": [{"name": "dl-de-zero-2.0", "path": "https://www.govdata.de/dl-de/zero-2-0"}],
                   "contributors": [{"title": "Stadt", "role": "publisher"}],
                   "resources": [{"name": name, "path": name + ".csv"} for name in tables],
                   "stadtstand": {"municipality": "lauschen", "standing": "OFFICIAL", "attribution": "Stadt",
                                  "contact": "mailto:data@example.org", "catalogue": {"contributorId": "openNRW"},
                                  "defaultSource": "page", "release": {"kind": "PUBLISHED"}}}
    json.dump(description, open(folder + "/datapackage.json", "w"))
    return folder


def start():
    process = subprocess.Popen(shlex.split(options.server) + SETTINGS, stdout=open(options.data + "/log", "a"), stderr=subprocess.STDOUT)
    for _ in range(600):
        try:
            if ask("{ release(municipality: \"lauschen\") { number } }")["data"]["release"]:
                return process
        except (OSError, TypeError, KeyError):
            time.sleep(0.5)
    sys.exit("The server does not start; see %s/log" % options.data)


def ask(document):
    body = json.dumps({"query": document}).encode()
    request = urllib.request.Request("http://localhost:%d/graphql" % options.port, body, {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request, timeout=10))


def publish(number):
    folder = deliver(number)
    command = shlex.split(options.server) + ["import", folder, "--database.data-directory=%s/database" % options.data]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit("Not published:\n" + done.stdout[-2000:])


def held(pid):
    """Bytes of heap that are still used after a collection."""
    subprocess.run(["jcmd", str(pid), "GC.run"], stdout=subprocess.DEVNULL, check=True)
    shown = subprocess.run(["jcmd", str(pid), "GC.heap_info"], stdout=subprocess.PIPE, text=True, check=True).stdout
    return sum(int(used) for used in re.findall(r"(?:heap|generation).*?used (\d+)K", shown)[:2]) * 1024


class Listener:
    def __init__(self):
        self.last, self.ids, self.heard, self.closed = None, [], 0.0, False

    async def listen(self):
        after = "" if self.last is None else ", after: \"%s\"" % self.last
        reader, self.writer = await asyncio.open_connection("localhost", options.port, limit=1 << 22)
        query = urllib.parse.quote(QUESTION % after)
        self.writer.write(("GET /graphql?query=%s HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n" % query).encode())
        self.task = asyncio.create_task(self.read(reader))

    async def read(self, reader):
        try:
            cursor = None
            while line := await reader.readline():
                if line.startswith(b"id: "):
                    cursor = line[4:].strip().decode()
                elif line.startswith(b"data: {"):
                    page = json.loads(line[6:])["data"]["changes"]
                    self.ids += [node["id"] for node in page["nodes"]]
                    self.last, self.heard = cursor, time.time()
        except OSError:
            pass
        self.closed = True


async def opened(count):
    listeners = [Listener() for _ in range(count)]
    for listener in listeners:
        await listener.listen()
    while any(listener.last is None for listener in listeners):
        await asyncio.sleep(0.1)
    return listeners


async def until(condition, seconds, what):
    end = time.time() + seconds
    while not condition():
        if time.time() > end:
            sys.exit(what)
        await asyncio.sleep(0.02)


async def measure(process):
    loop = asyncio.get_running_loop()
    begun = held(process.pid)
    idle = [socket.create_connection(("localhost", options.port)) for _ in range(options.listeners)]
    for connection in idle:
        connection.sendall(b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{")
    await asyncio.sleep(5)
    waiting = (held(process.pid) - begun) / options.listeners
    for connection in idle:
        connection.close()
    await asyncio.sleep(5)
    begun = held(process.pid)
    listeners = await opened(options.listeners)
    await asyncio.sleep(1)
    full = held(process.pid)
    listened = (full - begun) / options.listeners
    print("memory: %.1f KB a connection that waits for the rest of a question, %.1f KB a listener: %+.1f KB"
          % (waiting / 1024, listened / 1024, (listened - waiting) / 1024))
    for number in range(2, 5):
        counts = [len(listener.ids) for listener in listeners]
        publishing = loop.run_in_executor(None, publish, number)
        await until(lambda: all(len(listener.ids) > count for listener, count in zip(listeners, counts)), 300, "Not all have heard")
        await publishing
        times = sorted(listener.heard for listener in listeners)
        at = datetime.datetime.fromisoformat(ask("{ release(municipality: \"lauschen\") { publishedAt } }")["data"]["release"]["publishedAt"])
        print("release %d: the first of %d listeners %.2f s after its moment, the last %.2f s" %
              (number, len(times), times[0] - at.timestamp(), times[-1] - at.timestamp()))
    for listener in listeners:
        listener.writer.close()


async def kill(process):
    loop = asyncio.get_running_loop()
    listeners = await opened(100)
    for number in range(10, 14):
        await loop.run_in_executor(None, publish, number)
        if number == 11:
            process.send_signal(signal.SIGKILL)
            process.wait()
            await until(lambda: all(listener.closed for listener in listeners), 30, "Connections outlive the server")
            process = await loop.run_in_executor(None, start)
            for listener in listeners:
                listener.closed = False
                await listener.listen()
    feed = ask("{ changes(municipality: \"lauschen\", since: {release: %d}, first: 200) { nodes { id } } }" % FIRST)
    expected = [node["id"] for node in feed["data"]["changes"]["nodes"]]
    await until(lambda: all(len(listener.ids) >= len(expected) for listener in listeners), 30, "Something is missing: %s of %d"
                % (sorted({len(listener.ids) for listener in listeners}), len(expected)))
    right = sum(listener.ids == expected for listener in listeners)
    print("killed in between: %d of %d listeners heard all of %d changes once, in order" % (right, len(listeners), len(expected)))
    for listener in listeners:
        listener.writer.close()
    return process

os.makedirs(options.data + "/in", exist_ok=True)
if os.path.exists(options.data + "/in/01"):
    sys.exit("Remove %s first." % options.data)
deliver(1)
server = start()
try:
    if options.kill:
        FIRST = ask("{ release(municipality: \"lauschen\") { number } }")["data"]["release"]["number"]
        server = asyncio.run(kill(server))
    else:
        asyncio.run(measure(server))
finally:
    server.terminate()
    server.wait()
