#!/usr/bin/env bash
# Scores exports against hand-made gold rows that lie outside of this repository.
#
#   bench/score.sh TEXTS GOLD SCORER [MORE ARGUMENTS OF THE SCORER]
#
# TEXTS   a folder of documents; GOLD a folder of gold rows; SCORER the script that compares (python3).
# TICKMARK, where set, is the program to score; otherwise the release build is made and scored.
# A case is made in a temporary folder, every document of TEXTS added and built, and all rows exported.
set -euo pipefail
if [ $# -lt 3 ]; then
    sed -n '2,8p' "$0" >&2
    exit 2
fi
texts=$(realpath "$1") gold=$(realpath "$2") scorer=$(realpath "$3")
shift 3
cd "$(dirname "$0")/.."
if [ -n "${TICKMARK:-}" ]; then
    tickmark=$TICKMARK
else
    cargo build --release --quiet -p tickmark
    tickmark=$PWD/target/release/tickmark
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$tickmark" init "$work/case" >/dev/null
"$tickmark" add --case "$work/case" "$texts"/* >/dev/null
"$tickmark" build --case "$work/case" >/dev/null
mkdir "$work/exports"
for what in documents text notes markers citations works claims incidents entities mentions relations money designations \
    replies recommendations diagnostics; do
    "$tickmark" export "$what" --case "$work/case" --out "$work/exports/$what.jsonl"
done
python3 "$scorer" --exports "$work/exports" --gold "$gold" "$@"
