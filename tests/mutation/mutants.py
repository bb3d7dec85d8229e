"""The mutants of a module: its functions, each with one of mutmut's small faults in it.

A mutant is put in by giving a function other code. So no file is changed, whoever has imported the
function has the mutant, and the pace of all other functions stays as it is.
"""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from functools import _lru_cache_wrapper
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType

import libcst as cst
from mutmut.mutation.file_mutation import create_mutations, deep_replace

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src"


@dataclass(frozen=True)
class Mutant:
    """A function with a fault in it; `was` and `now` are the lines in which it differs."""

    path: str
    function: str
    was: str
    now: str
    source: str

    @property
    def module(self) -> str:
        """The name under which the module is imported."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def mutants_of(path: str) -> Iterator[Mutant]:
    """Yield the mutants of a module, given by its path below `src`, in the order of its lines."""
    file = SOURCES / path
    module, mutations, _, _ = create_mutations(str(file), file.read_text(encoding="utf-8"))
    names = dict(_functions(module))
    for mutation in mutations:
        function = mutation.contained_by_top_level_function
        if function not in names:  # a field of a class or a constant of the module
            continue
        assert isinstance(function, cst.FunctionDef)
        changed = deep_replace(function, mutation.original_node, mutation.mutated_node)
        assert isinstance(changed, cst.FunctionDef)
        before, source = (module.code_for_node(one).lstrip("\n") for one in (function, changed))
        was, now = _difference(before, source)
        yield Mutant(path, names[function], was, now, source)


def _functions(module: cst.Module) -> Iterator[tuple[cst.CSTNode, str]]:
    for statement in module.body:
        if isinstance(statement, cst.FunctionDef):
            yield statement, statement.name.value
        elif isinstance(statement, cst.ClassDef):
            for one in statement.body.body:
                if isinstance(one, cst.FunctionDef):
                    yield one, f"{statement.name.value}.{one.name.value}"


def _difference(before: str, after: str) -> tuple[str, str]:
    """Return the lines that only one of two texts has, each as one line."""
    lines = list(ndiff(before.splitlines(), after.splitlines()))
    was, now = ([line[2:].strip() for line in lines if line.startswith(sign)] for sign in "-+")
    return " ".join(was), " ".join(now)


def put_in(mutant: Mutant) -> None:
    """Give the function of this process the code of the mutant."""
    module = import_module(mutant.module)
    function, changed = function_of(module, mutant.function), dict[str, object]()
    code = compile(mutant.source, str(module.__file__), "exec", dont_inherit=True)
    exec(code, vars(module), changed)  # noqa: S102 - the program's own code
    new = _plain(changed[function.__name__])
    function.__code__ = new.__code__
    function.__defaults__, function.__kwdefaults__ = new.__defaults__, new.__kwdefaults__


def function_of(module: ModuleType, name: str) -> FunctionType:
    """Return a function or a method of a module by its name."""
    owner: object = module
    *classes, last = name.split(".")
    for one in classes:
        owner = getattr(owner, one)
    return _plain(vars(owner)[last])


def _plain(found: object) -> FunctionType:
    if isinstance(found, classmethod | staticmethod):
        found = found.__func__
    assert isinstance(found, FunctionType)
    return found


def forget_answers() -> None:
    """Clear what functions of the program remember of earlier calls."""
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.__module__.startswith("netaudit"):
            one.cache_clear()
