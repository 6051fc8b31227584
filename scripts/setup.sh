# Functions that demo.sh, test.sh and test_versions.sh share: install what is missing, once, and say so.
# Sourced, never run. Works as root or with sudo on Debian 12.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV=$ROOT/.venv
PYTHON=$VENV/bin/python
QGIS_PACKAGES="qgis python3-qgis qgis-providers python3-venv python3-pip python3-pandas python3-openpyxl python3-matplotlib python3-requests python3-psycopg2 python3-jinja2 python3-yaml"
# shapely 2 is built against the GEOS that QGIS uses: the wheel on PyPI brings a second, newer GEOS, and inside the QGIS
# program (not in a plain Python) its calls land in the first one. Seen: "WKB output dimension must be 2 or 3".
BUILD_PACKAGES="gcc g++ pkg-config python3-dev libgeos-dev"
TEST_PACKAGES="xvfb qttools5-dev-tools python3-pytest libreoffice-calc poppler-utils mapserver-bin qgis-server"
# numpy stays that of Debian 12, for which its pandas, matplotlib and GDAL were built.
RUNTIME_WHEELS="--no-binary=shapely numpy<1.25 shapely>=2.1,<3"
TEST_WHEELS="pytest-qgis==5.0.2 pytest-xdist pytest-cov hypothesis ruff mypy bandit detect-secrets"

say() { printf '\033[1m[%s] %s\033[0m\n' "$(date +%H:%M:%S)" "$*"; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return 0
  say "installing ${#missing[@]} Debian packages (a few minutes the first time): ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"${TMPDIR:-/tmp}/diwi-apt.log" 2>&1 ||
    { tail -20 "${TMPDIR:-/tmp}/diwi-apt.log" >&2; return 1; }
}

# install_wheels NAME WHEELS: into the project's virtual environment; a stamp per NAME makes a second run instant.
install_wheels() {
  local stamp=$VENV/.ready-$1 wheels=$2
  [ "$(cat "$stamp" 2>/dev/null)" = "$wheels" ] && return 0
  say "installing Python libraries in .venv: $wheels"
  [ -x "$PYTHON" ] || /usr/bin/python3 -m venv --system-site-packages "$VENV"
  # shellcheck disable=SC2086
  "$VENV/bin/pip" install -q --disable-pip-version-check $wheels 2> >(grep -v "is ignored: it is neither" >&2)
  printf '%s' "$wheels" >"$stamp"
}

need_qgis() {
  # shellcheck disable=SC2086
  install_packages $QGIS_PACKAGES $BUILD_PACKAGES
  install_wheels runtime "$RUNTIME_WHEELS"
}

# PostGIS for the tests, which start a server of their own: the package makes and starts none for the whole machine.
need_postgis() {
  local settings=/etc/postgresql-common/createcluster.conf
  if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    install_packages postgresql-common
    as_root sed -i 's/^#\? *create_main_cluster *=.*/create_main_cluster = false/' "$settings"
  fi
  ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 || install_packages postgresql-postgis
}

need_tests() {
  need_qgis
  need_postgis
  # shellcheck disable=SC2086
  install_packages $TEST_PACKAGES
  install_wheels tests "$TEST_WHEELS"
}

# What QGIS needs to find the libraries of the virtual environment, and to run without a screen of its own.
qgis_environment() {
  export PYTHONPATH="$("$PYTHON" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')"
  export PYTHONDONTWRITEBYTECODE=1 QT_LOGGING_RULES="${QT_LOGGING_RULES:-*.debug=false}"
  export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
}
