#!/usr/bin/env python3
"""Memory and waiting time of a server under pressure: 1,000 connections at once, and six hostile documents at once.

    python3 src/bench/pressure.py 8080 [pid] [seconds] [connections | rows | every | wide]

Needs nothing but Python 3 and a server on this machine that sets no budget (--rate.units=0) and keeps no answers
(--cache.answers=0), with the demo city. With the server's process id it also prints the memory it has taken at most
(Linux). Prints one line for each pressure, which can be compared with that of another version.
"""
import asyncio, json, sys, time

PORT = int(sys.argv[1]) if len(sys.argv) > 1 else 8080
PID = sys.argv[2] if len(sys.argv) > 2 else ""
SECONDS = int(sys.argv[3]) if len(sys.argv) > 3 else 30
ONLY = sys.argv[4] if len(sys.argv) > 4 else ""

DEMO = 'municipality:"musterstadt"'
AREA = "Rm9jdXNBcmVhOm11c3RlcnN0YWR0OmRlbW8tc3RhZHRyYXVt"
PAGE = ('query($n:Int){projects(%s first:$n){nodes{key title status plannedEnd targets(first:5){nodes{key}}'
        ' history(first:5){nodes{key}}}}}' % DEMO)


def rows(n):
    """2.1 million rows by what was not counted: the ids of nodes, and the default of a variable."""
    document = ("query($i:[ID!]!,$n:Int=%d){nodes(ids:$i){... on FocusArea{projects(first:$n){nodes{focusArea"
                "{projects(first:$n){nodes{key}}}}}}}}" % n)
    return {"query": document, "variables": {"i": [AREA] * 200}}


def every(n):
    """A condition within a condition, ten deep, which no number of rows shows."""
    inner = {"key": {"eq": "none-%d" % n}}
    for level in range(10):
        inner = {"targets" if level % 2 else "projects": {"every": inner}}
    document = "query($f:ProjectFilter){projects(%s filter:$f first:0){totalCount}}" % DEMO
    return {"query": document, "variables": {"f": inner}}


def wide(n):
    """As many rows as are allowed, each as wide as a document can say."""
    fields = " ".join("a%d:title b%d:citation" % (i, i) for i in range(45))
    return {"query": "{projects(%s first:%d){nodes{focusArea{projects(first:200){nodes{%s}}}}}}" % (DEMO, n, fields)}


async def ask(reader, writer, body):
    data = json.dumps(body).encode()
    writer.write(b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                 b"Content-Length: %d\r\n\r\n" % len(data) + data)
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1])
    length = next((int(line.split(b":")[1]) for line in head.lower().split(b"\r\n")
                   if line.startswith(b"content-length:")), None)
    size = length or 0
    # As the server does now and then, so that no connection lasts for ever.
    last = b"\nconnection: close" in head.lower()
    if length is not None:
        while length > 0:
            length -= len(await reader.read(min(length, 1 << 16)) or b"x" * length)
    else:
        while (chunk := int((await reader.readline()).split(b";")[0], 16)) > 0:
            size += chunk
            await reader.readexactly(chunk + 2)
        await reader.readline()
    return status, size, last


async def caller(until, body, times, statuses, pause=0.0):
    """Asks again and again over one connection."""
    reader = writer = None
    while time.monotonic() < until:
        begin = time.monotonic()
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection("localhost", PORT)
            status, _, last = await ask(reader, writer, body())
            if last:
                writer.close()
                writer = None
        except (OSError, asyncio.IncompleteReadError):
            writer, status = None, "none"
            await asyncio.sleep(0.2)
        times.append(time.monotonic() - begin)
        statuses[status] = statuses.get(status, 0) + 1
        await asyncio.sleep(pause)
    if writer is not None:
        writer.close()


async def hostile(body, answers):
    begin = time.monotonic()
    try:
        reader, writer = await asyncio.open_connection("localhost", PORT)
        status, size, _ = await asyncio.wait_for(ask(reader, writer, body), 120)
        writer.close()
    except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError) as fault:
        status, size = type(fault).__name__, 0
    answers.append((status, size, time.monotonic() - begin))


def memory(forget=False):
    """The most that the process has held, in MB."""
    if not PID:
        return "?"
    try:
        if forget:
            open("/proc/%s/clear_refs" % PID, "w").write("5")
        return next(int(line.split()[1]) // 1024 for line in open("/proc/%s/status" % PID) if line.startswith("VmHWM"))
    except OSError:
        return "ended"


def share(times, part):
    return sorted(times)[min(len(times) - 1, int(len(times) * part))] * 1000 if times else float("nan")


def told(statuses):
    return ", ".join("%s × %d" % (status, number) for status, number in sorted(statuses.items(), key=str))


async def connections(number):
    """The first stretch is that of a server which has just started: what decides its p99 is how fast Java compiles."""
    n = iter(range(10 ** 9))
    for stretch in ("just started", "then"):
        memory(forget=True)
        times, statuses = [], {}
        until = time.monotonic() + SECONDS
        await asyncio.gather(*(caller(until, lambda: {"query": PAGE, "variables": {"n": 1 + next(n) % 50}}, times, statuses)
                               for _ in range(number)))
        print("%d connections, %s: %d answers, p50 %.0f ms, p99 %.0f ms, %s MB at most; %s"
              % (number, stretch, len(times), share(times, .5), share(times, .99), memory(), told(statuses)), flush=True)


async def six(kind):
    memory(forget=True)
    times, statuses, answers, n = [], {}, [], iter(range(10 ** 9))
    attack = asyncio.gather(*(hostile(kind(200 - i), answers) for i in range(6)))
    asking = [asyncio.create_task(caller(time.monotonic() + 120, lambda: {"query": PAGE, "variables": {"n": 1 + next(n) % 50}},
                                         times, statuses, .05)) for _ in range(2)]
    begin = time.monotonic()
    await attack
    await asyncio.sleep(max(0, 5 - (time.monotonic() - begin)))
    for task in asking:
        task.cancel()
    print("six × %s: statuses %s, %d MB sent, slowest %.1f s, %s MB at most; an honest caller meanwhile: p99 %.0f ms; %s"
          % (kind.__name__, sorted(str(a[0]) for a in answers), sum(a[1] for a in answers) // 10 ** 6,
             max(a[2] for a in answers), memory(), share(times, .99), told(statuses)), flush=True)


async def main():
    await caller(time.monotonic() + 5, lambda: {"query": PAGE, "variables": {"n": 50}}, [], {})
    if ONLY in ("", "connections"):
        await connections(1000)
    for kind in (rows, every, wide):
        if ONLY in ("", kind.__name__):
            await six(kind)

if __name__ == "__main__":
    asyncio.run(main())
