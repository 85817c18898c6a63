"""The running server: every route, its refusals, streams, and clients that mean no good."""

import gzip
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "release" / "entente"
API = "/api/v1"
PATIENCE = 60  # Seconds after which a test gives up on anything.

GOOD = '[scenario]\nname = "mine"\n\n[[state]]\nid = "EST"\nforces = {heavy_brigade = 2}\n'
BAD = '[scenario]\nname = "mine"\n\n[[state]]\nid = "ESTX"\nforces = {heavy_brigad = 2}\n'


class Server:
    """One server on a port of the system's choice, ended by its own number."""

    def __init__(self, *flags):
        self.process = subprocess.Popen([PROGRAM, "serve", "--port", "0", *flags],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.fullmatch(r"serving http://127\.0\.0\.1:(\d+)/\n", line)
        if not found:
            self.process.kill()
            raise AssertionError(f"the server said {line!r} {self.process.stderr.read()}")
        self.port = int(found.group(1))

    def end(self):
        """Ends it; gives its status and the seconds that took."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()
        return self.process.returncode, time.monotonic() - begun

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            sent = {key.replace("_", "-"): value for key, value in headers.items()}
            if isinstance(body, (dict, list)):
                body = json.dumps(body)
                sent.setdefault("Content-Type", "application/json")
            connection.request(method, path, body=body, headers=sent)
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()

    def raw(self, sent):
        """Sends bytes as they are and reads until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as client:
            try:
                client.sendall(sent)
            except (BrokenPipeError, ConnectionResetError):
                pass
            got = b""
            try:
                while piece := client.recv(65536):
                    got += piece
            except ConnectionResetError:
                pass
            return got

    def json(self, method, path, body=None, **headers):
        answer, text = self.ask(method, path, body, **headers)
        return answer.status, json.loads(text)

    def run(self, **question):
        """Asks and waits until the run has ended."""
        status, run = self.json("POST", API + "/runs", question)
        assert status == 202, (status, run)
        deadline = time.monotonic() + PATIENCE
        while run["status"] in ("queued", "running") and time.monotonic() < deadline:
            time.sleep(0.02)
            _, run = self.json("GET", f"{API}/runs/{run['id']}")
        return run


def events_in(text):
    """(number, name, data) of every event of a stream."""
    found = []
    for block in text.decode().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "event" in lines:
            found.append((int(lines["id"]), lines["event"], json.loads(lines["data"])))
    return found


@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class Running(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()

    @classmethod
    def tearDownClass(cls):
        status, _ = cls.server.end()
        assert status == 0, status

    def fault(self, status, code, method, path, body=None, **headers):
        """Asks, expects a problem, and gives its faults."""
        answer, text = self.server.ask(method, path, body, **headers)
        self.assertEqual(answer.status, status, text)
        self.assertEqual(answer.getheader("Content-Type"), "application/problem+json")
        problem = json.loads(text)
        self.assertEqual(problem["status"], status)
        self.assertIn(code, [fault["code"] for fault in problem["faults"]])
        return problem["faults"]

    # ---- What is described is there --------------------------------------------------------------

    def test_every_route_of_the_description_answers_as_described(self):
        _, described = self.server.json("GET", API + "/openapi.json")
        self.assertTrue(described["openapi"].startswith("3.1"))
        run = self.server.run(name="version")["id"]
        words = {"{name}": "casus", "{id}": run, "{kind}": "states"}
        asked = 0
        for path, methods in described["paths"].items():
            for method, operation in methods.items():
                target = path
                if path.startswith("/library/"):
                    target = target.replace("{name}", "EST")
                if path.startswith("/scenarios/"):
                    target = target.replace("{name}", "described")
                for word, value in words.items():
                    target = target.replace(word, value)
                self.assertNotIn("{", target)
                body = None
                if "requestBody" in operation:
                    if path.startswith("/runs"):
                        body = {"name": "version"}
                    else:
                        body = {"text": GOOD.replace("mine", "described")}
                # The one scenario is added by POST, read, replaced and at last deleted.
                answer, text = self.server.ask(method.upper(), API + target,
                                               None if body is None else json.dumps(body),
                                               Content_Type="application/json")
                known = [code for code in operation["responses"] if code != "default"]
                self.assertIn(str(answer.status), known, f"{method} {target}: {text[:300]}")
                content = operation["responses"][known[0]].get("content", {})
                self.assertEqual(list(content) or [None], [answer.getheader("Content-Type")])
                schema = next(iter(content.values()), {}).get("schema", {})
                if "$ref" in schema:
                    self.fits(json.loads(text), schema, described, f"{method} {target}")
                asked += 1
        self.assertEqual(asked, 19)

    def fits(self, value, schema, described, where):
        """The parts of JSON Schema that the description uses."""
        if "$ref" in schema:
            schema = described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool,
                 "number": (int, float)}
        if "type" in schema:
            self.assertIsInstance(value, kinds[schema["type"]], where)
        if "enum" in schema:
            self.assertIn(value, schema["enum"], where)
        if "const" in schema:
            self.assertEqual(value, schema["const"], where)
        for key in schema.get("required", []):
            self.assertIn(key, value, where)
        for key, inner in schema.get("properties", {}).items():
            if key in value:
                self.fits(value[key], inner, described, f"{where} {key}")
        if isinstance(value, list) and "items" in schema:
            for item in value:
                self.fits(item, schema["items"], described, where)

    def test_cards_are_those_of_the_program(self):
        _, cards = self.server.json("GET", API + "/cards")
        listed = subprocess.run([PROGRAM, "list", "analyses", "--format", "json"], check=True,
                                capture_output=True, text=True)
        names = [row[0] for row in json.loads(listed.stdout)["tables"]["names"]["rows"]]
        self.assertEqual([card["name"] for card in cards], names)

    def test_start_page_lists_every_question(self):
        answer, text = self.server.ask("GET", "/")
        self.assertEqual(answer.status, 200)
        self.assertIn(b"Who must do what if this happens", text)
        self.assertNotIn(b"<script", text)

    # ---- Runs ------------------------------------------------------------------------------------

    def test_a_record_is_that_of_the_command_line(self):
        event = "CHN attacks PHL at second_thomas_shoal by water_cannon"
        for question, words in (
                ({"name": "casus", "subject": event}, ["casus", event]),
                ({"name": "ledger", "subject": "baltic", "draws": 16, "seed": 7},
                 ["ledger", "baltic", "--draws", "16", "--seed", "7"])):
            run = self.server.run(**question)
            self.assertEqual(run["status"], "done", run)
            done = subprocess.run([PROGRAM, *words, "--format", "json"], check=True,
                                  capture_output=True, text=True)
            record = json.loads(done.stdout)
            del record["timing"], run["record"]["timing"]
            self.assertEqual(run["record"], record)

    def test_an_event_may_be_an_object(self):
        run = self.server.run(name="casus", subject={"attackers": ["RUS"], "targets": ["EST"],
                                                     "at": "narva"})
        self.assertEqual(run["status"], "done", run.get("problem"))
        self.assertIn("31 states bound to fight", run["record"]["finding"])

    def test_faults_found_later_are_those_of_the_command_line(self):
        run = self.server.run(name="casus", subject="RUS attacks ESTT at narva")
        self.assertEqual(run["status"], "failed")
        fault = run["problem"]["faults"][0]
        self.assertEqual((fault["code"], fault["column"]), ("unknown_state", 13))
        self.assertIn("did you mean", fault["hint"])

    def test_bad_questions_are_refused_with_every_fault(self):
        path = API + "/runs"
        faults = self.fault(422, "unknown_verb", "POST", path, {"name": "cassus"})
        self.assertIn("did you mean `casus`?", faults[0]["hint"])
        faults = self.fault(422, "bad_value", "POST", path,
                            {"name": "ledger", "draws": -1, "params": {"vary": "al", "x": 1}})
        self.assertEqual([fault["code"] for fault in faults],
                         ["bad_value", "bad_value", "unknown_verb"])
        self.assertTrue(all(fault["file"] == "body" and fault["line"] == 1 for fault in faults))
        self.fault(422, "missing_key", "POST", path, {})
        self.fault(422, "wrong_type", "POST", path, {"name": ["casus"]})
        self.fault(422, "wrong_type", "POST", path, {"name": "ledger", "params": [1]})
        self.fault(422, "bad_argument", "POST", path, {"name": "casus"})
        self.fault(422, "unknown_key", "POST", path, {"name": "version", "drwas": 1})
        json_type = {"Content_Type": "application/json"}
        self.fault(400, "syntax", "POST", path, '{"name": ', **json_type)
        self.fault(400, "syntax", "POST", path, "[" * 5000, **json_type)
        self.fault(400, "not_text", "POST", path, b'{"name": "\xff"}', **json_type)
        self.fault(400, "empty_file", "POST", path, "", **json_type)

    def test_no_file_of_the_machine_can_be_named(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder, "kept.toml")
            kept.write_text(GOOD)
            path = API + "/runs"
            for question in (
                    {"name": "ledger", "subject": str(kept)},
                    {"name": "ledger", "params": {"scenario": str(kept)}},
                    {"name": "ledger", "params": {"export_lp": "out"}},
                    {"name": "study", "subject": "kept.toml"},
                    {"name": "alignment", "subject": "kept.json"},
                    {"name": "alignment", "params": {"sizes": "sizes.csv"}},
                    {"name": "casus", "subject": "/etc/event.toml"},
                    {"name": "allies", "subject": "FRA", "params": {"data": "x.sqlite"}},
                    {"name": "describe", "subject": "../README.md"}):
                answer, text = self.server.ask("POST", path, question)
                self.assertEqual(answer.status, 422, (question, text))
                self.assertNotIn(b"heavy_brigade", text)
            self.fault(422, "unknown_name", "POST", path, {"name": "check", "subject": "kept"})
            self.fault(400, "syntax", "POST", path, {"name": "casus", "subject": "event.toml"})
            self.fault(422, "unknown_verb", "POST", path, {"name": "import", "subject": "atop"})
            self.assertEqual(os.listdir(folder), ["kept.toml"])

    def test_equal_questions_have_one_record(self):
        first = self.server.run(name="ledger", subject="baltic", draws=8)
        begun = time.monotonic()
        again = self.server.run(name="ledger", subject="baltic", draws=8)
        self.assertLess(time.monotonic() - begun, 1)
        self.assertNotEqual(first["id"], again["id"])
        self.assertEqual(first["record"], again["record"])  # Its timing too.

    def test_events_and_taking_them_up_again(self):
        run = self.server.run(name="ledger", subject="baltic", draws=512)
        path = f"{API}/runs/{run['id']}/events"
        answer, text = self.server.ask("GET", path)
        self.assertEqual(answer.getheader("Content-Type"), "text/event-stream")
        events = events_in(text)
        self.assertEqual([number for number, _, _ in events], list(range(1, len(events) + 1)))
        self.assertEqual(events[0][1], "queued")
        self.assertEqual((events[-1][1], events[-1][2]["status"]), ("done", "done"))
        shares = [(data["stage"], data["share"]) for _, name, data in events if name == "progress"]
        self.assertGreater(len(shares), 2)
        self.assertEqual(shares, sorted(set(shares)))
        _, rest = self.server.ask("GET", path, Last_Event_ID="2")
        self.assertEqual(events_in(rest), events[2:])
        _, rest = self.server.ask("GET", f"{path}?after={len(events) - 1}")
        self.assertEqual(events_in(rest), events[-1:])
        self.fault(400, "bad_argument", "GET", path, Last_Event_ID="x")
        self.fault(404, "unknown_name", "GET", API + "/runs/none/events")

    def test_a_run_is_cancelled_and_a_stream_hears_of_it(self):
        _, run = self.server.json("POST", API + "/runs", {"name": "study", "draws": 100000,
                                                          "subject": "partners_not_protectorates"})
        path = f"{API}/runs/{run['id']}"
        stream = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        stream.request("GET", path + "/events")
        answer = stream.getresponse()
        self.assertEqual(answer.status, 200)
        # The server answers others meanwhile.
        self.assertEqual(self.server.json("GET", "/health")[0], 200)
        status, _ = self.server.json("DELETE", path)
        self.assertEqual(status, 202)
        events = events_in(answer.read())
        stream.close()
        self.assertEqual(events[-1][2], {"status": "cancelled"})
        self.assertEqual(self.server.json("GET", path)[1]["status"], "cancelled")
        self.fault(404, "unknown_name", "DELETE", API + "/runs/none")

    # ---- The library and scenarios ---------------------------------------------------------------

    def test_the_library_by_kind_and_name(self):
        _, kinds = self.server.json("GET", API + "/library")
        for kind in kinds:
            status, things = self.server.json("GET", f"{API}/library/{kind['name']}")
            self.assertEqual((status, len(things)), (200, kind["count"]))
        _, record = self.server.json("GET", API + "/library/agreements/nato")
        self.assertEqual(record["analysis"], "describe")
        self.assertIn("articles", record["tables"])
        faults = self.fault(404, "unknown_name", "GET", API + "/library/agreements/natoo")
        self.assertIn("nato", faults[0]["hint"])
        self.fault(404, "unknown_name", "GET", API + "/library/agrements")
        self.fault(404, "unknown_name", "GET", API + "/library/places/EST")

    def test_a_scenario_is_kept_in_versions(self):
        path = API + "/scenarios"
        text = GOOD.replace("mine", "versions")
        answer, body = self.server.ask("POST", path, text, Content_Type="application/toml")
        self.assertEqual(answer.status, 201, body)
        self.assertEqual(answer.getheader("Location"), path + "/versions")
        self.fault(409, "duplicate", "POST", path, {"text": text})
        first = answer.getheader("ETag")
        changed = text.replace("= 2}", "= 3}")
        answer, _ = self.server.ask("PUT", path + "/versions", json.dumps({"text": changed}),
                                    Content_Type="application/json", If_Match=first)
        self.assertEqual(answer.status, 200)
        # The second of two who began from the same version is told.
        self.fault(412, "bad_value", "PUT", path + "/versions", json.dumps({"text": text}),
                   Content_Type="application/json", If_Match=first)
        _, now = self.server.json("GET", path + "/versions")
        self.assertEqual((now["version"], now["text"]), (2, changed))
        _, then = self.server.json("GET", path + "/versions?version=1")
        self.assertEqual(then["text"], text)
        self.fault(404, "unknown_name", "GET", path + "/versions?version=9")
        self.fault(412, "bad_value", "DELETE", path + "/versions", If_Match=first)
        answer, _ = self.server.ask("DELETE", path + "/versions")
        self.assertEqual(answer.status, 204)
        self.fault(404, "unknown_name", "GET", path + "/versions")
        self.fault(409, "duplicate", "PUT", path + "/baltic", {"text": text})
        self.fault(422, "bad_value", "PUT", path + "/other", {"text": text})

    def test_every_fault_of_a_scenario_has_its_place(self):
        faults = self.fault(422, "bad_value", "POST", API + "/scenarios/validate", BAD,
                            Content_Type="application/toml")
        self.assertEqual([(fault["file"], fault["line"]) for fault in faults],
                         [("body", 5), ("body", 6)])
        for text in ('[scenario]\nname = "mine"\nbase = "../other.toml"\n',
                     '[scenario]\nname = "mine"\n[agreements]\nadd = ["/etc/pact.toml"]\n',
                     '[scenario]\nname = "mine"\nbase = "etc"\n'):
            faults = self.fault(422, "unknown_name" if '"etc"' in text else "bad_value", "POST",
                                API + "/scenarios/validate", {"text": text})
            self.assertEqual((faults[0]["file"], len(faults)), ("text", 1))
        sent = {"scenario": {"name": "mine"}, "state": [{"id": "EST", "forces": {"x": 1}}]}
        self.fault(422, "unknown_name", "POST", API + "/scenarios/validate", sent)
        sent["state"][0]["forces"] = {"heavy_brigade": 2}
        self.assertEqual(self.server.json("POST", API + "/scenarios/validate", sent),
                         (200, {"valid": True, "name": "mine"}))

    def test_a_scenario_that_is_kept_can_be_asked(self):
        for name, base in (("lower", "baltic"), ("upper", "lower")):
            text = (f'[scenario]\nname = "{name}"\nbase = "{base}"\n\n'
                    '[[state]]\nid = "EST"\nforces = {heavy_brigade = 2}\n')
            answer, body = self.server.ask("POST", API + "/scenarios", {"text": text})
            self.assertEqual(answer.status, 201, body)
        run = self.server.run(name="ledger", subject="upper", draws=4)
        self.assertEqual(run["status"], "done", run.get("problem"))
        self.assertEqual(run["record"]["scenario"]["name"], "upper")

    # ---- Browsers and clients that mean no good --------------------------------------------------

    def test_what_a_client_has_is_not_sent_again(self):
        for path in (API + "/cards", API + "/library/states/EST", "/", "/health"):
            answer, text = self.server.ask("GET", path)
            tag = answer.getheader("ETag")
            again, nothing = self.server.ask("GET", path, If_None_Match=tag)
            self.assertEqual((again.status, nothing), (304, b""))
            self.assertEqual(again.getheader("ETag"), tag)
            if len(text) > 600:
                packed, small = self.server.ask("GET", path, Accept_Encoding="br, gzip")
                self.assertEqual(packed.getheader("Content-Encoding"), "gzip")
                self.assertEqual(gzip.decompress(small), text)
                self.assertEqual(packed.getheader("Vary"), "Accept-Encoding")
            head, nothing = self.server.ask("HEAD", path)
            self.assertEqual((head.getheader("Content-Length"), nothing), (str(len(text)), b""))

    def test_headers_keep_a_browser_safe(self):
        for path in ("/", API + "/cards", "/none"):
            answer, _ = self.server.ask("GET", path)
            policy = answer.getheader("Content-Security-Policy")
            self.assertIn("default-src 'none'", policy)
            self.assertNotIn("unsafe", policy)
            self.assertEqual(answer.getheader("X-Content-Type-Options"), "nosniff")
            self.assertIsNone(answer.getheader("Access-Control-Allow-Origin"))

    def test_other_sites_are_refused(self):
        self.fault(421, "bad_value", "GET", "/health", Host="evil.example")
        self.fault(403, "bad_value", "GET", "/health", Origin="https://evil.example")
        own = f"http://127.0.0.1:{self.server.port}"
        self.assertEqual(self.server.ask("GET", "/health", Origin=own)[0].status, 200)
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
            self.fault(415, "wrong_type", "POST", API + "/runs", '{"name": "version"}',
                       Content_Type=kind)
        self.fault(403, "bad_value", "DELETE", API + "/runs/x", Sec_Fetch_Site="cross-site")

    def test_paths_lead_nowhere_else(self):
        for path in ("/../etc/passwd", "/%2e%2e/etc/passwd", "/..%2fetc/passwd", "/a%00b",
                     "/%zz", API + "/library/../../x", "/a\\..\\b"):
            answer, text = self.server.ask("GET", path)
            self.assertEqual(answer.status, 400, path)
            self.assertNotIn(b"root:", text)
        self.fault(404, "unknown_name", "GET", "/etc/passwd")
        self.fault(404, "unknown_name", "GET", "/api/v2/cards")
        self.fault(404, "unknown_name", "GET", API + "/nothing")
        faults = self.fault(405, "bad_argument", "POST", API + "/cards", {})
        self.assertIn("GET", faults[0]["hint"])

    def test_requests_beyond_the_limits(self):
        host = f"Host: 127.0.0.1:{self.server.port}\r\n".encode()
        post = b"POST /api/v1/runs HTTP/1.1\r\n" + host + b"Content-Type: application/json\r\n"
        got = self.server.raw(post + b"Content-Length: 1000000000\r\n\r\n" + b"x" * 100000)
        self.assertIn(b" 413 ", got)
        self.assertIn(b"too_large", got)
        got = self.server.raw(post + b"Transfer-Encoding: chunked\r\n\r\n" +
                              (b"10000\r\n" + b"y" * 65536 + b"\r\n") * 40)
        self.assertIn(b" 413 ", got)
        flood = b"".join(b"X-%d: y\r\n" % i for i in range(5000))
        self.assertIn(b" 431 ", self.server.raw(b"GET / HTTP/1.1\r\n" + host + flood + b"\r\n"))
        self.assertIn(b" 400 ", self.server.raw(b"nonsense\r\n\r\n"))
        self.assertIn(b" 400 ", self.server.raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n"))
        self.assertIn(b" 421 ", self.server.raw(b"GET / HTTP/1.0\r\n\r\n"))
        self.assertEqual(self.server.json("GET", "/health")[0], 200)

    def test_metrics_count(self):
        self.server.run(name="version", seed=99)
        answer, text = self.server.ask("GET", "/metrics")
        self.assertTrue(answer.getheader("Content-Type").startswith("text/plain"))
        figures = dict(line.rsplit(" ", 1) for line in text.decode().splitlines()
                       if not line.startswith("#"))
        self.assertGreater(int(figures['entente_runs_total{status="done"}']), 0)
        self.assertGreater(int(figures['entente_http_answers_total{status="2xx"}']), 1)
        self.assertGreater(int(figures["entente_resident_memory_bytes"]), 1 << 20)


@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class Starting(unittest.TestCase):
    def refuse(self, *flags):
        done = subprocess.run([PROGRAM, "serve", *flags], capture_output=True, text=True,
                              timeout=PATIENCE)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def test_others_cannot_reach_it_by_accident(self):
        self.assertIn("knows neither users nor TLS", self.refuse("--bind", "0.0.0.0"))
        self.assertIn("knows neither users nor TLS", self.refuse("--bind", "::"))
        self.assertIn("takes an origin", self.refuse("--bind", "0.0.0.0", "--behind-proxy", "x"))

    def test_flags_are_read_as_everywhere(self):
        said = self.refuse("--prot", "1", "--port", "70000", "--workers", "two")
        self.assertIn("arguments:1:1: `serve` takes no flag `--prot`", said)
        self.assertIn("did you mean `--port`?", said)
        self.assertIn("`port` is out of its range", said)
        self.assertIn("`workers` takes a whole number", said)
        self.assertIn("no folder", self.refuse("--web", "no/such/folder"))

    def test_a_port_that_is_taken(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = str(taken.getsockname()[1])
            self.assertIn("nothing can listen", self.refuse("--port", port))

    def test_it_ends_when_told_with_work_and_streams_open(self):
        server = Server()
        streams = []
        try:
            _, run = server.json("POST", API + "/runs", {"name": "study", "draws": 100000,
                                                         "subject": "partners_not_protectorates"})
            for _ in range(50):
                client = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
                client.sendall(f"GET {API}/runs/{run['id']}/events HTTP/1.1\r\nHost: 127.0.0.1:"
                               f"{server.port}\r\n\r\n".encode())
                streams.append(client)
            for client in streams:
                self.assertIn(b"200 OK", client.recv(4096))
        finally:
            status, seconds = server.end()
        self.assertEqual(status, 0)
        self.assertLess(seconds, 10)
        for client in streams:
            rest = b""
            while piece := client.recv(4096):
                rest += piece
            client.close()
            self.assertIn(b'"cancelled"', rest)

    def test_a_workbench_is_served_and_nothing_beside_it(self):
        with tempfile.TemporaryDirectory() as folder:
            web = Path(folder, "web")
            (web / "assets").mkdir(parents=True)
            (web / "index.html").write_text("<!doctype html><title>w</title>")
            (web / "assets" / "a1b2.js").write_text("export {};\n")
            (web / ".secret").write_text("secret")
            Path(folder, "outside.txt").write_text("outside")
            (web / "link.txt").symlink_to(Path(folder, "outside.txt"))
            server = Server("--web", str(web))
            try:
                self.assertIn(b"<title>w</title>", server.ask("GET", "/")[1])
                answer, _ = server.ask("GET", "/assets/a1b2.js")
                self.assertEqual(answer.getheader("Content-Type"),
                                 "text/javascript; charset=utf-8")
                self.assertIn("immutable", answer.getheader("Cache-Control"))
                answer, text = server.ask("GET", "/ledger/baltic", Accept="text/html")
                self.assertIn(b"<title>w</title>", text)
                for path in ("/.secret", "/link.txt", "/outside.txt", "/assets"):
                    self.assertEqual(server.ask("GET", path)[0].status, 404, path)
            finally:
                self.assertEqual(server.end()[0], 0)

    def test_a_slow_client_is_cut_off_and_hinders_nobody(self):
        server = Server()
        try:
            slow = [socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
                    for _ in range(100)]
            for client in slow:
                client.sendall(b"GET / HTTP/1.1\r\nHost: ")
            begun = time.monotonic()
            self.assertEqual(server.json("GET", "/health")[0], 200)
            self.assertLess(time.monotonic() - begun, 2)
            # A byte now and then does not buy more time.
            gone = False
            while not gone and time.monotonic() - begun < 25:
                time.sleep(1)
                try:
                    slow[0].send(b"x")
                    slow[0].settimeout(0.01)
                    gone = slow[0].recv(1) == b""
                except socket.timeout:
                    continue
                except OSError:
                    gone = True
            self.assertTrue(gone)
            for client in slow:
                client.close()
        finally:
            self.assertEqual(server.end()[0], 0)


if __name__ == "__main__":
    unittest.main()
