"""Find places where a set's order could reach a result, by following what each name was given in the source.

The order of a set of text differs between two runs of one program, and the order of any set between two Pythons. Asking
whether something is in a set, counting it, and `sorted(...)` without a key are harmless; walking through it is not.
"""

import ast
from collections.abc import Iterator
from enum import Enum, auto


class Kind(Enum):
    """What the source says of a value."""

    SET = auto()
    ROW = auto()  # a list or tuple of sets
    TABLE = auto()  # a mapping whose values are sets
    OTHER = auto()


SET_TYPES = frozenset({"set", "frozenset", "Set", "FrozenSet", "AbstractSet", "MutableSet"})
ROW_TYPES = frozenset({"list", "tuple", "Sequence", "Iterable", "Iterator"})
TABLE_TYPES = frozenset({"dict", "defaultdict", "Mapping", "MutableMapping"})

SET_ALGEBRA = frozenset({"union", "intersection", "difference", "symmetric_difference", "copy"})
SET_OPERATORS = (ast.BitOr, ast.BitAnd, ast.BitXor, ast.Sub)

IN_ORDER = frozenset(
    "list tuple enumerate iter next map filter zip reversed sum fsum prod dict str repr reduce accumulate chain from_iterable "
    "deque Counter join extend array asarray fromiter fromkeys".split()
)
"""Calls whose result depends on the order of what they are given."""

ANY_ORDER = frozenset({"set", "frozenset", "sorted", "min", "max", "any", "all", "len"})
"""Calls whose result does not; `sorted`, `min` and `max` only without a key, which lets ties keep the order."""

MESSAGE = "a set has no order that stays; use sorted(...), or a list or dict from the start"


