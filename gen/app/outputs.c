/* gen/app/outputs.c — outputs, profiles and options as users name them: what there is, what a job
   asks for, and what is wrong with it. */
#include "app/outputs.h"
#include "app/output_stem.h"

#include <stdio.h>
#include <string.h>

#include "template/template.h"

/* The table has no count: it ends with NULL. */
bool zhitu_output_at(size_t i, zhitu_named *out)
{
    for (size_t k = 0; k <= i; k++)
        if (!zt_outputs[k])
            return false;
    const zt_output *o = zt_outputs[i];
    *out = (zhitu_named){o->name, o->zh, o->en, o->usual, o->write_page != NULL};
    return true;
}

/* As with outputs; a profile has no pages. */
bool zhitu_profile_at(size_t i, zhitu_named *out)
{
    for (size_t k = 0; k <= i; k++)
        if (!zt_profiles[k])
            return false;
    const zt_profile *p = zt_profiles[i];
    *out = (zhitu_named){p->name, p->zh, p->en, p->usual, false};
    return true;
}

bool zhitu_option_at(size_t i, zhitu_option *out)
{
    const zt_output_option *o = zt_output_option_at(i);
    if (o)
        *out = (zhitu_option){o->flag, o->words, o->least, o->most, o->usual, o->zh, o->en};
    return o != NULL;
}

/* ---- what a job asks for ---- */

/* Cuts the next name off a list parted by commas; false at its end. */
static bool next_name(const char **list, zt_str *name)
{
    if (!**list)
        return false;
    size_t len = strcspn(*list, ",");
    *name = zt_str_trim((zt_str){*list, len});
    *list += len + ((*list)[len] == ',');
    return true;
}

/* Each once, in the order named. */
static void add_output(zt_arena *arena, zt_output_list *list, const zt_output *output)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == output)
            return;
    ZT_PUSH(arena, list, output);
}

/* A job that names none gets the usual ones. */
zt_output_list zt_job_outputs(zt_arena *arena, const zhitu_job *job)
{
    zt_output_list list = {0};
    const char *rest = job->formats;
    zt_str name;
    for (size_t i = 0; !rest && zt_outputs[i]; i++)
        if (zt_outputs[i]->usual)
            add_output(arena, &list, zt_outputs[i]);
    while (rest && next_name(&rest, &name))
        add_output(arena, &list, zt_output_find(name));
    return list;
}

/* The list is copied into the arena, its texts are the job's. A job without a profile gets the
   usual one. */
zt_export_options zt_job_options(zt_arena *arena, const zhitu_job *job)
{
    zt_option_value *values = ZT_ARRAY(arena, job->value_count + 1, zt_option_value);
    for (size_t i = 0; i < job->value_count; i++)
        values[i] = (zt_option_value){job->values[i].flag, job->values[i].value};
    return (zt_export_options){.profile = zt_profile_find(zt_str_from(job->profile)),
                               .values = values,
                               .value_count = job->value_count,
                               .version = ZT_VERSION,
                               .show_grid = job->show_grid};
}

/* ---- what is wrong with it ---- */

/* A line of text in a room; what does not fit is left out. */
typedef struct line {
    char *room;
    size_t size, len;
} line;

/* Cut where the room ends; the message stays a text. */
static void put(line *l, const char *text)
{
    int more = snprintf(l->room + l->len, l->size - l->len, "%s", text);
    l->len = more < 0 || (size_t)more >= l->size - l->len ? l->size - 1 : l->len + (size_t)more;
}

/* Limits are whole numbers. */
static void put_number(line *l, double value)
{
    char digits[32];
    snprintf(digits, sizeof digits, "%ld", (long)value); /* limits are whole */
    put(l, digits);
}

/* What is wrong with the list of outputs, false when nothing is. */
static bool outputs_fault(const zhitu_job *job, bool zh, line *l)
{
    const char *rest = job->formats;
    zt_str name;
    bool any = false, all = true;
    while (rest && next_name(&rest, &name)) {
        any = true;
        all = all && zt_output_find(name);
    }
    if (!rest || (any && all))
        return false;
    put(l, zh ? "-f 只能是" : "-f takes");
    for (size_t i = 0; zt_outputs[i]; i++) {
        put(l, " ");
        put(l, zt_outputs[i]->name);
    }
    put(l, zh ? "，以逗号分隔" : ", separated by commas");
    return true;
}

