#!/usr/bin/env bash
# Run the suite on a newer QGIS: trixie (3.40), or sid (3.44). The chroot is built once and kept outside the repository.
#   bash scripts/test_versions.sh [trixie|sid] [pytest arguments]
source "$(dirname "$0")/setup.sh"
SUITE=${1:-trixie}
shift || true
CHROOTS=${DIWI_CHROOTS:-/var/tmp/diwi-chroots}
TARGET=$CHROOTS/$SUITE
PACKAGES=qgis,python3-qgis,qgis-providers,python3-pip,python3-venv,python3-pandas,python3-openpyxl,python3-geopandas,python3-matplotlib,python3-requests,python3-psycopg2,python3-jinja2,python3-yaml,python3-pytest,python3-pytest-xdist,python3-hypothesis,qttools5-dev-tools,postgresql-postgis
STAMP="$SUITE $PACKAGES"

build_chroot() {
  install_packages mmdebstrap python3-pip
  local mirror wheels valid=()
  mirror=$(awk '/^URIs:/{print $2; exit}' /etc/apt/sources.list.d/debian.sources 2>/dev/null || true)
  mirror=${mirror:-$(awk '$1=="deb"{print $2; exit}' /etc/apt/sources.list)}
  # unstable is a moving suite: a mirror may lag behind the date in its Release file; signatures are still checked.
  [ "$SUITE" = sid ] && valid=(--aptopt='Acquire::Check-Valid-Until "false"')
  say "building a $SUITE chroot in $TARGET (2 to 4 minutes, once)"
  as_root rm -rf --one-file-system "$TARGET"
  as_root mkdir -p "$CHROOTS"
  as_root mmdebstrap --quiet --variant=apt --mode=root --aptopt='APT::Install-Recommends "false"' "${valid[@]}" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt=force-unsafe-io \
    --skip=download/empty --skip=essential/unlink --include="$PACKAGES" "$SUITE" "$TARGET" "deb $mirror $SUITE main"
  wheels=$(mktemp -d)
  /usr/bin/python3 -m pip download -q --no-deps -d "$wheels" pytest-qgis==5.0.2
  as_root cp "$wheels"/*.whl "$TARGET/opt/"
  rm -rf "$wheels"
  as_root chroot "$TARGET" sh -c 'python3 -m venv --system-site-packages /opt/venv && /opt/venv/bin/pip install -q --no-index --no-deps /opt/pytest_qgis-*.whl'
  echo "$STAMP" | as_root tee "$TARGET/.ready" >/dev/null
}

[ "$(cat "$TARGET/.ready" 2>/dev/null)" = "$STAMP" ] || build_chroot

say "tests on $(chroot "$TARGET" dpkg-query -W -f='QGIS ${Version}' qgis 2>/dev/null || echo "$SUITE")"
# A copy, so that nothing of this run stays in the checkout; real data are handed in beside it, read-only, when present.
COPY=$(mktemp -d)
trap 'rm -rf "$COPY"' EXIT
(cd "$ROOT" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$COPY" 2>/dev/null || true)
CASES=${DIWI_CASES:-$ROOT/../shared/cases}
export TARGET COPY CASES
as_root env TARGET="$TARGET" COPY="$COPY" CASES="$CASES" unshare --mount --propagation private bash -c '
  set -e
  mount -t proc proc "$TARGET/proc"; mount --rbind /dev "$TARGET/dev"
  mkdir -p "$TARGET/src" "$TARGET/cases"; mount --bind "$COPY" "$TARGET/src"
  if [ -d "$CASES" ]; then mount --bind "$CASES" "$TARGET/cases"; cases=/cases; else cases=/absent; fi
  exec chroot "$TARGET" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TMPDIR=/tmp CI="${CI:-}" \
    PYTHONDONTWRITEBYTECODE=1 QT_QPA_PLATFORM=offscreen DIWI_CASES="$cases" \
    sh -c "cd /src && exec /opt/venv/bin/python -m pytest \"\$@\"" sh "$@"
' bash "$@"
