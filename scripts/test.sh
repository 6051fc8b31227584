#!/usr/bin/env bash
# Install what the tests need and run them all. Arguments go to pytest: bash scripts/test.sh -k excel
source "$(dirname "$0")/setup.sh"
need_tests
cd "$ROOT"
qgis_environment
say "tests"
export QT_QPA_PLATFORM=offscreen
exec "$PYTHON" -m pytest "$@"
