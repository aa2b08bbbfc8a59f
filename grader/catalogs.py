"""The languages that messages can be told in: catalogs in gettext's .po format.

Ours lie in grader/languages/<code>.po; a course adds those of its exercises beside their mistakes, as
checks/<lesson>/<stem>.<code>.po, and one for its titles, checks/course.<code>.po. A catalog's msgid is the English
template as it stands in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from grader.language import ENGLISH, Language, names_in

if TYPE_CHECKING:
    from babel.messages.catalog import Message

_OURS = "languages"
# How alike two sentences are when one is taken for the other, changed.
_ALIKE = 0.8
# How Babel hands on the comment that holds what was translated before.
_BEFORE = "| msgid "


class LanguageError(Exception):
    """A language that cannot be used. The message says why and what to do."""


def own_folder() -> Path:
    """Where the catalogs of our own sentences lie."""
    return Path(str(resources.files("grader").joinpath(_OURS)))


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
    checks = course_root / "checks"
    for path in sorted([*checks.glob(f"*.{code}.po"), *checks.glob(f"*/*.{code}.po")]):
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
    for entry in read_entries(text, name).values():
        if not entry.translation or entry.fuzzy:  # fuzzy: a guess, not yet looked at
            continue
        try:
            strange = names_in(entry.translation) - names_in(entry.original)
        except ValueError as error:
            raise LanguageError(
                f"{name}: {entry.translation[:60]!r} cannot be filled ({error}). Correct its braces."
            ) from None
        if strange:
            raise LanguageError(
                f"{name}: the translation of {entry.original[:60]!r} mentions {{{min(strange)}}}. "
                "Use the names of the original only."
            )
        catalog[entry.original] = entry.translation
    return catalog


@dataclass(frozen=True)
class Entry:
    """One sentence of a catalog."""

    original: str
    translation: str = ""
    place: str = ""
    """the file that says it"""
    fuzzy: bool = False
    notes: tuple[str, ...] = ()
    """translators' own"""
    before: str = ""
    """of a fuzzy entry: the original that was translated"""


def read_entries(text: str, name: str) -> dict[str, Entry]:
    """Every entry of a catalog by its original, those without a translation too. Raises LanguageError."""
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
    entries = (_entry(message) for message in found if isinstance(message.id, str) and message.id)
    return {entry.original: entry for entry in entries}


def _entry(message: Message) -> Entry:
    before = [note.removeprefix(_BEFORE) for note in message.user_comments if note.startswith(_BEFORE)]
    return Entry(
        original=str(message.id),
        translation=message.string if isinstance(message.string, str) else "",
        fuzzy=message.fuzzy,
        notes=tuple(note for note in message.user_comments if not note.startswith("|")),
        before=_unquoted(before[0]) if before else "",
    )


# --- bringing a catalog up to date ----------------------------------------------------------------------------


def updated(known: Mapping[str, Entry], places: Mapping[str, str]) -> tuple[list[Entry], list[Entry]]:
    """The entries for these sentences (sentence -> file that says it), and those whose sentence is gone.

    A new sentence that is close to one that is gone takes its translation over, as a guess to be looked at.
    """
    gone = {original: entry for original, entry in known.items() if original not in places and entry.translation}
    entries = []
    for original, place in places.items():
        entry = known.get(original) or Entry(original)
        if not entry.translation:
            entry = _guess(original, gone)
        entries.append(replace(entry, place=place))
    return entries, list(gone.values())


def _guess(original: str, gone: dict[str, Entry]) -> Entry:
    near = get_close_matches(original, gone, n=1, cutoff=_ALIKE)
    if not near:
        return Entry(original)
    old = gone.pop(near[0])
    return Entry(original, old.translation, fuzzy=True, notes=old.notes, before=old.original)


def catalog_text(code: str, entries: Iterable[Entry], gone: Iterable[Entry] = ()) -> str:
    """The .po file: the same for the same entries, without a date."""
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {code}\\n"\n'
    kept = [_entry_text(entry) for entry in entries]
    old = [f"#~ msgid {_quoted(entry.original)}\n#~ msgstr {_quoted(entry.translation)}\n" for entry in gone]
    return "\n".join([head, *kept, *old])


def _entry_text(entry: Entry) -> str:
    lines = [f"# {note}" for note in entry.notes] + [f"#: {entry.place}"]
    if entry.fuzzy:
        lines += ["#, fuzzy", *([f"#| msgid {_quoted(entry.before)}"] if entry.before else [])]
    lines += [f"msgid {_quoted(entry.original)}", f"msgstr {_quoted(entry.translation)}"]
    return "\n".join(lines) + "\n"


def _unquoted(text: str) -> str:
    from babel.messages.pofile import unescape

    return unescape(text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
