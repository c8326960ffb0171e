#!/usr/bin/env python3
"""What a request takes of the processor with something around the server, beside the same without it.

    python3 src/bench/around.py --server "java -jar target/stadtstand-0.1.0-SNAPSHOT.jar" [--parts pooler,budget,metrics,nodes,cache]

Starts everything itself in --data: a PostgreSQL, for `nodes` two standbys, and PgBouncer, Redis or Varnish as Debian
installs them. Both sides are warmed up and then asked in turn, in many short rounds, through wrk and ask.lua with as many
connections as --connections says (for each server of `nodes`). What a request takes is the processor time of all processes
that are there for its side: servers, PostgreSQL and what is added. Java's compilers are taken off, because a server runs for weeks.
Of `new` questions, nobody asked them before; of `kept`, the answer is in memory. Prints a line for each figure: medians,
and the ratios of neighbouring turns, the middle one with the quarter below and above.

For `nodes` each server with its own standby and its wrk has a processor to itself, as if it were a machine; side A is one of
them, one turn this and one turn that, while the other processor idles or, with --busy, works for something else.
"""
import argparse, glob, json, os, pathlib, re, shlex, shutil, socket, statistics, subprocess, sys, threading, time, urllib.parse, urllib.request

options = argparse.ArgumentParser()
options.add_argument("--server", required=True)
options.add_argument("--parts", default="pooler,budget,metrics,nodes,cache")
options.add_argument("--data", default="/tmp/stadtstand-around")
options.add_argument("--packages", default=str(pathlib.Path(__file__).resolve().parents[2] / "seed-data/musterstadt"))
options.add_argument("--port", type=int, default=18200)
options.add_argument("--rounds", type=int, default=12)
options.add_argument("--seconds", type=float, default=2)
options.add_argument("--connections", type=int, default=4)
options.add_argument("--warm-up", type=float, default=150, help="seconds of processor time of each server, of which its start takes some twenty")
options.add_argument("--busy", action="store_true")
options = options.parse_args()

HERE = pathlib.Path(__file__).resolve().parent
DATA = pathlib.Path(options.data)
CITY = json.loads(next(pathlib.Path(options.packages).glob("*/datapackage.json")).read_text())["stadtstand"]["municipality"]
TICK = os.sysconf("SC_CLK_TCK")
POSTGRES = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))[-1]
NEW = """query ($from: Date, $word: String) { projects(municipality: "%s", first: 20, orderBy: [{field: TITLE}],
  filter: {or: [{plannedEnd: {gte: $from}}, {title: {contains: $word}}]}) { nodes { key title status plannedStart plannedEnd
  focusArea { name } leadUnit { name } history(last: 3) { nodes { key effectiveOn } } } } }""" % CITY
KEPT = "{ targets(municipality: \"%s\", first: 50) { nodes { key wording outcome dueOn } } }" % CITY
running = []


def start(command, log, **more):
    process = subprocess.Popen(command, stdout=open(DATA / log, "a"), stderr=subprocess.STDOUT, **more)
    running.append(process)
    return process


def port(n):
    return options.port + n


def until(condition, what, seconds=300):
    end = time.time() + seconds
    while not condition():
        if time.time() > end:
            sys.exit(what)
        time.sleep(0.25)


def accepts(number):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", number)) == 0


# What processes have taken.

