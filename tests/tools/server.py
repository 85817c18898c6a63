"""The server under test, and what its tests share."""

import http.client
import json
import re
import signal
import socket
import ssl
import subprocess
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "release" / "entente"
API = "/api/v1"
PATIENCE = 60  # Seconds after which a test gives up on anything.

GOOD = '[scenario]\nname = "mine"\n\n[[state]]\nid = "EST"\nforces = {heavy_brigade = 2}\n'


class Server:
    """One server on a port of the system's choice, ended by its own number.

    `store` is where it keeps things; without one they are in memory. `tls` is a certificate that
    clients trust.
    """

    def __init__(self, *flags, store="memory", tls=None):
        self.tls = ssl.create_default_context(cafile=tls) if tls else None
        self.token = None
        self.process = subprocess.Popen([PROGRAM, "serve", "--port", "0", "--store", store, *flags],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.fullmatch(r"serving https?://127\.0\.0\.1:(\d+)/\n", line)
        if not found:
            self.process.kill()
            raise AssertionError(f"the server said {line!r} {self.process.stderr.read()}")
        self.port = int(found.group(1))

    def kill(self):
        """Ends it as a lost machine would."""
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()

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
        if self.tls:
            connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=PATIENCE,
                                                     context=self.tls)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            sent = {key.replace("_", "-"): value for key, value in headers.items()}
            if self.token:
                sent.setdefault("Authorization", "Bearer " + self.token)
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


def manage(*words, store, given="", status=0):
    """`entente store`: gives what it says."""
    done = subprocess.run([PROGRAM, "store", *words, "--store", store], input=given, text=True,
                          capture_output=True, timeout=PATIENCE)
    assert done.returncode == status, (done.returncode, done.stdout, done.stderr)
    return done.stdout + done.stderr


@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class Running(unittest.TestCase):
    """Tests of one server that runs meanwhile."""

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
