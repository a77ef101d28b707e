"""On a machine that lacks something, set-up says so in one line and names the way out."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs that stands for a bare machine."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "rm", "id"):
        where = shutil.which(name)
        assert where is not None
        (programs / name).symlink_to(where)
    return programs


def put(machine: Path, name: str, script: str) -> None:
    program = machine / name
    program.unlink(missing_ok=True)
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def run(script: str, machine: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(machine / "sh"), str(ROOT / "tools" / script), *arguments]
    return subprocess.run(command, env={"PATH": str(machine)}, cwd=machine, capture_output=True, text=True, check=False)


def test_without_a_python_set_up_names_the_version_it_needs(machine: Path) -> None:
    done = run("make_venv.sh", machine, "venv")
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "needs Python 3.11 or newer" in done.stderr


def test_a_python_that_is_too_old_or_does_not_start_is_passed_over(machine: Path) -> None:
    put(machine, "python3", "exit 1")
    put(machine, "python3.12", "echo 'no such version'; exit 127")
    done = run("make_venv.sh", machine, "venv")
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr


def test_a_python_without_ensurepip_names_the_package_that_brings_it(machine: Path) -> None:
    put(machine, "python3", f'case "$*" in *ensurepip*) exit 1;; esac; exec {sys.executable} "$@"')
    done = run("make_venv.sh", machine, "venv")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "python3-venv" in done.stderr


def test_a_good_environment_is_kept(machine: Path) -> None:
    environment = Path(sys.prefix)
    before = (environment / "pyvenv.cfg").stat().st_mtime_ns
    done = run("make_venv.sh", machine, str(environment))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (environment / "pyvenv.cfg").stat().st_mtime_ns == before


def test_a_user_without_chromium_is_told_its_name_in_one_line(machine: Path) -> None:
    put(machine, "id", "echo 1000")
    put(machine, "apt-get", "echo called; exit 0")
    done = run("system_packages.sh", machine)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "the system package chromium" in done.stderr


def test_with_chromium_there_is_nothing_to_do(machine: Path) -> None:
    put(machine, "chromium", "exit 0")
    done = run("system_packages.sh", machine)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
