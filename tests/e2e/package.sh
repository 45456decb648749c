# The Debian packages: built from what cmake installs, put by dpkg into a root folder that holds what they declare and
# nothing else, by the steps of packaging/Containerfile, without a network; what is rendered there are the bytes of
# here. Then the job of docs/scale.md, as it stands there, in that root.
. "$(dirname "$0")/lib.sh"
build=$(dirname "$ZHITU")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
for tool in dpkg-deb dpkg-shlibdeps unshare; do
    command -v $tool >/dev/null || {
        skip "packages" "no $tool: scripts/setup installs it"
        exit 0
    }
done
[ -e "$build/cmake_install.cmake" ] || {
    skip "packages" "$build is no folder of a build"
    exit 0
}

# ---- the packages
if ! said=$("$top/scripts/make-deb" --build "$build" "$work/packages" 2>&1); then
    fail "scripts/make-deb" "$said"
    exit 0
fi
deb=$(echo "$work"/packages/zhitu_*.deb) dev=$(echo "$work"/packages/libzhitu-dev_*.deb)
check "two packages" test -s "$deb" -a -s "$dev"
equal "what dpkg reads of it" "zhitu $("$ZHITU" --version | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1)" \
    "$(dpkg-deb -f "$deb" Package Version | sed 's/.*: //' | xargs)"
dpkg-deb -c "$deb" >listed
mv listed "$work/listed"
equal "all of it is root's, none writable by others" "" "$(awk '$2 != "root/root" || ($1 !~ /^l/ && $1 ~ /^.....w|^........w/)' "$work/listed")"
equal "templates: all of them" "$(cd "$top" && find templates -type f | sort)" \
    "$(sed -n 's,.* \./usr/share/zhitu/\(templates/.*[^/]\)$,\1,p' "$work/listed" | sort)"
for name in bin/zhitu share/zhitu/fonts/fonts.lock share/man/man1/zhitu-render.1.gz share/zsh/site-functions/_zhitu \
    share/bash-completion/completions/zhitu share/doc/zhitu/copyright share/doc/zhitu/changelog.gz; do
    check "there is $name" grep -q " \./usr/$name$" "$work/listed"
done
# Each library that the program opens by name, and each font of the lock, is of a package that is declared.
for name in libfontconfig1 libcairo2 libpango-1.0-0 libqpdf29 liblcms2-2 libharfbuzz-subset0 fonts-noto-cjk fonts-noto-cjk-extra; do
    check "it depends on $name" grep -qE "(^|, )$name( \(|,|$)" <(dpkg-deb -f "$deb" Depends)
done

# The library: whoever unpacks the package anywhere can build against it.
dpkg-deb -x "$dev" "$work/dev"
export PKG_CONFIG_PATH=$work/dev/usr/lib/pkgconfig
# shellcheck disable=SC2046
check "a program is built with what libzhitu-dev brings" ${CC:-cc} -std=c11 -o "$work/example" "$top/docs/example.c" \
    $(pkg-config --define-variable=prefix="$work/dev/usr" --cflags --libs zhitu)
unset PKG_CONFIG_PATH

# ---- a root with nothing else, and the steps of the container file
root=$work/root
if ! said=$("$top/scripts/make-root" "$root" "$deb" apt 2>&1); then
    fail "scripts/make-root" "$said"
    exit 0
fi
rc=0
"$top/scripts/in-root" "$root" true 2>"$work/err" || rc=$?
if [ $rc = 125 ]; then
    skip "in a root of its own" "no namespaces here"
    exit 0
fi
equal "a root of its own: no program of ours, no compiler, no network" "0 no no 0" \
    "$rc $("$top/scripts/in-root" "$root" sh -c 'command -v zhitu gcc git >/dev/null && echo yes || echo no; ls /usr/share/zhitu 2>/dev/null || echo no; grep -c : /proc/net/route' | xargs)"
if ! said=$("$top/tests/tools/run-container-file" "$top/packaging/Containerfile" "$work/packages" "$root" 2>&1); then
    fail "the steps of packaging/Containerfile" "$said"
    exit 0
fi
pass "the steps of packaging/Containerfile"
env=()
while read -r each; do env+=(--env "$each"); done <"$root.env"
in_root() { "$top/scripts/in-root" "${env[@]}" --at /work "$@"; } # [--user] ROOT COMMAND...
equal "dpkg finds every file as it was packed" "0" "$(in_root "$root" dpkg --verify zhitu >"$work/said" 2>&1; grep -cv '/man/\|/doc/' "$work/said")"
equal "dpkg: installed" "install ok installed" "$(in_root "$root" dpkg-query -W -f '${Status}' zhitu)"

# ---- what is rendered there
for name in w1 w2 shuanghe zhongbu zhuyin; do cp "$top/data/$name.xml" "$root/work/"; done
cp -r "$top/data/photos" "$top/data/english" "$root/work/"
cat >"$root/work/scripts.xml" <<'X'
<graphic xmlns="urn:zhitu:1" id="scripts" template="brief" issue="2024-05-06">
  <title>བཀྲ་ཤིས་བདེ་ལེགས 扎西德勒</title>
  <lead>藏文由 Pango 分段。</lead>
