#!/usr/bin/env bash
# Publishes the site and the editor's tool, starts the site as an operator would, reads the trial page as a patient would, asks the tool as an editor would, stops it.
# Prints "N passed, N failed" and answers 1 when anything failed.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
port=${SMOKE_PORT:-5188}
base=http://127.0.0.1:$port
seeds=(seeds/*.txt)
passed=0
failed=0
site=

finish() {
  [ -z "$site" ] || kill -KILL "$site" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

check() {
  local name=$1
  shift
  if "$@" >/dev/null 2>&1; then
    passed=$((passed + 1))
    echo "ok    $name"
  else
    failed=$((failed + 1))
    echo "FAIL  $name"
  fi
}

status_is() { [ "$(curl -s -o /dev/null -w '%{http_code}' "$base$2")" = "$1" ]; }
page_has() { [[ $(curl -sf --retry 3 "$base$1") == *"$2"* ]]; }
has_header() { grep -qi -- "^$2" <<<"$(curl -s -o /dev/null -D - "$base$1")"; }
has_no_header() { ! has_header "$1" "$2"; }

dotnet publish src/TrialSite.Web -c Release -o "$work/site" -v quiet
dotnet publish src/TrialSite.Cli -c Release -o "$work/tool" -v quiet

check "refuses to start in Production without its public address" \
  bash -c "cd '$work/site' && ! timeout 20 ./TrialSite.Web 2>'$work/refusal' && grep -q 'Site:PublicBaseUrl' '$work/refusal'"

(cd "$work/site" && exec env ASPNETCORE_URLS="$base" Site__PublicBaseUrl="$base" ./TrialSite.Web >"$work/log" 2>&1) &
site=$!
for _ in $(seq 1 100); do
  curl -sf "$base/health/ready" >/dev/null && break
  sleep 0.2
done

check "is ready" page_has /health/ready Healthy
# The line comes after the door is open.
says_so() { for _ in $(seq 1 50); do grep -q "$1" "$work/log" && return; sleep 0.2; done; return 1; }
check "says so in one line" says_so "is ready at $base: ${#seeds[@]} trials "
check "shows the trial page" page_has /trials/NCT06904755 "<h1"
check "shows the plain title" page_has /trials/NCT06904755 "Stem cell blood filter tested for liver failure"
check "shows the risk beside the benefit" page_has /trials/NCT06904755 "What could go wrong"
check "gives the trial as JSON" page_has /api/v1/trials/NCT06904755 '"nctId":"NCT06904755"'
check "shows the home page" status_is 200 /
check "leads other spellings to the page" status_is 301 /study/nct06904755
check "says honestly what it does not have" status_is 404 /trials/NCT00000000
check "sends its security headers" has_header /trials/NCT06904755 "content-security-policy:"
check "sets no cookie" has_no_header /trials/NCT06904755 "set-cookie:"
check "keeps its data beside the program" test -f "$work/site/data/trialsite.db"
check "lets the editor's tool see the same trial" \
  bash -o pipefail -c "Site__PublicBaseUrl='$base' Site__DataFolder='$work/site/data' '$work/tool/TrialSite.Cli' show NCT06904755 | grep 'Stem cell blood filter'"

kill -TERM "$site"
for _ in $(seq 1 125); do
  kill -0 "$site" 2>/dev/null || break
  sleep 0.2
done
check "stops within 25 seconds" bash -c "! kill -0 $site 2>/dev/null"

[ "$failed" -eq 0 ] || sed 's/^/log   /' "$work/log"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
