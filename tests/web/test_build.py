"""`build.sh` packs without a network and says in one line what is missing."""

import ast
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from game.port.serve import Server

ROOT = Path(__file__).resolve().parents[2]


def build(*arguments: str, script: Path = ROOT / "build.sh", path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run build.sh from some other folder."""
    env = {**os.environ, "no_proxy": "", "https_proxy": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
    if path is not None:
        env["PATH"] = path
    return subprocess.run(
        [shutil.which("bash") or "bash", str(script), *arguments],
        cwd="/",
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )


def elsewhere(folder: Path) -> Path:
    """A copy of build.sh in a folder that holds nothing else but a link to this project's environment."""
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return Path(shutil.copy(ROOT / "build.sh", folder))


def test_an_unknown_option_is_answered_with_the_usage() -> None:
    done = build("--online")
    assert done.returncode == 2
    assert done.stderr == "usage: build.sh [--offline]\n"


@pytest.mark.skipif(not (ROOT / ".venv" / "bin" / "python").exists(), reason="the tests run in another environment")
def test_without_a_runtime_the_offline_build_names_the_command(tmp_path: Path) -> None:
    done = build("--offline", script=elsewhere(tmp_path))
    assert done.returncode == 1
    assert done.stderr.endswith("is not complete: run make web-runtime first\n")
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture(scope="module")
def site_for_pygbag() -> Path:
    """The build for pygbag's own runtime, made where no network answers."""
    done = build()
    assert done.returncode == 0, done.stderr
    return ROOT / "build" / "web-cdn"


@pytest.mark.web
def test_the_page_for_pygbags_runtime_is_built_without_a_network(site_for_pygbag: Path) -> None:
    assert {path.name for path in site_for_pygbag.iterdir()} == {
        "favicon.png",
        "index.html",
        "intray.apk",
        "intray.tar.gz",
        "page.css",
        "page.mjs",
    }
    page = (site_for_pygbag / "index.html").read_text(encoding="utf-8")
    assert "cookiecutter" not in page
    assert "<title>In Tray</title>" in page


@pytest.mark.web
def test_the_python_in_the_page_for_pygbag_is_python(site_for_pygbag: Path) -> None:
    page = (site_for_pygbag / "index.html").read_text(encoding="utf-8")
    script = page.split(">#<!--", 1)[1].split("# --></script>", 1)[0]
    functions = [node.name for node in ast.parse(script).body if isinstance(node, ast.AsyncFunctionDef)]
    assert functions == ["custom_site"]


@pytest.mark.web
def test_the_page_for_pygbag_says_when_its_runtime_does_not_arrive(site_for_pygbag: Path, chromium: Browser) -> None:
    with Server(site_for_pygbag) as server:
        context = chromium.new_context()
        context.route(lambda url: not url.startswith(server.address), lambda route: route.abort())
        page = context.new_page()
        page.goto(server.address)
        page.wait_for_function("() => window.INTRAY_PAGE?.state === 'error'", polling=100, timeout=20_000)
        assert "did not arrive" in page.locator("#reason").inner_text()
        assert page.get_by_role("button", name="Try again").is_visible()
        context.close()
