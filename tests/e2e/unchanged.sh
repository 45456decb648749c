# Documents that are as they were are not made again, and everything that a document depends on makes it
# anew: itself, tables, photographs, template, theme, fonts, options, the program, its own outputs.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
cd "$work"
cp -r "$top/templates" .
mkdir docs
one() { # ID WHAT-ELSE
    printf '<graphic xmlns="urn:zhitu:1" id="%s" template="rank" issue="2024-05-06">\n  <title>第%s号</title>\n' "$1" "$1"
    printf '  <chart kind="rank" id="c"><data key="县" unit="万人" sort="desc">%s</data></chart>\n</graphic>\n' "$2"
}
items='<item key="甲"><v>12</v></item><item key="乙"><v>9</v></item><item key="丙"><v>7</v></item>'
for n in 1 2 3 4; do one "d$n" "$items" >docs/d$n.xml; done
printf '县,人数\n甲,12\n乙,9\n丙,7\n' >docs/t.csv
one d5 '<import href="t.csv" map="key=县 v=人数"/>' >docs/d5.xml
sed -i 's/template="rank"/template="chart"/' docs/d4.xml
sed -i 's/sort="desc"/sort="dsec"/' docs/d3.xml
made() { # OPTIONS: what a run of all makes anew
    status=0
    said=$("$ZHITU" render --lang "${lang:-en}" docs -o out -f pdf -v -j 2 "$@" 2>err) || status=$?
    sed -nE 's/^out\/(.*)\.pdf$/\1/p' <<<"$said" | xargs
}
equal "at first all are made but the one with an error" "d1 d2 d4 d5" "$(made)"
first=$(sed '$d' err)
equal "then none" "" "$(made)"
equal "and they say the same" "$first" "$(sed '$d' err)"
check "the closing line counts them" grep -q '^5 documents, 0 outputs, 4 unchanged; 1 errors' err
equal "the status is that of all" 1 "$(made >/dev/null; echo $status)"
as_json() { "$ZHITU" render docs -o out -f pdf --format json --lang en -j 2; }
as_json >/dev/null # which shows all findings, however many
equal "the sum in JSON" "0 4 5" "$(as_json | jq -r 'select(.summary) | .summary | "\(.outputs) \(.skipped) \(.documents)"')"
made >/dev/null
changes() { # NAME WANTED COMMAND...: what is made after the command; and nothing after that
    local name=$1 wanted=$2
    shift 2
    "$@"
    equal "$name" "$wanted" "$(made)"
    equal "$name: and no more" "" "$(made)"
}
changes "the document" d1 sed -i 's/<v>12</<v>13</' docs/d1.xml
changes "touched alone" "" touch docs/d1.xml docs/t.csv templates/*.xml
changes "a table" d5 sed -i 's/乙,9/乙,8/' docs/t.csv
changes "a template" d4 sed -i 's/<template /<template  /' templates/chart.xml
theme=$(sed -nE 's/.* theme="([a-z-]+)".*/\1/p' templates/rank.xml | head -n 1)
changes "their theme" "d1 d2 d4 d5" sed -i 's/<theme /<theme  /' "templates/${theme:-chongqing}.xml"
changes "another template" "" cp templates/rank.xml templates/zzz.xml
changes "an output that is gone" d2 rm out/d2.pdf
changes "an output that was changed" d2 sh -c 'printf x >>out/d2.pdf'
size=$(stat -c %s out/d1.pdf)
changes "an output of the same size" d1 sh -c 'printf X | dd of=out/d1.pdf bs=1 seek=200 conv=notrunc 2>/dev/null'
equal "which was the same size" "$size" "$(stat -c %s out/d1.pdf)"
swap() { mv docs/d1.xml keep && sed 's/<v>13</<v>14</' keep >docs/d1.xml && touch -r keep docs/d1.xml; }
changes "the time set back" d1 swap
changes "the records damaged" "d1 d2 d4 d5" sh -c 'for f in out/.zhitu/*/*; do printf x | dd of="$f" bs=1 seek=90 conv=notrunc 2>/dev/null; done'
changes "the records cut short" "d1 d2 d4 d5" sh -c 'for f in out/.zhitu/*/*; do truncate -s -9 "$f"; done'
changes "the records gone" "d1 d2 d4 d5" rm -r out/.zhitu
cp -r out copied && rm -rf out && mv copied out
equal "a copy is read and known" "" "$(made)"
rm -rf moved && cp -r docs moved && rm -rf docs && mv moved docs
equal "documents checked out anew as well" "" "$(made)"
for options in "--mono" "--grid" "--profile press" "--theme chongqing" "--final" "--layers on"; do
    # shellcheck disable=SC2086
    equal "other options: $options" "d1 d2 d4 d5" "$(made $options)"
    made >/dev/null
done
equal "the language of what is said" "d1 d2 d4 d5" "$(lang=zh made)"
made >/dev/null
equal "--force" "d1 d2 d4 d5" "$(made --force)"
equal "and then none" "" "$(made)"
export SOURCE_DATE_EPOCH=1600000000
equal "another date" "d1 d2 d4 d5" "$(made)"
equal "one document named alone is always made" "out/d1.pdf" "$("$ZHITU" render docs/d1.xml -o out -f pdf -v -q 2>/dev/null)"
changes "which it was made to be" "" true
equal "another format" "d1 d2 d4 d5" "$("$ZHITU" render docs -o out -f svg -v -j 2 2>/dev/null | sed -nE 's/^out\/(.*)\.svg$/\1/p' | xargs)"
made >/dev/null
# A folder of templates that was not there.
mkdir -p docs/templates
cp templates/rank.xml docs/templates/
made >/dev/null
check "a nearer folder of templates is seen" grep -q '^5 documents, 4 outputs; ' err
rm -r docs/templates
made >/dev/null
# A second document of one id, beside one that holds.
cp docs/d1.xml docs/d6.xml
made >/dev/null
equal "a twin of one that holds is refused" "1 1" "$status $(grep -c 'duplicate-output' err)"
rm docs/d6.xml
equal "rules of make name what was not made again" "out/d1.pdf out/d2.pdf out/d3.pdf out/d4.pdf out/d5.pdf" \
    "$(made >/dev/null; made --deps deps >/dev/null; sed -nE 's/^(out[^ ]*): docs.*/\1/p' deps | xargs)"
# Fonts without a lock may be others the next time.
mkdir fonts
made >/dev/null
equal "without a lock of fonts all are made" "d1 d2 d4 d5" "$(made)"
