#!/usr/bin/env bash
# Times whole commands of the release build, as a user runs them, and prints a table for BENCHMARKS.md.
#
#   bench/commands.sh [--runs N] [--text FILE] [--pdf FILE]... [--files N] [--many N]
#
#   --runs   runs of each command; the median, the least and the most are printed (default 7, 3 for adding files)
#   --text   a report to check instead of the generated one with 354 notes
#   --pdf    a PDF to compare with pdftotext, besides the generated one
#   --files  small documents of the case (default 10000)
#   --many   small documents for the second look at memory (default 40000; 0: none)
#
# Installs nothing. GNU time gives the memory, pdftotext and soffice are used where they are found.
# TICKMARK names another binary; TMPDIR the disk that is measured.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."

runs=7
text=
pdfs=()
files=10000
many=40000
while [ $# -gt 0 ]; do
    case "$1" in
    --runs) runs=$2 ;;
    --text) text=$2 ;;
    --pdf) pdfs+=("$2") ;;
    --files) files=$2 ;;
    --many) many=$2 ;;
    *)
        sed -n '2,14s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
    esac
    shift 2
done
readonly long_runs=3

binary=${TICKMARK:-${CARGO_TARGET_DIR:-target}/release/tickmark}
work=$(mktemp -d)
trap 'chmod -R u+w "$work" && rm -rf "$work"' EXIT

say() { printf '%s\n' "$*" >&2; }

# Evicts files from the page cache, without privileges: the next reader takes them from the disk.
forget() {
    local file
    for file in "$@"; do
        dd if="$file" iflag=nocache count=0 status=none
    done
}

# Seconds that a command takes, appended to $work/times. `check` may end with 1: it found something.
timed() {
    local began=$EPOCHREALTIME status=0
    "$@" >"$work/out" 2>"$work/err" || status=$?
    local ended=$EPOCHREALTIME
    if [ "$status" -gt 1 ]; then
        say "failed ($status): $*"
        cat "$work/err" >&2
        exit 1
    fi
    awk -v a="$began" -v b="$ended" 'BEGIN { printf "%.6f\n", b - a }' >>"$work/times"
}

