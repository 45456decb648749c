/* gen/text/address.c — where a web address, an e-mail address, a file path or a long identifier
   may part (R131): after / and behind a backslash, before . ? & = # _ ~ @ and a percent code; never
   at a hyphen, which a reader would take for one of the line's, and never inside a percent code. */
#include "text/para_imp.h"

/* Above R34 to R37 and above a line stretched by about 0.4 em a gap, below one by 0.5. */
#define BREAK_ADDRESS 5000.0f
enum {
    ADDRESS_EDGE = 3,     /* characters that stay on either side of a break */
    SHORTEST_ADDRESS = 8, /* a shorter one is a word: node.js, a@b.cn */
    LONG_IDENTIFIER = 16  /* GB/T 15834 and PH-3000 are no identifiers to part */
};

/* ASCII letters and digits. */
static bool is_alnum(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
}

/* Whether `list`, a string of ASCII, holds the character. */
static bool is_one_of(uint32_t cp, const char *list)
{
    while (*list && (uint32_t)(unsigned char)*list != cp)
        list++;
    return *list != 0;
}

/* What RFC 3986 lets stand in an address, and the backslash of a path. */
static bool is_address_char(uint32_t cp)
{
    return is_alnum(cp) || is_one_of(cp, "-._~:/?#[]@!$&'()*+,;=%\\");
}

/* The code points of one stretch, without the characters that have no width; `at` leads back. */
typedef struct address_text {
    const uint32_t *cp;
    const size_t *at;
    size_t count;
} address_text;

/* The index of the first `cp` from there on, `count` when there is none. */
static size_t find(const address_text *s, size_t from, uint32_t cp)
{
    while (from < s->count && s->cp[from] != cp)
        from++;
    return from;
}

/* `word` in small letters, whatever the case of the text. */
static bool starts_with(const address_text *s, size_t from, const char *word)
{
    for (; *word; word++, from++)
        if (from >= s->count || (s->cp[from] | 0x20) != (uint32_t)(unsigned char)*word)
            return false;
    return true;
}

/* Dotted labels from `from` on, as far as they go: example.gov.cn. */
static size_t host_end(const address_text *s, size_t from, size_t *labels)
{
    size_t i = from;
    for (*labels = 0;;) {
        size_t label = i;
        while (i < s->count && (is_alnum(s->cp[i]) || s->cp[i] == '-' || s->cp[i] == '_'))
            i++;
        if (i == label)
            return *labels ? label - 1 : from;
        ++*labels;
        if (i >= s->count || s->cp[i] != '.')
            return i;
        i++;
    }
}

/* The last label of a host is a word: 3.5 is none, and no more is 192.168.1. */
static bool ends_in_word(const address_text *s, size_t first, size_t end)
{
    size_t letters = 0;
    while (end > first && is_alnum(s->cp[end - 1]) && !(s->cp[end - 1] <= '9')) {
        end--;
        letters++;
    }
    return letters >= 2 && end > first && s->cp[end - 1] == '.';
}

/* Something, @, and a host of two labels at least. */
static bool is_mail(const address_text *s)
{
    size_t at = find(s, 0, '@'), labels;
    if (at == 0 || at + 1 >= s->count)
        return false;
    size_t end = host_end(s, at + 1, &labels);
    return labels >= 2 && ends_in_word(s, at + 1, end);
}

/* Something before "://". */
static bool has_scheme(const address_text *s)
{
    size_t colon = find(s, 0, ':');
    return colon > 0 && colon + 2 < s->count && s->cp[colon + 1] == '/' && s->cp[colon + 2] == '/';
}

/* A host alone or with a port, path, query or fragment behind it. */
static bool is_host(const address_text *s)
{
    size_t labels, end = host_end(s, 0, &labels);
    bool whole = end == s->count || is_one_of(s->cp[end], "/:?#");
    return labels >= 2 && whole && ends_in_word(s, 0, end);
}

/* A path or a name of many parts: letters in it, and a sign that parts them. */
static bool is_identifier(const address_text *s)
{
    size_t letters = 0, signs = 0;
    for (size_t i = 0; i < s->count; i++) {
        letters += is_alnum(s->cp[i]) && s->cp[i] > '9';
        signs += i > 0 && i + 1 < s->count && is_one_of(s->cp[i], "/\\_.=&@#");
    }
    return s->count >= LONG_IDENTIFIER && letters >= 3 && signs > 0;
}

