#!/usr/bin/env bash
# Publishes the site, starts it as an operator would, and measures it with Lighthouse: tests/lighthouse.sh [TABLE.md]
# Needs Node 20 and Chromium; nothing else of the project needs this.
set -euo pipefail
table=$(realpath -m "${1:-/dev/null}")
cd "$(dirname "$0")/.."

work=$(mktemp -d)
base=http://localhost:${LIGHTHOUSE_PORT:-5189}
site=
finish() {
  [ -z "$site" ] || { kill -KILL "$site" && wait "$site"; } 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

npm ci --prefix tests/lighthouse --ignore-scripts --no-audit --no-fund
dotnet publish src/TrialSite.Web -c Release -o "$work/site" -v quiet
(cd "$work/site" && exec env ASPNETCORE_URLS="$base" Site__PublicBaseUrl="$base" ./TrialSite.Web >"$work/log" 2>&1) &
site=$!
for _ in $(seq 1 300); do
  curl -sf "$base/health/ready" >/dev/null && break
  sleep 0.2
done
node tests/lighthouse/run.mjs "$base" "$table"
