#!/usr/bin/env bash
# How near pages come to files: the published site against nginx with the very bytes of its pages, in turn, several rounds; prints medians. And how near they
# could come: the framework's server alone with these bytes, and (with 1,000 trials or more) a page that is rendered each time although it has no data.
#
#   tests/bench-pages.sh [DATA]
#
# DATA is a data folder with trials in it (docs/performance.md says how to make one); it gets a pages.db and logs. Without it the seeds of the repository
# are used, and the rows about many pages are left out; that of trials never rendered is with fewer than 20,000. BENCH_SITE: a published site, else this one is. ROUNDS (5), SECONDS_EACH (4), MANY (2000): pages that are kept before the restart.
# Needs the .NET SDK, nginx, wrk and curl: apt-get install nginx-light wrk curl.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${ROUNDS:-5}
seconds=${SECONDS_EACH:-4}
work=$(mktemp -d)
published=${BENCH_SITE:-$work/site}
data=${1:-$work/data}
files=127.0.0.1:5391
pages=127.0.0.1:5392
alone=127.0.0.1:5393
site=
nginx=
server=

finish() {
  [ -z "$site" ] || kill -KILL "$site" 2>/dev/null || true
  [ -z "$nginx" ] || kill -TERM "$nginx" 2>/dev/null || true
  [ -z "$server" ] || kill -KILL "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

start_site() {
  env ASPNETCORE_URLS="http://$pages" ASPNETCORE_ENVIRONMENT=Production Site__DataFolder="$data" Site__PublicBaseUrl="http://$pages" Seeds__ReseedOnStart="$reseed" \
    Mail__SendInBackground=false Limits__PagesAtOnce=1000000000 Limits__PagesPerMinute=1000000000 "$@" "$published/TrialSite.Web" >"$work/site.log" 2>&1 &
  site=$!
  for _ in $(seq 240); do
    curl -sf -o /dev/null "http://$pages/health/ready" && break
    sleep 0.25
  done
  # The code that pages share is compiled as it gets warm.
  wrk -t1 -c64 -d"$warm"s "http://$pages/about" >/dev/null
}

stop_site() {
  kill -TERM "$site"
  wait "$site" 2>/dev/null || true
  site=
}

# Requests a second; what is no page is told.
measure() {
  local out
  out=$(wrk -t1 -c64 --timeout 20s -d"$seconds"s "$@")
  if grep -qE 'Socket errors|Non-2xx' <<<"$out"; then echo "$out" >&2; fi
  awk '/Requests\/sec/ { print $2 }' <<<"$out"
}

note() { echo "$2" >>"$work/$1.rates"; }
median() { sort -n "$work/$1.rates" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
# The median of each round's own ratio: a round's figures were measured soon after each other.
ratio() { paste "$work/$1.rates" "$work/$2.rates" | awk '{ print $1 / $2 }' | sort -n | awk '{ v[NR] = $1 } END { printf "%.2f (%.2f to %.2f)", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2, v[1], v[NR] }'; }
row() { printf '| %s | %.0f | %s |\n' "$1" "$(median "$2")" "$(ratio "$2" "$3")"; }

[ -n "${BENCH_SITE:-}" ] || dotnet publish src/TrialSite.Web -c Release -o "$published" -v quiet --nologo
dotnet build tests/TrialSite.Benchmarks -c Release -v quiet --nologo >&2
[ $# -ge 1 ] && reseed=false || reseed=true

warm=3 start_site
curl -s "http://$pages/sitemap.xml" | grep -o "/sitemaps/trials-[^<]*" | while read -r part; do curl -s "http://$pages$part"; done | grep -o 'NCT[0-9]\{8\}' | sort -u >"$work/ids"
count=$(wc -l <"$work/ids")
path=/trials/$(sed -n "$((count / 2 + 1))p" "$work/ids")
curl -s "http://$pages/sitemap.xml" | grep -o "/sitemaps/conditions-[^<]*" | while read -r part; do curl -s "http://$pages$part"; done | grep -o '/conditions/[^<]*' | sort -u >"$work/conditions"
shuf -n "${MANY:-2000}" --random-source="$work/ids" "$work/ids" >"$work/some"
mkdir -p "$work/files/trials"
curl -s -D "$work/headers" -o "$work/files/page.html" "http://$pages$path"
# A page that is asked for again is packed anew, as small as can be.
wrk -t1 -c64 -d2s -H 'Accept-Encoding: br' "http://$pages$path" >/dev/null
curl -s -H 'Accept-Encoding: br' -o "$work/page.br" "http://$pages$path"
tag=$(sed -n 's/^ETag: //Ip' "$work/headers" | tr -d '\r')

# The same headers, so that all send the same.
mkdir "$work/alone"
cp "$work/files/page.html" "$work/page.br" "$work/alone"
grep -iE '^(cache-control|vary|etag|x-|cross-origin|referrer|content-security|permissions)' "$work/headers" | tr -d '\r' >"$work/alone/headers"
# A file has a tag of its own.
grep -iv '^etag' "$work/alone/headers" | sed -E 's/^([^:]+): (.*)$/    add_header \1 "\2";/' >"$work/headers.conf"
cat >"$work/nginx.conf" <<CONF
daemon off;
worker_processes auto;
pid $work/nginx.pid;
error_log $work/nginx.log;
events { worker_connections 1024; }
http {
  types { text/html html; }
  charset utf-8;
  access_log off;
  server_tokens off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=10000;
  client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;
  server {
    listen $files;
    root $work/files;
    include $work/headers.conf;
    location /trials/ {
      default_type text/html;
      include $work/headers.conf;
      add_header Content-Encoding br;
    }
  }
}
CONF
chmod 755 "$work"
nginx -p "$work" -c "$work/nginx.conf" -e "$work/nginx.log" &
nginx=$!
# Collects as the site does.
DOTNET_GCgen0MaxBudget=0x1000000 DOTNET_GCConserveMemory=9 tests/TrialSite.Benchmarks/bin/Release/net10.0/TrialSite.Benchmarks server "http://$alone" "$work/alone" >"$work/alone.log" 2>&1 &
server=$!
curl -s --retry 20 --retry-delay 1 --retry-connrefused "http://$alone$path" | cmp - "$work/files/page.html"
curl -s "http://$files/page.html" | cmp - "$work/files/page.html"
file_tag=$(curl -s -D - -o /dev/null "http://$files/page.html" | sed -n 's/^ETag: //Ip' | tr -d '\r')

# wrk asks for the pages of a list: at random, or each once.
cat >"$work/random.lua" <<LUA
local ids = {}
for id in io.lines("$work/some") do ids[#ids + 1] = id end
math.randomseed(os.time())
request = function() return wrk.format("GET", "/trials/" .. ids[math.random(#ids)]) end
LUA
sed 's|^|/trials/|' "$work/ids" >"$work/trials"
# A condition's name in each search, as people type it, and two of them at once, which few trials have: then each word is left out in turn. A search is never kept.
sed 's|/conditions/|/trials?q=|; s|-|+|g' "$work/conditions" >"$work/searches"
paste -d+ "$work/searches" <(shuf --random-source="$work/ids" "$work/conditions" | sed 's|/conditions/||; s|-|+|g') >"$work/pairs"
cat >"$work/once.lua" <<LUA
local addresses = {}
for address in io.lines(os.getenv("LIST")) do addresses[#addresses + 1] = address end
local next = math.floor(#addresses * (tonumber(os.getenv("FIRST")) or 0))
request = function() next = next % #addresses + 1; return wrk.format("GET", addresses[next]) end
LUA

all="gzip, deflate, br, zstd"
for _ in $(seq 2); do
  for encoding in identity br gzip; do wrk -t1 -c64 -d2s -H "Accept-Encoding: $encoding" "http://$pages$path" >/dev/null; done
  wrk -t1 -c64 -d2s "http://$alone$path" >/dev/null
  wrk -t1 -c64 -d2s -H "Accept-Encoding: $all" "http://$alone$path" >/dev/null
  wrk -t1 -c64 -d1s "http://$files/page.html" >/dev/null
done
for from in "$pages" "$alone"; do curl -s -H "Accept-Encoding: $all" "http://$from$path" | cmp - "$work/page.br"; done
for _ in $(seq "$rounds"); do
  note file "$(measure "http://$files/page.html")"
  note plain "$(measure "http://$pages$path")"
  note alone "$(measure "http://$alone$path")"
  note file-br "$(measure "http://$files/page.html")"
  note br "$(measure -H "Accept-Encoding: $all" "http://$pages$path")"
  note alone-br "$(measure -H "Accept-Encoding: $all" "http://$alone$path")"
  note file-304 "$(measure -H "If-None-Match: $file_tag" "http://$files/page.html")"
  note 304 "$(measure -H "If-None-Match: $tag" "http://$pages$path")"
  note alone-304 "$(measure -H "If-None-Match: $tag" "http://$alone$path")"
done
stop_site
kill -KILL "$server" 2>/dev/null || true
wait "$server" 2>/dev/null || true
server=

kinds="conditions searches pairs blank"
# It is made of no data and never kept.
echo /follow/check-your-email >"$work/blank"
# Fewer would be met again.
[ "$count" -lt 20000 ] || kinds="trials $kinds"
if [ "$count" -ge 1000 ]; then
  for _ in $(seq "$rounds"); do
    for kind in $kinds; do
      rm -f "$data"/pages.db*
      # A list of conditions is soon at its end: no page of one is kept.
      [ "$kind" = trials ] && memory=64 || memory=0
      warm=3 start_site Pages__MemoryMegabytes="$memory"
      # A site that just started compiles its code: what is measured is one that has run for a while. The other half of the list, so that no trial is met again.
      FIRST=0.5 LIST="$work/$kind" wrk -t1 -c64 -d8s -s "$work/once.lua" "http://$pages" >/dev/null
      note "file-$kind" "$(measure "http://$files/page.html")"
      note "$kind" "$(LIST="$work/$kind" measure -s "$work/once.lua" "http://$pages")"
      stop_site
    done
  done
  warm=1 start_site
  sed "s|.*|url = http://$pages/trials/&\noutput = /dev/null|" "$work/some" | curl -s -Z --no-progress-meter --parallel-max 4 -K -
  stop_site
  for _ in $(seq "$rounds"); do
    # No memory: each page comes from the file.
    warm=3 start_site Pages__MemoryMegabytes=0
    # Nginx gets the same bytes of each.
    sed "s|.*|url = http://$pages/trials/&\noutput = $work/files/trials/&|" "$work/some" | curl -s -Z --no-progress-meter --parallel-max 4 -H 'Accept-Encoding: br' -K -
    note file-one "$(measure "http://$files/page.html")"
    note file-kept "$(measure -H 'Accept-Encoding: br' -s "$work/random.lua" "http://$files")"
    note kept "$(measure -H 'Accept-Encoding: br' -s "$work/random.lua" "http://$pages")"
    stop_site
  done
fi

echo "One page of $(stat -c %s "$work/files/page.html") bytes, $(stat -c %s "$work/page.br") as Brotli; $count trials; $rounds rounds of $seconds s; load average $(cut -d' ' -f1 /proc/loadavg); $(nproc) cores; nginx $(nginx -v 2>&1 | grep -o '[0-9.]*$'), .NET $(dotnet --list-runtimes | sed -n 's/^Microsoft.AspNetCore.App \([^ ]*\).*/\1/p' | tail -1)."
echo
echo "| what answers | requests a second, median | of nginx in the same round, median (least to most) |"
echo "|---|---|---|"
printf '| nginx, the file | %.0f | 1 |\n' "$(median file)"
row "kept page, plain" plain file
row "kept page, Brotli" br file-br
row "the framework's server alone, the same bytes, plain" alone file
row "the framework's server alone, the same bytes, Brotli" alone-br file-br
row "304" 304 file
row "304, against nginx's 304" 304 file-304
row "the framework's server alone, 304" alone-304 file
if [ "$count" -ge 1000 ]; then
  row "any of $(wc -l <"$work/some") kept pages after a restart, Brotli, from the file; nginx with the same bytes of the same pages" kept file-kept
  row "the same, against nginx with one plain page that no script picks" kept file-one
  [ "$count" -lt 20000 ] || row "a trial's page that was never rendered, plain" trials file-trials
  row "a condition's page that was never rendered, plain" conditions file-conditions
  row "a search for a condition, each another, plain" searches file-searches
  row "a search for two conditions at once, each another, plain" pairs file-pairs
  row "a page without any data, which is never kept, plain" blank file-blank
fi
