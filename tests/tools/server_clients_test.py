"""The running server before browsers, hostile clients and signals."""

import gzip
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import server
from server import API, PATIENCE, PROGRAM, Server


class Clients(server.Running):
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
        self.assertGreater(int(figures['entente_runs{status="done"}']), 0)
        self.assertGreater(int(figures['entente_http_answers_total{status="2xx"}']), 1)
        self.assertGreater(int(figures["entente_resident_memory_bytes"]), 1 << 20)


@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class Starting(unittest.TestCase):
    def refuse(self, *flags):
        done = subprocess.run([PROGRAM, "serve", "--store", "memory", *flags],
                              capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def test_others_cannot_reach_it_by_accident(self):
        self.assertIn("without TLS", self.refuse("--bind", "0.0.0.0"))
        self.assertIn("without TLS", self.refuse("--bind", "::"))
        self.assertIn("TLS needs both", self.refuse("--bind", "::", "--tls-key", "x.pem"))
        self.assertIn("has no users", self.refuse("--bind", "0.0.0.0", "--tls-key", "x.pem",
                                                  "--tls-certificate", "y.pem"))
        self.assertIn("takes an origin", self.refuse("--bind", "0.0.0.0", "--behind-proxy", "x"))

    def test_flags_are_read_as_everywhere(self):
        said = self.refuse("--prot", "1", "--port", "70000", "--workers", "two")
        self.assertIn("arguments:1:3: `serve` takes no flag `--prot`", said)
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
            self.assertIn(b'event: queued', rest)  # The next process takes the run up again.

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
