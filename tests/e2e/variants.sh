# Tomorrow's copy: every document in every template that is meant for it, with texts 30 % longer, half as
# long, one item, forty items, longer numbers (tests/tools/make_variants.c). What is written has no text over
# text and nothing outside its box (the program's own rules), no torn group and no empty frame
# (tests/tools/judge.awk); what is too long is said with place and characters, and nothing is written.
# ZHITU_VARIANTS: documents, if only some are wanted.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tool=$work/make_variants
# shellcheck disable=SC2046
if ! ${CC:-cc} -std=c11 -O1 $(pkg-config --cflags libxml-2.0) -o "$tool" "$top/tests/tools/make_variants.c" \
    $(pkg-config --libs libxml-2.0) 2>"$work/err"; then
    fail "tests/tools/make_variants.c compiles" "$(cat "$work/err")"
    exit 0
fi

# Codes of errors that say plainly that there is too much of it.
too_much='overset|not-placed|chart-too-narrow|chart-too-low|line-too-wide|too-many-[a-z]+|data-too-many'
errors() { sed -nE 's/.*: error: .*\[([a-z0-9-]+)\]$/\1/p' "$1" | sort -u | tr '\n' ' '; }

# try NAME VARIANT DOCUMENT TEMPLATE[@SLOT]: notes an overset in $work/over.
try() {
    local name="$1 in $4: $2" status=0 codes other slot=()
    case $4 in *@*) slot=(--slot "${4#*@}") ;; esac
    # A page that never ends takes a minute and 2 GiB at most, not the machine.
    (cd "$top" && ulimit -v $((2 * 1024 * 1024)) && timeout 60 "$ZHITU" dump --stage=scene --lang en --root "$work" --templates "$top/templates" --template "${4%@*}" "${slot[@]}" "$3") \
        >"$work/scene" 2>"$work/said" || status=$?
    codes=$(errors "$work/said")
    # That it does not go into the width is said beside what is too much of it, never instead.
    [[ " $codes" != *" overset "* ]] || codes=${codes/not-for-this-slot /}
    other=$(tr ' ' '\n' <<<"$codes" | grep -vxE "$too_much|" | tr '\n' ' ')
    case $status:$2 in
    0:*)
        equal "$name" "" "$(awk -f "$top/tests/tools/judge.awk" "$work/scene")"
        return
        ;;
    1:longer)
        if [ -z "$other" ]; then
            case $4 in *@*) ;; *) echo "$1" >>"$work/over" ;; esac # a width may be a squeeze, its template none
            check "$name: too long, said with place and characters" grep -qE '^[^ ]+:[0-9]+:[0-9]+: error: .*[0-9]+ .*\[overset\]' "$work/said"
            return
        fi
        ;;
    1:one)
        if [ "$codes" = "should-be-bars " ]; then
            pass "$name: another form is asked for"
            return
        fi
        ;;
    1:forty | 1:numbers)
        # A share that gets two digits more is no share.
        if [ -z "$other" ] || { [ "$2" = numbers ] && [ "$other" = "share-out-of-range " ]; }; then
            pass "$name: too much, and said ($codes)"
            return
        fi
        ;;
    esac
    fail "$name" "status $status: $(grep -E ': error: |Sanitizer' "$work/said" | head -n 6)"
}

# The judge finds what it is there for.
equal "the judge finds a torn group and an empty frame" "torn: \"双核\" outside group
empty: ground at 100 200" "$(awk -f "$top/tests/tools/judge.awk" <<'SCENE'
page 1 400 400 type-area [0 0 400 400]
group [0 0 400 400] Document
  group [100 200 100 40] Artifact part="ground" @t.xml:1:1
    path [100 200 100 40] fill=panel @t.xml:1:1 M 100 200 L 200 200 L 200 240 L 100 240 Z
  group [0 0 100 100] block="groups" @a.xml:1:1
    group [0 0 100 100] Sect part="group" @a.xml:1:1
      glyphs [0 90 24 12] Face 12 ink=key from 0 100 "联动" @a.xml:1:1 1@0,0+12 2@12,0+12
      glyphs [220 10 24 12] Face 12 ink=key from 220 20 "双核" @a.xml:1:1 1@0,0+12 2@12,0+12
SCENE
)"

mkdir -p "$work/data"
find "$top/data" -mindepth 1 -maxdepth 1 ! -name '*.xml' -exec cp -r {} "$work/data/" \;
: >"$work/over"
for document in "$top"/data/*.xml; do
    name=$(basename "$document" .xml)
    case " ${ZHITU_VARIANTS:-$name} " in *" $name "*) ;; *) continue ;; esac
    templates="$(templates_for "$document") $(slots_for "$document")"
    check "$name: two templates or widths or more are meant for it ($(echo $templates))" test "$(wc -w <<<"$templates")" -ge 2
    for variant in longer shorter one forty numbers; do
        copy=$work/data/$name-$variant.xml # beside the tables and pictures that it names
        "$tool" "$variant" "$document" "$copy" || fail "$name: makes $variant"
        for template in $templates; do
            try "$name" "$variant" "$copy" "$template"
        done
    done
done
over=$(sort -u "$work/over" | tr '\n' ' ')
check "30 % longer: at most two documents do not fit ($over)" test "$(wc -w <<<"$over")" -le 2
