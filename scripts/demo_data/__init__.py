"""A municipality that does not exist, with everything a demo needs: parcels, buildings, boundaries and a programme.

Deterministic: the same seed gives the same bytes. Duinvoorde (code 0999, cadastral municipality DVQ00) lies in the sea
off Katwijk, so that nobody takes it for a real place.
"""

GEMEENTE = "Duinvoorde"
GEMEENTECODE = "0999"
AKR = "DVQ00"
PROVINCIE = "Zuid-Holland"
REGIO = "Kuststreek"
BRONDATUM = "2026-06-01"
PEILDATUM = "2026-07-01"
SEED = 2026
