# Read by every suite of tests/e2e and by scripts/accept-expected: how a single test reports, and how
# dumps and findings are taken. A test prints "ok NAME" or "not ok NAME" with what went wrong indented.
# ZHITU: the program; by default build/zhitu.
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
ZHITU=${ZHITU:-$top/build/zhitu}
export LC_ALL=C.UTF-8
export SOURCE_DATE_EPOCH=1656172800

pass() { printf 'ok %s\n' "$1"; }
fail() { # NAME [TEXT...]
    printf 'not ok %s\n' "$1"
    shift
    [ $# -eq 0 ] || printf '%s\n' "$*" | head -n 40 | sed 's/^/    /'
}
skip() { printf 'skip %s (%s)\n' "$1" "$2"; }

# check NAME COMMAND...: passes when the command does; shows what it said when it does not.
check() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then pass "$name"; else fail "$name" "$* : $said"; fi
}
# equal NAME WANTED GOT
equal() {
    if [ "$2" = "$3" ]; then
        pass "$1"
    else
        fail "$1" "$(diff <(printf '%s\n' "$2") <(printf '%s\n' "$3") | sed 's/^</wanted:/; s/^>/got:   /')"
    fi
}

# What a search goes through: the text as readers give it by default, blanks kept. A phrase may go on
# over the end of a line of Han, as it may for the find bars of Chrome and Firefox.
over_line_ends() { LC_ALL=C sed -zE 's/([\xe4-\xe9][\x80-\xbf]{2})\n([^\n])/\1\2/g'; }
pdf_text() { pdftotext "$1" - | over_line_ends; }
# reader_texts READER FILE.pdf...: what Chrome (pdfium) or Firefox (pdfjs) search, into FILE.READER.
reader_texts() {
    local reader=$1 file
    shift
    node "$top/tests/readers/text.mjs" "$reader" "$@" >/dev/null 2>&1 || {
        fail "$reader reads (scripts/setup installs it)" "$(node "$top/tests/readers/text.mjs" "$reader" "$@" 2>&1)"
        return 1
    }
    for file in "$@"; do
        over_line_ends <"${file%.pdf}.$reader" >"${file%.pdf}.over"
        mv "${file%.pdf}.over" "${file%.pdf}.$reader"
    done
}
# One <text> is one string.
svg_text() {
    xmllint --nonet --xpath '//*[local-name()="text"]' "$1" 2>/dev/null |
        sed 's/<\/text>/\n/g; s/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g'
}

# The documents that every property must hold for: a name, and what to hand to the program.
samples="shuanghe wide w1 w2"
sample_args() {
    case $1 in
    wide) echo "$top/data/shuanghe.xml --template wide-board" ;;
    *) echo "$top/data/$1.xml" ;;
    esac
}
# The stem of a sample's outputs: the id of its document.
sample_stem() {
    case $1 in
    wide) echo shuanghe ;;
    *) echo "$1" ;;
    esac
}
# render_sample NAME DIR [OPTIONS...]
render_sample() {
    local args name=$1 dir=$2
    shift 2
    args=$(sample_args "$name")
    # shellcheck disable=SC2086
    "$ZHITU" render $args -o "$dir" "$@"
}

# made_documents DIR: documents and templates of tests/tools/make_scenes in DIR/made.
made_documents() {
    # shellcheck disable=SC2046
    ${CC:-cc} -std=c11 -O1 $(pkg-config --cflags libxml-2.0) -o "$1/make_variants" \
        "$top/tests/tools/make_variants.c" $(pkg-config --libs libxml-2.0) &&
        "$top/tests/tools/make_scenes" "$ZHITU" "$1/make_variants" "$1/made"
}
# scene_hashes DIR: the hashes of the made scenes, in the order of their list; what was said of them is in
# DIR/findings.
scene_hashes() {
    made_documents "$1" &&
        "$(dirname "$ZHITU")/tests/hash_scenes" "$1/made" "$1/made/templates" "$1/findings" <"$1/made/list"
}
# scene_text DIR NAME: one of them as text (tests/scenes/NAME.txt), without its places in the XML. scene_hashes
# DIR comes before.
scene_text() {
    local document template slot=()
    read -r _ document template < <(awk -v n="$2" '$1 == n' "$1/made/list")
    case $template in *@*) slot=(--slot "${template#*@}") ;; esac
    "$ZHITU" dump --stage=scene --lang en --root "$1/made" --templates "$1/made/templates" --template "${template%@*}" \
        "${slot[@]}" "$1/made/$document" 2>/dev/null | sed -E 's/ @[^ ]+:[0-9]+:[0-9]+//'
}

