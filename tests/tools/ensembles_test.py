"""Ensembles on several processes and after a kill: the same bytes as one process that was left alone."""

import json
import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from server import PROGRAM

QUESTION = ["explore", "what_breaks_partners", "--size", "8", "--tipping=false", "--quiet", "--format", "json"]
MPI = PROGRAM.parent / "entente-mpi"
ROOT_TOO = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
            "OMPI_MCA_btl_vader_single_copy_mechanism": "none"}


def asked(*more, program=(str(PROGRAM),), check=True, **how):
    done = subprocess.run([*program, *QUESTION, *more], capture_output=True, text=True, timeout=300,
                          env={**os.environ, **ROOT_TOO}, **how)
    if check and done.returncode != 0:
        raise AssertionError(f"{done.args}: {done.returncode}\n{done.stderr}")
    return done


def untimed(text):
    record = json.loads(text)
    del record["timing"]
    return json.dumps(record)


class Ensembles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.alone = untimed(asked().stdout)

    def test_a_run_that_is_killed_goes_on_and_ends_the_same(self):
        dice = random.Random(7)
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "kept"
            kills = 0
            for _ in range(6):
                run = subprocess.Popen([str(PROGRAM), *QUESTION, "--checkpoint", str(kept), "--threads", "1"],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                time.sleep(dice.uniform(0.5, 6))
                if run.poll() is None:
                    kills += 1
                run.kill()
                run.communicate()
                if kept.exists():
                    self.assertTrue(kept.read_text().startswith("entente checkpoint 1\n"))
            self.assertGreater(kills, 0)
            self.assertEqual(untimed(asked("--checkpoint", str(kept)).stdout), self.alone)
            # What is done is not done again.
            begun = time.monotonic()
            self.assertEqual(untimed(asked("--checkpoint", str(kept)).stdout), self.alone)
            self.assertLess(time.monotonic() - begun, 60)
            other = asked("--checkpoint", str(kept), "--seed", "2", check=False)
            self.assertEqual(other.returncode, 2)
            self.assertIn("this checkpoint is of another seed: 1, and 2 is asked", other.stderr)
            self.assertEqual(other.stdout, "")
        refused = subprocess.run([str(PROGRAM), "ledger", "baltic", "--checkpoint", "x"], capture_output=True, text=True)
        self.assertEqual(refused.returncode, 2)
        self.assertIn("`ledger` keeps no checkpoint", refused.stderr)

    def test_any_number_of_ranks_gives_the_same_bytes(self):
        self.need_mpi()
        for ranks in (1, 2, 3):
            done = asked(program=("mpirun", "--oversubscribe", "-n", str(ranks), str(MPI)))
            self.assertEqual(untimed(done.stdout), self.alone, ranks)

    def test_ranks_agree_on_a_fault_and_one_says_it(self):
        self.need_mpi()
        done = asked("--design", "sobl", program=("mpirun", "--oversubscribe", "-n", "2", str(MPI)), check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(done.stderr.count("did you mean `sobol`"), 1, done.stderr)
        self.assertEqual(done.stdout, "")

    def test_a_rank_that_is_lost_is_told_and_nothing_is_made_of_a_part(self):
        self.need_mpi()
        run = subprocess.Popen(["mpirun", "--oversubscribe", "-n", "2", str(MPI), *QUESTION, "--threads", "1"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **ROOT_TOO})
        lost = None
        for _ in range(100):
            time.sleep(0.1)
            below = subprocess.run(["pgrep", "-P", str(run.pid), "entente-mpi"], capture_output=True, text=True).stdout.split()
            if len(below) == 2:
                lost = int(below[1])
                break
        self.assertIsNotNone(lost)
        time.sleep(0.5)
        os.kill(lost, signal.SIGKILL)
        out, err = run.communicate(timeout=60)
        self.assertNotEqual(run.returncode, 0)
        self.assertEqual(out, b"")
        self.assertIn(b"signal 9", err)

    def need_mpi(self):
        if not MPI.exists() or shutil.which("mpirun") is None:
            self.skipTest("needs Open MPI (libopenmpi-dev, openmpi-bin)")


class Precision(unittest.TestCase):
    def ask(self, *more):
        done = subprocess.run([str(PROGRAM), "ledger", "baltic", "--format", "json", "--quiet", *more],
                              capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_draws_are_doubled_until_the_interval_is_as_narrow_as_asked(self):
        wide, narrow = self.ask("--precision", "4"), self.ask("--precision", "1")
        reach = lambda record: max((row[3] - row[2]) / 2 for row in record["tables"]["gap"]["rows"])
        self.assertLessEqual(reach(wide), 4)
        self.assertLessEqual(reach(narrow), 1)
        self.assertGreater(narrow["provenance"]["draws"], wide["provenance"]["draws"])
        # The answer is that of its number of draws, however it was come by.
        plain = self.ask("--draws", str(narrow["provenance"]["draws"]))
        self.assertEqual(plain["tables"], narrow["tables"])
        self.assertIn("--precision 1", narrow["provenance"]["command"])
        self.assertTrue(any("1 was asked." in notice for notice in narrow["notices"]), narrow["notices"])

    def test_an_exact_answer_says_that_nothing_changed(self):
        done = subprocess.run([str(PROGRAM), "casus", "RUS attacks EST at narva", "--precision", "1"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0)
        self.assertIn("--precision changed nothing", done.stdout)


if __name__ == "__main__":
    unittest.main()
