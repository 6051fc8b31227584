"""The settings of a register that a functional manager keeps (rows of table `instelling`)."""

from __future__ import annotations

#: Which municipality the register is of; where plans are tuned, and to which province they are delivered.
GEMEENTECODE, GEMEENTE, PROVINCIE, REGIO = GEMEENTE_INSTELLINGEN = ("gemeentecode", "gemeente", "provincie", "regio")

#: Path of the municipality's own file with addresses of services (`sources.services`).
DIENSTEN = "diensten"

#: Before the name of a rule for notifications (`model.notifications`).
MELDING = "melding:"


def is_kept_by_manager(sleutel: str) -> bool:
    """Whether a setting is kept by a person; the others the program keeps for itself."""
    return sleutel in (*GEMEENTE_INSTELLINGEN, DIENSTEN) or sleutel.startswith(MELDING)


def travels(sleutel: str) -> bool:
    """Whether a setting may be shared with other municipalities."""
    return sleutel.startswith(MELDING)
