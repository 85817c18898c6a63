"""The checks of the tree must be able to fail: each is given a small tree with one fault in it."""

import importlib.machinery
import importlib.util
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]


def load(name: str):
    """A tool as a module, though its file has no suffix."""
    loader = importlib.machinery.SourceFileLoader(name, str(ROOT / "tools" / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    sys.modules[name] = module
    loader.exec_module(module)
    return module


class Tree(unittest.TestCase):
    """A tree of two rooms that is sound; tests break it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("src/floors.txt", "# room floor uses\nbase 0\ntop 1 base\n")
        for room in ("base", "top"):
            self.write(f"src/{room}/README.md", "# A room\n")
        self.write("src/base/a.h", "#pragma once\n")
        self.write("src/top/b.cpp", '#include <vector>\n\n#include "base/a.h"\n')

    def write(self, name: str, text: str):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run_tool(self, tool: str):
        done = subprocess.run([str(ROOT / "tools" / tool), str(self.root)], capture_output=True,
                              text=True)
        return done.returncode, done.stdout

    def assert_fault(self, tool: str, pattern: str):
        status, out = self.run_tool(tool)
        self.assertEqual(status, 1, out)
        self.assertRegex(out, pattern)

    def assert_sound(self, tool: str):
        self.assertEqual(self.run_tool(tool), (0, ""))


class Floors(Tree):
    def test_sound(self):
        self.assert_sound("check_floors")

    def test_room_not_named(self):
        self.write("src/floors.txt", "base 0\nside 0\ntop 1 base\n")
        self.write("src/side/README.md", "# A room\n")
        self.write("src/side/s.h", "#pragma once\n")
        self.write("src/top/b.cpp", '#include "base/a.h"\n#include "side/s.h"\n')
        self.assert_fault("check_floors", r"src/top/b\.cpp:2: top may not use side")

    def test_include_upwards(self):
        self.write("src/top/t.h", "#pragma once\n")
        self.write("src/base/a.h", '#pragma once\n#include "top/t.h"\n')
        self.assert_fault("check_floors", r"src/base/a\.h:2: base may not use top")

    def test_same_floor(self):
        self.write("src/floors.txt", "base 1\ntop 1 base\n")
        self.assert_fault("check_floors", r"src/floors\.txt:2: top .* not below it")

    def test_circle(self):
        self.write("src/floors.txt", "base 0 top\ntop 1 base\n")
        self.assert_fault("check_floors", r"a circle: base -> top -> base")

    def test_folder_without_row(self):
        self.write("src/stray/x.cpp", "\n")
        self.assert_fault("check_floors", r"src/stray/x\.cpp:1: lies in no room")

    def test_row_without_readme(self):
        (self.root / "src/top/README.md").unlink()
        self.assert_fault("check_floors", r"top has no README\.md")

    def test_row_of_unknown_room(self):
        self.write("src/floors.txt", "base 0\ntop 1 base nowhere\n")
        self.assert_fault("check_floors", r"uses nowhere, which is no room")

    def test_header_that_is_not_there(self):
        self.write("src/top/b.cpp", '#include "base/gone.h"\n')
        self.assert_fault("check_floors", r'src/top/b\.cpp:1: there is no "base/gone\.h"')

    def test_a_folder_of_rooms_may_be_named_at_once(self):
        self.write("src/floors.txt", "base 0\nask/x 1 base\nask/y 1 base\ntop 2 ask\n")
        for room in ("ask/x", "ask/y"):
            self.write(f"src/{room}/README.md", "# A room\n")
        self.write("src/ask/x/x.h", "#pragma once\n")
        self.write("src/top/b.cpp", '#include "ask/x/x.h"\n')
        self.assert_sound("check_floors")
        self.write("src/ask/y/y.cpp", '#include "ask/x/x.h"\n')
        self.assert_fault("check_floors", r"ask/y may not use ask/x")


class Names(Tree):
    def test_sound(self):
        self.assert_sound("check_names")

    def test_path_of_a_machine(self):
        self.write("docs/a.md", "Look in /" + "home/somebody/x.\n")
        self.assert_fault("check_names", r"docs/a\.md:1: a path of one machine")

    def test_path_that_leaves_the_tree(self):
        self.write("src/top/c.cpp", "// " + "../" * 3 + "elsewhere\n")
        self.assert_fault("check_names", r"src/top/c\.cpp:1: a path that leaves the tree")

    def test_a_test_that_skips_may_look_outside(self):
        self.write("tests/x_test.cpp", "// " + "../" * 3 + "elsewhere; GTEST_SKIP\n")
        self.assert_sound("check_names")

    def test_forbidden_word(self):
        tool = load("check_names")
        word = "index." + "crates" + ".io"
        self.assertTrue(tool.banned(word.encode()))
        self.assertFalse(tool.banned(b"alliance"))
        self.write("docs/b.md", f"fetched from https://{word}/path\n")
        self.assert_fault("check_names", r"docs/b\.md:1: names index")


class Size(Tree):
    def test_sound(self):
        self.write("src/top/b.cpp", "\n" * 399)
        self.assert_sound("check_size")

    def test_too_long(self):
        self.write("src/top/b.cpp", "\n" * 400)
        self.assert_fault("check_size", r"src/top/b\.cpp:400: 400 lines")


class Types(Tree):
    def test_sound(self):
        self.write("src/top/a.h", "namespace e::x {\nstruct Thing {\n};\n}  // namespace e::x\n")
        self.write("src/top/b.h", "namespace e::y {\nstruct Thing {\n};\n}  // namespace e::y\n")
        self.assert_sound("check_types")

    def test_two_definitions_in_one_namespace(self):
        for name in ("a", "b"):
            self.write(f"src/top/{name}.h",
                       "namespace e {\nnamespace x {\nstruct Thing {\n};\n}  // namespace x\n}\n")
        self.assert_fault("check_types", r"src/top/b\.h:3: e::x::Thing is defined at src/top/a\.h:3")


def program(folder: Path, name: str, body: str) -> str:
    """A small program that answers in place of the real one."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport sys\n{body}\n")
    path.chmod(0o755)
    return str(path)


class SameRecords(Tree):
    def ask(self, first: str, second: str):
        self.write("records.txt", "# questions\ncasus \"A attacks B\"\n")
        one = program(self.root, "one", first)
        two = program(self.root, "two", second)
        return load("same_records").main(one, two, self.root / "records.txt")

    def test_timing_may_differ(self):
        one = 'print(\'{"a": 1, "timing": {"wall_s": 1}}\')'
        self.assertEqual(self.ask(one, one.replace('s": 1', 's": 2')), 0)

    def test_answers_may_not(self):
        self.assertEqual(self.ask("print('{\"a\": 1}')", "print('{\"a\": 2}')"), 1)

    def test_threads_may_not_matter(self):
        body = "print('{\"a\": %d}' % sys.argv.count('7'))"
        self.assertEqual(self.ask(body, body), 1)

    def test_a_failure_is_no_answer(self):
        self.assertEqual(self.ask("sys.exit(2)", "sys.exit(2)"), 1)


class Pages(Tree):
    def check(self, page: str):
        self.write("page.md", page)
        says = program(self.root, "says", "print('asked', *sys.argv[1:])\nsys.exit('bad' in sys.argv)")
        return load("check_pages").check_page(self.root / "page.md", says)

    def test_what_is_shown_is_printed(self):
        self.assertEqual(self.check("```console\n$ entente a 'b c'\nasked a b c\n```\n"), [])

    def test_dots_stand_for_lines(self):
        self.assertEqual(self.check("```console\n$ entente a\n...\n```\n"), [])

    def test_dots_do_not_hide_a_failure(self):
        self.assertEqual(len(self.check("```console\n$ entente bad\n...\n```\n")), 1)
        self.assertEqual(self.check("```console\n$ entente bad\n...\n(exit 1)\n```\n"), [])

    def test_anything_else_is_a_fault(self):
        self.assertRegex(self.check("```console\n$ entente a\nasked b\n```\n")[0], "something else")

    def test_a_chore_that_is_not_there(self):
        self.assertRegex(self.check("Call `./dev dance`.\n")[0], r"no \./dev dance")


class Dev(unittest.TestCase):
    def test_every_chore_is_listed_and_there(self):
        text = (ROOT / "dev").read_text()
        listed = re.findall(r"^#> (\w+)", text, re.MULTILINE)
        self.assertEqual(sorted(listed), sorted(re.findall(r"^chore_(\w+)\(\)", text, re.MULTILINE)))
        out = subprocess.run([str(ROOT / "dev")], capture_output=True, text=True).stdout
        for chore in listed:
            self.assertIn(f"  {chore}", out)

    def test_unknown_chore(self):
        done = subprocess.run([str(ROOT / "dev"), "dance"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
