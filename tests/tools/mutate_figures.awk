# mutate_figures.awk -v seed=N -v most=K -v told=FILE: a document in which up to K figures have another digit; FILE gets
# "was TAB is" of each, in the order of the document. Figures are the phrases of v, change, rank, share and target.
function lot(n) { state = (state * 1103515245 + 12345) % 2147483648; return int(state / 65536) % n }
function phrase_end(at) { return at + index(substr(text, at), "<") - 1 }
BEGIN { ORS = ""; count = 0; state = seed * 7919 + 17; for (i = 0; i < 9; i++) lot(2) }
{ text = text $0 "\n" }
END {
    at = 1
    while (match(substr(text, at), /<(v|change|rank|share|target)( [^>]*[^>\/])?>[^<]*[0-9][^<]*</)) {
        whole = substr(text, at + RSTART - 1, RLENGTH)
        gt = index(whole, ">")
        first[count] = at + RSTART - 1 + gt
        length_[count] = RLENGTH - gt - 1
        count++
        at = at + RSTART - 1 + RLENGTH - 1
    }
    if (count == 0) { print text; exit }
    wanted = 1 + lot(most)
    for (k = 0; k < wanted; k++) chosen[lot(count)] = 1
    done = 1
    for (i = 0; i < count; i++) {
        if (!(i in chosen)) continue
        was = substr(text, first[i], length_[i])
        n = 0
        for (c = 1; c <= length(was); c++) if (substr(was, c, 1) ~ /[0-9]/) places[n++] = c
        c = places[lot(n)]
        digit = substr(was, c, 1)
        # Never to nought: a number does not begin with it.
        other = 1 + (digit - 1 + 1 + lot(8) + 9) % 9
        if (other == digit) other = 1 + other % 9
        is = substr(was, 1, c - 1) other substr(was, c + 1)
        print substr(text, done, first[i] - done)
        print is
        done = first[i] + length_[i]
        printf "%s\t%s\n", was, is > told
    }
    print substr(text, done)
}
