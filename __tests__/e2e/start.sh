#!/usr/bin/env bash
# On GitHub: installs, starts the servers in the background, and hands their addresses to the steps after this one.
set -euo pipefail
npm ci --no-audit --no-fund
echo "$PWD/node_modules/.bin" >>"$GITHUB_PATH"
told=$RUNNER_TEMP/e2e-variables
# A session of its own: the step ends, and its terminal with it.
setsid node_modules/.bin/node __tests__/e2e/servers.ts "$told" >"$RUNNER_TEMP/e2e-servers.log" 2>&1 &
for _ in $(seq 300); do
  if [ -f "$told" ]; then
    cat "$told" >>"$GITHUB_ENV"
    exit 0
  fi
  sleep 0.2
done
cat "$RUNNER_TEMP/e2e-servers.log"
exit 1
