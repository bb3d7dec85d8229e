"""How the words of a command line become values: by Typer, where there is anything to read."""

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from typer._click.core import Parameter


class _AsTyped:
    """Takes over what needs no reading: nothing, a text for a text, a default of its type.

    Typer reads all values by Pydantic, whose import takes longer than most commands. What has to
    be read still is, by what Typer makes for it.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401 - as Typer has it
        """Return the value of a parameter as its function expects it."""
        wanted, several = param.type_descriptor, param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        info = wanted.parameter_info
        if info.parser is None:
            if type(value) is wanted.annotation:
                return value
            if wanted.annotation == list[str] and all(type(one) is str for one in value):
                return list(value)
            if wanted.annotation is int and _is_plain(value, info.min, info.max):
                return int(value)
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def _is_plain(value: object, least: float | None, most: float | None) -> bool:
    """Tell whether a text is a number in digits within its bounds."""
    if not (isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10):
        return False
    return (least is None or int(value) >= least) and (most is None or int(value) <= most)


# Typer hands over its own Click's Context, under another name than the one that it exports: hence
# `ignore[override]` on both of these.
class CommandAsTyped(TyperCommand):
    """A command of which only those parameters are read by Typer that need it."""

    def get_params(self, ctx: typer.Context) -> "list[Parameter]":  # type: ignore[override]
        """Return the parameters, that for help among them."""
        return _spared(super().get_params(ctx))


class GroupAsTyped(TyperGroup):
    """The same of the program itself."""

    def get_params(self, ctx: typer.Context) -> "list[Parameter]":  # type: ignore[override]
        """Return the parameters, that for help among them."""
        return _spared(super().get_params(ctx))


def _spared(parameters: "list[Parameter]") -> "list[Parameter]":
    for parameter in parameters:
        # Older versions of Typer have nothing to spare, and do not look at this.
        parameter._runtime_param = _AsTyped()  # type: ignore[attr-defined]
    return parameters
