"""A second solver finds the optimum that the record of the ledger holds."""

import json
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "release" / "entente"


@unittest.skipUnless(shutil.which("glpsol"), "skipped: needs glpsol")
@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class Export(unittest.TestCase):
    def solve(self, path):
        out = path.with_suffix(".txt")
        subprocess.run(["glpsol", "--freemps", str(path), "-o", str(out)], check=True,
                       capture_output=True)
        return float(re.search(r"Objective:.* = *(\S+)", out.read_text()).group(1))

    def compare(self, sets, *words):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([PROGRAM, "ledger", *words, "--vary", "none", "--export-lp",
                                   folder, "--format", "json"], check=True, capture_output=True,
                                  text=True)
            record = json.loads(done.stdout)
            self.assertNotIn(folder, done.stdout)
            rows = record["tables"]["programmes"]["rows"]
            self.assertEqual(len(rows), sets)
            for name, file, objective in rows:
                # glpsol prints ten digits.
                self.assertAlmostEqual(self.solve(Path(folder) / file) / objective, 1, 8, name)

    def test_every_set_of_the_reference(self):
        self.compare(8)

    def test_with_limited_lift_and_swings(self):
        self.compare(8, "--lift", "--redeploy")


if __name__ == "__main__":
    unittest.main()
