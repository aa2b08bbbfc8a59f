"""Results on disk: the database of a class, the files beside it, the course secret. The only writer.

`ResultStore` is loaded when first asked for: most commands need no database, and SQLAlchemy takes 0.2 s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.store.pages import page_name, page_names
from grader.store.problems import StoreError

if TYPE_CHECKING:
    from grader.store.results import ResultStore

__all__ = ["ResultStore", "StoreError", "page_name", "page_names"]


def __getattr__(name: str) -> Any:
    if name == "ResultStore":
        from grader.store.results import ResultStore

        return ResultStore
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
