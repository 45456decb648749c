# Newspaper pages whose items have no frames: filled to the line, or told what has to go; which, taken out, fills.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
page=$work/page.xml

# news SEED ITEMS [PERCENT]: a made page in $page
news() { awk -v seed="$1" -v items="$2" -v copy="${3:-104}" -f "$top/tests/tools/make_news.awk" >"$page"; }
zhitu() { local what=$1; shift; "$ZHITU" "$what" --lang en --templates "$top/templates" "$@" "$page"; }
# codes: errors and what stories say, one a line
codes() { zhitu check 2>&1 | sed -nE 's/.*\[((page|story|frame|frames)-[a-z]+|not-placed)\]$/\1/p' | sort -u | paste -sd' '; }
frames() { zhitu dump --stage=pages --json "$@" 2>/dev/null | jq -r '.pages[0].items[] | "\(.column) \(.line) \(.columns) \(.lines) \(.id)"'; }
# covered: cells of 8 x 102 that frames with the two lines below them take, and cells taken twice
covered() {
    frames "$@" | awk '{ for (x = $1; x < $1 + $3; x++) for (y = $2; y < $2 + $4 + 2; y++) if (seen[x, y]++) twice++; else cells++ }
        END { print cells + 0, twice + 0 }'
}
# cut: the sentences that the finding names are taken out of $page
cut() {
    zhitu check 2>&1 | grep -m 1 'page-overset' | grep -oE 'sentences? [0-9]+( to [0-9]+)? of p\[[0-9]+\] “[^”]*”' | sed -E 's/.*“(.*)”$/\1/' |
        while read -r words; do sed -i "0,/$words/s///; s/<p><\/p>//" "$page"; done
}

filled=0 told=0 mended=0
for seed in 1 2 3 4 5 6 7 8; do
    news "$seed" $((6 + seed % 4))
    case $(codes) in
    '')
        filled=$((filled + 1))
        equal "page $seed has no hole and nothing twice" "816 0" "$(covered)"
        equal "the lead of page $seed stands at the head" 0 "$(frames | awk '$5 == "s1" { print $2 }')"
        foot=$(frames | awk '$5 == "ad" { print $2 + $4 }')
        check "the advertisement of page $seed stands at the foot" test "${foot:-100}" = 100
        ;;
    page-overset | page-underset) told=$((told + 1)) ;;
    *) equal "page $seed is filled, or told by one finding" "" "$(codes)" ;;
    esac
done
check "nearly all pages are filled ($filled of 8)" test "$filled" -ge 7
equal "the others are told" 8 $((filled + told))

# Too much copy: nothing is written; what the finding names, taken out, fills the page.
for seed in 1 4 5 6; do
    news "$seed" 7 128
    equal "too much copy ($seed) is one error" page-overset "$(codes)"
    zhitu render -o "$work/out" >/dev/null 2>&1
    check "nothing is written ($seed)" test ! -e "$work/out/news-$seed-7.pdf"
    cut
    mended=$((mended + ($(codes | wc -w) == 0)))
done
equal "what is named, taken out, fills" 4 "$mended"

