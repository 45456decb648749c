# zhitu diff: what changed between two states of a document, from what they say. Every figure that was changed is
# listed, none is invented; what moved is no change of what it says.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$top/data" "$work/data"
cd "$work" || exit 1
diff_of() { "$ZHITU" diff --lang en --root "$work" --templates "$top/templates" "$@"; }
# kinds OLD NEW: each change as "kind old -> new", a line each.
kinds() { diff_of -f json "$1" "$2" | jq -r '.changes[] | "\(.kind) \(.old.text) -> \(.new.text)"'; }

# Any document against itself.
for page in data/*.xml data/*/*.xml; do
    grep -q '<section xmlns' "$page" && continue
    equal "${page#data/}: nothing against itself" "false 0" \
        "$(diff_of -f json "$page" "$page" | jq -r '"\(.changed) \(.changes | length)"')"
done

# Documents with digits of figures changed by lot: MUTANTS of them (MUTANTS=1000 tests/run-e2e diff for a night).
count=0 refused=0
for ((seed = 1; count < ${MUTANTS:-60}; seed++)); do
    for page in data/*.xml data/*/*.xml; do
        [ "$count" -lt "${MUTANTS:-60}" ] || break
        new=${page%.xml}.new.xml
        : >told
        awk -v seed=$((seed * 131 + count)) -v most=5 -v told=told -f "$top/tests/tools/mutate_figures.awk" "$page" >"$new"
        if [ -s told ] && ! grep -q '<section xmlns' "$page"; then
            count=$((count + 1))
            if diff_of -f json "$page" "$new" >out 2>/dev/null; then
                got=$(jq -r '.changes[] | select(.follows != true) | "\(.old.text)\t\(.new.text)"' out | sort)
                [ "$got" = "$(sort told)" ] || fail "${page#data/}, seed $seed: the figures that changed" \
                    "$(diff <(sort told) <(echo "$got"))"
            else
                refused=$((refused + 1)) # shares over 100 and the like
            fi
        fi
        rm -f "$new"
    done
done
check "$count documents with other figures, $refused of them refused" test "$refused" -lt $((count / 5))

# One document, one change of each kind.
old=data/shuanghe.xml
edit() { sed "$@" "$old" >new.xml; }
edit 's/46.3万人次/48.9万人次/'
equal "a value" "value 46.3万人次 -> 48.9万人次" "$(kinds $old new.xml)"
equal "its difference" "2.6 万人次 5.6 false 463000 489000 settle" "$(diff_of -f json $old new.xml | jq -r \
    '.changes[0] | "\(.difference) \(.difference_unit) \(.percent) \(.jump) \(.old.value) \(.new.value) \(.id)"')"
edit 's/46.3万人次/463万人次/'
equal "ten times" "true 1" "$(diff_of -f json $old new.xml | jq -r '"\(.changes[0].jump) \(.jumps)"')"
edit 's/1054.5亿元/1054.5万元/'
equal "a scale" "-10543945.5 true false" "$(diff_of -f json $old new.xml | jq -r \
    '.changes[0] | "\(.difference) \(.scale_changed) \(.unit_changed)"')"
edit 's/300余家/300余户/'
equal "another unit: nothing computed" "null the units differ true" "$(diff_of -f json $old new.xml | jq -r \
    '.changes[0] | "\(.difference) \(.why) \(.unit_changed)"')"
edit 's/2020-10-16/2020-10-17/'
equal "a date" "date 2020-10-16 -> 2020-10-17" "$(kinds $old new.xml)"
edit 's/市发展改革委/市统计局/'
equal "a source" "source 市发展改革委 -> 市统计局" "$(kinds $old new.xml)"
edit 's/成效显著/成效初显/'
equal "a title" "title “双核”联动　成效显著 -> “双核”联动　成效初显" "$(kinds $old new.xml)"
edit 's/签订5个子协议，以落实/签订6个子协议，以落实/'
equal "digits in words" number "$(kinds $old new.xml | cut -d ' ' -f 1)"
edit 's/<em>两年来<\/em>/两年来/'
equal "emphasis" markup "$(kinds $old new.xml | cut -d ' ' -f 1)"
edit 's/basis="yoy" vs="14.8万人次"/basis="yoy"/'
equal "a setting" "setting 14.8万人次 -> " "$(kinds $old new.xml)"
edit '/推动功能性金融机构/d'
equal "gone" "gone 推动功能性金融机构​布局成渝 -> null" "$(kinds $old new.xml)"
equal "and added" "added null -> 推动功能性金融机构​布局成渝" "$(kinds new.xml $old)"
edit 's/ no="1" head="加快共建国际性综合交通枢纽"/ head="加快共建国际性综合交通枢纽" no="1"/'
equal "the order of attributes is none" "" "$(kinds $old new.xml)"

