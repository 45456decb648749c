/* gen/solve/slicing_lanes.c — the innermost loops of a slicing search: sums of whole numbers and
   the lower of two, over lists of heights. Where the processor adds eight numbers at once they are
   compiled for that as well and chosen when a search begins; what they give is the same. */
#include "solve/slicing_imp.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#include <immintrin.h>
#define HAS_WIDE 1
#define WIDE __attribute__((target("avx2")))
#else
#define HAS_WIDE 0
#endif
#define INLINE static inline __attribute__((always_inline))

INLINE void add_both(int32_t *restrict to, const int32_t *restrict a, const int32_t *restrict b,
                     int32_t plus, int count)
{
    for (int i = 0; i < count; i++)
        to[i] = zt_slice_min(to[i], a[i] + b[i] + plus);
}

INLINE void add_one(int32_t *restrict to, const int32_t *restrict a, int32_t plus, int count)
{
    for (int i = 0; i < count; i++)
        to[i] = zt_slice_min(to[i], a[i] + plus);
}

/* The same in whole blocks: both lists go on behind their ends. */
INLINE void add_blocks(int32_t *restrict to, const int32_t *restrict a, int32_t plus, int count)
{
    for (int i = 0; i < count; i += ZT_SLICE_BLOCK)
        for (int k = i; k < i + ZT_SLICE_BLOCK; k++)
            to[k] = zt_slice_min(to[k], a[k] + plus);
}

/* Each height of top moves foot's items down. Built by the list that is shorter. */
INLINE void above(const zt_slice_above *job, int32_t *to)
{
    const zt_slice_heights *top = job->top, *foot = job->foot;
    bool by_top = top->count <= foot->count;
    const zt_slice_heights *few = by_top ? top : foot, *many = by_top ? foot : top;
    int32_t moved[ZT_SLICE_LINES + 1 + ZT_SLICE_BLOCK];
    const int32_t *costs = many->cost;
    if (!by_top) {
        for (int i = 0; i < top->count; i++)
            moved[i] = top->cost[i] + job->weight * (top->low + i);
        for (int i = top->count; i < top->count + ZT_SLICE_BLOCK; i++)
            moved[i] = ZT_SLICE_NEVER;
        costs = moved;
    }
    for (int i = 0; i < few->count; i++) {
        int h = few->low + i, first = zt_slice_max(many->low, job->low - h);
        int end = zt_slice_min(many->low + many->count, job->high - h + 1);
        int32_t cost = few->cost[i] + (by_top ? job->weight * h : 0);
        if (cost + many->least <= job->most && first < end)
            add_blocks(to + h + first, costs + (first - many->low), cost, end - first);
    }
}

static void both_plain(int32_t *to, const int32_t *a, const int32_t *b, int32_t plus, int count)
{
    add_both(to, a, b, plus, count);
}

static void one_plain(int32_t *to, const int32_t *a, int32_t plus, int count)
{
    add_one(to, a, plus, count);
}

static void above_plain(const zt_slice_above *job, int32_t *to)
{
    above(job, to);
}

static const zt_slice_lanes plain = {both_plain, one_plain, both_plain, above_plain};

#if HAS_WIDE
WIDE static void both_wide(int32_t *to, const int32_t *a, const int32_t *b, int32_t plus, int count)
{
    add_both(to, a, b, plus, count);
}

WIDE static void one_wide(int32_t *to, const int32_t *a, int32_t plus, int count)
{
    add_one(to, a, plus, count);
}

/* Block by block of what comes out, so that nothing is written and read again: the shorter list is
   walked through, the longer is moved along it, with what is never on both sides. Where that is the
   list of top, each of its heights has a weight of its own. */
WIDE static void above_wide(const zt_slice_above *job, int32_t *to)
{
    const zt_slice_heights *top = job->top, *foot = job->foot;
    bool by_top = top->count <= foot->count;
    const zt_slice_heights *few = by_top ? top : foot, *many = by_top ? foot : top;
    int lowest = few->low + many->low, most = few->count + many->count - 2;
    int first = zt_slice_max(job->low - lowest, 0), last = zt_slice_min(job->high - lowest, most);
    int32_t weight = job->weight, own = by_top ? 0 : weight;
    __m256i each =
        _mm256_mullo_epi32(_mm256_set1_epi32(own), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    for (int h = first; h <= last; h += ZT_SLICE_BLOCK) {
        int from = zt_slice_max(0, h - many->count + 1),
            end = zt_slice_min(few->count, h + ZT_SLICE_BLOCK);
        __m256i best = _mm256_loadu_si256((const void *)(to + lowest + h));
        for (int i = from; i < end; i++) {
            int32_t plus = few->cost[i] + weight * (by_top ? few->low + i : many->low + h - i);
            __m256i cost = _mm256_loadu_si256((const void *)(many->cost + (h - i)));
            cost = _mm256_add_epi32(cost, _mm256_add_epi32(_mm256_set1_epi32(plus), each));
            best = _mm256_min_epi32(best, cost);
        }
        _mm256_storeu_si256((void *)(to + lowest + h), best);
    }
}

/* In whole blocks. */
WIDE static void beside_wide(int32_t *to, const int32_t *a, const int32_t *b, int32_t plus,
                             int count)
{
    __m256i more = _mm256_set1_epi32(plus);
    for (int i = 0; i < count; i += ZT_SLICE_BLOCK) {
        __m256i x = _mm256_loadu_si256((const void *)(a + i));
        __m256i y = _mm256_loadu_si256((const void *)(b + i));
        __m256i best = _mm256_loadu_si256((const void *)(to + i));
        best = _mm256_min_epi32(best, _mm256_add_epi32(_mm256_add_epi32(x, y), more));
        _mm256_storeu_si256((void *)(to + i), best);
    }
}

static const zt_slice_lanes wide = {both_wide, one_wide, beside_wide, above_wide};
#endif

const zt_slice_lanes *zt_slice_lanes_here(void)
{
#if HAS_WIDE
    if (__builtin_cpu_supports("avx2"))
        return &wide;
#endif
    return &plain;
}

const zt_slice_lanes *zt_slice_lanes_plain(void)
{
    return &plain;
}
