"""Instructions that the hot primitives cost, counted instead of timed: `python -m benchmarks.budgets [--write]`.

Wall clock is noisy here; counts are not. Interpreted, every bytecode is counted by tracing a fixed piece of work;
compiled, the machine instructions in the assembly of a kernel with all that is inlined into it. `budgets.toml` holds
what each may cost; tests/benchmarks compares. `--write` renews it, with a few per cent of head-room.
"""

import platform
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Final

from game.feed import clerk, visit
from game.feed.engine import PLAIN, Engine
from game.feed.rules import Rules
from game.kernel import calendar, chance, exact
from game.lab import queues, weng
from game.lab.warm import arguments, examples

FILE: Final = Path(__file__).with_name("budgets.toml")
HEAD_ROOM: Final = 1.05
ELSEWHERE: Final = 1.5
"""What another minor version of Python may cost: its bytecodes are cut differently."""
REPEATS: Final = 20
DAY: Final = 86_400
PYTHON: Final = f"{sys.version_info.major}.{sys.version_info.minor}"


def bytecodes(work: Callable[[], object]) -> Counter[str]:
    """Bytecodes that `work` executes, by module."""
    counted: Counter[str] = Counter()

    def trace(frame: FrameType, event: str, _argument: object) -> Any:  # noqa: ANN401 - what sys.settrace asks for
        if event == "call":
            frame.f_trace_opcodes = True
            frame.f_trace_lines = False
        elif event == "opcode":
            counted[frame.f_globals["__name__"]] += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    counted.pop(__name__, None)
    return counted


def total(work: Callable[[], object], repeats: int = 1) -> int:
    """Bytecodes that `work` executes, on average over its `repeats` repetitions."""
    return round(sum(bytecodes(work).values()) / repeats)