def set_iterations(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and what is wrong there, for every place in `tree` that walks through a set."""
    walk = _Walk(tree)
    walk.visit(tree)
    yield from walk.found


def _last_name(node: ast.expr) -> str:
    """Return the last part of a possibly dotted name: `Set` for `typing.Set`, '' for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def annotated(node: ast.expr | None) -> Kind:  # noqa: PLR0911 - a table: one case per form of annotation
    """Return what an annotation promises."""
    match node:
        case ast.Constant(value=str() as text):
            return annotated(ast.parse(text, mode="eval").body)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            kinds = annotated(left), annotated(right)
            return next((kind for kind in kinds if kind is not Kind.OTHER), Kind.OTHER)
        case ast.Subscript(value=outer, slice=inner):
            name = _last_name(outer)
            if name in ("Final", "ClassVar", "Optional", "Annotated"):
                return annotated(inner.elts[0] if isinstance(inner, ast.Tuple) else inner)
            parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            if name in ROW_TYPES and any(annotated(part) is Kind.SET for part in parts):
                return Kind.ROW
            if name in TABLE_TYPES and annotated(parts[-1]) is Kind.SET:
                return Kind.TABLE
            return annotated(outer)
        case ast.Name() | ast.Attribute():
            return Kind.SET if _last_name(node) in SET_TYPES else Kind.OTHER
    return Kind.OTHER


class _Walk(ast.NodeVisitor):
    """Goes through the source from top to bottom, remembering what each name holds in its scope."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[tuple[int, str]] = []
        self._scopes: list[dict[str, Kind]] = [{}]
        self._members: dict[str, Kind] = {}
        self._returns: dict[str, Kind] = {}
        self._harmless: set[ast.expr] = set()
        for node in ast.walk(tree):
            self._declare(node)

    def _declare(self, node: ast.AST) -> None:
        """Learn members and return values before the walk: methods use what is declared further down."""
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._returns[node.name] = annotated(node.returns)
            case ast.ClassDef():
                for statement in node.body:
                    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                        self._members[statement.target.id] = annotated(statement.annotation)
            case ast.AnnAssign(target=ast.Attribute(attr=name), annotation=annotation):
                self._members[name] = annotated(annotation)
            case ast.Assign(targets=[ast.Attribute(attr=name)], value=value):
                self._members.setdefault(name, self.kind(value))

    # --- what a value is

    def kind(self, node: ast.expr) -> Kind:  # noqa: C901, PLR0911, PLR0912 - a table: one case per form of expression
        """Return what the expression is, as far as the source tells."""
        match node:
            case ast.Set() | ast.SetComp():
                return Kind.SET
            case ast.Name(id=name):
                return next((scope[name] for scope in reversed(self._scopes) if name in scope), Kind.OTHER)
            case ast.Attribute(attr=name):
                return self._members.get(name, Kind.OTHER)
            case ast.Call():
                return self._call_kind(node)
            case ast.Subscript(value=held, slice=index) if self.kind(held) in (Kind.ROW, Kind.TABLE):
                return Kind.ROW if isinstance(index, ast.Slice) else Kind.SET
            case ast.BinOp(left=left, op=op, right=right):
                return self._operator_kind(left, op, right)
            case ast.IfExp(body=one, orelse=other):
                return self._either(one, other)
            case ast.BoolOp(values=values):
                return self._either(*values)
            case ast.NamedExpr(value=value):
                return self.kind(value)
            case ast.List(elts=values) | ast.Tuple(elts=values):
                return Kind.ROW if any(self.kind(value) is Kind.SET for value in values) else Kind.OTHER
            case ast.ListComp(elt=value) | ast.GeneratorExp(elt=value):
                return Kind.ROW if self.kind(value) is Kind.SET else Kind.OTHER
            case ast.Dict(values=values):
                return Kind.TABLE if any(self.kind(value) is Kind.SET for value in values) else Kind.OTHER
            case ast.DictComp(value=value):
                return Kind.TABLE if self.kind(value) is Kind.SET else Kind.OTHER
        return Kind.OTHER

    def _either(self, *values: ast.expr) -> Kind:
        return next((kind for kind in map(self.kind, values) if kind is not Kind.OTHER), Kind.OTHER)

    def _operator_kind(self, left: ast.expr, op: ast.operator, right: ast.expr) -> Kind:
        if isinstance(op, SET_OPERATORS) and any(self.kind(side) is Kind.SET or _is_view(side) for side in (left, right)):
            return Kind.SET
        if isinstance(op, ast.Mult | ast.Add):  # [set()] * 3
            return Kind.ROW if Kind.ROW in (self.kind(left), self.kind(right)) else Kind.OTHER
        return Kind.OTHER

    def _call_kind(self, node: ast.Call) -> Kind:  # noqa: PLR0911 - a table: one case per form of call
        match node.func:
            case ast.Name(id="set" | "frozenset"):
                return Kind.SET
            case ast.Name(id="defaultdict") if node.args and _last_name(node.args[0]) in ("set", "frozenset"):
                return Kind.TABLE
            case ast.Name(id=name):
                return self._returns.get(name, Kind.OTHER)
            case ast.Attribute(value=ast.Name(id="set" | "frozenset")):
                return Kind.SET  # set.union(a, b)
            case ast.Attribute(value=owner, attr=name):
                held = self.kind(owner)
                if held is Kind.SET and name in SET_ALGEBRA:
                    return Kind.SET
                if held is Kind.TABLE and name == "values":
                    return Kind.ROW
                if held in (Kind.ROW, Kind.TABLE) and name == "copy":
                    return held
                if held in (Kind.ROW, Kind.TABLE) and name in ("get", "pop", "setdefault"):
                    return Kind.SET
                return self._returns.get(name, Kind.OTHER)
        return Kind.OTHER

    # --- where it is walked through

    def _refuse_if_set(self, node: ast.expr, doing: str) -> None:
        if self.kind(node) is Kind.SET:
            self.found.append((node.lineno, f"{doing} a set: {MESSAGE}"))

    def visit_For(self, node: ast.For) -> None:
        self.visit(node.iter)
        self._refuse_if_set(node.iter, "a loop over")
        self._bind_each(node.target, node.iter)
        for statement in (*node.body, *node.orelse):
            self.visit(statement)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> None:
        for generator in node.generators:
            if not isinstance(node, ast.SetComp) and node not in self._harmless:
                self._refuse_if_set(generator.iter, "a comprehension over")
            self._bind_each(generator.target, generator.iter)
        self.generic_visit(node)

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = _comprehension  # noqa: N815 - the visitor's names

    def visit_Call(self, node: ast.Call) -> None:
        name = _last_name(node.func)
        keyed = any(keyword.arg == "key" for keyword in node.keywords)
        if name in ANY_ORDER and not keyed:
            self._harmless.update(node.args)
        if name in IN_ORDER or (name in ANY_ORDER and keyed):
            for argument in node.args:
                self._refuse_if_set(argument, f"{name}() of")
        if isinstance(node.func, ast.Attribute) and name == "pop" and not node.args:
            self._refuse_if_set(node.func.value, "pop() from")
        self.generic_visit(node)

    def visit_Set(self, node: ast.Set) -> None:
        self._harmless.update(node.elts)  # {*one, *other} is a set again
        self.generic_visit(node)

    def visit_Starred(self, node: ast.Starred) -> None:
        if node not in self._harmless:
            self._refuse_if_set(node.value, "unpacking")
        self.generic_visit(node)

    def visit_YieldFrom(self, node: ast.YieldFrom) -> None:
        self._refuse_if_set(node.value, "yield from")
        self.generic_visit(node)

    # --- what names hold

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            if isinstance(target, ast.Tuple | ast.List) and len(target.elts) > 1:
                self._refuse_if_set(node.value, "unpacking")
            self._bind(target, self.kind(node.value))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)
        self._bind(node.target, annotated(node.annotation))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self._bind(node.target, self.kind(node.value))

    def _bind(self, target: ast.expr, kind: Kind) -> None:
        if isinstance(target, ast.Name):
            self._scopes[-1][target.id] = kind
        elif isinstance(target, ast.Tuple | ast.List):
            for part in target.elts:
                self._bind(part, Kind.OTHER)

    def _bind_each(self, target: ast.expr, iterated: ast.expr) -> None:
        """Bind a loop's variable: an element of a row of sets is a set, and so is the value in a table's items()."""
        match iterated, target:
            case ast.Call(func=ast.Attribute(value=table, attr="items")), ast.Tuple(elts=[key, value]):
                self._bind(key, Kind.OTHER)
                self._bind(value, Kind.SET if self.kind(table) is Kind.TABLE else Kind.OTHER)
            case _:
                self._bind(target, Kind.SET if self.kind(iterated) is Kind.ROW else Kind.OTHER)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        arguments = node.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        self._scopes.append({argument.arg: annotated(argument.annotation) for argument in every})
        self.generic_visit(node)
        self._scopes.pop()

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815 - the visitor's name


def _is_view(node: ast.expr) -> bool:
    """Whether this is a mapping's keys() or items(), whose algebra gives sets."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("keys", "items")
