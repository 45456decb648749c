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
