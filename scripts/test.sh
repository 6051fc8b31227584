#!/usr/bin/env bash
# Install what the tests need and run them on all processors; a `slow` in front runs those that take long.
# Arguments that choose tests go to pytest as they are: bash scripts/test.sh -k excel
source "$(dirname "$0")/setup.sh"
need_tests
cd "$ROOT"
qgis_environment
export QT_QPA_PLATFORM=offscreen
marked="not slow"
[ "${1:-}" = slow ] && marked=slow && shift
for argument in "$@"; do
  case $argument in
    -[km]* | [!-]*) # somebody chose: no choice of ours, and one process, so that what is printed comes as it happens
      say "tests"
      exec "$PYTHON" -m pytest "$@"
      ;;
  esac
done
say "tests: $marked"
"$PYTHON" -m pytest -n auto --dist loadfile -m "$marked and not alone" "$@"
[ "$marked" = "not slow" ] || exec "$PYTHON" -m pytest -m alone "$@"
