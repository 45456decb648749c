# What a screen reader says: zhitu read, the tags of the PDF that it comes from, and the claim of PDF/UA.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

aloud() { "$ZHITU" read "$@" 2>"$work/said"; }
# says NAME FILE LINE...: each line is said, whole.
says() {
    local name=$1 file=$2 line text
    shift 2
    text=$(aloud "$file")
    for line in "$@"; do
        grep -qxF -- "$line" <<<"$text" || {
            fail "$name" "no line: $line
$text"
            return
        }
    done
    pass "$name"
}

says "a band that goes on is heard once" "$top/data/w2.xml" "标题3 2021年" "列表，5项"
equal "and no more often" 1 "$(aloud "$top/data/w2.xml" | grep -c '标题3 2021年')"
check "what is marked on a chart is said" grep -q '图上标出：2月：春节前后最少；月均397列（推算）。' <(aloud "$top/data/w2.xml")
check "key figures over brackets too" grep -q '占十场总量的63.6%（据此计算）1210.5万人次' <(aloud "$top/data/w2.xml")
says "numbers of tasks stand in their items" "$top/data/zhuangbei.xml" "列表，9项" "    01" "    标题2 产业生态圈"
says "an arrow is words" "$top/data/zhongbu.xml" "由半年调整为 1年 联席会议轮值周期"
says "a cell without figures is empty, heads are over their columns" "$top/data/chengjidan.xml" "  空；任务书；成绩单" \
    "  共建基础设施 “一张网”；任务书 加强交通基础设施建设；成绩单 基础设施互联互通加力提速；成绩单 空"
says "a caption is said once" "$top/data/yibin.xml" "图 照片" "十二月十四日，宜宾市东部产业园，重庆市党政代表团在此考察。"
says "what has no title has a name" "$top/data/rexian.xml" "文档 号码条“便民热线”，8对"

cat >"$work/photo.xml" <<'X'
<graphic xmlns="urn:zhitu:1" id="p" template="photo-slot" issue="2022-06-30"><title>题目</title>
<photo><alt>江心岛上的人群</alt><caption date="2022-06-29">代表团来到广阳岛。</caption></photo><alt>一张照片：广阳岛</alt></graphic>
X
says "the author's words of a photograph and of the whole" "$work/photo.xml" "一张照片：广阳岛" "图 江心岛上的人群"
check "the same in the tags" grep -q '江心岛上的人群' <("$ZHITU" render "$work/photo.xml" -f svg,pdf -o "$work" -q 2>/dev/null; strings -el "$work/p.pdf"; cat "$work"/*.svg)

mkdir "$work/all"
for document in "$top"/data/*.xml "$top"/data/charts/*.xml "$top"/data/pages/*.xml; do
    "$ZHITU" render "$document" -f pdf --profile screen -o "$work/all" -q >/dev/null 2>&1
done
claims=$(grep -laF '<pdfuaid:part>1</pdfuaid:part>' "$work"/all/*.pdf | wc -l)
equal "aloud: all documents claim PDF/UA-1" "$(ls "$work"/all/*.pdf | wc -l)" "$claims"
check "and there are many ($claims)" test "$claims" -gt 30
equal "nothing that is not seen is said" "" "$(for d in "$top"/data/*.xml; do aloud "$d"; done | grep $'\u200b' | head -n 3)"

cat >"$work/en.xml" <<'X'
<graphic xmlns="urn:zhitu:1" id="e" template="slot" lang="en"><title>Six places</title><names head="Cities"><name>Ankara</name><name>Bern</name></names></graphic>
X
says "in the document's language" "$work/en.xml" "document Six places" "heading 1 Six places" "list, 2 items"
equal "usage" 2 "$("$ZHITU" read >/dev/null 2>&1; echo $?)"