# The same for machines: each removal of "fix" stands where it says; taken out from the last on, the page is filled.
# mend: takes them out of $page
mend() {
    local LC_ALL=C.UTF-8 lines line column words row
    zhitu check --format json | jq -r 'select(.code == "page-overset") | .fix | reverse | .[] | "\(.line)\t\(.column)\t\(.remove)"' >"$work/fix"
    mapfile -t lines <"$page"
    while IFS=$'\t' read -r line column words; do
        row=${lines[line - 1]}
        [ "${row:column-1:${#words}}" = "$words" ] || return 1
        lines[line - 1]=${row:0:column-1}${row:column-1+${#words}}
    done <"$work/fix"
    printf '%s\n' "${lines[@]}" >"$page"
    test -s "$work/fix"
}
for seed in 1 4 6; do
    news "$seed" 7 128
    check "fixes stand in the file ($seed)" mend
    equal "and mend it ($seed)" "" "$(codes)"
done
news 1 7 128
sed -i -E 's/(<p>[^<]{3})([^<]{3})/\1<em>\2<\/em>/' "$page"
equal "what markup parts is named in words alone" null "$(zhitu check --format json | jq -c 'select(.code == "page-overset") | .fix')"

# Before copy has to go short headlines are set, and said; where the page fills without, they are not.
shorten() { sed -i -E 's/<title>([^　]*)　/<title short="\1">\1　/' "$page"; }
for seed in 10 28; do
    news "$seed" 6 112
    equal "too much copy ($seed)" page-overset "$(codes)"
    shorten
    equal "short headlines fill the page ($seed)" "" "$(codes)"
    check "which is said ($seed)" test "$(zhitu check 2>&1 | grep -c title-short)" -ge 1
done
for seed in 1 2; do
    news "$seed" 6 112
    shorten
    equal "a page that fills keeps its headlines ($seed)" "" "$(zhitu check 2>&1 | grep -o title-short)"
done

news 2 7 60
equal "too little copy is one error" page-underset "$(codes)"
news 2 13 80
equal "thirteen items without frames are too many" page-items "$(codes)"

# Much too much: sentences in a row go, up to the end of their paragraph, and the page is filled.
news 4 6 132
check "several sentences in a row" grep -q 'sentences [0-9]* to [0-9]* of p' <(zhitu check 2>&1)
zhitu fix >/dev/null 2>&1
equal "taken out, they fill it" "" "$(codes)"

# Far more than it holds: the stories to take away are named, and what goes beside; fix takes both out.
gone=0
for seed in 1 2 3 5; do
    news "$seed" $((6 + seed)) 150
    check "stories are named ($seed)" grep -q 'page-overset' <(zhitu check 2>&1 | grep 'take away “')
    lead=$(grep -c 'rank="1"' "$page") before=$(grep -c '<story ' "$page")
    zhitu fix >/dev/null 2>&1
    equal "taken away, the others fill the page ($seed)" "" "$(codes)"
    equal "the lead stays ($seed)" "$lead" "$(grep -c 'rank="1"' "$page")"
    gone=$((gone + before - $(grep -c '<story ' "$page")))
done
check "as few stories as do ($gone)" test "$gone" -ge 4 -a "$gone" -le 8
news 1 7 150
sed -i 's/<story id="s\([2-7]\)" rank="[2-7]"/<story id="s\1" rank="1"/' "$page"
check "no lead is taken away" grep -qv 'take away “' <(zhitu check 2>&1 | grep page-overset)
news 1 7 150
sed -i '0,/<story id="s7"/s//<story with="s6" id="s7"/' "$page"
beside=$(sed -nE '/id="s6"/{n;s/<title>(.*)<\/title>/\1/p}' "$page")
equal "nor what another stands beside" 0 "$(zhitu check 2>&1 | grep 'take away' | sed 's/ lines).*//' | grep -c "$beside")"
check "but others are" grep -q 'take away “' <(zhitu check 2>&1)

# What cannot be is told once, whatever the reason.
one='<story rank="1"><title>一篇</title><text><p>只有一句话。</p></text></story>'
edition() { printf '<edition xmlns="urn:zhitu:1" id="e" template="news-page" issue="2021-12-15">\n<page no="5" section="要闻">\n<folio edit="甲一" art="乙二"/>\n%s\n</page>\n</edition>\n' "$1" >"$page"; }
edition "$one"
equal "a page with one sentence" page-underset "$(codes)"
many() { for i in $(seq "$1"); do echo "<story rank=\"$i\"><title>篇$i</title><text><p>$(printf '字%.0s' $(seq $((40 - 2 * i))))。</p></text></story>"; done; }
briefs() { zhitu check 2>&1 | grep -o '<briefs>: [^ ]*'; }
edition "$(many 14)"
equal "the shortest are named" "<briefs>: 《篇14》、《篇13》、《篇12》" "$(briefs)"
edition "$(many 14 | sed 's/<title>篇13<\/title>\(.*\)<p>字/<title>篇13<\/title>\1<p>/; s/<title>篇12<\/title>\(.*\)<p>字字字字/<title>篇12<\/title>\1<p>/')"
equal "of equal ones the first" "<briefs>: 《篇12》、《篇14》、《篇13》" "$(briefs)"
edition "$(many 13)<briefs head=\"简讯\"><brief><title>短</title><p>一句。</p></brief></briefs>"
equal "those for the briefs that there are" "<briefs>: 《篇13》、《篇12》" "$(briefs)"
edition "$one<advert id=\"a\" cols=\"9\" lines=\"17\" at=\"foot\"/>"
equal "an advertisement wider than the page" frame-outside "$(codes)"
edition "${one/<story /<story cols=\"20\" }"
equal "a story without a frame wider than the page" frame-outside "$(codes)"
edition "${one/<story /<story lines=\"200\" }"
equal "and one higher than the page" frame-outside "$(codes)"
edition "$one<advert id=\"a\" column=\"1\" line=\"3\" cols=\"4\" lines=\"10\"/><advert id=\"b\" column=\"2\" line=\"5\" cols=\"4\" lines=\"10\"/>"
equal "frames that overlap, beside a story without one" frames-overlap "$(codes)"
edition "$one$(for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do echo "<advert id=\"a$i\" column=\"1\" line=\"$((i * 7))\" cols=\"2\" lines=\"4\"/>"; done)"
equal "more frames than a layout is looked for round" page-items "$(codes)"

# With photographs: their stories fill as well, and no line is stretched where another layout does without.
loose=0
for seed in 2 5 8; do
    awk -v seed="$seed" -v items=8 -v copy=100 -v pictures=1 -f "$top/tests/tools/make_news.awk" >"$page"
    equal "a page with photographs ($seed)" "" "$(codes)"
    loose=$((loose + $(zhitu check 2>&1 | grep -c loose-line)))
done
check "loose lines of three pages: $loose" test "$loose" -le 1

# Columns that the desk asks for: a picture of one column stands in a wider one, text beside it; nothing is over.
news 4 7
sed -i '0,/<text>/s/<text>/<photo src="none.jpg" cols="1" lines="9"><caption>图说一行。<\/caption><\/photo>\n<text columns="2">/' "$page"
equal "a lead of two columns" "s1 2 legs" "$(zhitu dump --stage=pages --json 2>/dev/null | jq -r '.pages[0].items[] | select(.id == "s1") | "\(.id) \(.form | capture("(?<legs>[0-9]+ legs)").legs)"')"
equal "which fills" "" "$(codes)"
equal "with text beside the picture" "" "$(zhitu check 2>&1 | grep -o slot-narrow)"

# A headline beside others keeps half an em from its right edge, where the next may stand; one that goes over the page,
# or ends before text of its own, does not. Titles are drawn in the order of the items.
for seed in 3 6 9; do
    news "$seed" 9
    zhitu dump --stage=pages --json 2>/dev/null | jq -c '[.pages[0].items[] | select(.form) | (.form | capture("over (?<over>[0-9])").over | tonumber) as $over | $over == .columns and $over < 8]' >"$work/beside"
    zhitu dump --stage=scene --json 2>/dev/null | jq -c -s '[.. | objects | select(.part? == "title")] | reduce .[] as $o ([];
        if $o.kind == "part" then . + [{box: $o.box, tight: false}]
        else .[-1].tight = (.[-1].tight or .[-1].box[0] + .[-1].box[2] - $o.box[0] - $o.box[2] < 0.45 * $o.size) end) | map(.tight)' >"$work/tight"
    equal "headlines keep apart ($seed)" "9 9 0" "$(jq -r -s '"\(.[0] | length) \(.[1] | length) \([.[0], .[1]] | transpose | map(select(.[0] and .[1])) | length)"' "$work/beside" "$work/tight")"
    check "several do ($seed)" test "$(jq 'map(select(.)) | length' "$work/beside")" -ge 3
