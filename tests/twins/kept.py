"""What every twin does with what it computed: compare it with its file, or make the file anew."""

import json
import sys


def keep(file, made):
    """Writes `made` to `file` with --write; else exits with 1 where the file holds anything else."""
    if sys.argv[1:] == ["--write"]:
        file.write_text(made)
    elif not file.exists() or file.read_text() != made:
        sys.exit(f"{file.name} is not what the twin computes; run {sys.argv[0]} --write")


def by_line(made):
    """Named lists of vectors as JSON, one vector a line."""
    parts = [f' "{name}": [\n' + ",\n".join("  " + json.dumps(row) for row in rows) + "\n ]"
             for name, rows in made.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"
