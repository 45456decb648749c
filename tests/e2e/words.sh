# Words of blocks: quotations print their marks, ruby stands in every text style of the shipped themes (R135),
# addresses part (R131).
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

graphic() { # NAME TEMPLATE CONTENT
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<graphic xmlns="urn:zhitu:1" id="%s" template="%s" issue="2026-11-20">\n%s\n</graphic>\n' \
        "$1" "$2" "$3" >"$work/$1.xml"
}
# Errors and warnings of a rendering, without their text.
said() { # NAME [OPTIONS...]
    local name=$1
    shift
    "$ZHITU" render --lang en -f pdf -o "$work/out" "$work/$name.xml" "$@" 2>&1 | sed -nE 's/.*: (error|warning): .* \[([a-z-]+)\]$/\2/p'
}
words_of() { pdftotext -raw "$work/out/$1.pdf" - | tr -d ' \n\f'; }

mkdir -p "$work/templates"
cp -r "$top"/templates/* "$work/templates/"
for variant in stack large; do
    cat >"$work/templates/said-$variant.xml" <<EOF
<template xmlns="urn:zhitu:1" name="said-$variant" theme="chongqing"><page size="120mm auto" max="200mm" margin="5mm"/>
  <column gap="3"><place select="quotes" variant="$variant"/><omit select="*" why="x"/></column></template>
EOF
    while IFS='|' read -r name typed printed; do
        graphic "$name-$variant" "said-$variant" "<quotes><q by=\"甲某\">$typed</q></quotes>"
        equal "quotes $variant, $name: no finding" "" "$(said "$name-$variant" --templates "$work/templates")"
        equal "quotes $variant, $name: printed" "$printed甲某" "$(words_of "$name-$variant")"
    done <<'EOF'
bare|路通了，人也近了。|“路通了，人也近了。”
typed|“在家门口就办完了。”|“在家门口就办完了。”
term-first|“双核”联动很好，<v>3万人</v>受益|“‘双核’联动很好，3万人受益”
half-open|“缺了后一半|“缺了后一半”
half-closed|缺了前一半”|“缺了前一半”
in-between|“路通了。”他说，“人也近了。”|“路通了。”他说，“人也近了。”
stop-behind|“一句话”。|“一句话”。
EOF
done

ruby='<ruby rt="pí dū">郫都</ruby>区、<ruby rt="bì shān">璧山</ruby>区'
while IFS='|' read -r name template content; do
    graphic "$name" "$template" "$content"
    equal "ruby, $name: no finding" "" "$(said "$name")"
    text=$(words_of "$name")
    for wanted in pí dū bì shān; do
        check "ruby, $name: $wanted is printed" test "${text#*"$wanted"}" != "$text"
    done
done <<EOF
body|story-slot|<title>测试</title><text><p>这是一段用来占满前几行的文字，好让注音落在后面的行中，看它怎样。${ruby}在此。</p></text>
first-line|story-slot|<title>测试</title><text><p>$ruby在此。</p></text>
columns|story-page|<title>测试</title><text><p>${ruby}今年新开通公交线路，方便沿线居民出行。</p><p>据介绍，${ruby}的班线也在筹备之中，沿线乡镇的居民不必再到城里换乘。</p></text>
title|story-slot|<title>$ruby</title><text><p>正文。</p></text>
caption|photo-pair|<title>测试</title><photo><caption>${ruby}的新线通车。</caption><credit>记者</credit></photo><photo><caption>另一图。</caption><credit>记者</credit></photo>
caption-down|photo-pair|<title>测试</title><photo><caption writing="vertical" date="2026-11-14">${ruby}的新线通车，沿线居民前来看车，场面十分热闹，这里再写一些凑足两栏的文字，看看注音在不在。</caption><credit>记者</credit></photo><photo><caption>另一图。</caption><credit>记者</credit></photo>
credit|photo-pair|<title>测试</title><photo><caption>新线通车。</caption><credit>记者 $ruby</credit></photo><photo><caption>另一图。</caption><credit>记者</credit></photo>
credit-down|photo-pair|<title>测试</title><photo><caption writing="vertical" date="2026-11-14">新线通车，沿线居民前来看车。</caption><credit>记者 $ruby</credit></photo><photo><caption>另一图。</caption><credit>记者</credit></photo>
hint|slot|<hint head="甲"><p>审议${ruby}工作组规则，审议方案和细则，这是一段用来占满前几行的文字。</p></hint>
table|card|<title>测试</title><table><column head="区县"/><column head="线路"/><row><cell>$ruby</cell><cell><v>12条</v></cell></row><row><cell>永川</cell><cell><v>8条</v></cell></row></table><credits><source>示例</source></credits>
timeline|tall-page|<title>测试</title><timeline><event date="2021-01-05">${ruby}通车</event><event date="2021-02-05">第二件事在${ruby}</event></timeline>
quotes|story-page|<title>测试</title><text><p>正文。</p></text><quotes><q by="居民">${ruby}的车快了。</q></quotes>
EOF

# R135: lines of a text with ruby are equally far apart, in all columns on the same heights, and far enough.
ruby_lines() { # DOCUMENT: the distances between baselines, in tenths of a point, and the gap that is wanted
    "$ZHITU" dump --stage=scene --json --root "$work" --templates "$top/templates" "$work/$1.xml" 2>/dev/null | jq -r '
        [.pages[0].items[] | select(.kind == "glyphs" and .block == "text" and .part == "text")] as $t
        | ([$t[] | select(.size > 8)] | map(.box[1] + 0.88 * .size) | map(. * 10 | round) | unique) as $y
        | [range(1; $y | length) | $y[.] - $y[. - 1]] | unique | join(" ")'
}
graphic even story-slot "<title>测试</title><text><p>${ruby}今年新开通公交线路，方便沿线居民出行，首班车早上六点发出，末班车到夜里十点。</p><p>据介绍，沿线乡镇的居民不必再到城里换乘，${ruby}的班线也在筹备之中。</p><p>${ruby}。</p></text>"
steps=$(ruby_lines even)
equal "ruby: all lines are equally far apart" 1 "$(wc -w <<<"$steps")"
check "ruby: $steps tenths of a point hold 9 pt and the ruby" test "${steps%% *}" -ge 145
sed 's/<ruby[^>]*>//g; s/<.ruby>//g' "$work/even.xml" >"$work/plain.xml"
check "without ruby lines are as far apart as ever" test "$(ruby_lines plain)" -lt 140

graphic address story-slot '<title>测试</title><text><p>报名请在规定的时间之内登录网站www.example.gov.cn/huodong/2026/baoming/index.html填写。</p><p>来信请寄xinwen-fuwu@mail.example.gov.cn信箱。</p></text>'
equal "addresses: no finding" "" "$(said address)"
equal "addresses: no line ends at a hyphen" "" "$(pdftotext -raw "$work/out/address.pdf" - | grep -e '-$')"
graphic long-word story-slot '<title>测试</title><text><p>详情请登录nnnnnnnnnnnnnnnnnnnnnn查询。</p></text>'
said long-word >/dev/null
check "five Han before a long word stand on one line" sh -c 'pdftotext -layout "$1" - | tr -d " " | grep -q 详情请登录' sh "$work/out/long-word.pdf"

# Superiors and inferiors at the edges of every text of the gallery and of data: x² in a first line, CO₂ in a last.
kinds='title|kicker|deck|lead|p|point|note|q|quote|task|result|caption|subhead|byline|name|annotation|cell'
mkdir -p "$work/edges"
cp -r "$top/data" "$work/edges/data"
cp -r "$top/templates" "$work/edges/templates"
for document in "$work"/edges/data/*.xml "$work"/edges/templates/gallery/[!g]*.xml; do
    sed -E -i "s#<($kinds)( [^>/]*)?>([^<])#&a<sup>2</sup>\3#g; s#([^>])</($kinds)>#\1 CO<sub>2</sub></\2>#g" "$document"
done
outside=$(cd "$work/edges" && "$ZHITU" check --lang en data/*.xml 2>&1
    cd templates && "$ZHITU" check --lang en --templates gallery gallery/[!g]*.xml 2>&1)
equal "superiors and inferiors stand in the boxes of their texts" "" "$(grep -E '\[(outside-box|text-overlap|unexpected-text|misplaced-element)\]' <<<"$outside")"
check "superiors are set in many texts" test "$(cat "$work"/edges/data/*.xml | grep -o '<sup>' | wc -l)" -gt 100
