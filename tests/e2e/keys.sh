# What an output depends on, one thing flipped at a time: exactly the documents that depend on it are made anew, and then
# none. Documents of a project in which each needs something of its own.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
cd "$work" || exit 1
cp -r "$top/templates" . && mkdir docs program fonts && cp "$top/fonts/fonts.lock" fonts && cp "$ZHITU" program/zhitu
cp "$top/data/photos/jiangan.xml" docs/photo.xml && sed -i 's/id="jiangan"/id="photo"/' docs/photo.xml && cp "$top"/data/photos/*.jpg "$top"/data/photos/*.png docs
cp "$top/data/bianjie.xml" docs/icon.xml && sed -i 's/id="bianjie"/id="icon"/' docs/icon.xml
cp "$top/data/jichang.xml" docs/table.xml && sed -i 's/id="jichang"/id="table"/' docs/table.xml && cp "$top/data/jichang.csv" docs
cp "$top/data/w1.xml" docs/plain.xml && sed -i 's/id="w1"/id="plain"/' docs/plain.xml
echo '<project xmlns="urn:zhitu:1" house="words.xml"><level code="asof-missing" as="off"/></project>' >zhitu.xml
echo '<house xmlns="urn:zhitu:1"><avoid>惨遭</avoid></house>' >words.xml
made() { program/zhitu render --lang en docs -o out -f pdf -v -j 2 "$@" 2>err | sed -nE 's/^out\/(.*)\.pdf$/\1/p' | xargs; }
all="icon photo plain table"
equal "at first all" "$all" "$(made)"
equal "then none" "" "$(made)"
flip() { # NAME WANTED COMMAND...
    local name=$1 wanted=$2
    shift 2
    "$@"
    equal "$name" "$wanted" "$(made "${options[@]}")"
    equal "$name: and no more" "" "$(made "${options[@]}")"
}
options=()
icon=$(sed -nE 's/.* icon="([a-z-]+)".*/\1/p' docs/icon.xml | head -n 1)
flip "a photograph" photo sh -c 'cp docs/jiangan-2.jpg docs/jiangan-1.jpg'
flip "an icon" icon sed -i 's/<svg /<svg  /' "templates/icons/$icon.svg"
flip "an icon that none uses" "" sed -i 's/<svg /<svg  /' templates/icons/anchor.svg
flip "a table" table sed -i 's/成都双流,5981000/成都双流,5982000/' docs/jichang.csv
flip "a level of the project" "$all" sed -i 's/as="off"/as="note"/' zhitu.xml
flip "the house list" "$all" sed -i 's/惨遭/惨遇/' words.xml
flip "a house list that is gone is an error" "" sh -c 'mv words.xml kept'
flip "and back" "" mv kept words.xml
flip "an accept" plain sed -i 's|</graphic>|<accept check="asof-missing" why="试"/></graphic>|' docs/plain.xml
flip "a lock of fonts" "$all" sh -c 'echo "# " >>fonts/fonts.lock'
flip "bytes behind the program, which are none of it" "" sh -c 'printf x >>program/zhitu'
another_build() { # its build id, by which it is known, has another last byte
    local id at
    id=$(readelf -n program/zhitu 2>/dev/null | sed -n 's/.*Build ID: //p')
    at=$(LC_ALL=C grep -aobP "$(sed 's/../\\x&/g' <<<"$id")" program/zhitu | head -n 1 | cut -d : -f 1)
    { [ "${id: -2}" = 00 ] && printf '\1' || printf '\0'; } | dd of=program/zhitu bs=1 seek=$((at + ${#id} / 2 - 1)) conv=notrunc 2>/dev/null
}
flip "the program" "$all" another_build
flip "a file beside them" "" sh -c 'echo x >docs/other.csv'
options=(--level credit-missing=off)
equal "a level of the call" "$all" "$(made "${options[@]}")"
equal "and the same again" "" "$(made "${options[@]}")"
options=(--level credit-missing=note)
equal "another one" "$all" "$(made "${options[@]}")"
program/zhitu check --write-baseline known docs >/dev/null 2>&1
options=(--baseline known)
equal "a baseline" "$all" "$(made "${options[@]}")"
flip "what it knows" "$all" sh -c 'head -n -1 known >k && mv k known'
options=(--profile press)
equal "the profile" "$all" "$(made "${options[@]}")"
flip "the profile of the paper" "$all" sh -c 'printf "\0" >>templates/newsprint-240.icc'
options=()
equal "which the screen does not need" "$all" "$(made)"
equal "and then none at all" "" "$(made)"