done

# The best three: each fills the page, none is another, the best first.
for seed in 3 5 9; do
    news "$seed" 8 100
    last=0
    for layout in 1 2 3; do
        frames --layout $layout >"$work/layout$layout"
        equal "layout $layout of page $seed" "816 0" "$(covered --layout $layout)"
        cost=$(zhitu dump --stage=pages --json --layout $layout 2>/dev/null | jq .pages[0].cost)
        check "it is not cheaper than the one before" test "$cost" -ge "$last"
        last=$cost
    done
    equal "three that differ" 3 "$(for layout in 1 2 3; do cksum <"$work/layout$layout"; done | sort -u | wc -l)"
    check "the first is the usual one" cmp -s "$work/layout1" <(frames)
done
edition '<advert id="a" cols="8" lines="100"/>'
check "fewer than asked for is told" grep -q layouts-few <(zhitu check --layout 2 2>&1)
equal "no fourth" 2 "$(zhitu check --layout 4 >/dev/null 2>&1; echo $?)"

# What is given stays, the rest is found round it.
news 3 7
sed -i 's/<story id="s7" rank="7">/<story id="s7" rank="7" cols="2..3" at="foot">/' "$page"
zhitu dump --stage=pages --json >"$work/one" 2>/dev/null
zhitu dump --stage=pages --json >"$work/two" 2>/dev/null
check "the same page again" cmp -s "$work/one" "$work/two"
[ -n "$(codes)" ] || check "a story that has to stand at the foot does" \
    test "$(frames | awk '$5 == "s7" { print ($2 + $4 >= 82) }')" = 1
