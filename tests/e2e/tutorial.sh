# docs/tutorial.md and docs/tutorial.en.md, done step by step in an empty folder: every box of commands ends as it
# says, and every line of a box of text is in what the commands before it have said.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$(realpath "$ZHITU")" "$work/bin/zhitu"
PATH=$work/bin:$PATH

# boxes FILE: a folder 001, 002 … of boxes, each with `info` (the words behind ```) and `text`.
boxes() {
    awk -v out="$2" '
        /^```/ && !open { open = 1; n++; dir = sprintf("%s/%03d", out, n); system("mkdir -p " dir)
            print substr($0, 4) >(dir "/info"); printf "" >(dir "/text"); next }
        /^```/ { open = 0; close(dir "/text"); close(dir "/info"); next }
        open { print >(dir "/text") }
    ' "$1"
}

for page in tutorial tutorial.en; do
    mkdir -p "$work/$page/boxes" "$work/$page/paper"
    boxes "$top/docs/$page.md" "$work/$page/boxes"
    cd "$work/$page/paper" || exit 1
    said=
    steps=0
    texts=0
    for box in "$work/$page/boxes"/*; do
        info=$(cat "$box/info") name="$page $(basename "$box")"
        case $info in
        xml\ file=*) cp "$box/text" "${info#*=}" ;;
        sh | sh\ exit=*)
            steps=$((steps + 1))
            said=$(bash -e "$box/text" 2>&1)
            status=$?
            want=0
            [ "$info" = sh ] || want=${info#*=}
            if [ $status = "$want" ]; then pass "$name ends with $want"; else fail "$name ends with $want" "$status: $said"; fi
            ;;
        text)
            texts=$((texts + 1))
            while IFS= read -r line; do
                check "$name: $line" grep -qF -- "$line" <<<"$said"
            done <"$box/text"
            ;;
        *) fail "$name: a box of a kind that nobody runs" "$info" ;;
        esac
    done
    check "$page has its steps" test "$steps" -ge 12 -a "$texts" -ge 10
    check "$page: what it promises is there" test -s out/keliu.pdf -a -s zhoumo/keliu.pdf -a -s grid/keliu.png -a -s press/keliu.pdf
done
# Both do the same: the files are equal, and the commands but for the language of what is said.
files() { awk '/^```(xml|sh)/ { open = 1; print; next } /^```/ { open = 0 } open' "$1" | sed 's/ --lang en//'; }
check "both languages do the same" diff <(files "$top/docs/tutorial.md") <(files "$top/docs/tutorial.en.md")
