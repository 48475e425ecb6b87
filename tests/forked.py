"""Tries faults on purpose in one process that has everything ready (`pytest -p tests.forked`; see start/mutants.py).

All is imported and each situation made, once. Every fault then gets a fork: there the code of functions becomes that of the
fault, in each function that lives by then, and the tests run until one fails. What a fault changes beside functions (a
table, a default, a decorator) was done at import, so such a fault isn't tried here. Neither is it said here that no test
notices a fault: that takes a fresh start.
"""

import functools
import gc
import inspect
import json
import os
import resource
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from pytest_django.plugin import blocking_manager_key


def changed(before: CodeType, after: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Give each code that a fault changes, with what it became; also of functions within functions."""
    if before == after:
        return
    yield before, after
    inner = [[part for part in code.co_consts if isinstance(part, CodeType)] for code in (before, after)]
    for one, other in zip(*inner, strict=False):
        if one.co_qualname == other.co_qualname:
            yield from changed(one, other)


def runs_at_import(code: CodeType) -> bool:
    """Say whether this is a module or the body of a class: no function, that has fast locals."""
    return not code.co_flags & inspect.CO_OPTIMIZED


def own(code: CodeType) -> CodeType:
    """Give what a code does itself: without the codes in it, and without the place where it stands."""
    consts = tuple(None if isinstance(part, CodeType) else part for part in code.co_consts)
    return code.replace(co_consts=consts, co_linetable=b"")


def swaps(before: str, after: str) -> list[tuple[CodeType, CodeType]] | None:
    """Give the codes of functions to swap for a fault; None where it changes what is done at import."""
    found = list(changed(compile(before, "module", "exec"), compile(after, "module", "exec")))
    if any(runs_at_import(one) and own(one) != own(other) for one, other in found):
        return None
    return [(one, other) for one, other in found if not runs_at_import(one)]


def living() -> dict[CodeType, list[FunctionType]]:
    """Give every function there is now, by its code; a decorator may have made many of one."""
    functions = defaultdict(list)
    for thing in gc.get_objects():
        # Not isinstance: a lazy object would come to life.
        if type(thing) is FunctionType:
            functions[thing.__code__].append(thing)
    return functions


class Forks:
    """Runs the tests once for each fault; `answers` become True (noticed) or None (not known)."""

    def __init__(self, source: str, faults: list[str]) -> None:
        self.source, self.faults = source, faults
        self.answers: list[bool | None] = []
        self.ceiling = int(os.environ["FAULTS_CEILING"])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        # Not above: this plugin is there before the settings are.
        from tests import situaties

        self._prepare(session)
        functions = living()
        gc.freeze()
        if self._first_to_fail(session, []) is not None:
            raise pytest.UsageError("the tests fail without a fault too")
        # What takes so much longer than no fault at all has no end.
        self.ceiling = 5 + 5 * int(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime)
        for fault in self.faults:
            swap = [(function, new) for old, new in swaps(self.source, fault) or [] for function in functions[old]]
            number = self._first_to_fail(session, swap) if swap else None
            self.answers.append(number is not None or None)
            if number:
                # What noticed one fault, often notices the next.
                session.items.insert(0, session.items.pop(number))
        if self._first_to_fail(session, []) is not None:
            raise pytest.UsageError("a fault spoiled something for those after it")
        situaties.end()
        return True

    def _prepare(self, session: pytest.Session) -> None:
        """Make each situation, then forget what was kept meanwhile: it was made without a fault."""
        from tests import databases, situaties

        places = [arg.split("::")[0] for arg in session.config.args]
        session.items.sort(key=lambda item: next(n for n, place in enumerate(places) if item.nodeid.startswith(place)))
        with session.config.stash[blocking_manager_key].unblock():
            for name in {situaties.of(item) for item in session.items}:
                situaties.switch_to(name)
            databases.close()
        for thing in gc.get_objects():
            if type(thing) is functools._lru_cache_wrapper:
                thing.cache_clear()

    def _first_to_fail(self, session: pytest.Session, swap: list[tuple[FunctionType, CodeType]]) -> int | None:
        """Run the tests in a fork with these codes. Returns the number of the first that fails; what has no end is 0."""
        reads, writes = os.pipe()
        if pid := os.fork():
            os.close(writes)
            with os.fdopen(reads) as answer:
                said = answer.read()
            _pid, status = os.waitpid(pid, 0)
            return (int(said) if said else 0) if status else None
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (self.ceiling, self.ceiling))
            for function, code in swap:
                function.__code__ = code
            # After the last comes the first, so that nothing is torn down that the next fork needs.
            for number, (item, following) in enumerate(pairwise([*session.items, session.items[0]])):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if session.testsfailed:
                    os.write(writes, str(number).encode())
                    os._exit(1)
            os._exit(0)
        finally:
            # Whatever happens, this process doesn't go on as if it were the first.
            os._exit(1)


def pytest_configure(config: pytest.Config) -> None:
    asked = json.loads(Path(os.environ["FAULTS"]).read_text())
    config.pluginmanager.register(Forks(asked["source"], asked["faults"]), "forks")


def pytest_unconfigure(config: pytest.Config) -> None:
    Path(os.environ["FAULTS"]).write_text(json.dumps(config.pluginmanager.get_plugin("forks").answers))
