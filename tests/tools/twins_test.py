"""The files that twins leave for the C++ tests must be what the twins compute."""

import subprocess
import sys
import unittest
from pathlib import Path

TWINS = Path(__file__).resolve().parents[1] / "twins"


class Twins(unittest.TestCase):
    def test_every_file_is_up_to_date(self):
        twins = sorted(TWINS.glob("*_twin.py"))
        self.assertTrue(twins)
        for twin in twins:
            done = subprocess.run([sys.executable, "-B", str(twin)], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