def family(pid):
    parents = {}
    for each in glob.glob("/proc/[0-9]*/stat"):
        try:
            parents[int(each.split("/")[2])] = int(open(each).read().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            pass
    members = [pid]
    for member in members:
        members += [child for child, parent in parents.items() if parent == member]
    return members


def ticks(stat):
    return sum(int(field) for field in open(stat).read().rsplit(")", 1)[1].split()[11:15])


def taken(pid):
    """Seconds of a process and all below it, and of these the seconds of Java's compilers."""
    seconds = compilers = 0
    for member in family(pid):
        try:
            seconds += ticks("/proc/%d/stat" % member)
            for task in os.listdir("/proc/%d/task" % member):
                if re.match("C[12] Comp", open("/proc/%d/task/%s/comm" % (member, task)).read()):
                    compilers += sum(int(field) for field in open("/proc/%d/task/%s/stat" % (member, task)).read().rsplit(")", 1)[1].split()[11:13])
        except OSError:
            pass
    return seconds / TICK, compilers / TICK


def pin(pid, processor):
    for member in family(pid):
        for task in os.listdir("/proc/%d/task" % member):
            try:
                os.sched_setaffinity(int(task), {processor})
            except OSError:
                pass


# What is started.

def as_postgres(*command):
    before = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run(before + list(command), cwd="/", check=True, stdout=subprocess.DEVNULL)


class Database:
    def __init__(self, name, number, of=None):
        self.folder, self.port = DATA / name, port(number)
        self.folder.mkdir()
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
        self.folder.chmod(0o700)
        if of is None:
            as_postgres(POSTGRES + "/initdb", "-D", str(self.folder), "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
            with open(self.folder / "postgresql.conf", "a") as settings:
                settings.write("listen_addresses='127.0.0.1'\nunix_socket_directories=''\nmax_connections=100\nshared_buffers=256MB\n"
                               "password_encryption='scram-sha-256'\n")
        else:
            as_postgres(POSTGRES + "/pg_basebackup", "-D", str(self.folder), "-R", "-h", "127.0.0.1", "-p", str(of.port), "-U", "bench", "-c", "fast")
        as_postgres(POSTGRES + "/pg_ctl", "-D", str(self.folder), "-w", "-l", str(self.folder / "log"), "-o", "-p %d" % self.port, "start")
        self.pid = int((self.folder / "postmaster.pid").read_text().split()[0])

    def url(self, name="postgres"):
        return "jdbc:postgresql://127.0.0.1:%d/%s" % (self.port, name)

    def execute(self, statement, name="postgres"):
        subprocess.run([POSTGRES + "/psql", "-q", "-h", "127.0.0.1", "-p", str(self.port), "-U", "bench", "-d", name, "-c", statement], check=True)

    def stop(self):
        as_postgres(POSTGRES + "/pg_ctl", "-D", str(self.folder), "-m", "immediate", "stop")


class Server:
    def __init__(self, number, database, *settings):
        self.port = port(number)
        folder = DATA / ("server-%d" % self.port)
        folder.mkdir()
        self.process = start(shlex.split(options.server) + [
            "--server.port=%d" % self.port, "--management.server.port=%d" % (self.port + 50), "--spring.datasource.url=" + database.url("city"),
            "--spring.datasource.username=bench", "--spring.datasource.password=bench", "--database.role-password=of-the-roles",
            "--ingest.packages=" + options.packages, *settings], "server-%d.log" % self.port, cwd=folder)
        self.pid = self.process.pid
        releases = len(list(pathlib.Path(options.packages).glob("*/datapackage.json")))
        until(lambda: self.process.poll() is not None or self.newest() >= releases, "%s does not answer" % folder)
        if self.process.poll() is not None:
            sys.exit("A server has ended; see %s" % (DATA / ("server-%d.log" % self.port)))

    def newest(self):
        try:
            query = urllib.parse.quote("{ releases(municipality: \"%s\", last: 1) { nodes { number } } }" % CITY)
            with urllib.request.urlopen("http://127.0.0.1:%d/graphql?query=%s" % (self.port, query), timeout=10) as answer:
                return json.load(answer)["data"]["releases"]["nodes"][0]["number"]
        except (OSError, ValueError, TypeError, IndexError):
            return 0

    def kept(self, through=None):
        return "http://127.0.0.1:%d/graphql?query=%s" % (through or self.port, urllib.parse.quote(KEPT))


class Side:
    """What is asked, and all processes that are there for it."""

    def __init__(self, name, servers, added, through=None, processors=None):
        self.name, self.servers, self.pids, self.through = name, servers, [server.pid for server in servers] + added, through
        self.processors = processors

    def drive(self, work, seconds, check=False):
        """Requests, and the milliseconds that each took."""
        before = [taken(pid) for pid in self.pids]
        asking = []
        for n, server in enumerate(self.servers):
            command = ["wrk", "-t", "1", "-c", str(options.connections), "-d", "%gs" % seconds, "--timeout", "20s"]
            if self.processors:
                command = ["taskset", "-c", str(self.processors[n])] + command
            if work == "new":
                command += ["-s", str(HERE / "ask.lua"), "http://127.0.0.1:%d/graphql" % server.port]
            else:
                command += [server.kept(self.through)]
            environment = {**os.environ, "ASKED": str(DATA / "asked"), "CHECKED": "yes" if check else "no"}
            asking.append(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True))
        requests = 0
        for each in asking:
            printed = each.communicate()[0]
            if each.returncode or re.search(r"Non-2xx|Socket errors|\"errors\": [1-9]", printed):
                sys.exit("%s, %s: %s" % (self.name, work, printed))
            told = re.search(r'"requests": (\d+)', printed) or re.search(r"(\d+) requests in", printed)
            requests += int(told.group(1))
        after = [taken(pid) for pid in self.pids]
        used = sum(now[0] - then[0] - (now[1] - then[1]) for now, then in zip(after, before))
        compilers = sum(now[1] - then[1] for now, then in zip(after, before))
        here = len(self.servers)
        of_servers = sum(now[0] - then[0] - (now[1] - then[1]) for now, then in list(zip(after, before))[:here])
        return requests, 1000 * used / requests, 1000 * compilers / requests, 1000 * of_servers / requests


def warm(sides, works):
    for side in sides:
        for work in works:
            side.drive(work, 2, check=True)
        while any(taken(server.pid)[0] < options.warm_up for server in side.servers):
            side.drive(works[0], 8)
            side.drive(works[-1], 2)


def measure(part, pairs, works):
    """In turn; of several pairs a turn each."""
    for work in works:
        figures = [[], []]
        for number in range(options.rounds):
            sides = pairs[number // 2 % len(pairs)]
            for which in (0, 1) if number % 2 == 0 else (1, 0):
                figures[which].append(sides[which].drive(work, options.seconds))
        ratios = sorted(b[1] / a[1] for a, b in zip(*figures))
        quarters = statistics.quantiles(ratios, n=4)
        print("%s, %s: ratio %.2f (%.2f to %.2f)" % (part, work, statistics.median(ratios), quarters[0], quarters[2]))
        for side, turns in zip(pairs[0], figures):
            requests, milliseconds, compilers, of_servers = (statistics.median(each) for each in zip(*turns))
            print("  %s: %.3f ms a request, %.3f of them the server; %d requests a turn; compilers %.3f ms"
                  % (side.name, milliseconds, of_servers, requests, compilers), flush=True)


# The parts.

def pooler(database):
    plain = Server(10, database, "--rate.units=0")
    folder = DATA / "pooler"
    folder.mkdir()
    (folder / "users.txt").write_text("\"stadtstand_reader\" \"of-the-roles\"\n")
    (folder / "pgbouncer.ini").write_text(
        "[databases]\n* = host=127.0.0.1 port=%d\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = %d\nunix_socket_dir =\npool_mode = transaction\n"
        "default_pool_size = 12\nauth_type = scram-sha-256\nauth_file = %s/users.txt\nignore_startup_parameters = extra_float_digits\n"
        % (database.port, port(20), folder))
    for each in [DATA, folder, *folder.iterdir()]:
        each.chmod(0o755)
    user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.getuid() == 0 else []
    between = start(user + ["pgbouncer", str(folder / "pgbouncer.ini")], "pooler.log", env={**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin"})
    until(lambda: accepts(port(20)), "PgBouncer does not answer", 20)
    through = Server(11, database, "--rate.units=0", "--database.read-url=jdbc:postgresql://127.0.0.1:%d/city?prepareThreshold=0" % port(20))
    sides = [Side("without", [plain], [database.pid]), Side("with", [through], [database.pid, between.pid])]
    warm(sides, ["new"])
    measure("pooler", [sides], ["new"])


def budget(database):
    store = start(["redis-server", "--port", str(port(20)), "--bind", "127.0.0.1", "--save", "", "--dir", str(DATA)], "redis.log")
    until(lambda: accepts(port(20)), "Redis does not answer", 20)
    most = "--rate.units=1000000000"
    own = Server(10, database, most)
    shared = Server(11, database, most, "--rate.store=redis://127.0.0.1:%d" % port(20))
    sides = [Side("each its own", [own], [database.pid]), Side("one", [shared], [database.pid, store.pid])]
    warm(sides, ["new", "kept"])
    measure("budget", [sides], ["new", "kept"])


def metrics(database):
    off = Server(10, database, "--rate.units=0", "--management.metrics.enable.all=false")
    on = Server(11, database, "--rate.units=0")
    ends = threading.Event()

    def scrape():
        while not ends.wait(15):
            urllib.request.urlopen("http://127.0.0.1:%d/actuator/prometheus" % (on.port + 50)).read()

    threading.Thread(target=scrape, daemon=True).start()
    sides = [Side("off", [off], [database.pid]), Side("on", [on], [database.pid])]
    warm(sides, ["new", "kept"])
    measure("metrics", [sides], ["new", "kept"])
    ends.set()


def nodes(database):
    standbys = [Database("standby-%d" % n, 1 + n, database) for n in (1, 2)]
    servers = [Server(10 + n, database, "--rate.units=0", "--database.read-url=" + standby.url("city")) for n, standby in enumerate(standbys)]
    for processor, (server, standby) in enumerate(zip(servers, standbys)):
        pin(server.pid, processor)
        pin(standby.pid, processor)
    if options.busy:
        start(["taskset", "-c", "1", "nice", "-n", "19", sys.executable, "-c", "while True: pass"], "busy.log")
    both = [standby.pid for standby in standbys] + [database.pid]
    two = Side("two on two", servers, both, processors=[0, 1])
    # Warmed up alike, and asked equally often in what follows.
    warm([two], ["new", "kept"])
    pairs = [[Side("one on one", [servers[n]], [standbys[n].pid, database.pid], processors=[n]), two] for n in (0, 1)]
    measure("nodes", pairs, ["new", "kept"])
    for standby in standbys:
        standby.stop()


def cache(database):
    server = Server(10, database, "--rate.units=0")
    vcl = (HERE.parent / "deploy/varnish/default.vcl").read_text()
    (DATA / "here.vcl").write_text(vcl.replace('.host = "server"', '.host = "127.0.0.1"').replace('.port = "8080"', '.port = "%d"' % server.port))
    varnish = start(["varnishd", "-F", "-j", "none", "-n", str(DATA / "varnish"), "-a", "127.0.0.1:%d" % port(20), "-f", str(DATA / "here.vcl"),
                     "-s", "malloc,64m"], "varnish.log", env={**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin"})
    until(lambda: accepts(port(20)), "Varnish does not answer", 20)
    # The server idles then, and is part of both.
    sides = [Side("Varnish", [server], [varnish.pid], through=port(20)), Side("server", [server], [])]
    warm(sides[1:], ["kept"])
    measure("cache", [sides], ["kept"])


PARTS = {"pooler": pooler, "budget": budget, "metrics": metrics, "nodes": nodes, "cache": cache}
wanted = options.parts.split(",")
if set(wanted) - set(PARTS):
    sys.exit("Parts are %s." % ", ".join(PARTS))
if DATA.exists():
    sys.exit("Remove %s first." % DATA)
for part in wanted:
    DATA.mkdir()
    (DATA / "asked").mkdir()
    (DATA / "asked/question.json").write_text(json.dumps({"query": NEW, "variables": {"from": "%from%", "word": "%word%"}}))
    days = ", ".join('"%d-%02d-%02d"' % (year, month, day) for year in range(2024, 2029) for month in range(1, 13) for day in range(1, 29))
    words = ", ".join('"%s%s"' % (one, two) for one in "abcdefghijklmnopqrstuvwxyz" for two in "abcdefghijklmnopqrstuvwxyz")
    (DATA / "asked/values.lua").write_text("return {cities = {{}}, froms = {%s}, words = {%s}}" % (days, words))
    main = Database("primary", 0)
    main.execute("create database city")
    try:
        PARTS[part](main)
    finally:
        for process in reversed(running):
            process.terminate()
        for process in running:
            process.wait()
        running.clear()
        main.stop()
    shutil.rmtree(DATA)
