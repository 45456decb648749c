/* gen/base/content_hash.c — a fast 128-bit hash of content. Two lanes over 8-byte words, each
   stirred by a multiplication and the finishing steps of a 64-bit mixer (Stafford 2011, variant
   13). */
#include "base/content_hash.h"

/* Every bit of the input changes half of those of the result. */
static uint64_t stirred(uint64_t v)
{
    v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9u;
    v = (v ^ (v >> 27)) * 0x94d049bb133111ebu;
    return v ^ (v >> 31);
}

/* Little-endian on every machine, so that files are equal everywhere; compilers make one load of it
   where the machine is so too. */
static uint64_t whole_word(const unsigned char *p)
{
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
           (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
           (uint64_t)p[7] << 56;
}

/* The last bytes, fewer than eight. */
static uint64_t last_word(const unsigned char *p, size_t len)
{
    uint64_t word = 0;
    for (size_t i = 0; i < len; i++)
        word |= (uint64_t)p[i] << (8 * i);
    return word;
}

/* The length goes in as well, since zeros at the end would else not count. */
zt_content_hash zt_content_hash_of(const void *data, size_t len)
{
    const unsigned char *p = data;
    zt_content_hash h = {{0x9e3779b97f4a7c15u ^ len, 0xd1b54a32d192ed03u + len}};
    for (size_t at = 0; at < len; at += 8) {
        uint64_t word = len - at >= 8 ? whole_word(p + at) : last_word(p + at, len - at);
        h.lane[0] = (h.lane[0] ^ word) * 0xff51afd7ed558ccdu;
        h.lane[0] ^= h.lane[0] >> 32;
        h.lane[1] = (h.lane[1] + word) * 0xc4ceb9fe1a85ec53u;
        h.lane[1] ^= h.lane[1] >> 29;
    }
    h.lane[0] = stirred(h.lane[0] + h.lane[1]);
    h.lane[1] = stirred(h.lane[1] ^ h.lane[0]);
    return h;
}

bool zt_content_hash_equal(zt_content_hash a, zt_content_hash b)
{
    return a.lane[0] == b.lane[0] && a.lane[1] == b.lane[1];
}
