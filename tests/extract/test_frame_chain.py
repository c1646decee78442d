"""The links of the frame chain: each method has one home."""

from __future__ import annotations

import ast
import inspect
from collections import defaultdict
from textwrap import dedent
from types import FunctionType

from summitry.extract import frames
from summitry.extract.frame_governors import Governors
from summitry.extract.frame_sequels import Sequels


def _own(link: type) -> dict[str, FunctionType]:
    """The methods that a class defines itself."""
    return {name: value for name, value in vars(link).items() if isinstance(value, FunctionType)}


def _extends(method: FunctionType) -> bool:
    """Whether a method calls the one of the same name below it."""
    calls = (node for node in ast.walk(ast.parse(dedent(inspect.getsource(method)))) if isinstance(node, ast.Call))
    return any(isinstance(call.func, ast.Name) and call.func.id == "super" for call in calls)


def _clashes(top: type) -> dict[str, list[str]]:
    """Methods that a link hides from those below it, with the links that define them."""
    homes: dict[str, list[type]] = defaultdict(list)
    for link in top.__mro__[:-1]:
        for name in _own(link):
            homes[name].append(link)
    hidden = {name: links for name, links in homes.items() if not all(_extends(_own(k)[name]) for k in links[:-1])}
    return {name: [link.__name__ for link in links] for name, links in hidden.items()}


def _whole_chain() -> type:
    """The class that reads a sentence: the only one of its module that is built on the first link."""
    own = (value for value in vars(frames).values() if isinstance(value, type) and value.__module__ == frames.__name__)
    return next(value for value in own if issubclass(value, Governors))


def test_no_link_hides_a_method_of_another() -> None:
    """A second method of one name changes what every link below it reads, without any error."""
    assert _clashes(_whole_chain()) == {}


def test_the_chain_is_one_line() -> None:
    """Each link has one link before it, so the order of the chain is the order in the modules."""
    links = _whole_chain().__mro__[:-1]
    assert links[-1] is Governors
    assert all(len(link.__bases__) == 1 for link in links)


def test_a_clash_is_found() -> None:
    """A link that names a method as another does, and does not call it, is told by name."""

    class Hiding(Sequels):
        def _subject(self, index: int) -> int | None:
            return None

    class Extending(Sequels):
        def _subject(self, index: int) -> int | None:
            return super()._subject(index)

    assert _clashes(Hiding) == {"_subject": ["Hiding", "Subjects"]}
    assert _clashes(Extending) == {}
