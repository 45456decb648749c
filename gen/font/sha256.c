/* gen/font/sha256.c — SHA-256 (FIPS 180-4), for the font lock alone. */
#include <string.h>

#include "font/font_imp.h"

/* FIPS 180-4, 4.2.2 */
static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void zt_sha256_init(zt_sha256 *hash)
{
    static const uint32_t first[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    memcpy(hash->state, first, sizeof first);
    hash->length = 0;
}

/* ROTR of FIPS 180-4, 3.2; n from 1 to 31. */
static uint32_t turn(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

/* FIPS 180-4, 6.2.2, step 1. */
static void schedule(const uint8_t *block, uint32_t w[64])
{
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < 64; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >> 3) + w[i - 7] +
               (turn(b, 17) ^ turn(b, 19) ^ b >> 10);
    }
}

/* One round; instead of moving the state on, the caller names it moved. */
static inline void round_of(uint32_t s[8], int first, uint32_t word)
{
    /* clang-format off */
    uint32_t *a = &s[(0 - first) & 7], *b = &s[(1 - first) & 7], *c = &s[(2 - first) & 7],
             *d = &s[(3 - first) & 7], *e = &s[(4 - first) & 7], *f = &s[(5 - first) & 7],
             *g = &s[(6 - first) & 7], *h = &s[(7 - first) & 7];
    /* clang-format on */
    uint32_t big1 = turn(*e, 6) ^ turn(*e, 11) ^ turn(*e, 25);
    uint32_t big0 = turn(*a, 2) ^ turn(*a, 13) ^ turn(*a, 22);
    uint32_t t1 = *h + big1 + ((*e & *f) ^ (~*e & *g)) + word;
    *d += t1;
    *h = t1 + big0 + ((*a & *b) ^ (*a & *c) ^ (*b & *c));
}

/* FIPS 180-4, 6.2.2, steps 2 to 4: one block of 64 bytes. */
static void compress(uint32_t state[8], const uint8_t *block)
{
    uint32_t w[64], s[8];
    schedule(block, w);
    memcpy(s, state, sizeof s);
    for (int i = 0; i < 64; i += 8)
        for (int k = 0; k < 8; k++) /* unrolled by the compiler: the places are constant then */
            round_of(s, k, round_constants[i + k] + w[i + k]);
    for (int i = 0; i < 8; i++)
        state[i] += s[i];
}

/* Full blocks are taken from where they lie; only the rest is copied. */
void zt_sha256_add(zt_sha256 *hash, const void *data, size_t len)
{
    const uint8_t *p = data;
    size_t held = hash->length % 64;
    hash->length += len;
    while (len > 0) {
        size_t n = 64 - held < len ? 64 - held : len;
        if (held == 0 && n == 64) {
            compress(hash->state, p);
        } else {
            memcpy(hash->block + held, p, n);
            held = (held + n) % 64;
            if (held == 0)
                compress(hash->state, hash->block);
        }
        p += n;
        len -= n;
    }
}

/* Padding of FIPS 180-4, 5.1.1: a one bit, zeros, the length in bits. */
void zt_sha256_hex(zt_sha256 *hash, char out[65])
{
    uint64_t bits = hash->length * 8;
    uint8_t tail[72] = {0x80};
    size_t pad = (hash->length % 64 < 56 ? 56 : 120) - hash->length % 64;
    for (int i = 0; i < 8; i++)
        tail[pad + (size_t)i] = (uint8_t)(bits >> (56 - 8 * i));
    zt_sha256_add(hash, tail, pad + 8);
    for (int i = 0; i < 64; i++)
        out[i] = "0123456789abcdef"[hash->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
    out[64] = '\0';
}
