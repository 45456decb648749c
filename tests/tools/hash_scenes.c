/* hash_scenes FOLDER TEMPLATES [FINDINGS]: reads lines "NAME DOCUMENT TEMPLATE" from standard
   input, with TEMPLATE@SLOT for a width of it, and prints for each "HASH NAME": of the scene that
   libzhitu makes of the document (a path below FOLDER) in that template, or "refused CODES… NAME"
   with the codes of its errors. Places in the XML are left out of the hash: a sample that gets a
   line more has not moved. TEMPLATES is the only folder of templates. Into the file FINDINGS goes a
   line "NAME CODE LINE:COLUMN-LINE:COLUMN …" for each that has any, with "!" before errors and "?"
   before warnings. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "zhitu.h"

typedef struct hashed {
    uint64_t hash; /* FNV-1a, 64 bits */
    int place;     /* 1 behind a blank, 2 within a place " @file:line:column" */
    char codes[400];
    char said[4000]; /* all findings, as far as they go in */
} hashed;

static void take(void *self, const char *data, size_t len)
{
    hashed *h = self;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)data[i];
        if (h->place == 2 && c != ' ' && c != '\n')
            continue;
        if (h->place == 1 && c == '@') {
            h->place = 2;
            continue;
        }
        h->place = c == ' ';
        h->hash = (h->hash ^ c) * 0x100000001b3u;
    }
}

static void keep_finding(hashed *h, const zhitu_message *message)
{
    static const char *const marks[] = {
        [ZHITU_NOTE] = "", [ZHITU_WARNING] = "?", [ZHITU_ERROR] = "!"};
    size_t len = strlen(h->said);
    snprintf(h->said + len, sizeof h->said - len, " %s%s@%d:%d-%d:%d", marks[message->severity],
             message->code, message->line, message->column, message->end_line, message->end_column);
}

static void keep_code(void *self, const zhitu_message *message)
{
    hashed *h = self;
    keep_finding(h, message);
    size_t len = strlen(h->codes), more = strlen(message->code);
    if (message->severity != ZHITU_ERROR || strstr(h->codes, message->code) ||
        len + more + 2 > sizeof h->codes)
        return;
    h->codes[len] = ' ';
    memcpy(h->codes + len + 1, message->code, more + 1);
}

int main(int argc, char **argv)
{
    if (argc != 3 && argc != 4)
        return fprintf(stderr, "usage: hash_scenes FOLDER TEMPLATES [FINDINGS] <LIST\n"), 2;
    static hashed h;
    FILE *findings = argc == 4 ? fopen(argv[3], "w") : NULL;
    char line[2000], path[2200], own[1000];
    snprintf(own, sizeof own, "%s", argv[2]);
    const zhitu_config config = {
        .lang = ZHITU_EN, .root = argv[1], .templates = own, .self = &h, .message = keep_code};
    zhitu *session = zhitu_open(&config);
    while (session && fgets(line, sizeof line, stdin)) {
        char *name = strtok(line, " \n"), *document = strtok(NULL, " \n");
        char *template_ = strtok(NULL, "@ \n"), *slot = strtok(NULL, " \n");
        if (!name || !document || !template_)
            return fprintf(stderr, "hash_scenes: three words a line, please\n"), 2;
        snprintf(path, sizeof path, "%s/%s", argv[1], document);
        const zhitu_job job = {.template_name = template_, .slot = slot};
        h = (hashed){.hash = 0xcbf29ce484222325u, .place = 1};
        zhitu_status status = zhitu_dump(session, path, ZHITU_SCENE, false, &job, take);
        if (status == ZHITU_FINE)
            printf("%016llx %s\n", (unsigned long long)h.hash, name);
        else
            printf("refused%s%s %s\n", h.codes, status == ZHITU_INPUT ? "" : " (status)", name);
        if (findings && *h.said)
            fprintf(findings, "%s%s\n", name, h.said);
    }
    zhitu_close(session);
    return findings && fclose(findings) != 0;
}
