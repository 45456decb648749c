# judge.awk: reads `zhitu dump --stage=scene` and names what a reader would call broken:
#   torn   text that lies outside the frame of its part (a group whose lines stand in another column)
#   empty  a painted area with nothing in it (marks of charts have meaning without words)
# Prints one line a fault; nothing when the page is sound.
function depth_of(line) { match(line, /^ */); return RLENGTH / 2 }
function read_box(line) {
    match(line, /\[[^]]*\]/)
    split(substr(line, RSTART + 1, RLENGTH - 2), box, " ")
}
function inside(x, y, w, h, X, Y, W, H, slack) {
    return x >= X - slack && y >= Y - slack && x + w <= X + W + slack && y + h <= Y + H + slack
}
function value(line, name) {
    if (!match(line, " " name "=\"[^\"]*\"")) return ""
    return substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
}
{ depth = depth_of($0) }
/^ *group / {
    read_box($0)
    for (i = 1; i <= 4; i++) frame[depth, i] = box[i]
    part[depth] = value($0, "part")
    # Bars of a change are marks too: the words beside them say all that they show.
    figure[depth] = (depth > 0 && figure[depth - 1]) || $0 ~ /\] Figure/ || part[depth] == "bars"
    next
}
/^ *glyphs / {
    read_box($0)
    match($0, /\] [^ ]+ [0-9.]+ /)
    split(substr($0, RSTART, RLENGTH), word, " ")
    size = word[3]
    match($0, /"[^"]*"/)
    text = substr($0, RSTART, RLENGTH)
    # em boxes reach over the ink, and side bearings hang out
    for (d = depth - 1; d >= 0; d--)
        if (part[d] != "" && frame[d, 3] > 0 && frame[d, 4] > 0 &&
            !inside(box[1], box[2], box[3], box[4], frame[d, 1], frame[d, 2], frame[d, 3], frame[d, 4], 0.4 * size)) {
            print "torn: " text " outside " part[d]
            break
        }
}
/^ *(glyphs|path|image) / {
    read_box($0)
    n++
    for (i = 1; i <= 4; i++) thing[n, i] = box[i]
    painted[n] = $1 == "path" && $0 ~ /\] fill=/ && !figure[depth - 1] && box[3] > 14 && box[4] > 14
    what[n] = part[depth - 1] == "" ? "area" : part[depth - 1]
}
END {
    for (a = 1; a <= n; a++) {
        if (!painted[a]) continue
        holds = 0
        for (b = 1; b <= n && !holds; b++)
            holds = b != a && inside(thing[b, 1], thing[b, 2], thing[b, 3], thing[b, 4],
                thing[a, 1], thing[a, 2], thing[a, 3], thing[a, 4], 1)
        if (!holds) print "empty: " what[a] " at " thing[a, 1] " " thing[a, 2]
    }
}
