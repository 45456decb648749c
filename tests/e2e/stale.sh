# Scenario 1 of the trade: one number changes in a finished document.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
sed 's/46\.3万人次/48.9万人次/' "$top/data/shuanghe.xml" >shuanghe.xml
said=$("$ZHITU" render -f pdf --lang en --templates "$top/templates" shuanghe.xml -o o 2>&1)
equal "exit status 0" 0 $?
equal "one warning: the change no longer follows" "change-stale" "$(sed -nE 's/.*: warning: .*\[([a-z-]+)\]$/\1/p' <<<"$said")"
check "it says what follows" grep -q '14.8万人次.*230%' <<<"$said"
check "the PDF holds the new number" grep -q '48.9' <(pdftotext o/shuanghe.pdf -)
"$ZHITU" render -f pdf --strict --templates "$top/templates" shuanghe.xml -o s >/dev/null 2>&1
equal "--strict: exit status 1" 1 $?
check "--strict: nothing is written" test ! -e s/shuanghe.pdf
"$ZHITU" render -f pdf --templates "$top/templates" shuanghe.xml -o p >/dev/null 2>&1
check "a second run is byte-identical" cmp o/shuanghe.pdf p/shuanghe.pdf
