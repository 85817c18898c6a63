"""Reports of real questions: whole pages, nothing from outside, only their own script."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "release" / "entente"
VOID = {"meta", "wbr", "br", "hr", "img", "input", "link"}
QUESTIONS = {
    "casus": ["casus", "RUS attacks EST at narva"],
    "ledger": ["ledger", "baltic", "--draws", "64"],
    "deterrence": ["deterrence", "--draws", "8"],
    "hedge": ["hedge", "EST", "--draws", "4"],
    "study": ["study", "partners_not_protectorates", "--vary", "none"],
}


class Page(HTMLParser):
    """Elements that open and close as they should, texts by element, and all attributes."""

    def __init__(self):
        super().__init__()
        self.open, self.attributes, self.faults = [], [], []
        self.texts, self.rows, self.table = {}, {}, None

    def handle_starttag(self, tag, attrs):
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "section":
            self.table = dict(attrs).get("data-table")
        if tag == "tr" and "tbody" in self.open:
            self.rows[self.table] = self.rows.get(self.table, 0) + 1
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data):
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)


@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.pages = {}
        for name, words in QUESTIONS.items():
            paths = [Path(cls.folder.name) / f"{name}.{ending}" for ending in ("html", "json")]
            for path in paths:
                subprocess.run([PROGRAM, *words, "--out", path, "--quiet"], check=True,
                               capture_output=True, text=True)
            text = paths[0].read_text(encoding="utf-8")
            page = Page()
            page.feed(text)
            page.close()
            cls.pages[name] = (text, page, json.loads(paths[1].read_text(encoding="utf-8")))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def each(self):
        for name, (text, page, record) in self.pages.items():
            with self.subTest(name):
                yield text, page, record

    def test_every_element_closes(self):
        for _, page, _ in self.each():
            self.assertEqual(page.faults, [])
            self.assertEqual(page.open, [])

    def test_nothing_comes_from_outside(self):
        for _, page, _ in self.each():
            for tag, name, value in page.attributes:
                self.assertNotIn(name, {"src", "srcset", "action", "style", "onclick", "onload"})
                if name == "href":
                    self.assertTrue(value.startswith("#"), value)
                self.assertNotIn(tag, {"link", "img", "iframe", "object", "base", "form"})
            self.assertNotRegex("".join(page.texts["style"]), r"url\(|@import")

    def test_links_lead_somewhere(self):
        for _, page, _ in self.each():
            places = [value for _, name, value in page.attributes if name == "id"]
            self.assertEqual(len(places), len(set(places)))
            for _, name, value in page.attributes:
                if name == "href":
                    self.assertIn(value[1:], places)

    def test_only_its_own_script_may_run(self):
        def digest(source):
            return base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()

        for text, page, _ in self.each():
            policy = next(value for _, name, value in page.attributes
                          if name == "content" and "default-src" in value)
            script = re.search(r"</script>\n<script>(.*?)</script>", text, re.S).group(1)
            style = re.search(r"<style>(.*?)</style>", text, re.S).group(1)
            self.assertIn(f"script-src 'sha256-{digest(script)}'", policy)
            self.assertIn(f"style-src 'sha256-{digest(style)}'", policy)
            self.assertTrue(policy.startswith("default-src 'none';"))
            self.assertNotIn("unsafe", policy)

    def test_tables_and_words_are_those_of_the_record(self):
        for text, page, record in self.each():
            title = "".join(page.texts["h1"])
            self.assertTrue(record["finding"].startswith(title), title)
            self.assertLess(text.index("<h1"), text.index("<dl"))
            self.assertIn(record["question"], page.texts["dd"])
            self.assertIn(record["provenance"]["command"], page.texts["pre"])
            self.assertIn(record["provenance"]["library"], page.texts["dd"])
            wanted = {name: min(2000, len(table["rows"]))
                      for name, table in record["tables"].items() if table["rows"]}
            self.assertEqual(page.rows, wanted)

    def test_the_data_for_charts_are_the_record(self):
        for text, _, record in self.each():
            held = re.search(r'<script type="application/json" id="record">(.*?)</script>', text, re.S)
            held = json.loads(held.group(1))
            for table in record["tables"].values():
                del table["rows"][2000:]
            self.assertEqual(held["tables"], record["tables"])
            self.assertEqual(held["finding"], record["finding"])

    def test_two_runs_give_the_same_bytes(self):
        again = Path(self.folder.name) / "again.html"
        subprocess.run([PROGRAM, *QUESTIONS["ledger"], "--out", again, "--quiet", "--threads", "1"],
                       check=True, capture_output=True)
        self.assertEqual(again.read_text(encoding="utf-8"), self.pages["ledger"][0])

    @unittest.skipUnless(shutil.which("node"), "skipped: needs node")
    def test_the_script_is_sound(self):
        text = self.pages["ledger"][0]
        path = Path(self.folder.name) / "script.js"
        path.write_text(re.search(r"</script>\n<script>(.*?)</script>", text, re.S).group(1))
        done = subprocess.run(["node", "--check", path], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
