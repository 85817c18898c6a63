# What ./dev does in web/. Sourced by it, so that `attempt`, `tally` and `count_in` are its own.
# shellcheck shell=bash

# Node comes with most systems of developers and is too old in Debian 12, so it is looked for and not
# installed; who has none builds and tests all but the workbench.
have_node() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

build_web() {  # installs what the lock names when it changed, and builds web/dist
  local stamp=web/node_modules/.entente-lock
  if ! cmp -s web/package-lock.json "$stamp"; then
    (cd web && npm ci --no-audit --no-fund --loglevel=error) && cp web/package-lock.json "$stamp" || return 1
  fi
  (cd web && npm run --silent build -- --logLevel warn)
}

run_web_tests() {
  if ! have_node; then
    echo "skipped: needs Node 20.19 or newer (the workbench)"
    tally 0 0 1
    return 0
  fi
  attempt "the lock of the workbench names no host" [ "$(grep -c '"resolved"' web/package-lock.json)" = 0 ]
  attempt "the workbench builds" build_web
  attempt "types of the workbench" npm --prefix web run --silent check
  attempt "lint of the workbench" npm --prefix web run --silent lint
  local log good bad
  log=$(mktemp)
  echo "== units of the workbench"
  (cd web && npx vitest run --reporter=json --outputFile="$log" </dev/null >/dev/null 2>&1) || true
  read -r good bad < <(node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); `${r.numPassedTests} ${r.numFailedTests + r.numFailedTestSuites}`' "$log" 2>/dev/null || echo "0 1")
  if [[ $bad != 0 ]]; then
    (cd web && npx vitest run </dev/null) || true
    echo "FAILED: units of the workbench"
  fi
  tally "$good" "$bad" 0
  echo "== journeys in a browser"
  node web/e2e/run.mjs </dev/null 2>&1 | tee "$log" || true
  read -r good bad < <(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$log" | tail -n 1 | grep . || echo "0 1")
  rm -f "$log"
  tally "$good" "$bad" 0
}

# The charts of reports are plain scripts, so that neither the build nor these tests install anything.
run_chart_tests() {
  local log status=0
  if ! command -v node >/dev/null || ! node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)'; then
    echo "skipped: needs Node 20 or newer (the charts of reports)"
    tally 0 0 1
    return 0
  fi
  log=$(mktemp)
  echo "== tests of the charts"
  node --test --test-reporter=tap web/charts/test/ </dev/null >"$log" 2>&1 || status=$?
  [[ $status == 0 ]] || cat "$log"
  tally "$(count_in "$log" '# pass')" "$(count_in "$log" '# fail')" "$(count_in "$log" '# skipped')"
  # A run that could not count is one failure.
  [[ $status == 0 || $(count_in "$log" '# fail') != 0 ]] || tally 0 1 0
  rm -f "$log"
}