</graphic>
X
"$ZHITU" list templates | cut -f 1 | grep -qx brief || sed -i 's/ template="brief"//' "$root/work/scripts.xml"
chmod -R a+rwX "$root/work"
documents="w1.xml w2.xml shuanghe.xml zhongbu.xml zhuyin.xml photos/jiangan.xml english/circle.xml"
# shellcheck disable=SC2086
in_root --user "$root" zhitu render $documents -f pdf,png,svg,html,csv -o there >"$work/said" 2>&1
status=$?
# shellcheck disable=SC2086
(cd "$root/work" && "$ZHITU" render $documents --root "$root/work" --templates "$top/templates" -f pdf,png,svg,html,csv -o "$work/here" >"$work/said.here" 2>&1)
equal "rendered by an ordinary user: status" "$?" "$status"
check "as many files" test "$(ls "$work/here" | wc -l)" -ge 35
equal "the bytes of here" "" "$(diff -rq -x .zhitu "$work/here" "$root/work/there" 2>&1)"
in_root --user "$root" zhitu render photos/jiangan.xml --profile press -f pdf -o press >"$work/said" 2>&1
equal "for the press, photographs too" "0 jiangan.pdf" "$? $(ls "$root/work/press" | xargs)"
in_root --user "$root" zhitu preflight there/w1.pdf >"$work/said" 2>&1
check "PDF are read there" test $? -le 1
check "scripts beyond Han and Latin" test -z "$(in_root --user "$root" zhitu typeset --lang en 'བཀྲ་ཤིས' 2>&1 >/dev/null | grep -i pango)"
equal "the lock holds there" "0" "$(in_root --user "$root" zhitu fonts >"$work/said" 2>&1; echo $?)"
equal "its help is there" "1" "$(in_root "$root" zhitu --help --lang en | grep -c '^usage: zhitu')"
# Where nothing is mounted at all, the program finds its templates by the name it was started by.
"$top/scripts/in-root" "$root" sh -c 'umount -l /proc; cd /work && zhitu render w1.xml -f pdf -o bare' >"$work/said" 2>&1
equal "without /proc" "" "$(cmp "$root/work/bare/w1.pdf" "$work/here/w1.pdf" 2>&1)"

# ---- the job of docs/scale.md: thirty regions, last month and this
mkdir -p "$root/work/job/this" "$root/work/job/last"
cp "$top/docs/job/publish" "$root/work/job/"
region() { # NUMBER MONTH
    awk -v n="$1" -v month="$2" 'BEGIN {
        id = sprintf("region-%02d", n)
        printf "<graphic xmlns=\"urn:zhitu:1\" id=\"%s\" template=\"rank\" issue=\"2024-0%d-06\">\n", id, month
        printf "  <title>第%d区各街道客流排行</title>\n  <deck>2024年%d月，单位：万人次</deck>\n", n, month - 1
        printf "  <chart kind=\"rank\" id=\"flow\"><data key=\"街道\" unit=\"万人次\" period=\"2024-0%d\" sort=\"desc\">\n", month - 1
        for (i = 1; i <= 7 + n % 4; i++)
            printf "    <item key=\"第%d街道\"><v>%d.%d</v></item>\n", i, 900 - 60 * i - n, (n + (n % 3 ? month : 0)) % 10
        printf "  </data></chart>\n  <credits><source>示例数据</source><art by=\"示例\"/></credits>\n</graphic>\n"
    }'
}
for n in $(seq 30); do
    name=region-$(printf %02d "$n").xml
    [ "$n" = 30 ] || region "$n" 5 >"$root/work/job/last/$name"
    region "$n" 6 >"$root/work/job/this/$name"
done
region 31 5 >"$root/work/job/last/region-31.xml"
chmod -R a+rwX "$root/work/job"
job() { "$top/scripts/in-root" "${env[@]}" --user --at /work/job "$root" sh publish this last site >"$work/log" 2>&1; }
job
equal "the job: status" "0" "$?"
equal "thirty graphics in three formats" "30 30 30" \
    "$(for ext in pdf png html; do ls "$root/work/job/site" | grep -c "^region-[0-9]*\.$ext$"; done | xargs)"
equal "what changed since last month is told of each" "29 29" \
    "$(ls "$root/work/job/site/changes" | grep -c '\.txt$') $(ls "$root/work/job/site/changes" | grep -c -- '-changes\.pdf$')"
check "its last line says it all" grep -qx 'published in site: 30 documents, 29 changed, new: region-30, gone: region-31' "$work/log"
check "its log is short" test "$(wc -l <"$work/log")" -le 6
cp -r "$root/work/job/site" "$work/first"
job
equal "again: the same site" "0 " "$? $(diff -r "$work/first" "$root/work/job/site")"
# A figure that slipped stops it, by file and line, and the site stays.
sed -i 's,<v>\(8[0-9]*\)\.,<v>\19.,' "$root/work/job/this/region-07.xml"
job
equal "a figure ten times that of last month: status 1" "1" "$?"
check "the log says which, where and what" grep -qE '^this/region-07\.xml:[0-9]+:[0-9]+: .*\[scale-jump\]' "$work/log"
equal "the site is that of before" "" "$(diff -r "$work/first" "$root/work/job/site")"

# ---- and out again
in_root "$root" dpkg -r zhitu >"$work/said" 2>&1
equal "removed: nothing of it is left" "" "$(cd "$root" && find usr -name '*zhitu*' ! -path '*/man/*')"
