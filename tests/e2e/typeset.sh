# zhitu typeset: the examples of docs/typesetting.md through the command line, and the form of the output.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

set_text() { # TEXT [OPTIONS...]
    local text=$1
    shift
    printf '%s\n' "$text" | "$ZHITU" typeset --templates "$top/templates" "$@" -
}
# field NAME FIELD WANTED TEXT [OPTIONS...]
field() {
    local name=$1 key=$2 wanted=$3
    shift 3
    equal "$name" "$wanted" "$(set_text "$@" | jq -c -r ".$key" 2>&1)"
}
width() { # NAME WANTED TEXT [OPTIONS...]: of the whole text, em
    local name=$1 wanted=$2
    shift 2
    equal "$name" "$wanted" "$(set_text "$@" | jq -c '[.advances[], (.gaps[] | .[1])] | add * 1000 | round / 1000')"
}

# ---- the form
equal "keys and their order" '["text","breaks","advances","gaps","orient","lines"]' \
    "$(set_text '文' | jq -c 'keys_unsorted')"
equal "an empty line has empty values" \
    '{"text":"","breaks":"","advances":[],"gaps":[],"orient":"","lines":[]}' "$(set_text '')"
equal "one object a paragraph" 3 "$(set_text $'一\n\n三' | wc -l)"
equal "no line feed at the end" 1 "$(printf '文' | "$ZHITU" typeset --templates "$top/templates" - | wc -l)"
equal "no text, no objects" "" "$(printf '' | "$ZHITU" typeset --templates "$top/templates" -)"
printf '\357\273\277甲\r\n乙\r\n' >"$work/dos.txt"
equal "a file from Windows" "甲 乙" \
    "$("$ZHITU" typeset --templates "$top/templates" "$work/dos.txt" | jq -r .text | paste -sd' ')"
field "indexes are code points" 'orient | length' 3 '文𠮷字'
field "orient is U when horizontal" orient UUUUU '“中”A1'
field "without a width one line" lines '[[0,3,3,0]]' '一二三'

# ---- R10 to R13
field "R10 重庆·成都" advances '[1,1,0.5,1,1]' '重庆·成都'
width "R10 重庆·成都 is 4.5 em" 4.5 '重庆·成都'
width "R10 a dash is 2 em" 4 '山——水'
width "R10 an ellipsis is 2 em" 5 '等等……人'
field "R10 京—沪～杭" advances '[1,1,1,1,1]' '京—沪～杭'
field "R11 ？！" advances '[1,0.5,0.5,1]' '啊？！啊'
field "R12 ）。" advances '[1,0.5,1,1]' '文）。文'
field "R12 ：“" advances '[1,1,0.5,1]' '说：“好'
field "R12 “《" advances '[1,1,0.5,1]' '的“《双'
field "R12 （？）" advances '[1,1,0.5,1,1]' '文（？）文'
width "R12 》——《 keeps 1+2+1" 6 '书》——《书'
field "R13 kaiming" advances '[1,0.5,1,1,0.5]' '好，走。“' --style kaiming
field "R13 banjiao" advances '[1,0.5,1,0.5]' '好，走。' --style banjiao

# ---- R16 to R18, R30 to R37
field "R16 none" breaks '÷÷÷' '甲，乙甲' --level none
field "R16 loose" breaks '×÷÷÷÷' '甲，乙／丙甲' --level loose
field "R16 normal" breaks '×÷××÷' '甲，乙／丙甲' --level normal
field "R16 strict" breaks '÷××÷' '甲乙……丙' --level strict
field "CLREQ basic: a solidus may end a line" breaks '×÷×÷÷' '甲，乙／丙甲' --level clreq-basic
field "R17 ：|“" breaks '×÷×' '说：“好'
field "R30, typesetting.md 14: ……" breaks 'p×÷' '等……人'
field "R31 1054.5" breaks '×××××' '1054.5'
field "R31 a date in digits" breaks '×××××××××' '2022-06-24'
field "R32 212%" breaks '×××' '212%' --level none
field "R34 1054.5亿元" breaks '×××××pp' '1054.5亿元'
field "R35 1月17日" breaks '×pp×p' '11月17日'
field "R36 1—5月" breaks '×pp' '1—5月'

