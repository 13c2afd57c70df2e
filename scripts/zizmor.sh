#!/usr/bin/env bash
# Audits the workflows and action.yml: bash scripts/zizmor.sh [zizmor options]. Installs zizmor beside the other tools, once;
# for that it needs a python3 with venv.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=1.32.0
folder=${XDG_CACHE_HOME:-$HOME/.cache}/release-charts/python/zizmor-$version

if [ ! -x "$folder/bin/zizmor" ]; then
  # An interrupted installation must not be taken for one.
  rm -rf "$folder"
  trap '[ -x "$folder/bin/zizmor" ] || rm -rf "$folder"' EXIT
  python3 -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: "zizmor==$version"
fi

# Offline: what it would ask GitHub depends on the day.
"$folder/bin/zizmor" --offline --no-progress --persona regular "$@" .
