"""The few kinds of error a user can meet. Raised anywhere, turned into a message at the edge (processing, gui)."""

from __future__ import annotations

from diwi_qgis.texts import Text


class DiwiError(Exception):
    """Something a user can do something about; `text` says what and where, in both languages."""

    def __init__(self, nl: str, en: str) -> None:
        self.text = Text(nl, en)
        super().__init__(str(self.text))


class InputError(DiwiError):
    """A file or value that was given is not usable: wrong format, encrypted, half-written, wrong place."""


class RegisterError(DiwiError):
    """The register itself cannot be used: not a register, newer, locked, read-only, damaged, disk full."""


class SignInError(RegisterError):
    """The server of the register wants another name or password."""


class OneWriterError(RegisterError):
    """The register is on a shared folder, and cannot be written now: somebody else does, or the folder keeps no two apart."""


class DeliveryError(DiwiError):
    """A delivery could not be made as asked."""


class MissingLibraryError(DiwiError):
    """A Python library that this one feature needs is not there (or too old)."""


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user cancelled; nothing was changed."""