# ---- lines
field "R20 at a line's end" advances '[1,1,1,1,0.5,1,1,1,1]' '一二三四，五六七八' --width 4.5
field "R21 at a line's start" advances '[0.5,1,1]' '“双核' --width 4
equal "a line is its advances, its gaps and what was adjusted" true "$(
    set_text '“双核”联动成效显著，2022年1—5月全市GDP 增长7.5%，达1054.5亿元（含区县）。' --width 13 --justify \
        --spacing spaced | jq '. as $o | [.lines[] | . as $l | (([range($l[0]; $l[1]) | $o.advances[.]] | add)
            + ([$o.gaps[] | select(.[0] >= $l[0] and .[0] < $l[1]) | .[1]] | add // 0) + $l[3] - $l[2])
            | . > -0.0001 and . < 0.0001] | all')"
equal "justified lines are flush" true "$(
    set_text '全市工业生产总体平稳，主要产品产量保持增长，企业效益逐步恢复，重点项目建设加快推进。' --width 13 --justify |
        jq '[.lines[:-1][][2]] | all(. > 12.999 and . < 13.001)')"
field "the indent is no part of the line" 'lines[0]' '[0,8,8,0]' '一二三四五六七八九十' --width 10 --indent 2
field "R60 spaced" gaps '[[1,0.125],[3,0.125]]' '共40辆' --spacing spaced
field "R60 news" gaps '[]' '共40辆'
field "R62 one gap in 增长212%。" gaps '[[2,0.25]]' '增长212%。' --spacing book

# ---- columns
field "R71 forms of marks" orient UUVUU '重庆，成都' --vertical
field "R71 quotes" orient VUUV '“双核”' --vertical
field "R72 two digits" orient TTU '40辆' --vertical
field "R72 four digits" orient RRRRU '2022年' --vertical
field "R72 one digit" orient UU '5月' --vertical
field "R70 the plain property" orient URRVVVURRU '中A“，（：％—1①' --plain-orientation

# ---- what is plain
check "UAX #50: characters that no font has" "$ZHITU" typeset --templates "$top/templates" --plain-orientation - \
    < <(printf '\360\236\270\200\360\237\230\200\n')
version=$(sed -n '1,2s/.*(UAX #50) of Unicode \([0-9.]*\),.*/\1/p' "$top/gen/text/unicode_orient.c")
check "the tables name their Unicode ($version)" test -n "$version"
for lang in zh en; do
    case $("$ZHITU" typeset --help --lang $lang) in
    *"$version"*) pass "--help --lang $lang names Unicode $version" ;;
    *) fail "--help --lang $lang names Unicode $version" ;;
    esac
done

# ---- the picture, faults
set_text $'“双核”联动\n成效显著' --width 10 --png "$work/p.png" >/dev/null
equal "--png is a PNG" "89504e47" "$(head -c 4 "$work/p.png" 2>/dev/null | od -An -tx1 | tr -d ' ')"
ends() { # NAME WANTED INPUT ARGS...
    local name=$1 wanted=$2 input=$3 got=0
    shift 3
    # shellcheck disable=SC2059
    printf "$input" | "$ZHITU" typeset --templates "$top/templates" "$@" >/dev/null 2>&1 || got=$?
    equal "$name" "$wanted" "$got"
}
ends "no file named" 2 ''
ends "no such level" 2 'a' --level tight -
ends "another role than the first" 0 'a' --font title -
ends "a role twice" 2 'a' --font title --font body -
ends "no such role" 1 'a' --font bodyy -
ends "not UTF-8" 1 '\377' -
ends "no glyph" 1 '\360\237\230\200' -
ends "no such file" 3 '' "$work/none.txt"
ends "no such family" 3 'a' --family 'No Such Family' -
(cd / && printf '文\n' | "$ZHITU" typeset --templates "$top/templates" - >/dev/null 2>&1)
equal "from any folder" 0 $?
