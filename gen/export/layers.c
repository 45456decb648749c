/* gen/export/layers.c — which layer a group lies on, by what the layout has named it. */
#include "export/layers.h"

#include "base/str.h"

static const struct {
    const char *name, *zh, *en;
    /* Layers of the scene, kinds of blocks and parts that lie on it, blank-separated. */
    const char *layers, *blocks, *parts;
} layers[ZT_LAYER_COUNT] = {
    [ZT_LAYER_GROUNDS] = {"grounds", "底和线", "grounds and rules", "ground", "",
                          "ground rule edge"},
    [ZT_LAYER_TEXT] = {"text", "正文和数字", "text and figures", "", "", ""},
    [ZT_LAYER_HEADS] = {"heads", "标题", "heads", "", "title kicker deck asof lead",
                        "head title deck"},
    [ZT_LAYER_MARKS] = {"marks", "图形", "marks",
                        "bars cells dots ends flows icons key lines marks seams strips tiles areas "
                        "slices",
                        "", ""},
    [ZT_LAYER_AXIS] = {"axis", "坐标", "axes", "axis frame grid guides", "", ""},
    [ZT_LAYER_LABELS] = {"labels", "标注", "labels", "labels", "", "annotation"},
    [ZT_LAYER_PHOTOS] = {"photos", "照片", "photographs", "", "photo advert", ""},
    [ZT_LAYER_CREDITS] = {"credits", "署名", "credits", "credits", "credits", "credit"},
};

const char *zt_layer_title(zt_layer layer, zt_lang language)
{
    return ZT_IN(language, layers[layer].zh, layers[layer].en);
}

const char *zt_layer_name(zt_layer layer)
{
    return layers[layer].name;
}

static bool is_in(const char *name, const char *words)
{
    return name && *words && zt_str_in_words(zt_str_from(name), words);
}

/* What a part says counts more than what its block says, and a layer most. */
zt_layer zt_layer_of(const zt_group *group, zt_layer above)
{
    for (int i = 0; i < ZT_LAYER_COUNT; i++)
        if (is_in(group->layer, layers[i].layers))
            return (zt_layer)i;
    for (int i = 0; i < ZT_LAYER_COUNT; i++)
        if (is_in(group->part, layers[i].parts))
            return (zt_layer)i;
    for (int i = 0; i < ZT_LAYER_COUNT; i++)
        if (is_in(group->block, layers[i].blocks))
            return (zt_layer)i;
    return group->block ? ZT_LAYER_TEXT : above;
}

static const zt_output_option option = ZT_LAYERS_OPTION;

bool zt_layers_asked(const zt_export_options *options)
{
    return zt_option_word(options, &option) == 1;
}