# A group that changes its place, and its figure with it; a point that goes to another group.
awk '/<group no="3"/ { keep = 1 } !keep { print } /<\/group>/ { keep = 0 }' "$old" >without.xml
awk '/<group no="3"/ { keep = 1 } keep { print } /<\/group>/ { keep = 0 }' "$old" | sed 's/1054.5亿元/1154.5亿元/' >group
sed '/<groups declared/r group' without.xml >new.xml
equal "moved, and a value in it" "moved 3 1|value 1054.5亿元 1154.5亿元" "$(diff_of -f json $old new.xml |
    jq -r '.changes[] | if .kind == "moved" then "moved \(.from) \(.to)" else "\(.kind) \(.old.text) \(.new.text)" end' | paste -sd '|')"
grep '外债便利化试点' "$old" >point
sed -e '/外债便利化试点/d' -e '/<group no="1"/r point' "$old" >new.xml
equal "to another group" "moved" "$(kinds $old new.xml | cut -d ' ' -f 1)"
sed 's/<v>16项<\/v>临床检验/<v>5项<\/v>体检、<v>16项<\/v>临床检验/' "$old" >new.xml
equal "a figure put in before another" "added null -> 5项" "$(kinds $old new.xml | grep -v ^text)"

edit 's/推动功能性金融机构&#x200B;布局/推动更多功能性金融机构布局/'
equal "a point that was written anew is the same" text "$(kinds $old new.xml | cut -d ' ' -f 1)"
edit 's/head="加快共建西部金融中心"/head="两地金融往来"/'
equal "a group that was renamed" "text 加快共建西部金融中心 -> 两地金融往来" "$(kinds $old new.xml)"
awk '/<event date="2021-05-27"/ { a = $0; next } /<event date="2022-04-28"/ { print; print a; next } { print }' "$old" >new.xml
equal "one of many that moved is one" "moved 3 9" "$(diff_of -f json $old new.xml | jq -r '.changes[] | "\(.kind) \(.from) \(.to)"')"

# A table beside the document: the cell is named.
mkdir june july
cp data/jichang.xml data/jichang.csv june
cp data/jichang.xml data/jichang.csv july
sed -i 's/成都双流,5981000/成都双流,6981000/' july/jichang.csv
equal "a cell of a table" "value 598.1 -> 698.1 july/jichang.csv!" "$(diff_of -f json june/jichang.xml july/jichang.xml |
    jq -r '.changes[] | "\(.kind) \(.old.text) -> \(.new.text) \(.new.file)"' | grep ^value | sed 's/!.*/!/; s/\(csv\)$/\1!/')"

equal "its difference is in the unit of the table" "100 万人次 16.7" "$(diff_of -f json june/jichang.xml july/jichang.xml |
    jq -r '.changes[0] | "\(.difference) \(.difference_unit) \(.percent)"' | sed 's/^100\.0/100/')"
sed 's/unit="万人次"/unit="人次"/' data/w1.xml >unit.xml
check "another unit of a chart is another value of each bar, that jumps" \
    test "$(diff_of -f json data/w1.xml unit.xml | jq '[.changes[] | select(.kind == "value" and .jump and .scale_changed)] | length')" -ge 5

