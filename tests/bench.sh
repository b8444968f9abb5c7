#!/usr/bin/env bash
# What docs/performance.md says of registries of several sizes, of pages against files, and of warm pages while much else goes on: all in one run.
#
#   tests/bench.sh FOLDER RECORDS...
#
# FOLDER gets a store for each size (FOLDER/1000/data ...); those that are there are used, so nothing is imported twice. RECORDS are files with real records
# of ClinicalTrials.gov (API v2, a study a line, also as gzip), of which the stores are made; without them all stores must be there.
# SIZES (1000,10000,100000,600000), MINUTES (10) of mixed load, and those of tests/bench-pages.sh.
# Needs the .NET SDK, nginx, wrk and curl (apt-get install nginx-light wrk curl), 15 GB of disk and two hours for all sizes, and a machine that does nothing else.
# Writes the table of sizes into docs/performance.md and docs/plots; the other two print theirs.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(realpath "$1")
shift
sizes=${SIZES:-1000,10000,100000,600000}
largest=$(tr , '\n' <<<"$sizes" | sort -n | tail -1)
work=$(mktemp -d)
trap 'rm -rf "$work" "$folder/mixed"' EXIT

dotnet publish src/TrialSite.Web -c Release -o "$work/site" -v quiet --nologo
dotnet build tests/TrialSite.Benchmarks -c Release -v quiet --nologo
export BENCH_SITE=$work/site
bench() { dotnet run -c Release --no-build --project tests/TrialSite.Benchmarks -- "$@"; }

bench sizes "$folder" "$sizes" "$@"
bash tests/bench-pages.sh "$folder/$largest/data"
# It writes, so it gets a copy.
mkdir -p "$folder/mixed/data"
cp --reflink=auto "$folder/$largest/data/trialsite.db"* "$folder/mixed/data/"
bench mixed "$folder/mixed" "${MINUTES:-10}"
