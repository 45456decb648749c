# Read by the other scripts: where the project lies, and how they speak.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*"; }
die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 3
}
# As many jobs as there are processors.
jobs_count() { nproc 2>/dev/null || echo 2; }
# configure DIR OPTIONS...: only when DIR has no build file yet or the options differ.
configure() {
    local dir=$1
    shift
    local wanted="$*"
    if [ ! -e "$dir/build.ninja" ] || [ "$(cat "$dir/.options" 2>/dev/null)" != "$wanted" ]; then
        cmake -S "$root" -B "$dir" -G Ninja "$@" >"$dir.log" 2>&1 || {
            cat "$dir.log" >&2
            die "cmake failed in $dir"
        }
        mv "$dir.log" "$dir/configure.log"
        printf '%s\n' "$wanted" >"$dir/.options"
    fi
}
# further_templates NAME: the templates in the row of docs/documents.md after the first, which is the document's own;
# NAME@WIDTH in a width of it.
further_templates() {
    sed -nE "s/^\\| \`$1\` \\|[^|]*\\|([^|]*)\\|.*/\\1/p" "$root/docs/documents.md" | grep -oE '`[a-z0-9@-]+`' | tr -d '`' | tail -n +2
}
