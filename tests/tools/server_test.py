"""The running server: every route of its description, runs with their events, scenarios."""

import http.client
import json
import os
import re
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import server
from server import API, GOOD, PATIENCE, PROGRAM, ROOT

PASSWORD = "correct horse battery"

BAD = '[scenario]\nname = "mine"\n\n[[state]]\nid = "ESTX"\nforces = {heavy_brigad = 2}\n'


def events_in(text):
    """(number, name, data) of every event of a stream."""
    found = []
    for block in text.decode().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "event" in lines:
            found.append((int(lines["id"]), lines["event"], json.loads(lines["data"])))
    return found


class Asking(server.Running):
    # ---- What is described is there --------------------------------------------------------------

    def test_every_route_of_the_description_answers_as_described(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        store = folder + "/store.db"
        server.manage("add-user", "ann", "--role", "admin", store=store, given=PASSWORD + "\n")
        asked_of = server.Server("--login", store=store)
        self.addCleanup(asked_of.end)
        sign_in = {"name": "ann", "password": PASSWORD}
        for label in ("first", "second"):  # The session of the cookie ends; those of tokens stay.
            answer, _ = asked_of.ask("POST", API + "/session", sign_in)
            cookie = answer.getheader("Set-Cookie").split(";")[0]
            _, made = asked_of.json("POST", API + "/tokens", {"label": label}, Cookie=cookie)
        asked_of.token = made["token"]
        _, tokens = asked_of.json("GET", API + "/tokens")
        _, described = asked_of.json("GET", API + "/openapi.json")
        self.assertTrue(described["openapi"].startswith("3.1"))
        run = asked_of.run(name="version")["id"]
        bodies = {"/runs": {"name": "version"}, "/session": sign_in, "/tokens": {"label": "x"},
                  "/users": {"name": "described", "role": "viewer", "password": PASSWORD},
                  "/users/{name}": {"role": "analyst"}}
        rooms = [asked_of.json("POST", API + "/rooms", {"case": "narva"})[1] for _ in range(3)]
        seat = {"Entente_Seat": rooms[0]["token"]}
        asked_of.json("POST", f"{API}/rooms/{rooms[1]['id']}/acts", {"act": "close"},
                      Entente_Seat=rooms[1]["token"])
        bodies |= {"/rooms": {"case": "narva"}, "/rooms/{id}/seats": {"seat": "RUS"},
                   "/rooms/{id}/acts": {"act": "begin"}}
        asked = 0
        for path, methods in described["paths"].items():
            words = {"{name}": "casus", "{id}": run, "{kind}": "states"}
            if path.startswith("/library/"):
                words["{name}"] = "EST"
            if path.startswith(("/scenarios/", "/users/")):
                words["{name}"] = "described"
            if path.startswith("/tokens/"):
                words["{id}"] = next(one["id"] for one in tokens if one["label"] == "first")
            for method, operation in methods.items():
                if path.startswith("/rooms/"):
                    # One that is played, one that is over, one to take away.
                    over = path.endswith(("events", "save", "debrief", "debrief.html"))
                    words["{id}"] = rooms[1 if over else 2 if method == "delete" else 0]["id"]
                    seat["Entente_Seat"] = rooms[2 if method == "delete" else 0]["token"]
                target = path
                for word, value in words.items():
                    target = target.replace(word, value)
                self.assertNotIn("{", target)
                body = None
                if "requestBody" in operation:
                    body = bodies.get(path, {"text": GOOD.replace("mine", "described")})
                if path == "/session" and method == "delete":
                    continue  # It ends the token: asked last.
                # The one scenario is added by POST, read, replaced and at last deleted.
                answer, text = asked_of.ask(method.upper(), API + target,
                                            None if body is None else json.dumps(body),
                                            Content_Type="application/json", **seat)
                known = [code for code in operation["responses"] if code != "default"]
                self.assertIn(str(answer.status), known, f"{method} {target}: {text[:300]}")
                content = operation["responses"][known[0]].get("content", {})
                self.assertEqual(list(content) or [None], [answer.getheader("Content-Type")])
                schema = next(iter(content.values()), {}).get("schema", {})
                if "$ref" in schema:
                    self.fits(json.loads(text), schema, described, f"{method} {target}")
                asked += 1
        self.assertEqual(asked, 42)
        self.assertEqual(asked_of.ask("DELETE", API + "/session")[0].status, 204)
        self.assertEqual(asked_of.ask("GET", API + "/cards")[0].status, 401)

    def fits(self, value, schema, described, where):
        """The parts of JSON Schema that the description uses."""
        if "$ref" in schema:
            schema = described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool,
                 "number": (int, float), "null": type(None)}
        if "type" in schema:
            names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
            self.assertTrue(any(isinstance(value, kinds[name]) for name in names), where)
        if value is None:
            return
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

    def test_a_study_of_ones_own_gives_the_record_of_the_command_line(self):
        study = (ROOT / "tests/playthroughs/small_study.toml").read_text()
        world = (ROOT / "tests/playthroughs/small_world.toml").read_text()
        name = re.search(r'name = "(\w+)"', world)[1]
        status, said = self.server.json("POST", API + "/scenarios", {"text": world})
        self.assertEqual(status, 201, said)
        own = re.search(r'name = "(\w+)"', study)[1]
        text = re.sub(r'scenario = "[^"]*"', f'scenario = "{name}"', study)
        run = self.server.run(name="study", subject={"text": text}, draws=16)
        self.assertEqual(run["status"], "done", run)
        with tempfile.TemporaryDirectory() as folder:
            for file, content in ((own, text.replace(f'"{name}"', f'"{name}.toml"')),
                                  (name, world)):
                Path(folder, file + ".toml").write_text(content)
            done = subprocess.run([PROGRAM, "study", own + ".toml", "--draws", "16", "--format",
                                   "json"], cwd=folder, capture_output=True, text=True, check=True)
        here = json.loads(done.stdout)
        self.assertEqual(run["record"]["tables"], here["tables"])
        self.assertEqual(run["record"]["provenance"]["command"], here["provenance"]["command"])

    def test_cards_are_those_of_the_program(self):
        _, cards = self.server.json("GET", API + "/cards")
        listed = subprocess.run([PROGRAM, "list", "analyses", "--format", "json"], check=True,
                                capture_output=True, text=True)
        names = [row[0] for row in json.loads(listed.stdout)["tables"]["names"]["rows"]]
        self.assertEqual([card["name"] for card in cards], names)

    def test_start_page_lists_every_question(self):
        bare = server.Server("--web", "none")
        self.addCleanup(bare.end)
        answer, text = bare.ask("GET", "/")
        self.assertEqual(answer.status, 200)
        self.assertIn(b"Who must do what if this happens", text)
        self.assertNotIn(b"<script", text)

    # ---- Runs ------------------------------------------------------------------------------------

    def test_a_record_comes_as_a_page_too(self):
        run = self.server.run(name="ledger", subject="baltic", draws=16)
        answer, page = self.server.ask("GET", f"{API}/runs/{run['id']}/report.html")
        self.assertEqual(answer.status, 200)
        self.assertIn("attachment", answer.getheader("Content-Disposition"))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "r.html")
            subprocess.run([PROGRAM, "ledger", "baltic", "--draws", "16", "--quiet", "--out", path], check=True)
            self.assertEqual(page, path.read_bytes())
        failed = self.server.run(name="casus", subject="RUS attacks EST at nowhere")
        answer, text = self.server.ask("GET", f"{API}/runs/{failed['id']}/report.html")
        self.assertEqual(answer.status, 409)
        self.assertIn(b"has no record", text)

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
        self.assertEqual(first["id"], again["id"])
        self.assertEqual(first["record"], again["record"])  # Its timing too.

    def test_a_run_of_many_draws_tells_what_fewer_show(self):
        run = self.server.run(name="ledger", subject="baltic", draws=520)
        events = events_in(self.server.ask("GET", f"{API}/runs/{run['id']}/events")[1])
        told = [data for _, name, data in events if name == "estimate"]
        self.assertEqual([one["draws"] for one in told], [16, 64])
        alone = subprocess.run([PROGRAM, "ledger", "baltic", "--draws", "64", "--format", "json"],
                               check=True, capture_output=True, text=True)
        gap = json.loads(alone.stdout)["tables"]["gap"]
        columns = [column["name"] for column in gap["columns"]]
        rows = [dict(zip(columns, row)) for row in gap["rows"]]
        row = next(row for row in rows if row[columns[0]] == told[1]["of"])
        self.assertEqual(row[told[1]["figure"]], told[1]["value"])

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


if __name__ == "__main__":
    unittest.main()
