"""The files of this tree as git sees them: tracked or new, never ignored ones."""

import os
import subprocess
from pathlib import Path

IGNORED = {".git", "build", "dist", "node_modules", "__pycache__"}


def files(root: Path) -> list[Path]:
    """All files below root, sorted. Without git (or outside a repository), all but build folders."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        out = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        names = [root / name for name in out.split("\0") if name]
        return sorted(path for path in names if path.is_file())
    except (OSError, subprocess.CalledProcessError):
        return sorted(walk(root))


def walk(root: Path):
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if name not in IGNORED]
        yield from (Path(folder) / name for name in names)


def report(faults: list[str]) -> int:
    """Prints faults and gives the exit status."""
    for fault in faults:
        print(fault)
    return 1 if faults else 0
