# Every hint leads on: tests/hints/NAME.xml has one mistake, NAME.hint says how its message is followed to the
# letter. Lines of a .hint: "code: CODE" which finding, "said: REGEXP" what the English message holds (its groups
# are @1, @2 …), "edit: SED" what the editor then does (@1 … as found; LINE stands for the line of the finding),
# "args: OPTIONS", "also: CODE" a finding that may stay. After the edit the document has no finding of that code,
# and no error of any.
. "$(dirname "$0")/lib.sh"
cd "$top/tests/hints" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

field() { sed -n "s/^$1: //p" "$2"; }

for hint in *.hint; do
    name=${hint%.hint}
    code=$(field code "$hint") said=$(field said "$hint") args=$(field args "$hint")
    # shellcheck disable=SC2086
    first=$("$ZHITU" check --lang en $args "$name.xml" 2>&1)
    row=$(grep -E ": (error|warning|note): .*\[$code\]$" <<<"$first" | head -n 1)
    if ! [[ $row =~ $said ]]; then
        fail "$name: [$code] says $said" "$first"
        continue
    fi
    found=("${BASH_REMATCH[@]}")
    line=$(cut -d: -f2 <<<"$row")
    rm -rf "$work/d"
    cp -r . "$work/d"
    field edit "$hint" | while IFS= read -r edit; do
        for i in 1 2 3 4; do edit=${edit//"@$i"/${found[$i]-}}; done
        sed -i -E "${edit//LINE/$line}" "$work/d/$name.xml"
    done
    if cmp -s "$name.xml" "$work/d/$name.xml"; then
        fail "$name: the edit changes something"
        continue
    fi
    # shellcheck disable=SC2086
    then=$(cd "$work/d" && "$ZHITU" check --lang en --templates "$top/templates" $args "$name.xml" 2>&1)
    left=$(grep -E "\[$code\]$|: error: " <<<"$then")
    equal "$name: clean when the hint is followed" "" "$left"
done