/* "a or b" in the job's language. */
static void put_choice(line *l, bool zh, bool first, const char *word)
{
    put(l, first ? "" : zh ? " 或 " : " or ");
    put(l, word);
}

/* The same for the profile. */
static bool profile_fault(const zhitu_job *job, bool zh, line *l)
{
    if (!job->profile || (*job->profile && zt_profile_find(zt_str_from(job->profile))))
        return false;
    put(l, zh ? "--profile 只能是 " : "--profile is ");
    for (size_t i = 0; zt_profiles[i]; i++)
        put_choice(l, zh, i == 0, zt_profiles[i]->name);
    return true;
}

/* What an option takes: a range, or words. */
static void put_takes(line *l, bool zh, const zt_output_option *o)
{
    put(l, o->flag);
    if (!o->words) {
        put(l, zh ? " 应为 " : " is ");
        put_number(l, o->least);
        put(l, zh ? " 到 " : " to ");
        put_number(l, o->most);
        return;
    }
    zt_str rest = zt_str_from(o->words), word;
    char room[64];
    put(l, zh ? " 只能是 " : " is ");
    for (bool first = true; zt_str_word(&rest, &word); first = false) {
        snprintf(room, sizeof room, "%.*s", ZT_ARG(word));
        put_choice(l, zh, first, room);
    }
}

/* The same for the value of one option. */
static bool value_fault(const zhitu_value *v, bool zh, line *l)
{
    if (!v->value)
        return false;
    const zt_output_option *o = zt_output_option_find(zt_str_from(v->flag));
    if (o && zt_option_takes(o, zt_str_from(v->value)))
        return false;
    if (o) {
        put_takes(l, zh, o);
    } else {
        put(l, zh ? "没有这个选项：" : "unknown option: ");
        put(l, v->flag ? v->flag : "");
    }
    return true;
}

/* The same for the slot; its paper is known only with the template. */
static bool slot_fault(const zhitu_job *job, bool zh, line *l)
{
    zt_page_slot slot;
    if (!job->slot || zt_page_slot_parse(zt_str_from(job->slot), &slot))
        return false;
    put(l, zh ? "--slot 写作宽 52mm、宽×高 107x240mm，或栏×行 3x40"
              : "--slot is a width, 52mm, width and height, 107x240mm, or columns and lines, 3x40");
    return true;
}

/* The same for the names of files. */
static bool name_fault(const zhitu_job *job, bool zh, line *l)
{
    if (!job->name || zt_stem_is_sound(job->name))
        return false;
    put(l, zh ? "--name 要含 {id}，此外可用字母、数字、汉字、_ - . 和 "
              : "--name holds {id}, and beside it letters, digits, Han, _ - . and ");
    put(l, ZT_STEM_NAMES);
    return true;
}

/* The first fault; no memory is taken, for a host may ask without a session. */
bool zhitu_job_fault(const zhitu_job *job, zhitu_lang lang, zhitu_fault *fault)
{
    bool zh = lang == ZHITU_ZH;
    line l = {fault->text, sizeof fault->text, 0};
    fault->text[0] = 0;
    if (outputs_fault(job, zh, &l)) {
        fault->value = job->formats;
        return true;
    }
    if (profile_fault(job, zh, &l)) {
        fault->value = job->profile;
        return true;
    }
    if (slot_fault(job, zh, &l)) {
        fault->value = job->slot;
        return true;
    }
    if (name_fault(job, zh, &l)) {
        fault->value = job->name;
        return true;
    }
    for (size_t i = 0; i < job->value_count; i++)
        if (value_fault(&job->values[i], zh, &l)) {
            fault->value = job->values[i].value;
            return true;
        }
    return false;
}

bool zt_job_is_sound(const zhitu_job *job)
{
    zhitu_fault fault;
    return !zhitu_job_fault(job, ZHITU_EN, &fault);
}