# pdf_plain FILE: what a PDF says in plain text: objects and the contents of pages, without streams of bytes.
pdf_plain() {
    qpdf --qdf --object-streams=disable --no-original-object-ids "$1" - | tr -d '\000' | LC_ALL=C awk '
        /^stream/ { inside = 1; bytes = count = 0; next }
        /^endstream/ { for (i = 1; i <= count && !bytes; i++) print line[i]; inside = 0; next }
        inside { if (/[^ -~\t]/) bytes = 1; line[++count] = $0; next }
        /^xref/ { exit }
        !/[^ -~\t]|Length|^ *[0-9]+$/'
}
# page_layouts DIR: forty made newspaper pages without frames, a line each: what the layout that was found costs, and
# for each item column,line columns x lines; or what was said instead.
page_layouts() {
    local seed items copy pictures page=$1/page.xml
    while read -r items copy pictures first last; do
        for ((seed = first; seed <= last; seed++)); do
            awk -v seed="$seed" -v items="$items" -v copy="$copy" -v pictures="$pictures" \
                -f "$top/tests/tools/make_news.awk" >"$page"
            "$ZHITU" dump --stage=pages --json --lang en --templates "$top/templates" "$page" >"$1/layout" 2>"$1/said" || true
            printf 'seed %d items %d copy %d%s: ' "$seed" "$items" "$copy" "$([ "$pictures" = 0 ] || echo ' pictures')"
            if [ -s "$1/layout" ]; then
                jq -r '.pages[0] | "cost \(.cost)" + ([.items[] | " \(.id // .kind) \(.column),\(.line) \(.columns)x\(.lines)"] | join(""))' "$1/layout"
            else
                sed -nE 's/.*: (page .*) \[(page-[a-z]+)\]$/\2/p' "$1/said" | head -n 1
            fi
        done
    done <<'END'
6 100 0 1 6
6 112 0 8 12
7 104 0 1 8
8 100 0 1 6
8 100 1 1 4
9 103 0 1 5
10 100 0 1 4
7 60 0 1 2
END
}