def small_world(**changes: Any) -> Engine:  # noqa: ANN401 - whole numbers and fractions, by the rule's name
    """Three hundred accounts after half a day, always the same."""
    engine = Engine(Rules(accounts=300, seats=0)._replace(**changes), 7)
    engine.found()
    engine.run(DAY // 2)
    return engine


def busiest_tray(engine: Engine) -> int:
    """The account with the fullest tray."""
    waiting = engine.world.accounts.tray_waiting
    return max(range(engine.rules.accounts), key=lambda account: (waiting[account], -account))


def look_work(engine: Engine) -> Callable[[], object]:
    """Look at the newest posts, one reader after the other."""
    world, tick = engine.world, engine.tick
    rows = sorted(range(len(world.posts.serial)), key=lambda row: -world.posts.serial[row])[:REPEATS]

    def work() -> None:
        for reader, row in enumerate(rows, 100):
            clerk.look(world, tick, reader, row, world.posts.author[row], 0, 0.5, 0)

    return work


def day_work(engine: Engine) -> Callable[[], object]:
    """Run on for a quarter of a day."""
    return lambda: engine.run(engine.tick + DAY // 4)


def interpreted_costs() -> dict[str, int]:
    """Bytecodes per call of each hot primitive."""
    world = small_world()
    tray = busiest_tray(world)
    queue = queues.Pending(1_000)
    community = weng.Weng(200, 7)
    community.run(2_000)
    draws = range(REPEATS)
    clock, heap = queue.clock, queue.calendar

    def push_and_drop() -> None:
        clock.pending[0] -= 1
        calendar.push(heap, clock, 18_000, 1, 7)

    costs = {
        "chance.draw": total(lambda: [chance.draw(7, 1, n, n, 0) for n in draws], REPEATS),
        "exact.exp": total(lambda: [exact.exp(n / 3.0 - 3.0) for n in draws], REPEATS),
        "exact.log": total(lambda: [exact.log(0.07 + n / 3.0) for n in draws], REPEATS),
        "calendar.push": total(push_and_drop),
        "calendar.replace_first": total(lambda: queue.hold(REPEATS), REPEATS),
        "weng.step": total(lambda: community.run(REPEATS), REPEATS),
        "clerk.look": total(look_work(world), REPEATS),
        "visit of a full tray": total(lambda: visit.visit(world.world, world.tick, tray)),
    }
    before = world.steps
    spent = total(day_work(world))
    return {**costs, "event of a running world": round(spent / (world.steps - before))}


OFF: Final[dict[str, tuple[tuple[str, ...], dict[str, float]]]] = {
    "call-outs and courses": (("game.feed.callout", "game.feed.course"), {"drama_makers": 0, "gurus": 0, "inflow": 0}),
    "newcomers": (("game.feed.build",), {"join_rate": 0}),
}
"""Mechanisms: the modules that are theirs, and the rules that turn them off."""


def share_when_off(name: str) -> float:
    """Share of a world's bytecodes that a mechanism takes although it is off."""
    modules, changes = OFF[name]
    counted = bytecodes(day_work(small_world(**changes)))
    return sum(counted[module] for module in modules) / sum(counted.values())


COMPILED: Final[dict[str, Callable[..., Any]]] = {
    "chance.draw": chance.draw,
    "exact.exp": exact.exp,
    "exact.log": exact.log,
    "calendar.push": calendar.push,
    "calendar.replace_first": calendar.replace_first,
    "weng.run": weng.run,
    "clerk.look": clerk.look,
}
INSTRUCTION: Final = re.compile(r"^\t[a-z]")


def compiled_costs() -> dict[str, int]:
    """Machine instructions of each kernel, with all that is inlined into it; compiled afresh, which takes a while."""
    from numba import typeof  # noqa: PLC0415 - interpreted counts need no numba

    from game.kernel.compiled import Compiler  # noqa: PLC0415 - as above

    kind_of: Callable[[Any], Any] = typeof
    world = next(example for function, example in examples() if function is PLAIN.run)
    small = next(example for function, example in examples() if function is weng.run)
    compiler = Compiler(cache=False)
    costs = {}
    for name, function in COMPILED.items():
        example = small if function is weng.run else world
        types = tuple(kind_of(value) for value in arguments(function, example))
        dispatcher = compiler.compile(function)
        dispatcher.compile(types)
        costs[name] = machine_instructions(dispatcher.inspect_asm(dispatcher.signatures[0]), function.__name__)
    return costs


def machine_instructions(assembly: str, name: str) -> int:
    r"""Instructions in the body of the kernel `name`, less the wrappers by which Python calls it.

    >>> machine_instructions("_ZN4game5thing:\n\tpushq\t%rax\n\tretq\n_ZN7cpythonxthing:\n\tretq\n", "thing")
    2
    """
    count = 0
    inside = False
    for line in assembly.splitlines():
        label = re.match(r"^(_ZN\w+|cfunc\w*|NRT_\w+|numba_\w+):", line)
        if label:
            symbol = label.group(1)
            inside = symbol.startswith("_ZN") and "cpython" not in symbol and name in symbol
        elif inside and INSTRUCTION.match(line):
            count += 1
    return count


def budgets() -> dict[str, Any]:
    """The budgets as kept."""
    return tomllib.loads(FILE.read_text("utf-8"))


def allowed_bytecodes() -> dict[str, int]:
    """The budgets for this version of Python, or roomy ones derived from the nearest that was counted."""
    kept: dict[str, dict[str, int]] = budgets()["bytecodes"]
    if PYTHON in kept:
        return kept[PYTHON]
    nearest = max(kept)
    return {name: int(most * ELSEWHERE) for name, most in kept[nearest].items()}


def toml(bytecode: dict[str, dict[str, int]], machine: dict[str, int], shares: dict[str, float]) -> str:
    """The budget file."""
    lines = ["# Most that each may cost. Written by `python -m benchmarks.budgets --write`: renew it on purpose, and say why."]
    for python, costs in sorted(bytecode.items()):
        lines += ["", f"# Bytecodes per call, interpreted by Python {python}", f'[bytecodes."{python}"]']
        lines += [f'"{name}" = {most}' for name, most in costs.items()]
    lines += ["", "# Machine instructions in the compiled code, everything inlined (x86-64)", "[machine]"]
    lines += [f'"{name}" = {most}' for name, most in machine.items()]
    lines += ["", "# Share of a world's bytecodes that a mechanism may take while it is off", "[off]"]
    lines += [f'"{name}" = {share:.4f}' for name, share in shares.items()]
    return "\n".join(lines) + "\n"


def main(wanted: list[str]) -> None:
    """Print what everything costs; with `--write`, keep it as the budget."""
    interpreted, machine = interpreted_costs(), compiled_costs()
    shares = {name: share_when_off(name) for name in OFF}
    for name, cost in interpreted.items():
        print(f"{name:<28}{cost:>8} bytecodes")
    for name, cost in machine.items():
        print(f"{name:<28}{cost:>8} machine instructions on {platform.machine()}")
    for name, share in shares.items():
        print(f"{name:<28}{share:>8.2%} of all bytecodes while off")
    if "--write" in wanted:
        kept = budgets()["bytecodes"] if FILE.exists() else {}
        kept[PYTHON] = {name: int(cost * HEAD_ROOM) + 1 for name, cost in interpreted.items()}
        room = {name: int(cost * HEAD_ROOM * HEAD_ROOM) + 1 for name, cost in machine.items()}
        FILE.write_text(toml(kept, room, {name: share * 1.2 + 0.002 for name, share in shares.items()}), "utf-8")
        print(f"written: {FILE}")


if __name__ == "__main__":
    main(sys.argv[1:])
