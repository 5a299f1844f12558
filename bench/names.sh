#!/usr/bin/env bash
# Prints every figure of names: pairs, searches, speed, memory, duplicates.
#
#   bench/names.sh FOLDER
#
# FOLDER holds labelled names and lists that lie outside of this repository: names/*.csv, names/*.json, lists/ftm/*.json.
set -euo pipefail
if [ $# -ne 1 ]; then
    sed -n '2,6p' "$0" >&2
    exit 2
fi
folder=$(realpath "$1")
cd "$(dirname "$0")/.."
cargo build --release --quiet -p names --examples
programs=${CARGO_TARGET_DIR:-target}/release/examples
"$programs/evaluate" "$folder/names"
echo
"$programs/figures" "$folder"