# What a chart computes of its items follows, figure by figure, and nothing else does.
computing() { # ATTRIBUTES BEHIND: a chart of five years
    printf '<graphic xmlns="urn:zhitu:1" id="a" template="chart" issue="2022-06-25"><title>甲</title><chart kind="column"><data unit="万件" %s>' "$1"
    i=2017; for v in 120 80 200 210 190; do i=$((i + 1)); printf '<item key="%d年"><v>%s</v></item>' $i $v; done
    printf '</data>%s</chart></graphic>' "$2"
}
followed() { # ATTRIBUTES BEHIND: what follows when 80 becomes 95
    computing "$@" >plain.xml && sed 's/>80</>95</' plain.xml >new.xml
    diff_of -f json plain.xml new.xml | jq -r '[.changes[] | select(.follows == false) | "\(.old.text) -> \(.new.text)"] |
        select(. != ["80 -> 95"]) | "its own change: \(.)"'
    diff_of -f json plain.xml new.xml | jq -r '.changes[] | select(.follows == true) |
        "\(.place | split(" · ") | .[1] // "data") \(.old.text) -> \(.new.text) \(.difference)\(.difference_unit // "")"' | paste -sd '|'
}
equal "shares" "2018年 15.0% -> 14.7% -0.3个百分点|2019年 10.0% -> 11.7% 1.7个百分点|2020年 25.0% -> 24.5% -0.5个百分点|2021年 26.3% -> 25.8% -0.5个百分点|2022年 23.8% -> 23.3% -0.5个百分点" "$(followed 'share="yes"')"
equal "an index" "2019年 66.7 -> 79.2 12.5" "$(followed 'index="2018年"')"
equal "sums so far" "2019年 200万件 -> 215万件 15万件|2020年 400万件 -> 415万件 15万件|2021年 610万件 -> 625万件 15万件|2022年 800万件 -> 815万件 15万件" "$(followed 'running="yes"')"
equal "averages" "2020年 133万件 -> 138万件 5万件|2021年 163万件 -> 168万件 5万件" "$(followed 'average="3"')"
equal "differences" "2019年 −40万件 -> −25万件 15万件|2020年 120万件 -> 105万件 -15万件" "$(followed 'difference="yes"')"
equal "what is left out" "data 390万件 -> 405万件 15万件" "$(followed 'keep="top 2" rest="其余"')"
equal "a bracket and a mean" "bracket +110 -> +95 null|threshold 160 -> 163 null" "$(followed '' '<bracket from="2019年" to="2022年"/><threshold at="mean"/>')"
computing '' >plain.xml && sed 's/unit="万件" /&share="yes"/' plain.xml >new.xml
equal "a chart that begins to compute" "setting 1 value 5" "$(diff_of -f json plain.xml new.xml | jq -r '"setting \(.counts.setting) value \(.counts.value)"')"
computing '' >plain.xml && sed 's/>80</>95</' plain.xml >new.xml
equal "one that does not: one figure" 1 "$(diff_of -f json plain.xml new.xml | jq .counts.value)"

# On the page: lines gained, frames that moved.
edit '/推动功能性金融机构/d'
equal "lines on the page" true "$(diff_of -f json $old new.xml | jq '.pages.old_lines > .pages.new_lines')"
diff_of $old new.xml >said 2>&1
check "blocks are told" grep -q '^page: page 1 groups' said

# The change sheet: every old and new figure in its text, in both languages; a long one goes on.
edit 's/46.3万人次/48.9万人次/; s/440辆/5440辆/; s/市发展改革委/甲\&amp;乙\&lt;丙/; /推动功能性金融机构/d'
for lang in zh en; do
    "$ZHITU" diff --lang $lang --templates "$top/templates" -f pdf -o "sheet-$lang" $old new.xml >said 2>&1
    equal "the sheet is written ($lang)" "0 " "$? $(cat said)"
    pdftotext -raw "sheet-$lang/shuanghe-changes.pdf" - | tr -d '\n' >text
    for words in 46.3万人次 48.9万人次 440辆 5440辆 +2.6万人次 '甲&乙<丙' 推动功能性金融机构; do
        check "the sheet says $words ($lang)" grep -qF "$words" text
    done
done
check "and has room for signatures" grep -q '签字.*数据编辑.*校对.*值班主任' <(pdftotext -raw sheet-zh/shuanghe-changes.pdf - | tr -d '\n')
awk 'BEGIN { print "<graphic xmlns=\"urn:zhitu:1\" id=\"many\" template=\"chart\" issue=\"2022-06-25\"><chart kind=\"bar\"><data unit=\"件\">"
    for (i = 1; i <= 90; i++) printf "<item key=\"区县%d\"><v>%d</v></item>\n", i, 100 + i
    print "</data></chart></graphic>" }' >many.xml
sed 's/<v>1/<v>2/' many.xml >more.xml
diff_of -f pdf,json -o long many.xml more.xml >out 2>said
equal "ninety values" 90 "$(jq .counts.value out)"
check "are rows of the sheet ($(cat said))" test "$(pdftotext -raw long/many-changes.pdf - | grep -c '+100件')" = 90

