#!/usr/bin/env python3
"""Loads a server of its own and prints what it bore: server_load.py [--program FILE] [--soak SECONDS]

Small reads (by `wrk` where it is installed), idle event streams and the memory they take, a burst of
`casus` requests until their records are there, and, where asked, a soak: the memory of the process
while it answers, asks and streams. The load comes from the same machine.
"""

import argparse
import asyncio
import json
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
API = "/api/v1"


class Server:
    def __init__(self, program, folder):
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--web", "none", "--store", f"{folder}/store.db"],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)/", line).group(1))

    def memory(self):
        """Resident bytes."""
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * 4096

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()

    async def open(self):
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def request(self, reader, writer, method, path, body=None):
        sent = b"" if body is None else json.dumps(body).encode()
        writer.write(f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
                     f"Content-Type: application/json\r\nContent-Length: {len(sent)}\r\n\r\n"
                     .encode() + sent)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(re.search(rb"(?i)content-length: (\d+)", head).group(1))
        return int(head.split()[1]), await reader.readexactly(length)


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def small_reads(server, seconds):
    if not shutil.which("wrk"):
        print("small reads: not measured, wrk is not installed")
        return
    said = subprocess.run(["wrk", "-t1", "-c64", f"-d{seconds}s", "--latency",
                           f"http://127.0.0.1:{server.port}{API}/cards/casus"],
                          check=True, capture_output=True, text=True).stdout
    rate = re.search(r"Requests/sec:\s+(\S+)", said).group(1)
    slow = re.search(r"99%\s+(\S+)", said).group(1)
    print(f"small reads at 64 connections: {float(rate):.0f} a second, p99 {slow}")


async def streams(server, count):
    """Follows a run that waits, so that every stream is idle."""
    reader, writer = await server.open()
    long = {"name": "study", "subject": "partners_not_protectorates", "draws": 100000}
    _, text = await server.request(reader, writer, "POST", API + "/runs", long)
    run = json.loads(text)["id"]
    before = server.memory()
    held = []
    for _ in range(count):
        one = await server.open()
        one[1].write(f"GET {API}/runs/{run}/events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}"
                     "\r\n\r\n".encode())
        held.append(one)
    for stream, _ in held:
        await stream.readuntil(b"\r\n\r\n")
    after = server.memory()
    print(f"{count} event streams: {(after - before) / 1e6:.1f} MB more, {after / 1e6:.0f} MB in "
          "all, a study running beside them")
    for _, sender in held:
        sender.close()
    await server.request(reader, writer, "DELETE", f"{API}/runs/{run}")
    writer.close()


async def burst(server, count):
    """Asks so many different questions at once and waits for each record."""
    async def one(number):
        reader, writer = await server.open()
        begun = time.monotonic()
        question = {"name": "casus", "subject": "RUS attacks EST at narva", "seed": number}
        status, text = await server.request(reader, writer, "POST", API + "/runs", question)
        accepted = time.monotonic() - begun
        assert status == 202, text
        run = json.loads(text)
        while run["status"] in ("queued", "running"):
            await asyncio.sleep(0.01)
            _, text = await server.request(reader, writer, "GET", f"{API}/runs/{run['id']}")
            run = json.loads(text)
        writer.close()
        assert run["status"] == "done", run
        return accepted, time.monotonic() - begun
    times = await asyncio.gather(*(one(number) for number in range(count)))
    taken, done = zip(*times)
    print(f"burst of {count} casus: accepted p50 {quantile(taken, .5) * 1e3:.0f} ms, p99 "
          f"{quantile(taken, .99) * 1e3:.0f} ms; record there p50 {quantile(done, .5) * 1e3:.0f} ms,"
          f" p99 {quantile(done, .99) * 1e3:.0f} ms")


async def soak(server, seconds):
    """Asks, reads and follows for so long; prints the memory at each tenth of the time."""
    number = 10_000
    begun = time.monotonic()
    seen = []
    reader, writer = await server.open()
    for tenth in range(1, 11):
        while time.monotonic() - begun < seconds * tenth / 10:
            for subject in ("RUS attacks EST at narva", "CHN attacks TWN"):
                number += 1
                question = {"name": "casus", "subject": subject, "seed": number}
                _, text = await server.request(reader, writer, "POST", API + "/runs", question)
                run = json.loads(text)
                follow, sender = await server.open()
                sender.write(f"GET {API}/runs/{run['id']}/events HTTP/1.1\r\nHost: 127.0.0.1:"
                             f"{server.port}\r\n\r\n".encode())
                await follow.read()
                sender.close()
                for path in ("/cards", f"/runs/{run['id']}", "/runs", "/nothing"):
                    await server.request(reader, writer, "GET", API + path)
        seen.append(server.memory())
    writer.close()
    print(f"soak of {seconds} s, {number - 10_000} runs: memory in MB " +
          " ".join(f"{one / 1e6:.0f}" for one in seen))
    print(f"growth from the second tenth to the last: {(seen[-1] - seen[1]) / 1e6:.1f} MB")


def main():
    read = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    read.add_argument("--program", default=ROOT / "build" / "release" / "entente")
    read.add_argument("--soak", type=int, default=0, metavar="SECONDS")
    read.add_argument("--seconds", type=int, default=10, help="of small reads")
    options = read.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(options.program, folder)
        try:
            small_reads(server, options.seconds)
            asyncio.run(burst(server, 200))
            asyncio.run(streams(server, 1000))
            if options.soak:
                asyncio.run(soak(server, options.soak))
        finally:
            server.end()


if __name__ == "__main__":
    main()
