#!/usr/bin/env bash
# Reads `tickmark export ftm` of a case with the `followthemoney` tools and checks every line against their model.
#
#   bench/ftm.sh CASE
#
# Makes a Python environment in a temporary folder and installs followthemoney from PyPI (network). No test needs it.
# TICKMARK names another binary, FTM_PYTHON a Python that has followthemoney already.
set -euo pipefail
if [ $# -ne 1 ]; then
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
case=$(realpath "$1")
cd "$(dirname "$0")/.."
binary=${TICKMARK:-${CARGO_TARGET_DIR:-target}/release/tickmark}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${FTM_PYTHON:-}
if [ -z "$python" ]; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet followthemoney
    python=$work/venv/bin/python
fi
"$binary" export ftm --case "$case" --out "$work/case.ftm.jsonl"
"$python" - "$work/case.ftm.jsonl" <<'PYTHON'
import collections, json, sys
from followthemoney import model

schemata, faults, known = collections.Counter(), [], {}
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf8")]
for row in rows:
    known[row["id"]] = row["schema"]
for number, row in enumerate(rows, 1):
    schemata[row["schema"]] += 1
    schema = model.get(row["schema"])
    if schema is None or schema.abstract:
        faults.append((number, "no such schema", row["schema"]))
        continue
    # A value that the model does not take is dropped by get_proxy: what is left must be all there was.
    proxy = model.get_proxy(row)
    for name, values in row["properties"].items():
        prop = schema.get(name)
        if prop is None:
            faults.append((number, f"no property {row['schema']}:{name}", values))
            continue
        missing = [value for value in values if value not in proxy.get(name)]
        if missing:
            faults.append((number, f"{row['schema']}:{name} does not take", missing))
        for value in values if prop.type.name == "entity" else []:
            target = model.get(known[value]) if value in known else None
            if target is None or not target.is_a(prop.range):
                faults.append((number, f"{row['schema']}:{name} leads to {known.get(value)}", value))
    for name in schema.required:
        if not proxy.get(name):
            faults.append((number, f"{row['schema']}:{name} is required", row["id"]))
print(f"{len(rows)} entities:", ", ".join(f"{name} {count}" for name, count in schemata.most_common()))
for fault in faults[:20]:
    print("fault: line %d: %s: %s" % fault)
print(f"{len(faults)} faults")
sys.exit(bool(faults))
PYTHON
