"""Walking through a set is found wherever its order could reach a result, and nowhere else."""

import ast

import pytest

from tools.set_iteration import set_iterations


def lines(source: str) -> list[int]:
    return sorted(line for line, _ in set_iterations(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        "for a in {1, 2}: pass",
        "for a in set(b): pass",
        "for a in frozenset(b): pass",
        "for a in {x for x in b}: pass",
        "for a in set(b) | c: pass",
        "for a in b.keys() & c.keys(): pass",
        "for a in set(b).union(c): pass",
        "for a in (set(b) if c else d): pass",
        "x = [f(a) for a in {1, 2}]",
        "x = {a: 0 for a in {1, 2}}",
        "x = list({1, 2})",
        "x = sum(set(b))",
        "x = next(iter(set(b)))",
        "x = ','.join({'b', 'c'})",
        "x = np.array(set(b))",
        "x = [*{1, 2}]",
        "x, y = {1, 2}",
        "f(*set(b))",
        "x = set(b).pop()",
        "def f():\n    yield from {1, 2}",
        "x = sorted({1, 2}, key=f)",
        "x = min({1, 2}, key=f)",
        "x = tuple(a for a in {1, 2})",
    ],
)
def test_a_set_walked_through_on_the_spot_is_found(source: str) -> None:
    assert len(lines(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "seen = set()\nfor a in seen: pass",
        "seen: set[int] = make()\nfor a in seen: pass",
        "seen: frozenset[int] | None = make()\nfor a in seen: pass",
        "def f(seen: set[int]):\n    for a in seen: pass",
        "def f(seen: 'AbstractSet[int]'):\n    for a in seen: pass",
        "def f(*, seen: typing.Set[int]):\n    for a in seen: pass",
        "def make() -> set[int]: ...\nfor a in make(): pass",
        "class A:\n    seen: set[int]\n    def f(self):\n        for a in self.seen: pass",
        "class A:\n    def __init__(self):\n        self.seen = set()\n    def f(self):\n        return list(self.seen)",
        "class A:\n    def f(self):\n        return list(self.made())\n    def made(self) -> set[int]: ...",
        "seen = other = set()\nfor a in other: pass",
        "if (seen := set(b)):\n    for a in seen: pass",
    ],
)
def test_a_name_that_holds_a_set_is_followed(source: str) -> None:
    assert len(lines(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "rows: list[set[int]] = []\nfor a in rows[0]: pass",
        "rows = [set() for _ in b]\nfor row in rows:\n    for a in row: pass",
        "rows = [set()] * 3\nfor a in rows[0]: pass",
        "by_name: dict[str, set[int]] = {}\nfor a in by_name['b']: pass",
        "by_name = defaultdict(set)\nfor name, row in by_name.items():\n    x = list(row)",
        "by_name = {'b': set()}\nfor row in by_name.values():\n    x = list(row)",
        "by_name: Mapping[str, frozenset[int]]\nx = list(by_name.get('b', ()))",
    ],
)
def test_sets_kept_in_lists_and_mappings_are_followed(source: str) -> None:
    assert len(lines(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "x = sorted({3, 1, 2})",
        "for a in sorted(set(b)): pass",
        "x = sorted(f(a) for a in set(b))",
        "x = {f(a) for a in set(b)}",
        "x = any(a > 1 for a in set(b))",
        "x = len(set(b)) + max({1, 2})",
        "x = a in {1, 2}",
        "x = {*{1}, *{2}}",
        "(x,) = {1}",
        "seen = set()\nseen = sorted(seen)\nfor a in seen: pass",
        "def f():\n    seen = set()\ndef g(seen):\n    for a in seen: pass",
        "for a in {'b': 1}: pass",
        "for a in by_name.keys(): pass",
        "by_name: dict[str, set[int]] = {}\nfor name in by_name:\n    x = list(name)",
        "flags = one | other\nfor a in flags: pass",
        "stack = [1]\nx = stack.pop()",
    ],
)
def test_what_has_an_order_or_needs_none_passes(source: str) -> None:
    assert lines(source) == []
