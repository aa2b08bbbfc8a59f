"""The languages that messages can be told in: catalogs in gettext's .po format.

Ours lie in grader/languages/<code>.po; a course adds those of its exercises beside their mistakes, as
checks/<lesson>/<stem>.<code>.po. A catalog's msgid is the English template as it stands in the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from grader.language import ENGLISH, Language, names_in

_OURS = "languages"


class LanguageError(Exception):
    """A language that cannot be used. The message says why and what to do."""


def languages() -> tuple[str, ...]:
    """The codes of all languages, English first."""
    folder = resources.files("grader").joinpath(_OURS)
    return ("en", *sorted(Path(item.name).stem for item in folder.iterdir() if item.name.endswith(".po")))


def open_language(code: str, course_root: Path) -> Language:
    """A language with all that is known of it, ours and the course's. Raises LanguageError."""
    if code == "en":
        return ENGLISH
    if code not in languages():
        raise LanguageError(f"There is no language {code!r}. There are: {', '.join(languages())}.")
    catalog: dict[str, str] = {}
    for name, text in _files(code, course_root):
        catalog |= read_catalog(text, name)
    return Language(code, catalog)


def _files(code: str, course_root: Path) -> Iterator[tuple[str, str]]:
    ours = resources.files("grader").joinpath(_OURS, f"{code}.po")
    yield ours.name, ours.read_text(encoding="utf-8")
    for path in sorted((course_root / "checks").glob(f"*/*.{code}.po")):
        try:
            yield str(path), path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise LanguageError(f"{path} cannot be read ({error}). Save it as UTF-8, or take it away.") from None


def read_catalog(text: str, name: str) -> dict[str, str]:
    """Template in English -> template in the other language; entries that are empty or fuzzy are left out.

    name: of the file, for messages. Raises LanguageError when it is no catalog, or a translation mentions a name that
    its original does not have.
    """
    catalog = {}
    for original, translation in _messages(text, name):
        try:
            strange = names_in(translation) - names_in(original)
        except ValueError as error:
            raise LanguageError(
                f"{name}: {translation[:60]!r} cannot be filled ({error}). Correct its braces."
            ) from None
        if strange:
            raise LanguageError(
                f"{name}: the translation of {original[:60]!r} mentions {{{min(strange)}}}. "
                "Use the names of the original only."
            )
        catalog[original] = translation
    return catalog


def _messages(text: str, name: str) -> Iterator[tuple[str, str]]:
    try:
        from babel.messages.pofile import PoFileError, read_po
    except ImportError:
        raise LanguageError(
            "Other languages than English need one more package. Install it with: pip install 'downhill[languages]'"
        ) from None
    try:
        found = list(read_po(text.splitlines(keepends=True), ignore_obsolete=True, abort_invalid=True))
    except (PoFileError, ValueError) as error:
        raise LanguageError(f"{name} is not a .po file ({error}). Correct it with a .po editor.") from None
    for message in found:
        original, translation = message.id, message.string
        if isinstance(original, str) and isinstance(translation, str) and original and translation:
            if message.fuzzy:
                continue  # a guess of the editor's, not yet looked at
            yield original, translation