# written_hashes DIR: lines "HASH FILE" of all that is made of the scenes in full (tests/scenes/) and of data/.
written_hashes() {
    local made=$1/made out=$1/out name file kind options
    mkdir -p "$out/screen" "$out/press" "$out/dumps" "$out/gallery"
    made_documents "$1" || return
    options="--lang en --root $made --templates $made/templates -q"
    { basename -s .txt "$top"/tests/scenes/*.txt && basename -s .xml "$top"/data/*.xml; } >"$1/names"
    # shellcheck disable=SC2046,SC2086
    {
        "$ZHITU" render $options -f svg,pdf -o "$out/screen" $(sed "s,.*,$made/docs/&.xml," "$1/names") || true
        "$ZHITU" render $options -f svg,pdf --profile press --svg-text paths -o "$out/press" \
            $(sed "s,.*,$made/docs/&.xml," "$1/names") || true
        "$ZHITU" gallery --lang en -q -f svg,pdf -o "$out/gallery" || true
    } >/dev/null 2>&1
    while read -r name; do
        for kind in xml model blocks; do
            "$ZHITU" dump --lang en --root "$made" --templates "$made/templates" --stage=$kind "$made/docs/$name.xml" \
                >"$out/dumps/$name.$kind" 2>/dev/null || true
        done
        "$ZHITU" dump --lang en --root "$made" --templates "$made/templates" --stage=model --json "$made/docs/$name.xml" \
            >"$out/dumps/$name.json" 2>/dev/null || true
    done <"$1/names"
    for file in "$out"/*/*.pdf; do
        pdf_plain "$file" >"${file%.pdf}.plain" || true
        rm "$file"
    done
    (cd "$out" && sha256sum -- */* | sed -E 's/^(.{16})[^ ]* +/\1 /' | LC_ALL=C sort -k 2)
}

# ---- golden dumps: tests/cases/STAGE/NAME/in.xml, with templates of their own (tests/cases/templates), so
# that the look of the shipped ones may change
case_dump() { # DIR
    local stage
    stage=$(basename "$(dirname "$1")")
    (cd "$1" && "$ZHITU" dump --stage="$stage" --lang en --templates "$top/tests/cases/templates" in.xml)
}

# ---- findings of a broken input, one a line: LINE:COLUMN CODE, led by FILE: when it lies in another
# file, "-" for a finding without a place. Notes are left out. Comments at the head of NAME.expect may
# say "# args: …" (further options) and "# status: N" (default 1).
broken_option() { # EXPECT-FILE KEY
    [ ! -e "$1" ] || sed -n "s/^# $2: *//p" "$1" | head -n 1
}
findings() { # INPUT-NAME: reads the diagnostics of the program
    sed -nE -e 's/^(.*):([0-9]+):([0-9]+): (error|warning): .*\[([a-z0-9-]+)\]$/\1 \2:\3 \5/p' \
        -e t -e 's/^(.*): (error|warning): .*\[([a-z0-9-]+)\]$/\1 - \3/p' |
        awk -v own="$1" '{
            file = $1
            sub(/.*\//, "", file)
            print (file == own || $2 == "-" ? "" : file ":") $2 " " $3
        }'
}
broken_run() { # INPUT: everything that the program says about it
    local dir name args
    dir=$(dirname "$1") name=$(basename "$1")
    args=$(broken_option "${1%.xml}.expect" args)
    # shellcheck disable=SC2086
    (cd "$dir" && "$ZHITU" check --lang en --templates "$top/templates" $args "$name")
}
broken_findings() { broken_run "$1" 2>&1 | findings "$(basename "$1")"; }

# ---- which template is meant for which document: its own, and every one that names each of its blocks in
# a place of its own (not merely by *), finds the first or half of what it names there, and leaves at most a
# tenth of its page empty. Found by looking: a new document or template is tested without being listed.
heads_and_feet='kicker|title|deck|lead|asof|note|credits|alt'
kinds_of() { # DOCUMENT: its blocks, a chart with its kind
    sed -nE 's/^  <([a-z]+)( [^>]*)?\/?>.*/\1 \2/p' "$1" | sed -E 's/^chart .*kind="([a-z-]+)".*/chart:\1/; s/ .*//' |
        grep -vxE "$heads_and_feet" | sort -u
}
places_of() { # TEMPLATE-FILE: the blocks that its places name, in their order
    grep -oE '<place [^>]*select="[^"]*"' "$1" | sed -E 's/.*select="//; s/"$//' | tr ' ' '\n' |
        sed 's/\[[0-9]*\]$//' | grep -vxE "$heads_and_feet|\*" | awk '!seen[$0]++'
}
names_blocks() { # DOCUMENT TEMPLATE-FILE
    local places kinds kind found=0
    places=$(places_of "$2")
    kinds=$(kinds_of "$1")
    for kind in $kinds; do
        grep -qxE "$kind|${kind%%:*}" <<<"$places" || return 1
        case $kinds in *"${kind%%:*}:"*"${kind%%:*}:"*) ;; *) found=$((found + 1)) ;; esac
    done
    [ $((2 * found)) -ge "$(wc -l <<<"$places")" ] || grep -qE "^$(head -n 1 <<<"$places")(:|$)" <<<"$kinds"
}
own_template() { sed -nE 's/.*<graphic [^>]*template="([^"]*)".*/\1/p' "$1" | head -n 1; }
# A template of several widths has a name for each that was a template of its own: these are other looks.
templates_for() { # DOCUMENT: one a line, its own first
    local own name file
    own=$(own_template "$1")
    echo "$own"
    for file in "$top"/templates/*.xml; do
        grep -q '^<template ' "$file" && names_blocks "$1" "$file" || continue
        for name in $(basename "$file" .xml) $(sed -nE 's/.*<also name="([^"]*)".*/\1/p' "$file"); do
            [ "$name" != "$own" ] || continue
            "$ZHITU" check --lang en --template "$name" "$1" >"$work/said" 2>&1 && ! grep -q '\[page-slack\]' "$work/said" && echo "$name"
        done
    done
}

# slots_for DOCUMENT: its own template in the widths that it holds for, NAME@WIDTH.
slots_for() {
    local own width
    own=$(own_template "$1")
    for width in 80mm 107mm 170mm 260mm; do
        "$ZHITU" check --lang en --slot $width "$1" >"$work/said" 2>&1 && ! grep -q '\[page-slack\]' "$work/said" && echo "$own@$width"
    done
}

# report_traces: of twenty made reports the pages, the lines of type on each, and the pages on which heads stand.
report_traces() {
    local seed chapters template file
    file=$(mktemp)
    for seed in $(seq 101 120); do
        chapters=$((seed % 5 + 1)) template=report-a4
        [ $((seed % 4)) != 0 ] || template=report-16x9
        awk -v seed="$seed" -v chapters=$chapters -v template=$template -f "$top/tests/tools/make_report.awk" >"$file"
        "$ZHITU" dump --stage=pages "$file" --templates "$top/templates" 2>/dev/null |
            awk -v seed="$seed" -v template=$template '
                /^report/ { head = seed " " template " passes " $3 }
                /^page/ { page = $2; pages++ }
                / column / { split($0, w, / line /); split(w[2], n, /[, x]+/); end = n[1] + n[3] - 1; if (end > last[page]) last[page] = end }
                / section c/ { heads = heads " " $2 ":" page }
                END { lines = ""; for (i = 1; i <= pages; i++) lines = lines " " last[i] + 0; print head " pages " pages; print "  last lines" lines; print "  heads" heads }'
    done
    rm -f "$file"
}