/* Any of the kinds; a short one would look torn rather than broken. */
static bool is_address(const address_text *s)
{
    return s->count >= SHORTEST_ADDRESS && (has_scheme(s) || starts_with(s, 0, "www.") ||
                                            is_mail(s) || is_host(s) || is_identifier(s));
}

/* A digit of a percent code (RFC 3986, 2.1). */
static bool is_hex(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'f');
}

/* Whether %XX begins at `i`. */
static bool is_percent_code(const address_text *s, size_t i)
{
    return i + 2 < s->count && s->cp[i] == '%' && is_hex(s->cp[i + 1]) && is_hex(s->cp[i + 2]);
}

/* May a line end before the i-th? */
static bool may_part(const address_text *s, size_t i)
{
    uint32_t before = s->cp[i - 1], here = s->cp[i];
    if (i < ADDRESS_EDGE || i + ADDRESS_EDGE > s->count)
        return false;
    if (before == '/' || before == '\\')
        return here != '/' && here != '\\';
    if (here == '%')
        return is_percent_code(s, i);
    return is_one_of(here, ".?&=#_~@") && !is_one_of(before, ".?&=#_~@-:");
}

/* Overrides what the rules for words said: inside an address a line ends where R131 allows it and
   nowhere else, but for hints of the editor and bound runs. */
static void part_address(zt_para_imp *imp, const address_text *s)
{
    for (size_t i = 1; i < s->count; i++) {
        zt_char *c = &imp->chars[s->at[i]];
        bool bound = imp->chars[s->at[i - 1]].run == c->run && imp->runs[c->run].bound;
        if (c->preferred || bound)
            continue; /* an editor has put U+200B there */
        c->brk = may_part(s, i) ? ZT_BRK_SOFT : ZT_BRK_HARD;
        c->penalty = c->brk == ZT_BRK_SOFT ? BREAK_ADDRESS : 0;
    }
}

/* More closing than opening ones: the last of them belongs to the sentence. */
static bool is_unbalanced(const address_text *s, uint32_t open, uint32_t close)
{
    int depth = 0;
    for (size_t i = 0; i < s->count; i++)
        depth += s->cp[i] == open ? 1 : s->cp[i] == close ? -1 : 0;
    return depth < 0;
}

/* Marks of the sentence round an address are none of its own. */
static address_text trimmed(address_text s)
{
    while (s.count > 0 && is_one_of(s.cp[0], "([{'!,;:?*")) {
        s.cp++;
        s.at++;
        s.count--;
    }
    while (s.count > 0) {
        uint32_t last = s.cp[s.count - 1];
        bool bracket = (last == ')' && is_unbalanced(&s, '(', ')')) ||
                       (last == ']' && is_unbalanced(&s, '[', ']'));
        if (!bracket && !is_one_of(last, ".,;:!?'*"))
            break;
        s.count--;
    }
    return s;
}

/* Gathers the stretch that begins at `i`; returns the index after it. */
static size_t gather(const zt_para_imp *imp, size_t i, uint32_t *cp, size_t *at, size_t *count)
{
    for (*count = 0; i < imp->count; i++) {
        const zt_char *c = &imp->chars[i];
        if (c->cls == ZT_C_ZERO && *count > 0)
            continue;
        if (!is_address_char(c->cp))
            break;
        cp[*count] = c->cp;
        at[(*count)++] = i;
    }
    return i;
}

/* Stretches of characters that addresses are made of are looked at one by one. It runs after the
   other rules of breaking, and what it says of an address replaces theirs (R131). */
void zt_addresses_break(zt_para_imp *imp)
{
    uint32_t *cp = NULL;
    size_t *at = NULL;
    for (size_t i = 0; i < imp->count;) {
        if (!is_address_char(imp->chars[i].cp)) {
            i++;
            continue;
        }
        if (!cp) { /* most paragraphs have nothing like it */
            cp = ZT_ARRAY(imp->arena, imp->count, uint32_t);
            at = ZT_ARRAY(imp->arena, imp->count, size_t);
        }
        size_t count;
        i = gather(imp, i, cp, at, &count);
        address_text s = trimmed((address_text){cp, at, count});
        if (is_address(&s))
            part_address(imp, &s);
    }
}
