# zhitu plan --ninja: ninja makes all, then nothing, then what changed and no more; make does with --deps.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
cd "$work"
cp -r "$top/templates" .
mkdir docs
for n in 1 2 3 4 5; do sed "s/id=\"w1\"/id=\"w$n\"/" "$top/data/w1.xml" >docs/d$n.xml; done
sed 's/id="w1"/id="x$"/; s/x\$/x/' "$top/data/w1.xml" >'docs/a b$c.xml'
sed '/<annotation/d; s/ highlight="[^"]*"//' "$top/data/jichang.xml" >docs/jichang.xml
cp "$top/data/jichang.csv" docs/
status=0
plan() { "$ZHITU" plan --ninja --lang en docs -f pdf,svg -o 'o ut' "$@" 2>err; }
plan --group 3 >build.ninja || status=$?
equal "a plan of seven documents in three actions" "0 3" "$status $(grep -c '^build ' build.ninja)"
check "nothing is written" test ! -e 'o ut'
equal "each output stands once" "$(for d in x w1 w2 w3 w4 w5 jichang; do printf '%s.pdf\n%s.svg\n' $d $d; done | sort)" \
    "$(grep '^build ' build.ninja | sed 's/: zhitu.*//; s/^build //; s/o\$ ut\///g' | tr ' ' '\n' | sort)"
equal "the same plan again" "" "$(plan --group 3 | diff build.ninja -)"
equal "one document an action" 7 "$(plan --group 1 | grep -c '^build ')"
for bad in "" "--ninja --group 0" "--ninja --deps d" "--ninja --shard 1/2" "--ninja -o -"; do
    # shellcheck disable=SC2086
    "$ZHITU" plan $bad docs >/dev/null 2>&1
    equal "plan $bad is wrong usage" 2 $?
done
"$ZHITU" render --ninja docs -o no >/dev/null 2>&1
equal "render --ninja as well" 2 $?
sed 's/id="w1"/id="p"/' docs/d1.xml >'docs/p%q.xml'
plan >/dev/null
equal "a name that ninja cannot hold is told" "3 1" "$? $(grep -c 'p%q' err)"
rm 'docs/p%q.xml'
if command -v ninja >/dev/null; then
    sums() { (cd 'o ut' && sha256sum -- *.pdf *.svg | sort -k 2); }
    said() { ninja "$@" 2>&1 | sed -nE 's/^\[([0-9]+\/[0-9]+)\] zhitu.*/\1/p; s/^ninja: no work.*/none/p' | tail -n 1; }
    equal "ninja makes all" "3/3" "$(said)"
    equal "ninja: fourteen files" 14 "$(ls 'o ut' | wc -l)"
    before=$(sums)
    equal "ninja: then nothing" none "$(said)"
    wakes() { # NAME FILES-CHANGED COMMAND...
        local name=$1 wanted=$2
        shift 2
        "$@"
        said >first
        equal "ninja: $name: $wanted files change" "$wanted" "$(diff <(echo "$before") <(sums) | grep -c '^>')"
        equal "ninja: $name: and then nothing" none "$(said)"
        before=$(sums)
    }
    wakes "a document" 2 sed -i 's/612.4/613.4/' docs/d3.xml
    equal "in one action" 1/1 "$(cat first)"
    wakes "a document touched" 0 touch docs/d4.xml
    wakes "a table" 2 sed -i 's/,\([1-9]\)/,9\1/' docs/jichang.csv
    equal "in one action" 1/1 "$(cat first)"
    rm 'o ut/w4.pdf'
    wakes "an output gone" 0 true
    check "which is there again" test -s 'o ut/w4.pdf'
    # A table that is imported since the plan was made is known from then on.
    cp docs/jichang.csv docs/later.csv
    sed -i 's/jichang.csv/later.csv/' docs/jichang.xml
    said >/dev/null
    before=$(sums)
    wakes "a table that came later" 2 sed -i 's/,9\([0-9]\)/,8\1/' docs/later.csv
    wakes "a theme" 14 sed -i '/<ink /s/rgb="#[0-9a-fA-F]*"/rgb="#102030"/' templates/chongqing.xml
else
    skip "ninja" "not installed"
fi
# One call that skips for itself, under make.
rm 'docs/a b$c.xml'
cat >Makefile <<'M'
out/.done: $(wildcard docs/*.xml)
	@"$(ZHITU)" render docs -f pdf -o out --deps out.mk -q 2>/dev/null && echo made && touch $@
-include out.mk
M
equal "make makes" made "$(make -s 2>&1 | tail -n 1)"
equal "make: then nothing" "" "$(make -s 2>&1 | grep -v 'up to date')"
touch docs/d1.xml
equal "make: a document" made "$(make -s 2>&1 | tail -n 1)"
# The samples of docs/scale.md are files that their readers take.
block() { awk -v wanted="$1" '/^    / { text = text substr($0, 5) "\n"; next } { if (index(text, wanted) == 1) { printf "%s", text; exit } text = "" }' "$top/docs/scale.md"; }
block '#!/bin/sh' >slurm.sh
check "docs/scale.md: the job of Slurm is shell" sh -n slurm.sh
ls docs/*.xml >list.txt
sed -i 's|/scratch/out|slurm|; s|/64|/3|; s|^zhitu|"$ZHITU"|' slurm.sh
for n in 1 2 3; do SLURM_ARRAY_TASK_ID=$n SLURM_CPUS_PER_TASK=2 sh slurm.sh >/dev/null 2>&1; done
equal "its shares are one whole" "$(cd out && ls -- *.pdf)" "$(cd slurm && ls)"
for kind in 'apiVersion' 'on:'; do
    block "$kind" >sample.yaml
    check "docs/scale.md: $kind is YAML" python3 -c 'import sys
try:
    import yaml
except ImportError:
    sys.exit(0)
yaml.safe_load(open("sample.yaml"))' sample.yaml
    check "docs/scale.md: $kind is there" test -s sample.yaml
done
