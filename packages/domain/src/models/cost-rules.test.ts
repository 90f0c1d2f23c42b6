import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costMicroYuan } from './cost-rules.ts'

const cost = (...input: Parameters<typeof costMicroYuan>) => Number(costMicroYuan(...input))

const price = { inputMicroYuanPerMillion: 800_000, outputMicroYuanPerMillion: 2_000_000 }

describe('costMicroYuan', () => {
  it('charges input and output at their own price', () => {
    // 1,000 tokens at 0.8 yuan and 500 at 2 yuan per million: 0.0018 yuan.
    expect(cost({ inputTokens: 1_000, outputTokens: 500, cachedInputTokens: 0 }, price)).toBe(1_800)
  })

  it('charges the cached part at the cached price, and as ordinary input when there is none', () => {
    const usage = { inputTokens: 1_000_000, outputTokens: 0, cachedInputTokens: 400_000 }
    expect(cost(usage, { ...price, cachedInputMicroYuanPerMillion: 100_000 })).toBe(520_000)
    expect(cost(usage, { ...price, cachedInputMicroYuanPerMillion: 0 })).toBe(480_000)
    expect(cost(usage, { ...price, cachedInputMicroYuanPerMillion: null })).toBe(800_000)
  })

  it('charges pictures at their price, whole, beside tokens', () => {
    const usage = { inputTokens: 1_000, outputTokens: 0, cachedInputTokens: 0, pictures: 3 }
    expect(cost(usage, { ...price, pictureMicroYuan: 140_000 })).toBe(420_800)
    expect(cost(usage, { ...price, pictureMicroYuan: null })).toBe(800)
    expect(cost({ ...usage, pictures: 0 }, { ...price, pictureMicroYuan: 140_000 })).toBe(800)
  })

  it('rounds a fraction up, and nothing stays nothing', () => {
    expect(cost({ inputTokens: 1, outputTokens: 0, cachedInputTokens: 0 }, price)).toBe(1)
    expect(cost({ inputTokens: 0, outputTokens: 0, cachedInputTokens: 0 }, price)).toBe(0)
  })

  it('stays exact beyond the integers a float can hold in between', () => {
    const dear = { inputMicroYuanPerMillion: 9_000_000_001, outputMicroYuanPerMillion: 0 }
    expect(cost({ inputTokens: 9_999_999, outputTokens: 0, cachedInputTokens: 0 }, dear)).toBe(89_999_991_010)
  })

  it('is a whole number, never below the exact cost and less than one above it', () => {
    const tokens = integer({ min: 0, max: 10_000_000 })
    const rate = integer({ min: 0, max: 1_000_000_000 })
    assert(
      property(tokens, tokens, rate, rate, (inputTokens, outputTokens, input, output) => {
        const usage = { inputTokens, outputTokens, cachedInputTokens: 0 }
        const micro = costMicroYuan(usage, { inputMicroYuanPerMillion: input, outputMicroYuanPerMillion: output })
        const exact = BigInt(inputTokens) * BigInt(input) + BigInt(outputTokens) * BigInt(output)
        const excess = micro * 1_000_000n - exact
        expect(excess >= 0n && excess < 1_000_000n).toBe(true)
      }),
    )
  })
})
