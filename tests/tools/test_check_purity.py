"""The purity check refuses what would make two runs differ, and lets everything else pass."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.check_purity import findings, main

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("import random", "random"),
        ("from random import choice", "random"),
        ("import numpy as np\nx = np.random.rand()", "numpy.random"),
        ("from numpy.random import default_rng", "numpy.random"),
        ("from numpy import random as chance", "numpy.random"),
        ("import secrets", "secrets"),
    ],
)
def test_global_random_numbers_are_refused(source: str, named: str) -> None:
    (finding, *_) = findings(source)
    assert finding.message.startswith(f"{named}: draws come from game.kernel.chance")


@pytest.mark.parametrize("source", ["import time", "from datetime import datetime", "import time as t", "import asyncio"])
def test_clocks_and_what_waits_for_them_are_refused(source: str) -> None:
    assert len(findings(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from pathlib import Path",
        "import os.path",
        "import io",
        "def f(name):\n    with open(name) as file:\n        return file",
        "import numpy as np\nnp.save('world.npy', table)",
        "from numpy import memmap",
    ],
)
def test_files_are_refused(source: str) -> None:
    (finding,) = findings(source)
    assert "pure rooms open no files" in finding.message


@pytest.mark.parametrize(
    "source",
    [
        "import math\ny = math.exp(x)",
        "from math import log",
        "from math import pow as power",
        "import numpy as np\ny = np.exp(x)",
        "import numpy\ny = numpy.log1p(x)",
        "y = x**0.5",
        "y = x**2",
        "x **= 2",
        "y = pow(x, 3)",
    ],
)
def test_mathematics_of_the_platform_is_refused(source: str) -> None:
    (finding,) = findings(source)
    assert "game.kernel.exact" in finding.message


@pytest.mark.parametrize(
    "source",
    [
        "import math\ny = math.sqrt(x) + math.floor(x) + math.pi",
        "from math import inf, sqrt",
        "import numpy as np\ny = np.sqrt(np.zeros(3))",
        "MASK = 2**32 - 1",
        "y = pow(x, 3, 7)",
        "y = x * x",
    ],
)
def test_exact_mathematics_passes(source: str) -> None:
    assert findings(source) == []


def test_printing_and_hashing_are_refused_as_calls() -> None:
    assert [f.message.partition(":")[0] for f in findings("print(hash(name))")] == ["hash()", "print()"]


def test_a_name_of_our_own_is_not_mistaken_for_a_forbidden_one() -> None:
    assert findings("from game.kernel.calendar import open\nopen(box)") == []
    assert findings("def f(time, random):\n    return time + random.kind") == []
    assert findings("session.open(tray)") == []


def test_a_method_of_a_forbidden_module_is_named_once() -> None:
    assert [f.line for f in findings("import time\ntime.sleep(1)\ntime.time()")] == [1]


def test_only_the_compiler_may_know_about_folders() -> None:
    source = "from pathlib import Path"
    assert findings(source, "game/kernel/compiled.py") == []
    assert findings(source, "game/kernel/calendar.py") != []
    assert findings("import random", "game/kernel/compiled.py") != []


def test_a_finding_points_at_its_line() -> None:
    (finding,) = findings("x = 1\n\nimport time\n", "game/feed/rules.py")
    assert str(finding).startswith("game/feed/rules.py:3: time: ")


def test_the_command_fails_and_names_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "clean.py").write_text("x = 1\n")
    assert main([str(tmp_path)]) == 0
    (tmp_path / "late.py").write_text("import time\n")
    assert main([str(tmp_path)]) == 1
    assert "late.py:1: time: " in capsys.readouterr().out


def test_a_room_without_files_is_an_error_not_a_pass(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2


def test_the_pure_rooms_are_pure() -> None:
    done = subprocess.run([sys.executable, "-m", "tools.check_purity"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
