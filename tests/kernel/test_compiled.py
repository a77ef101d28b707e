"""Compiling: marks are followed bottom up, every kernel compiles, none counts references, no cache is stale."""

from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any, NamedTuple

import pytest

from game.feed.engine import PLAIN, Engine, Kernels
from game.feed.rules import Rules
from game.feed.run import handle, run
from game.feed.visit import visit
from game.kernel import compiled
from game.kernel.chance import bits, draw
from game.kernel.compiled import Compiler, bottom_up, called_kernels, source_hash
from game.kernel.mark import MARK, kernel

GAME = Path(compiled.__file__).resolve().parent.parent
together = pytest.mark.xdist_group("compiled")


@pytest.fixture(scope="module")
def ran(fast: Kernels) -> Engine:
    """Give a small world that compiled kernels founded and ran."""
    engine = Engine(Rules(accounts=60, seats=0), 7, speed="compiled", kernels=fast)
    engine.found()
    engine.run(86_400)
    return engine


def everything() -> list[FunctionType]:
    """Give every kernel that Python calls and all below it, bottom up."""
    order: list[FunctionType] = []
    for function in PLAIN:
        assert isinstance(function, FunctionType)
        order.extend(one for one in bottom_up(function) if one not in order)
    return order


def test_a_kernel_comes_after_all_that_it_calls() -> None:
    order: list[Any] = everything()
    for place, one in enumerate(order):
        for name, callee in called_kernels(one):
            assert callee in order[:place], f"{one.__name__} calls {name}"
    assert order.index(bits) < order.index(draw) < order.index(visit) < order.index(handle) < order.index(run)


def test_a_kernel_calls_nothing_of_ours_but_kernels() -> None:
    for one in everything():
        for name in one.__code__.co_names:
            value = one.__globals__.get(name)
            if isinstance(value, FunctionType) and value.__module__.startswith("game."):
                assert hasattr(value, MARK), f"{one.__module__}.{one.__name__} calls {name}, which is no kernel"


def test_a_kernel_may_call_one_defined_below_it() -> None:
    assert [function.__name__ for function in bottom_up(upper)] == ["lower", "upper"]  # type: ignore[arg-type]


@kernel
def upper(x: int) -> int:
    """Call the one below."""
    return lower(x) + 1


@kernel
def lower(x: int) -> int:
    """Double."""
    return 2 * x


class Sheet(NamedTuple):
    """A table with a column that is called like the kernel that reads it."""

    halved: list[int]


@kernel
def halved(sheet: Sheet) -> int:
    """Half of the first cell."""
    return sheet.halved[0] // 2


def test_a_column_called_like_a_kernel_is_no_call_of_it() -> None:
    assert bottom_up(halved) == [halved]  # type: ignore[arg-type]
    assert halved(Sheet([8])) == 4


def test_what_is_no_kernel_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="everything"):
        Compiler().compile(everything)


def not_compiled(folder: Path) -> list[str]:
    """Name the kernels below `run` that have no file in the cache, bottom up."""
    made = {path.name.rsplit("-", 1)[0] for path in folder.rglob("*.nbi")}
    order: list[Any] = bottom_up(run)  # type: ignore[arg-type]
    names = [f"{one.__module__.rsplit('.', 1)[1]}.{one.__qualname__}" for one in order]
    return [name for name in names if name not in made]


@together
def test_every_kernel_compiles_bottom_up(fast: Kernels) -> None:
    """The first kernel that fails is named: a slip of types otherwise gives eighty lines of numba's and none of ours."""
    made: Any = fast.run
    folder = Path(made.stats.cache_path).parent
    engine = Engine(Rules(accounts=60, seats=0), 7, speed="compiled", kernels=fast)
    try:
        engine.found()
        engine.run(0)
    except Exception as error:  # noqa: BLE001 - whatever numba raises, the name of the kernel is what is wanted
        pytest.fail(f"{not_compiled(folder)[0]} does not compile: {str(error).splitlines()[-1]}")
    assert not_compiled(folder) == []


@together
def test_no_kernel_counts_references(ran: Engine) -> None:
    """The machine code of none names numba's counter; the cache keeps each kernel's object file with its symbols."""
    assert ran.steps > 0
    run_made: Any = ran.kernels.run
    objects = list(Path(run_made.stats.cache_path).parent.rglob("*.nbc"))
    assert any("run.run-" in path.name for path in objects)
    assert [path.name for path in objects if b"NRT_incref" in path.read_bytes()] == []


def test_a_cache_is_never_stale(tmp_path: Path) -> None:
    """The folder's name changes with any letter of any kernel or feed source, and with nothing else."""

    def write(room: str, name: str, text: str) -> None:
        folder = tmp_path / room
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text)

    changes: list[Callable[[], None]] = [
        lambda: write("kernel", "exact.py", "LN2 = 0.6"),
        lambda: write("feed", "world.py", "MEMORY = 16"),
        lambda: write("feed", "world.py", "MEMORY = 17"),
        lambda: write("kernel", "world.py", "MEMORY = 17"),
        lambda: write("feed", "visit.py", ""),
    ]
    seen = [source_hash(tmp_path)]
    for change in changes:
        change()
        seen.append(source_hash(tmp_path))
    assert len(set(seen)) == len(seen)
    write("story", "words.py", "HELLO = 1")
    assert source_hash(tmp_path) == seen[-1]


def test_every_source_of_kernels_is_in_the_name_of_the_cache(tmp_path: Path) -> None:
    for room in ("kernel", "feed"):
        (tmp_path / room).mkdir()
        for path in (GAME / room).glob("*.py"):
            (tmp_path / room / path.name).write_bytes(path.read_bytes())
    whole = source_hash(tmp_path)
    assert whole == source_hash(GAME)
    for one in everything():
        path = tmp_path / Path(one.__code__.co_filename).relative_to(GAME)
        before = path.read_bytes()
        path.write_bytes(before + b"#")
        assert source_hash(tmp_path) != whole, path
        path.write_bytes(before)


def test_another_processor_has_another_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert len(compiled.processor()) > 3
    here = source_hash(tmp_path)
    monkeypatch.setattr(compiled, "processor", lambda: "another")
    assert source_hash(tmp_path) != here


def test_a_cache_is_warm_when_it_has_every_kernel_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INTRAY_KERNEL_CACHE", str(tmp_path))
    folder = compiled.cache_folder() / "feed"
    folder.mkdir(parents=True)
    (folder / "run.run-101.py311.nbi").touch()
    assert compiled.warm([run])
    assert not compiled.warm([run, visit])
    monkeypatch.setattr(compiled, "available", lambda: False)
    assert not compiled.warm([run])


def test_the_cache_folder_is_told_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INTRAY_KERNEL_CACHE", str(tmp_path))
    assert compiled.cache_folder().parent == tmp_path
    assert not compiled.warm(PLAIN)
    monkeypatch.delenv("INTRAY_KERNEL_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert compiled.cache_folder().parent == tmp_path / "intray" / "kernels"
