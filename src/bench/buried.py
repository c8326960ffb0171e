#!/usr/bin/env python3
"""What callers notice when the network to the database buries its connections: no packet comes back, and no end.

    python3 src/bench/buried.py 8080 PID 5433 5432

stands between a server and its PostgreSQL: it listens on the third port and forwards to the fourth, so the server is
started afterwards with that port in spring.datasource.url, without a budget (--rate.units=0). It waits until the server
knows the demo city, lets 60 callers ask (each question once, so that the database is needed), buries after ten seconds
every connection there is, while new ones work, and prints what the callers got in the 35 s that follow.
"""
import asyncio, os, sys, time

from pressure import ask, memory, share, told, PORT

LISTEN, DATABASE = int(sys.argv[3]), int(sys.argv[4])
CALLERS, BEFORE, AFTER, PATIENCE = 60, 10, 35, 90

LIST = ('query($d:Date,$t:String){projects(municipality:"musterstadt" first:50'
        ' filter:{plannedEnd:{lte:$d} not:{title:{contains:$t}}}){nodes{key title status}}}')
READY = {"query": '{projects(municipality:"musterstadt" first:0){totalCount}}'}

buried = asyncio.Event()


async def pump(reader, writer, old):
    """Forwards until the connection is buried; then it only stays open."""
    while data := await reader.read(1 << 16):
        if buried.is_set() and old():
            await asyncio.sleep(3600)
        writer.write(data)
        await writer.drain()
    writer.close()


async def forward(reader, writer):
    born = not buried.is_set()
    there, back = await asyncio.open_connection("localhost", DATABASE)
    await asyncio.gather(pump(reader, back, lambda: born), pump(there, writer, lambda: born), return_exceptions=True)


async def once(body):
    reader, writer = await asyncio.open_connection("localhost", PORT)
    try:
        return (await asyncio.wait_for(ask(reader, writer, body), PATIENCE))[0]
    finally:
        writer.close()


async def ready():
    while True:
        try:
            if await once(READY) == 200:
                return
        except (OSError, asyncio.IncompleteReadError):
            pass  # It has not started yet.
        await asyncio.sleep(1)


async def caller(number, until, answers):
    n = 0
    while time.monotonic() < until:
        begin, n = time.monotonic(), n + 1
        day = "20%02d-%02d-%02d" % (21 + n % 8, 1 + n // 8 % 12, 1 + n // 96 % 28)
        try:
            status = await once({"query": LIST, "variables": {"d": day, "t": "q%dx%d" % (number, n)}})
        except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError) as fault:
            status = type(fault).__name__
        answers.append((begin, time.monotonic(), status))
        await asyncio.sleep(.3)


async def main():
    await asyncio.start_server(forward, "localhost", LISTEN)
    await ready()
    await caller(CALLERS, time.monotonic() + 8, [])
    memory(forget=True)
    answers, begin = [], time.monotonic()
    asking = [asyncio.create_task(caller(n, begin + BEFORE + AFTER, answers)) for n in range(CALLERS)]
    await asyncio.sleep(BEFORE)
    buried.set()
    end = time.monotonic()
    await asyncio.gather(*asking)
    for name, part in (("before", [a for a in answers if a[1] < end]), ("after", [a for a in answers if a[1] >= end])):
        times, statuses = [a[1] - a[0] for a in part], {}
        for answer in part:
            statuses[answer[2]] = statuses.get(answer[2], 0) + 1
        print("%s the burial: %d answers, p50 %.0f ms, p99 %.0f ms, slowest %.1f s; %s"
              % (name, len(part), share(times, .5), share(times, .99), max(times, default=0), told(statuses)))
    refused = [a[1] - end for a in answers if a[1] >= end and a[2] != 200]
    print("the last refusal came %.1f s after it; %s MB at most" % (max(refused, default=0), memory()))
    # What is buried would be waited for.
    sys.stdout.flush()
    os._exit(0)


asyncio.run(main())
