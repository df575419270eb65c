"""From annotations to what a file may hold: the keys and values of rules, builders and sections.

The keys are the parameters of the class or function that takes them, so a new rule or builder needs no word
here. All values of an event file arrive as text; the annotations say what they must be. ``who:`` and
``where:`` have short forms.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
    create_model,
)

from seatplan.errors import Fault
from seatplan.io.border import Reading, Strict, shown, wrong
from seatplan.io.docstring import described, first_line
from seatplan.io.text import nearest, singular, whole
from seatplan.io.words import need_of
from seatplan.people import Who
from seatplan.people.roles import role_of
from seatplan.venue import Fixture, Where

__all__ = ["Names", "Text", "Whole", "accept", "given", "model_of"]

_MANY: tuple[Any, ...] = (list, set, frozenset, Sequence, Iterable, Collection)
_LONGEST_SPAN = 10_000
_EVERYBODY = ("everyone", "everybody", "all", "全体", "所有人", "全体人员")
_FIELDS = ("title", "unit", "group", "category")


def model_of(taker: Callable[..., Any], *, leave_out: frozenset[str] = frozenset()) -> type[Strict]:
    """Return the model of what a class or a function takes by name.

    Parameters
    ----------
    taker : callable
        A dataclass or a function with annotations; its parameters are the keys.
    leave_out : frozenset of str
        Parameters that a file does not state.

    Examples
    --------
    >>> def block(*, rows: int, blocks: tuple[int, ...] = (5, 7, 5)) -> None: ...
    >>> model_of(block).model_validate({"rows": "3", "blocks": "1-3"}).blocks
    (1, 2, 3)
    """
    return _model_of(taker, leave_out)


@lru_cache(maxsize=256)
def _model_of(taker: Any, leave_out: frozenset[str]) -> type[Strict]:
    hints = get_type_hints(taker, include_extras=True)
    fields: dict[str, Any] = {}
    for name, parameter in inspect.signature(taker).parameters.items():
        if name in leave_out or parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            continue
        default = ... if parameter.default is parameter.empty else parameter.default
        if repr(default) == "<factory>":
            default = None  # of a dataclass; defaults are never passed on, see given()
        fields[name] = (accept(hints[name]), Field(default=default, description=described(taker).get(name)))
    return create_model(getattr(taker, "__name__", "Keys"), __base__=Strict, __doc__=first_line(taker), **fields)


def given(value: Strict) -> dict[str, Any]:
    """Return what the user gave, without the defaults."""
    return {name: getattr(value, name) for name in value.model_fields_set}


def accept(hint: Any) -> Any:
    """Return the annotation that reads a typed text as ``hint``."""
    if hint is Who:
        return WhoField
    if hint is Where:
        return WhereField
    if hint is float:
        return Annotated[float, Field(allow_inf_nan=False)]
    if hint is bool:
        return Annotated[bool, BeforeValidator(_yes_no)]
    if hint in (int, str):
        return Whole if hint is int else Text
    if hint is Fixture:
        return Annotated[_fixture_keys(), AfterValidator(_fixture)]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return Annotated[model_of(hint), AfterValidator(lambda value: hint(**given(value)))]
    return _accept_composed(hint)


def _accept_composed(hint: Any) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Annotated[accept(arguments[0]), *hint.__metadata__]
    if origin in (Union, UnionType):
        return _one_of(arguments)
    if origin is Literal:
        return Annotated[hint, BeforeValidator(_literal(arguments))]
    if origin is tuple and arguments and arguments[-1] is not Ellipsis:
        return tuple[tuple(accept(argument) for argument in arguments)]  # type: ignore[misc]
    if origin is tuple or origin in _MANY:
        item = arguments[0] if arguments else str
        listed = _spans if item is int else _sets if get_origin(item) is tuple else _listed
        kind = frozenset if origin in (set, frozenset) else tuple
        many = frozenset[accept(item)] if kind is frozenset else tuple[accept(item), ...]  # type: ignore[misc]
        return Annotated[many, BeforeValidator(listed), _Also(({"type": "string"},), items=True)]
    if origin in (dict, Mapping):
        return dict[accept(arguments[0]), accept(arguments[1])]  # type: ignore[misc]
    return hint


def _one_of(hints: tuple[Any, ...]) -> Any:
    """Accept the first of several that fits; text comes last, as every scalar is one."""
    order = sorted((hint for hint in hints if hint is not NoneType), key=_looseness)
    if len(order) == 1:
        return accept(order[0])

    def check(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        try:
            return handler(value)
        except ValidationError:
            wanted = ", or ".join(dict.fromkeys(map(_words, order)))
            raise wrong(f"{shown(value)} is not what belongs here", f"write {wanted}") from None

    union = Union[tuple(accept(hint) for hint in order)]  # type: ignore[valid-type]  # noqa: UP007
    return Annotated[union, Field(union_mode="left_to_right"), WrapValidator(check)]


def _looseness(hint: Any) -> int:
    if get_origin(hint) is Literal:
        return 0
    plain = [bool, int, float]
    return 1 + plain.index(hint) if hint in plain else 9 if hint is str else 5


def _words(hint: Any) -> str:
    if get_origin(hint) is Literal:
        return " or ".join(repr(choice) for choice in get_args(hint))
    plain = {
        int: "a whole number",
        float: "a number",
        bool: "yes or no",
        str: "a text",
        Who: "people",
        Where: "seats",
    }
    return plain.get(hint, "a list")


@lru_cache(maxsize=1)
def _fixture_keys() -> type[Strict]:
    """Return the keys of a fixture; people need not invent ids and labels."""
    keys = model_of(Fixture, leave_out=frozenset({"id", "label"}))
    return create_model("Fixture", __base__=keys, id=(Text, ""), label=(Text, ""))


def _fixture(keys: Any) -> Fixture:
    made = f"{keys.kind} {keys.x:g},{keys.y:g}"
    return Fixture(**{"label": "", **given(keys), "id": keys.id or made})


@dataclasses.dataclass(frozen=True, eq=False)
class _Also:
    """Short forms, told in the JSON Schema: the validators before the type have always taken them."""

    forms: tuple[dict[str, Any], ...]
    items: bool = False

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        long = handler(core)
        one = [long["items"]] if self.items and "items" in long else []
        forms: list[dict[str, Any]] = []
        for form in (long, *one, *self.forms):
            if form not in forms:
                forms.append(form)
        return {"anyOf": forms}


def _text(value: Any) -> Any:
    return "" if value is None else value


def _whole(value: Any) -> Any:
    number = whole(value) if isinstance(value, str) else value
    return value if number is None else number


Text = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": ["string", "number", "boolean", "null"]})]
Whole = Annotated[int, BeforeValidator(_whole), Field(strict=True)]


def _yes_no(value: Any) -> Any:
    words = {"是": True, "否": False}
    return words.get(value, value) if isinstance(value, str) else value


def _literal(choices: tuple[Any, ...]) -> Callable[[Any], Any]:
    by_text = {str(choice): choice for choice in choices}
    return lambda value: by_text.get(value, value) if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    """Take one value for a list of one."""
    return value if isinstance(value, list | tuple) else [value]


Names = Annotated[tuple[Text, ...], BeforeValidator(_listed), _Also((), items=True)]


def _sets(value: Any) -> Any:
    """Take one set for a list of one, and a mapping for a list of pairs."""
    if isinstance(value, dict):
        return [list(pair) for pair in value.items()]
    flat = isinstance(value, list) and value and all(isinstance(item, str) for item in value)
    return [value] if flat else _listed(value)


def _spans(value: Any) -> Any:
    """Read ``1-3, 7`` and ``[1-3, 7]`` as 1, 2, 3, 7."""
    texts = [
        part
        for item in _listed(value)
        for part in (re.split(r"[,，、]", item) if isinstance(item, str) else [item])
    ]
    return [number for text in texts for number in _span(text)]


def _span(text: Any) -> Iterable[Any]:
    found = re.fullmatch(r"\s*(\d{1,9})\s*[-–~至]\s*(\d{1,9})\s*", text) if isinstance(text, str) else None
    if not found:
        return [text]
    first, last = int(found[1]), int(found[2])
    if not 0 <= last - first < _LONGEST_SPAN:
        raise wrong(f"the span {text!r} is empty or too long", "write the smaller number first: 1-5")
    return range(first, last + 1)


class _WhoKeys(Strict):
    people: Names = ()
    groups: Names = ()
    categories: Names = ()
    units: Names = ()
    roles: Names = ()
    needs: Names = ()
    model_config = ConfigDict(json_schema_extra={"additionalProperties": True})
    attributes: dict[str, Text] = Field(default_factory=dict)
    but: WhoField | None = None


def _who_before(value: Any, info: ValidationInfo) -> Any:
    """Write the short forms out: a name, a list of names, further columns as keys."""
    if isinstance(value, Who):
        return value
    if value is None or (isinstance(value, str) and value.casefold() in _EVERYBODY):
        return {}
    if isinstance(value, str | list):
        return {"people": _listed(value)}
    if not isinstance(value, dict):
        return value
    known = {name: name for name in _WhoKeys.model_fields} | {singular(n): n for n in _WhoKeys.model_fields}
    written = {known[key]: item for key, item in value.items() if key in known and item is not None}
    further = {key: item for key, item in value.items() if key not in known}
    reading = info.context
    if isinstance(reading, Reading):
        reading.faults.extend(_unknown_columns(value, further, reading, known))
    if further and isinstance(written.setdefault("attributes", {}), dict):
        written["attributes"] = {**written["attributes"], **further}
    return written


def _unknown_columns(
    value: dict[str, Any], further: Mapping[str, Any], reading: Reading, known: Mapping[str, str]
) -> Iterator[Fault]:
    columns = reading.columns
    for key in (key for key in further if columns is not None and key not in columns and key not in _FIELDS):
        mend = nearest(key, [*known.values(), *sorted(columns or ())])
        yield Fault(reading.tree.place_of(value, key), f"{key!r} is neither a key of `who` nor a column", mend)


def _who_after(value: Any) -> Who:
    keys = {name: getattr(value, name) for name in value.model_fields_set}
    attributes = tuple(keys.pop("attributes", {}).items())
    for name, meant in (("roles", role_of), ("needs", need_of)):
        if name in keys:
            keys[name] = tuple(map(meant, keys[name]))
    return Who(attributes=attributes, **keys)


_WORD_OR_LIST = ({"type": "string"}, {"type": "array", "items": {"type": ["string", "number"]}})
WhoField = Annotated[_WhoKeys, BeforeValidator(_who_before), AfterValidator(_who_after), _Also(_WORD_OR_LIST)]


def _where_before(value: Any) -> Any:
    """Take a word or a list for areas."""
    if value is None or (isinstance(value, str) and value.casefold() in ("anywhere", "任意")):
        return {}
    return {"areas": value} if isinstance(value, str | list) else value


WhereField: Any = Annotated[
    model_of(Where),
    BeforeValidator(_where_before),
    AfterValidator(lambda value: Where(**given(value))),
    _Also(_WORD_OR_LIST),
]
_WhoKeys.model_rebuild()