# Before and after: a picture as wide as both pages; two runs are equal; what is the same is not ringed.
diff_of -f png -o one $old new.xml
diff_of -f png -o two $old new.xml
check "two pictures are equal" cmp one/shuanghe-diff.png two/shuanghe-diff.png
diff_of -f png -o same $old $old
pixels() { pngtopnm "$1" | ppmhist -noheader | awk '$1 == 225 && $2 == 12 && $3 == 120 { n = $5 } END { print n + 0 }'; }
check "rings of their own colour" test "$(pixels one/shuanghe-diff.png)" -gt 500
equal "none without a change" 0 "$(pixels same/shuanghe-diff.png)"

# Revisions of a repository: a document with its table, in a folder, with names that a shell would read.
mkdir repo && git -C repo init -q && mkdir -p "repo/a b" && cp data/jichang.* "repo/a b" && mv "repo/a b/jichang.xml" "repo/a b/\$(id) x.xml"
commit() { git -C repo add -A && git -C repo -c user.name=a -c user.email=a@b -c commit.gpgsign=false commit -qm "$1"; }
commit june && git -C repo tag june
sed -i 's/成都双流,5981000/成都双流,6981000/' "repo/a b/jichang.csv"
in_repo() { (cd repo && diff_of -f json "$@" 2>&1); }
equal "a revision against the work tree, its table too" "598.1 698.1 git:june:a b/jichang.csv" "$(in_repo git:june 'a b/$(id) x.xml' |
    jq -r '.changes[] | "\(.old.text) \(.new.text) \(.old.file)"' | cut -d '!' -f 1)"
commit july
equal "two revisions" 1 "$(in_repo 'git:june:a b/$(id) x.xml' git:HEAD | jq '.counts.value')"
equal "the same revision" 0 "$(in_repo 'git:HEAD:a b/$(id) x.xml' git:HEAD | jq '.changes | length')"
equal "no copy is left" "" "$(cd "${TMPDIR:-/tmp}" && find . -maxdepth 1 -name 'zhitu-??????' -newer "$work/repo/.git/refs/tags/june" -user "$(id -un)" -exec test -d {}/'a b' \; -print 2>/dev/null)"
check "no such revision" grep -q 'git:none.*\[git-failed\]' <(in_repo git:none 'a b/$(id) x.xml')
check "an option is no revision" grep -q '\[git-failed\]' <(in_repo git:--help 'a b/$(id) x.xml')
(cd repo && diff_of git:none 'a b/$(id) x.xml' >/dev/null 2>&1)
equal "status of the environment" 3 $?

# Folders: documents of one name are two states of one; what stands in one alone is new, or gone.
mkdir -p both/old both/new && cp data/w1.xml data/jichang.* both/old && cp data/jichang.* data/zhibiao.xml both/new
sed -i 's/成都双流,5981000/成都双流,6981000/' both/new/jichang.csv
sed 's/id="w1"/id="same"/' data/w1.xml | tee both/old/same.xml >both/new/same.xml
all() { jq -r '"\(.old | tostring | split("/") | last) \(.new | tostring | split("/") | last) \(.changed) \(.counts.value)"'; }
equal "two folders" "jichang.xml jichang.xml true 1|same.xml same.xml false 0|w1.xml null true null|null zhibiao.xml true null" \
    "$(diff_of -f json both/old both/new | all | paste -sd '|')"
