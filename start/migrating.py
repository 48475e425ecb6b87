"""Migrations of an empty database in a sixth of the time, for practice and tests; what they leave is the same.

Django makes the class of a model anew after each operation, and those of all that refer to it, which in the end is
everything: ninety seconds of which the database takes ten. Adding to a model needs the class of that model alone. The
others stay as they were, until an operation looks at all of them; Django sees to that itself for `RunPython` (`is_delayed`).
"""

import contextlib
import functools
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

from django.db.migrations.operations import AlterField, RenameField, RenameModel
from django.db.migrations.state import ProjectState


def _reload_model(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    """Make the class of this model anew; of all models, when others refer to what changed (`delay` is False)."""
    if not delay:
        _forget_all(state)
    elif "apps" in state.__dict__:
        state.is_delayed = True
        state._reload({(app_label, model_name)})


def _forget_all(state: ProjectState, *_models: Any, **_how: Any) -> None:
    """All classes are made anew when one is asked for."""
    state.__dict__.pop("apps", None)
    state.is_delayed = False


def _adding(change: Callable[..., None]) -> Callable[..., None]:
    """Nothing refers to what is new yet, so its own model is enough."""

    @functools.wraps(change)
    def changed(state: ProjectState, *args: Any, **kwargs: Any) -> None:
        def reload_own(app_label: str, model_name: str, delay: bool = True) -> None:
            _reload_model(state, app_label, model_name, delay=True)

        with mock.patch.object(state, "reload_model", reload_own):
            change(state, *args, **kwargs)

    return changed


def _comparing(forwards: Callable[..., None]) -> Callable[..., None]:
    """Where the classes after it are all new, so are those before it: the operation lays them side by side."""

    @functools.wraps(forwards)
    def ran(operation: Any, app_label: str, editor: Any, from_state: ProjectState, to_state: ProjectState) -> None:
        if not to_state.is_delayed:
            from_state.clear_delayed_apps_cache()
        forwards(operation, app_label, editor, from_state, to_state)

    return ran


@contextlib.contextmanager
def quickly() -> Iterator[None]:
    """Within this block a migration makes the classes of the models that it looks at, and no other."""
    with contextlib.ExitStack() as stack:

        def replace(owner: type, name: str, instead: Callable[..., None]) -> None:
            stack.enter_context(mock.patch.object(owner, name, instead))

        replace(ProjectState, "reload_model", _reload_model)
        replace(ProjectState, "reload_models", _forget_all)
        for name in ("add_model", "add_field"):
            replace(ProjectState, name, _adding(getattr(ProjectState, name)))
        for kind in (AlterField, RenameField, RenameModel):
            replace(kind, "database_forwards", _comparing(kind.database_forwards))
        yield
