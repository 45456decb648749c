# Nothing runs for ever, nothing dies: inputs that ask for too much, or that once cost far more than they
# print. Each ends within seconds of CPU time, with status 0 or 1, and says where it is too much.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
seconds=10
case $(basename "$(dirname "$ZHITU")") in *asan*) seconds=60 ;; esac

# says NAME STATUS CODE FILE [OPTIONS...]: ends in time with this status and names this code ("" = none asked for).
says() {
    local name=$1 wanted=$2 code=$3 got=0 said
    shift 3
    said=$(ulimit -t $seconds && "$ZHITU" check --templates "$work/templates" "$@" 2>&1) || got=$?
    if [ "$got" != "$wanted" ]; then
        fail "$name" "status $got, wanted $wanted: $said"
    elif [ -n "$code" ] && ! grep -qF "[$code]" <<<"$said"; then
        fail "$name" "no [$code] in: $said"
    else
        pass "$name"
    fi
}
document() { # NAME TEMPLATE BODY
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<graphic xmlns="urn:zhitu:1" id="%s" template="%s" issue="2022-06-26">\n%s\n</graphic>\n' \
        "$1" "$2" "$3" >"$work/$1.xml"
}
times() { # TEXT COUNT
    awk -v text="$1" -v count="$2" 'BEGIN { for (i = 0; i < count; i++) printf "%s", text }'
}
template() { # NAME [SETS]: charts and groups on a narrow page of any height
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<template xmlns="urn:zhitu:1" name="%s" theme="chongqing"><page size="120mm auto" margin="8mm" max="300mm"/><column gap="3"><place select="title"/>%s<place select="credits"/></column></template>\n' \
        "$1" "$2" >"$work/templates/$1.xml"
}
mkdir -p "$work/templates"
cp "$top"/templates/*.xml "$work/templates/"

# ---- how long a text may be
document title narrow "<title>$(times 字 201)</title>"
says "a title of 201 characters" 1 title-too-long "$work/title.xml"
document title200 narrow "<title>$(times 字 200)</title>"
said=$("$ZHITU" check --templates "$work/templates" "$work/title200.xml" 2>&1)
check "a title of 200 is not called too long" test -z "$(grep -F title-too-long <<<"$said")"
document head narrow "<title>题</title><timeline><event date=\"2020-01-01\"><head>$(times 字 201)</head>事</event></timeline>"
says "the head of an event" 1 title-too-long "$work/head.xml"
document text narrow "<title>题</title><text><p>$(times 字 20001)</p></text>"
says "a paragraph of 20,001" 1 text-too-long "$work/text.xml"
document inline narrow "<title>题</title><text><p><em>$(times 字 20001)</em></p></text>"
says "the same in an inline element" 1 text-too-long "$work/inline.xml"
document attribute narrow "<title>题</title><chart kind=\"bar\"><data unit=\"家\"><item key=\"$(times 字 2001)\"><v>1</v></item></data></chart>"
says "an attribute of 2,001" 1 cell-too-long "$work/attribute.xml"
{ echo 'k,v'; echo "$(times 字 2001),3"; echo '乙,4'; } >"$work/long.csv"
document import narrow '<title>题</title><chart kind="bar"><data unit="家"><import href="long.csv" map="key=k v=v"/></data></chart>'
says "a cell of a table" 1 cell-too-long "$work/import.xml"
said=$("$ZHITU" check --templates "$work/templates" "$work/import.xml" 2>&1)
check "a cell of a table is named by its line" grep -q 'long.csv:2:.*\[cell-too-long\]' <<<"$said"
document much narrow "<title>题</title><text>$(times "<p>$(times 字 1000)</p>" 101)</text>"
says "a document of 101,000" 1 too-much-text "$work/much.xml"
document elements narrow "<title>题</title><text>$(times '<p/>' 50001)</text>"
says "50,001 elements" 1 too-much-text "$work/elements.xml"
document attributes narrow "<title$(awk 'BEGIN { for (i = 0; i < 200000; i++) printf " a%d=\"\"", i }')>题</title>"
says "200,000 attributes on one element" 1 limit-attributes "$work/attributes.xml"
document comment narrow "<!-- $(times 'a="" ' 2000) --><title>题</title><text><p><![CDATA[<a $(times 'a="" ' 2000)>]]></p></text>"
said=$("$ZHITU" check --templates "$work/templates" "$work/comment.xml" 2>&1)
check "what looks like attributes in comments and CDATA is none" test -z "$(grep -F limit-attributes <<<"$said")"

# ---- what once never ended, or cost its square
donut='<chart kind="donut"><title>构成</title><data unit="亿元"><item key="甲"><v>%s</v></item><item key="乙"><v>%s</v></item></data></chart>'
for pair in "3.0 12.5" "0.1 99.9" "1 1000000"; do
    # shellcheck disable=SC2086,SC2059
    document donut strip-narrow "<title>题</title>$(printf "$donut" $pair)"
    check "a ring in a strip ($pair)" timeout 10 "$ZHITU" check --templates "$work/templates" "$work/donut.xml"
done
document trillion narrow '<title>题</title><chart kind="donut"><data unit="%"><item key="甲"><v>5万亿</v></item><item key="乙"><v>1</v></item></data></chart>'
says "a share of 5 万亿 per cent" 1 share-out-of-range "$work/trillion.xml"
document numerals narrow "<title>题</title><hint><p>$(times 一百二十三 1600)</p></hint>"
says "8,000 Han numerals" 1 overset "$work/numerals.xml"
document runs narrow "<title>题</title><hint>$(times "<p>$(times 一百二十三 3600)</p>" 5)</hint>"
says "five paragraphs of 18,000 numerals" 1 overset "$work/runs.xml"
document open narrow "<title>题</title><hint><p>$(times （ 19000)</p></hint>"
says "19,000 brackets that nobody closes" 1 overset "$work/open.xml"
document prefixes narrow "<title $(awk 'BEGIN { for (i = 0; i < 990; i++) printf " xmlns:a%d=\"urn:%d\"", i, i }')>题</title>"
says "990 prefixes" 1 limit-attributes "$work/prefixes.xml"
document wrong narrow "<title>题</title>$(times '<x y="z"/>' 40000)"
says "40,000 elements that are none" 1 unknown-element "$work/wrong.xml"
document points card-board "<title>题</title><groups><group head=\"甲\"><point label=\"数\"><v main=\"yes\">31家</v></point>$(times '<point label="户" optional="yes"><v>9户</v></point>' 800)</group></groups>"
says "800 optional points" 0 optional-dropped "$work/points.xml"

# ---- parameters of templates
groups='<title>题</title><groups><group head="甲"><point label="数"><v main="yes">31家</v></point><point label="户"><v>9户</v></point></group></groups>'
document groups none "$groups"
for pair in cells=1000000000 cells=-3 cells=2.5 part-figures=none lead-ratio=-1 lead-ratio=100000 hatch-pitch=0 hatch-pitch=0.00001mm cell-width=99999999mm; do
    template bad "<place select=\"groups\" variant=\"cards\"><set name=\"${pair%=*}\" value=\"${pair#*=}\"/></place>"
    says "the parameter $pair is refused" 1 bad-value -t bad "$work/groups.xml"
done
template good '<place select="groups" variant="cards"><set name="cells" value="3"/><set name="hatch-pitch" value="0.5mm"/></place>'
says "parameters in their range are taken" 0 "" -t good "$work/groups.xml"
template near '<place select="groups" variant="cards"><set name="hatch-pich" value="1mm"/></place>'
said=$("$ZHITU" check --lang en --templates "$work/templates" -t near "$work/groups.xml" 2>&1)
check "the last of many parameters is suggested" grep -q 'hatch-pitch' <<<"$said"
line='<chart kind="line"><data unit="万人次"><item key="2019"><v>3</v></item><item key="2020"><v>5</v></item><item key="2021"><v>4</v></item></data></chart>'
column=${line/line/column}
document two none "<title>题</title>$line$column"
document two-turned none "<title>题</title>$column$line"
# A name means one thing: the height of columns is a length, that of a line chart a share of its width.
for pair in height=0.4 height-ratio=40mm; do
    template pair "<place select=\"chart\"><set name=\"${pair%=*}\" value=\"${pair#*=}\"/></place>"
    says "$pair suits neither of two charts" 1 bad-value -t pair "$work/two.xml"
    says "$pair, the charts turned round" 1 bad-value -t pair "$work/two-turned.xml"
done
template pair '<place select="chart"><set name="height" value="40mm"/><set name="height-ratio" value="0.4"/></place>'
says "each chart takes its own height" 0 "" -t pair "$work/two.xml"
template em '<place select="groups"/><place select="chart"><set name="column-max" value="3em"/></place>'
says "em of the labels" 0 "" -t em "$work/two.xml"
document strip none '<title>题</title><strip head="热线"><pair label="报料">966988</pair></strip>'
template em '<place select="strip"><set name="pair-gap" value="2em"/></place>'
says "a length that has no size to be of takes no em" 1 bad-value -t em "$work/strip.xml"
# spare= is an order: what is no step of it is named with the steps there are; another order, another page.
spare() { # ORDER
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<template xmlns="urn:zhitu:1" name="spare" theme="chongqing"><page size="120mm 110mm" margin="8mm"/><column gap="3..8" spare="%s"><place select="title"/><place select="text"/><place select="credits"/></column></template>\n' \
        "$1" >"$work/templates/spare.xml"
}
document spared spare "<title>题</title><text><p>$(times 江水东流人家两岸 7)</p><p>$(times 人家两岸江水东流 8)</p></text>"
spare "gaps leading grows"
says "an unknown word of spare= is an error" 1 bad-value "$work/spared.xml"
said=$("$ZHITU" check --lang en --templates "$work/templates" "$work/spared.xml" 2>&1)
check "the words of spare= are named" grep -q 'grows.*gaps.*leading.*grow' <<<"$said"
for order in "gaps" "leading gaps" "grow gaps" "gaps leading grow"; do
    spare "$order"
    says "spare=\"$order\" is taken" 0 "" "$work/spared.xml"
    "$ZHITU" dump --stage=scene --templates "$work/templates" "$work/spared.xml" >"$work/${order// /-}.scene"
done
check "leading before gaps is another page" test 1 = "$(cmp -s "$work/gaps.scene" "$work/leading-gaps.scene"; echo $?)"
check "sizes before gaps are another page" test 1 = "$(cmp -s "$work/leading-gaps.scene" "$work/grow-gaps.scene"; echo $?)"
check "the list of parameters says what may be written" grep -q 'strip-cells = 10 .*\[whole number 3..100\]' <<<"$("$ZHITU" list charts --verbose --lang en)"
