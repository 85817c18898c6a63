"""What the server keeps, through kills and restarts, and who carries it out."""

import json
import os
import random
import shlex
import signal
import subprocess
import tempfile
import threading
import time
import unittest

import server
from server import API, GOOD, PATIENCE, PROGRAM, Server, manage

KILLS = int(os.environ.get("ENTENTE_TEST_KILLS", "12"))
STUDY = {"name": "explore", "subject": "what_breaks_partners",
         "params": {"size": 4, "tipping": False}}
LONGER = 16  # Base points of a study that takes some seconds.


def postgres_schema(name):
    """A store in the PostgreSQL of the tests; each has its own schema."""
    base = os.environ["ENTENTE_TEST_POSTGRES"]
    name = f"{name}_{os.getpid()}"
    subprocess.run(["psql", "-q", base, "-c", f"create schema {name}"], check=True)
    return f"{base}&options=-csearch_path%3D{name}"


def needs_postgres(test):
    return unittest.skipUnless(os.environ.get("ENTENTE_TEST_POSTGRES"),
                               "skipped: needs PostgreSQL (tools/with_postgres)")(test)


class Worker:
    def __init__(self, store, *flags):
        self.process = subprocess.Popen([PROGRAM, "worker", "--store", store, *flags],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if line != "working\n":
            raise AssertionError(f"the worker said {line!r} {self.process.stderr.read()}")

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(PATIENCE)
        self.process.stdout.close()
        self.process.stderr.close()
        return self.process.returncode


def record_of(run):
    record = dict(run["record"])
    del record["timing"]
    return record


@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class Keeping(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.store = self.folder + "/store.db"

    def wait(self, at, run, seconds=PATIENCE):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            _, now = at.json("GET", f"{API}/runs/{run}")
            if now["status"] not in ("queued", "running", "paused"):
                return now
            time.sleep(0.05)
        raise AssertionError(f"{run} is still {now['status']}")

    # ---- Restarts and kills ----------------------------------------------------------------------

    def test_a_restart_loses_nothing(self):
        first = Server(store=self.store)
        asked = first.run(name="casus", subject="RUS attacks EST at narva")
        first.json("POST", API + "/scenarios", {"text": GOOD})
        first.json("PUT", API + "/scenarios/mine", {"text": GOOD.replace("= 2", "= 3")},
                   If_Match='"v1"')
        self.assertEqual(first.end()[0], 0)
        second = Server(store=self.store)
        self.addCleanup(second.end)
        _, again = second.json("GET", f"{API}/runs/{asked['id']}")
        self.assertEqual(again, asked)
        _, kept = second.json("GET", API + "/scenarios/mine")
        self.assertEqual((kept["version"], "= 3" in kept["text"]), (2, True))
        _, versions = second.json("GET", API + "/scenarios/mine/versions")
        self.assertEqual([one["version"] for one in versions], [1, 2])
        self.assertIn("the store is sound", manage("check", store=self.store))

    def kill_at_random(self, store, seed):
        """Asks, kills servers at any moment, and checks that every question comes out right."""
        chance = random.Random(seed)
        asked = {}
        for _ in range(KILLS):
            at = Server("--workers", "2", store=store)
            try:
                for draws in chance.sample(range(8, 40), 3):
                    question = {"name": "ledger", "subject": "baltic", "draws": draws}
                    status, run = at.json("POST", API + "/runs", question)
                    self.assertEqual(status, 202)
                    asked[run["id"]] = draws
                status, run = at.json("POST", API + "/runs", STUDY)
                self.assertEqual(status, 202, run)
                asked[run["id"]] = None
                time.sleep(chance.uniform(0, 0.4))
            finally:
                at.kill()
        at = Server("--workers", "2", store=store)
        self.addCleanup(at.end)
        for run, draws in asked.items():
            done = self.wait(at, run, 3 * PATIENCE)
            self.assertEqual(done["status"], "done", done.get("problem"))
            words = (["ledger", "baltic", "--draws", str(draws)] if draws else
                     ["explore", STUDY["subject"], "--size", "4", "--tipping=false"])
            alone = subprocess.run([PROGRAM, *words, "--quiet", "--format", "json"], check=True,
                                   capture_output=True, text=True)
            record = json.loads(alone.stdout)
            del record["timing"]
            self.assertEqual(record_of(done), record)
        self.assertIn("the store is sound", manage("check", store=store))

    def test_killed_at_any_moment_nothing_accepted_is_lost(self):
        self.kill_at_random(self.store, 7)

    @needs_postgres
    def test_killed_at_any_moment_nothing_accepted_is_lost_on_postgres(self):
        self.kill_at_random(postgres_schema("kills"), 8)

    def test_a_run_that_was_stopped_goes_on_where_it_was(self):
        big = dict(STUDY, params={"size": LONGER, "tipping": False})
        at = Server(store=self.store)
        _, run = at.json("POST", API + "/runs", big)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            _, now = at.json("GET", f"{API}/runs/{run['id']}")
            if now["status"] != "running" and now["status"] != "queued" or now["share"] > 0.3:
                break
            time.sleep(0.02)
        self.assertEqual(now["status"], "running", now)
        status, _ = at.json("POST", f"{API}/runs/{run['id']}/pause", {})
        self.assertEqual(status, 202)
        while at.json("GET", f"{API}/runs/{run['id']}")[1]["status"] == "running":
            time.sleep(0.02)
        self.assertEqual(at.end()[0], 0)
        again = Server(store=self.store)
        self.addCleanup(again.end)
        self.assertEqual(again.json("GET", f"{API}/runs/{run['id']}")[1]["status"], "paused")
        begun = time.monotonic()
        again.json("POST", f"{API}/runs/{run['id']}/resume", {})
        done = self.wait(again, run["id"])
        rest = time.monotonic() - begun
        self.assertEqual(done["status"], "done")
        alone = subprocess.run([PROGRAM, "explore", STUDY["subject"], "--size", str(LONGER),
                                "--tipping=false", "--quiet", "--format", "json"], check=True,
                               capture_output=True, text=True)
        record = json.loads(alone.stdout)
        self.assertLess(rest, record["timing"]["wall_s"] * 3 + 5)
        del record["timing"]
        self.assertEqual(record_of(done), record)

    def test_why_is_asked_of_the_record_of_a_run(self):
        at = Server(store=self.store)
        self.addCleanup(at.end)
        small = GOOD.replace('name = "mine"', 'name = "mine"\nbase = "baltic"')
        self.assertEqual(at.json("POST", API + "/scenarios", {"text": small})[0], 201)
        run = at.run(name="ledger", subject="mine", draws=8)
        self.assertEqual(run["status"], "done", run.get("problem"))
        asked = {"name": "why", "subject": run["id"], "params": {"cell": "gap/1/gap"}}
        why = at.run(**asked)
        self.assertEqual(why["status"], "done", why.get("problem"))
        self.assertTrue(why["record"]["tables"]["rests_on"]["rows"])
        self.assertNotIn("/tmp", json.dumps(why["record"]))
        self.assertIn(run["id"] + ".json", why["record"]["provenance"]["command"])
        other = at.run(name="why", subject=run["id"], params={"cell": "gap/1/gapp"})
        self.assertEqual(other["status"], "failed")
        gone = at.run(name="why", subject="r123", params={"cell": "gap/1/gap"})
        self.assertIn("no run `r123`", gone["problem"]["detail"])
        status, said = at.json("POST", API + "/runs", dict(asked, subject="../etc/passwd"))
        self.assertEqual(status, 422, said)

    # ---- Workers ---------------------------------------------------------------------------------

    def carried_out_elsewhere(self, store):
        at = Server("--workers", "0", store=store)
        self.addCleanup(at.end)
        _, run = at.json("POST", API + "/runs",
                         {"name": "ledger", "subject": "baltic", "draws": 8})
        time.sleep(0.3)
        self.assertEqual(at.json("GET", f"{API}/runs/{run['id']}")[1]["status"], "queued")
        events = {}
        listener = threading.Thread(target=lambda: events.update(
            text=at.ask("GET", f"{API}/runs/{run['id']}/events")[1]))
        listener.start()
        workers = [Worker(store), Worker(store)]
        done = self.wait(at, run["id"])
        listener.join(PATIENCE)
        self.assertEqual(done["status"], "done")
        self.assertIn(b"event: done", events["text"])
        for worker in workers:
            self.assertEqual(worker.end(), 0)

    def test_workers_of_one_file(self):
        self.carried_out_elsewhere(self.store)

    @needs_postgres
    def test_workers_of_a_team(self):
        self.carried_out_elsewhere(postgres_schema("team"))

    @needs_postgres
    def test_a_database_that_goes_away_and_comes_back(self):
        at = Server(store=postgres_schema("away"))
        self.addCleanup(at.end)
        self.assertEqual(at.run(name="version")["status"], "done")
        subprocess.run(shlex.split(os.environ["ENTENTE_TEST_POSTGRES_STOP"]), check=True,
                       capture_output=True)
        try:
            status, said = at.json("POST", API + "/runs", {"name": "version", "seed": 2})
            self.assertEqual(status, 503)
            self.assertIn("does not answer", said["detail"])
            self.assertEqual(at.json("GET", "/health")[0], 503)
            self.assertEqual(at.json("GET", API + "/cards")[0], 200)
        finally:
            subprocess.run(shlex.split(os.environ["ENTENTE_TEST_POSTGRES_START"]), check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.assertEqual(at.run(name="version", seed=2)["status"], "done")
        self.assertEqual(at.json("GET", "/health")[0], 200)

    def test_a_full_disk_is_told(self):
        small = self.folder + "/small"
        os.mkdir(small)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", small],
                                 capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("skipped: needs the right to mount a small disk")
        self.addCleanup(subprocess.run, ["umount", small], check=True)
        at = Server(store=small + "/store.db")
        self.addCleanup(at.end)
        status = 201
        for number in range(200):
            text = GOOD.replace("mine", f"mine_{number}") + "# " + "x" * 20000 + "\n"
            status, said = at.json("POST", API + "/scenarios", {"text": text})
            if status != 201:
                break
        self.assertEqual(status, 503, said)
        self.assertIn("full", said["detail"])
        status, kept = at.json("GET", API + f"/scenarios/mine_{number - 1}")
        self.assertEqual(status, 200)

    def test_memory_does_not_grow(self):
        at = Server(store=self.store)
        self.addCleanup(at.end)

        def memory():
            text = at.ask("GET", "/metrics")[1].decode()
            line = next(line for line in text.splitlines()
                        if line.startswith("entente_resident_memory_bytes "))
            return int(line.split()[1])

        def work(first, count):
            for seed in range(first, first + count):
                run = at.run(name="casus", subject="PRK attacks KOR", seed=seed)
                at.ask("GET", f"{API}/runs/{run['id']}/events")
                at.ask("GET", API + "/runs")

        work(1, 200)
        before = memory()
        work(1000, 400)
        # Events of the last thousand runs are kept; no more than that may stay of a run.
        self.assertLess(memory() - before, 400 * 8192)

    # ---- Care ------------------------------------------------------------------------------------

    def test_backup_and_restore(self):
        at = Server(store=self.store)
        run = at.run(name="version")
        self.assertIn("0 runs were taken away", manage("prune", "--days", "1", store=self.store))
        self.assertIn("written", manage("backup", self.folder + "/b", store=self.store))
        at.end()
        other = self.folder + "/other.db"
        manage("restore", self.folder + "/b", store=other)
        again = Server(store=other)
        self.addCleanup(again.end)
        self.assertEqual(again.json("GET", f"{API}/runs/{run['id']}")[1], run)
        self.assertIn("holds something already",
                      manage("restore", self.folder + "/b", store=other, status=2))

    def test_the_command_says_what_is_wrong(self):
        for words, says in ((["chek"], "did you mean `check`?"),
                            ([], "has to know what to do"),
                            (["backup"], "`backup` without FILE"),
                            (["prune"], "`prune` without --days"),
                            (["add-user", "ann"], "without --role"),
                            (["add-user", "ann", "--role", "chief"], "choose one of viewer, analyst, admin"),
                            (["check", "--stor", "x"], "did you mean `--store`?"),
                            (["users", "ann"], "has no use for `ann`")):
            self.assertIn(says, manage(*words, store=self.store, status=2), words)
        self.assertIn("at least 12", manage("add-user", "ann", "--role", "viewer", given="short\n",
                                            store=self.store, status=2))
        with open(self.folder + "/letter", "w", encoding="utf-8") as file:
            file.write("Dear reader, " * 100)
        self.assertIn("does not answer", manage("check", store=self.folder + "/letter", status=2))


if __name__ == "__main__":
    unittest.main()