# The median, least and most of $work/times, into $median, $least, $most; the file is emptied.
summarise() {
    read -r median least most < <(sort -n "$work/times" | awk '
        { v[NR] = $1 }
        END { m = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2; print m, v[1], v[NR] }')
    : >"$work/times"
}

row() { printf '| %s | %s | %s | %s | %s |\n' "$1" "$2" "$3" "$4" "$5"; }

seconds() { awk -v s="$1" 'BEGIN { if (s < 1) printf "%.0f ms", s * 1000; else printf "%.2f s", s }'; }

# time_row WHAT TARGET COMMAND...: one row with the times of a command.
time_row() {
    local what=$1 target=$2 run
    shift 2
    for ((run = 0; run < runs; run++)); do timed "$@"; done
    summarise
    row "$what" "$target" "$(seconds "$median")" "$(seconds "$least") – $(seconds "$most")" "$runs"
}

# The most memory that a command took, in MB, children not counted.
peak() {
    if [ ! -x /usr/bin/time ]; then
        echo '?'
        return
    fi
    /usr/bin/time -f %M -o "$work/memory" "$@" >/dev/null 2>&1 || true
    awk 'END { printf "%.0f", $1 / 1024 }' "$work/memory"
}

# One selection of crates: another would build the dependencies again with other features.
build() {
    local programs=(--example generated_report)
    if [ -z "${TICKMARK:-}" ]; then programs+=(--bin tickmark); fi
    say "building"
    cargo build --release --locked --workspace "${programs[@]}" >&2
    generate="${CARGO_TARGET_DIR:-target}/release/examples/generated_report"
}

# Reports and small documents; the same bytes on every machine.
prepare() {
    say "writing reports and $files small documents"
    if [ -z "$text" ]; then
        text=$work/report.txt
        "$generate" text 354 >"$text"
    fi
    "$generate" pdf 354 >"$work/generated.pdf"
    pdfs+=("$work/generated.pdf")
    if command -v soffice >/dev/null; then
        "$generate" docx 354 >"$work/office.docx"
        soffice --headless --convert-to pdf --outdir "$work" "$work/office.docx" >/dev/null 2>&1 || true
        if [ -f "$work/office.pdf" ]; then pdfs+=("$work/office.pdf"); fi
    fi
    small_documents "$work/small" "$files"
}

# small_documents DIR N: files of about 400 bytes in folders of a hundred, no two the same.
small_documents() {
    local number line
    for ((number = 0; number < $2; number++)); do
        if ((number % 100 == 0)); then mkdir -p "$1/$((number / 100))"; fi
        line="On day $number the ferry left with $((number % 89)) people, and the clerk wrote their names down.[1]"
        printf '%s\n\n%s %s\n\n[1] A. Keto, "Ferry No. %d," The Daily, 3 May 2024, https://daily.example/f-%d\n' \
            "$line" "${line%\[1\]}" "${line%\[1\]}" "$number" "$number" >"$1/$((number / 100))/$number.txt"
    done
}

check_rows() {
    local size
    size=$(wc -c <"$text")
    local run
    for ((run = 0; run < runs; run++)); do
        forget "$binary" "$text"
        timed "$binary" check "$text"
    done
    summarise
    row "\`check\` of a text of $((size / 1000)) KB, from the disk" "< 0.3 s" "$(seconds "$median")" \
        "$(seconds "$least") – $(seconds "$most")" "$runs"
    time_row "the same, from the page cache" "< 0.3 s" "$binary" check "$text"
    time_row "the same, as HTML" "" "$binary" check "$text" --format html -o "$work/report.html"
    row "size of that HTML" "" "$(($(wc -c <"$work/report.html") / 1000)) KB" "" 1
    row "memory of \`check\`, the parent" "" "$(peak "$binary" check "$text") MB" "" 1
}

pdf_rows() {
    if ! command -v pdftotext >/dev/null; then
        say "no pdftotext: PDFs are not compared"
        return
    fi
    local pdf run ours
    for pdf in "${pdfs[@]}"; do
        for ((run = 0; run < runs; run++)); do timed "$binary" check "$pdf"; done
        summarise
        ours=$median
        local range
        range="$(seconds "$least") – $(seconds "$most")"
        for ((run = 0; run < runs; run++)); do timed pdftotext "$pdf" -; done
        summarise
        row "\`check\` of $(basename "$pdf"), $(($(wc -c <"$pdf") / 1000)) KB; pdftotext: $(seconds "$median")" \
            "≤ 3 ×" "$(seconds "$ours"): $(awk -v a="$ours" -v b="$median" 'BEGIN { printf "%.1f ×", a / b }')" \
            "$range" "$runs"
    done
}

new_case() {
    if [ -d "$1" ]; then chmod -R u+w "$1" && rm -rf "$1"; fi
    "$binary" init "$1" --by bench >/dev/null 2>&1
}

case_rows() {
    local run memory
    for ((run = 0; run < long_runs; run++)); do
        new_case "$work/case"
        timed "$binary" add "$work/small" --case "$work/case" --by bench
    done
    summarise
    row "\`add\` of $files small documents" "≥ 200/s" \
        "$(awk -v n="$files" -v s="$median" 'BEGIN { printf "%.0f/s", n / s }')" \
        "$(seconds "$least") – $(seconds "$most")" "$long_runs"
    new_case "$work/case"
    memory=$(peak "$binary" add "$work/small" --case "$work/case" --by bench)
    row "memory of that" "" "$memory MB" "" 1
    time_once "\`build\` of these" "" "$binary" build --case "$work/case" --by bench
    time_once "\`build\` again, nothing new" "" "$binary" build --case "$work/case" --by bench
    time_row "\`export citations\` of these" "" "$binary" export citations --case "$work/case" -o "$work/rows"
    time_row "\`verify\` of these" "" "$binary" verify --case "$work/case"
    time_row "\`search\` in these" "" "$binary" search --case "$work/case" ferry clerk
}

time_once() {
    local what=$1 target=$2
    shift 2
    timed "$@"
    summarise
    row "$what" "$target" "$(seconds "$median")" "" 1
}

many_row() {
    if [ "$many" -eq 0 ]; then return; fi
    small_documents "$work/many" "$many"
    new_case "$work/case"
    local memory
    memory=$(peak "$binary" add "$work/many" --case "$work/case" --by bench)
    row "memory of \`add\` of $many small documents" "as for $files" "$memory MB" "" 1
}

machine() {
    local model memory
    model=$(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo 2>/dev/null || uname -m)
    memory=$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo 2>/dev/null || true)
    printf '%s, %s cores, %s, %s; commit %s; %s\n\n' "$model" "$(nproc)" "$memory" "$(uname -s)" \
        "$(git rev-parse --short HEAD 2>/dev/null || echo unknown)" "$(date +%F)"
}

: >"$work/times"
build
prepare
machine
row figure target median "least – most" runs
row --- --- --- --- ---
check_rows
pdf_rows
case_rows
many_row
