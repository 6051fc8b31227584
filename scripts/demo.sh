#!/usr/bin/env bash
# The whole job, from nothing: install what is missing, build the plugin zip, install that zip in a fresh QGIS profile, and
# run register -> parcels -> Excel -> plan areas -> quality check -> both deliveries through the real qgis_process.
#   bash scripts/demo.sh              on the fictional municipality Duinvoorde; results in demo/out/
#   bash scripts/demo.sh --gui        then opens QGIS on the result
#   bash scripts/demo.sh --data DIR   on your own parcels, buildings and workbook (see docs/demo.md)
source "$(dirname "$0")/setup.sh"
need_qgis
cd "$ROOT"
qgis_environment
export QT_QPA_PLATFORM_OF_USER="${QT_QPA_PLATFORM:-}"
exec "$PYTHON" scripts/demo.py "$@"