equal "their sum" "both/old -> both/new: 1 documents changed, 1 did not, 1 new, 1 gone" "$(diff_of both/old both/new | tail -n 1)"
check "documents that did not change are not told one by one" test "$(diff_of both/old both/new | grep -c same)" = 0
diff_of -f pdf -o sheets both/old both/new >said 2>&1
equal "a sheet of each that changed ($(cat said))" jichang-changes.pdf "$(cd sheets && echo *)"
mkdir repo/all && cp both/old/* repo/all && commit all && cp both/new/* repo/all && rm repo/all/w1.xml
for pair in "git:HEAD all" "git:HEAD:all all" "git:HEAD ./all"; do
    equal "a revision of a folder ($pair)" "jichang.xml jichang.xml true 1|same.xml same.xml false 0|w1.xml null true null|null zhibiao.xml true null" \
        "$(in_repo $pair | all | paste -sd '|')"
done
commit new
equal "two revisions of a folder" "jichang.xml jichang.xml true 1|same.xml same.xml false 0|w1.xml null true null|null zhibiao.xml true null" \
    "$(in_repo git:HEAD~1:all git:HEAD | all | paste -sd '|')"
equal "from within it" 4 "$(cd repo/all && diff_of -f json git:HEAD~1 . | jq -s length)"
diff_of --exit-code both/old both/new >/dev/null 2>&1
equal "--exit-code of folders" 1 $?
diff_of --exit-code both/old both/old >/dev/null 2>&1
equal "without a change" 0 $?
sed 's/612.4/6124人此/' data/w1.xml >both/new/w1.xml
diff_of both/old both/new >out 2>said
equal "one with an error does not keep the others" "1 1" "$? $(grep -c 'jichang.xml: value 1' out)"
check "and is counted" grep -q ', 1 could not be compared$' out
diff_of both/old both/none >/dev/null 2>&1
equal "no such folder" 3 $?

# Levels of the call and of the project hold here as everywhere.
mkdir level && sed 's/<data /&total="5000" /' data/w1.xml >level/old.xml && sed 's/612.4/613.4/' level/old.xml >level/new.xml
diff_of level/old.xml level/new.xml >/dev/null 2>&1
equal "an error" 1 $?
equal "lowered by the call" 1 "$(diff_of -f json --level sum-mismatch=warning level/old.xml level/new.xml 2>/dev/null | jq .counts.value)"
echo '<project xmlns="urn:zhitu:1"><level code="sum-mismatch" as="note"/></project>' >level/zhitu.xml
equal "lowered by the project" 1 "$("$ZHITU" diff -f json --templates "$top/templates" level/old.xml level/new.xml 2>/dev/null | jq .counts.value)"

# Values that jump against the last state are findings of check and render.
edit 's/46.3万人次/463万人次/; s/440辆/4399辆/'
jumps() { "$ZHITU" check --lang en --templates "$top/templates" --format json "$@" 2>/dev/null | jq -r 'select(.code == "scale-jump" or .code == "previous-unread") | "\(.code) \(.severity) \(.line):\(.column)"'; }
equal "scale-jump at the value" "scale-jump warning 35:121" "$(jumps --previous $old new.xml)"
equal "not against itself" "" "$(jumps --previous new.xml new.xml)"
mkdir last && cp $old last/new.xml
equal "of a folder the file of the same name" "scale-jump warning 35:121" "$(jumps --previous last new.xml)"
"$ZHITU" check --templates "$top/templates" --strict --previous $old new.xml >/dev/null 2>&1
equal "--strict" 1 $?
equal "no last state is told" previous-unread "$(jumps --previous none.xml new.xml | cut -d ' ' -f 1)"

# Status, and what cannot be compared.
diff_of $old $old >/dev/null
equal "status without a change" 0 $?
diff_of $old new.xml >/dev/null
equal "with changes" 0 $?
diff_of --exit-code $old new.xml >/dev/null
equal "with --exit-code" 1 $?
diff_of --exit-code $old $old >/dev/null
equal "--exit-code without a change" 0 $?
diff_of $old none.xml >/dev/null 2>&1
equal "no such file" 3 $?
diff_of $old >/dev/null 2>&1
equal "one file" 2 $?
diff_of -f svg $old new.xml >/dev/null 2>&1
equal "no such form" 2 $?
report=$(grep -l '<report' data/*/*.xml | head -n 1)
check "two kinds of document" grep -q '\[compare-roots\]' <(diff_of $old "$report" 2>&1)
sed 's/46.3万人次/46.3万人此/' $old >bad.xml
check "a document with an error is told" grep -q 'bad.xml.*unknown-unit\|bad.xml.*not-a-number' <(diff_of $old bad.xml 2>&1)

# The change sheet sets new figures in bold: its columns are as wide as bold figures of any length are.
for digits in 1 12 123 1234 123.4 839.6 12345.67 -9.60; do
    for last in 1 2; do
        printf '<graphic xmlns="urn:zhitu:1" id="wide" template="chart" issue="2022-06-25"><title>宽</title><chart kind="rank" id="c"><data key="县" unit="万人">'
        printf '<item key="甲"><v>%s%s</v></item><item key="乙"><v>%s3</v></item></data></chart></graphic>\n' "$digits" "$last" "$digits"
    done | awk 'NR == 1 { print >"old.xml" } NR == 2 { print >"new.xml" }'
    rc=0
    rm -rf sheets
    diff_of -q -f pdf -o sheets old.xml new.xml >said 2>&1 || rc=$?
    equal "a sheet of ${digits}1 -> ${digits}2" "0 wide-changes.pdf" "$rc$(grep -o "\[line-too-wide\]" said | head -n 1) $(ls sheets)"
done
