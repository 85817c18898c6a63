"""Who may ask the server, and what it takes from people."""

import json
import shutil
import subprocess
import tempfile
import unittest

import server
from server import API, GOOD, PROGRAM, Server, manage

PASSWORD = "correct horse battery"


@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class People(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.store = self.folder + "/store.db"

    def people(self, *flags, **more):
        for name, role in (("ann", "admin"), ("bob", "analyst"), ("eve", "viewer")):
            manage("add-user", name, "--role", role, store=self.store, given=PASSWORD + "\n")
        at = Server("--login", *flags, store=self.store, **more)
        self.addCleanup(at.end)
        return at

    def sign_in(self, at, name):
        answer, text = at.ask("POST", API + "/session", {"name": name, "password": PASSWORD})
        self.assertEqual(answer.status, 200, text)
        return answer.getheader("Set-Cookie")

    def test_roles(self):
        at = self.people()
        question = {"name": "version"}
        self.assertEqual(at.json("POST", API + "/runs", question)[0], 401)
        self.assertEqual(at.json("GET", API + "/runs")[0], 401)
        self.assertEqual(at.json("GET", "/health")[0], 200)
        cookies = {name: self.sign_in(at, name).split(";")[0] for name in ("ann", "bob", "eve")}
        for name, run, users in (("eve", 403, 403), ("bob", 202, 403), ("ann", 202, 200)):
            cookie = {"Cookie": "other=1; " + cookies[name]}
            self.assertEqual(at.json("GET", API + "/runs", **cookie)[0], 200)
            self.assertEqual(at.json("POST", API + "/runs", question, **cookie)[0], run)
            self.assertEqual(at.json("GET", API + "/users", **cookie)[0], users)
        changes = at.json("GET", API + "/changes", Cookie=cookies["ann"])[1]
        self.assertIn(("bob", "run.add"), [(one["user"], one["action"]) for one in changes])
        who = at.json("GET", API + "/session", Cookie=cookies["bob"])[1]
        self.assertEqual((who["name"], who["role"], who["login"]), ("bob", "analyst", True))
        status, said = at.json("PUT", API + "/users/ann", {"role": "viewer"},
                               Cookie=cookies["ann"])
        self.assertEqual(status, 409, said)
        at.json("PUT", API + "/users/bob", {"role": "analyst", "disabled": True},
                Cookie=cookies["ann"])
        self.assertEqual(at.json("GET", API + "/runs", Cookie=cookies["bob"])[0], 401)

    def test_cookies_and_tokens(self):
        at = self.people()
        cookie = self.sign_in(at, "bob")
        for word in ("HttpOnly", "SameSite=Strict", "Path=/"):
            self.assertIn(word, cookie)
        cookie = cookie.split(";")[0]
        # A page of another site can send the cookie of nobody.
        self.assertEqual(at.json("POST", API + "/runs", {"name": "version"}, Cookie=cookie,
                                 Origin="https://evil.example")[0], 403)
        token = at.json("POST", API + "/tokens", {"label": "notebook", "days": 1},
                        Cookie=cookie)[1]["token"]
        bearer = {"Authorization": "Bearer " + token}
        self.assertEqual(at.json("GET", API + "/runs", **bearer)[0], 200)
        forged = {"Authorization": "Bearer " + token[:-1] + ("A" if token[-1] != "A" else "B")}
        self.assertEqual(at.json("GET", API + "/runs", **forged)[0], 401)
        listed = at.json("GET", API + "/tokens", **bearer)[1]
        self.assertNotIn(token, json.dumps(listed))
        one = next(one["id"] for one in listed if one["label"] == "notebook")
        self.assertEqual(at.ask("DELETE", f"{API}/tokens/{one}", **bearer)[0].status, 204)
        self.assertEqual(at.json("GET", API + "/runs", **bearer)[0], 401)
        self.assertEqual(at.ask("DELETE", API + "/session", Cookie=cookie)[0].status, 204)
        self.assertEqual(at.json("GET", API + "/runs", Cookie=cookie)[0], 401)

    def test_passwords_are_not_guessed(self):
        at = self.people()
        for attempt in range(20):
            status, _ = at.json("POST", API + "/session",
                                {"name": "ann", "password": f"wrong horse {attempt}"})
            if status == 429:
                break
            self.assertEqual(status, 401)
        self.assertEqual((status, attempt), (429, 10))
        self.assertEqual(at.json("POST", API + "/session",
                                 {"name": "' or 1=1 --", "password": PASSWORD})[0], 401)

    def test_texts_of_people_are_texts(self):
        at = Server(store=self.store)
        self.addCleanup(at.end)
        nasty = "'); drop table runs; -- <script>alert(1)</script> :x \u2028 \\"
        text = GOOD.replace("[scenario]", f"# {nasty}\n[scenario]")
        self.assertEqual(at.json("POST", API + "/scenarios", {"text": text})[0], 201)
        self.assertEqual(at.json("GET", API + "/scenarios/mine")[1]["text"], text)
        nasty = nasty.replace("/", "")  # A subject names no file.
        run = at.run(name="casus", subject=nasty)
        self.assertEqual((run["status"], run["subject"]), ("failed", nasty))
        self.assertIn("the store is sound", manage("check", store=self.store))

    @unittest.skipUnless(shutil.which("openssl"), "skipped: needs openssl")
    def test_tls(self):
        key, certificate = self.folder + "/key.pem", self.folder + "/certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key,
                        "-out", certificate, "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
                        "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
        at = self.people("--tls-certificate", certificate, "--tls-key", key, tls=certificate)
        cookie = self.sign_in(at, "bob")
        self.assertIn("Secure", cookie)
        at.token = at.json("POST", API + "/tokens", {"label": "x"},
                           Cookie=cookie.split(";")[0])[1]["token"]
        run = at.run(name="ledger", subject="baltic", draws=8)
        self.assertEqual(run["status"], "done")
        events = at.ask("GET", f"{API}/runs/{run['id']}/events")[1]
        self.assertIn(b"event: done", events)
        at.tls = None  # Plain HTTP is not answered.
        with self.assertRaises((ConnectionError, OSError, server.http.client.HTTPException)):
            at.ask("GET", "/health")
        bad = subprocess.run([PROGRAM, "serve", "--store", self.store, "--tls-certificate", key,
                              "--tls-key", certificate], capture_output=True, text=True)
        self.assertEqual(bad.returncode, 2)
        self.assertIn("cannot be read", bad.stderr)


if __name__ == "__main__":
    unittest.main()
