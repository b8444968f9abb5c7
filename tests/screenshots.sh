#!/usr/bin/env bash
# Draws every kind of page on a phone and a desktop, light and dark: tests/screenshots.sh FOLDER
set -euo pipefail
folder=$(realpath -m "${1:?the folder for the pictures}")
cd "$(dirname "$0")/.."
TRIALSITE_SCREENSHOTS=$folder TRIALSITE_REQUIRE_CHROMIUM=1 dotnet test tests/TrialSite.BrowserTests --filter "FullyQualifiedName~Screenshots"
