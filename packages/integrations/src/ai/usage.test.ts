import { describe, expect, it } from 'vitest'
import { estimateUsage, settleUsage, type MeasuredUsage, type ReportedUsage } from './usage.ts'

const measured: MeasuredUsage = {
  inputBytes: 300,
  inputTokens: 80,
  textBytes: 1_200,
  outputBytes: 1_500,
  outputTokens: 330,
  reasoningTokens: 66,
  maxOutputTokens: 1_000,
}
const sound: ReportedUsage = { inputTokens: 90, outputTokens: 310, cachedInputTokens: 40, reasoningTokens: 50 }
const estimated = {
  inputTokens: 80,
  outputTokens: 330,
  cachedInputTokens: 0,
  reasoningTokens: 66,
  isEstimated: true,
}

describe('settleUsage', () => {
  it('takes over what a vendor plausibly counted', () => {
    expect(settleUsage(sound, measured)).toEqual({ ...sound, isEstimated: false })
    expect(settleUsage({ inputTokens: 90, outputTokens: 310 }, measured)).toEqual({
      inputTokens: 90,
      outputTokens: 310,
      cachedInputTokens: 0,
      reasoningTokens: 0,
      isEstimated: false,
    })
  })

  it.each<[string, ReportedUsage]>([
    ['nothing', {}],
    ['no output', { inputTokens: 90 }],
    ['negative input', { inputTokens: -1, outputTokens: 310 }],
    ['negative output', { inputTokens: 90, outputTokens: -310 }],
    ['a fraction', { ...sound, outputTokens: 310.5 }],
    ['a text', { ...sound, outputTokens: '310' }],
    ['not a number', { inputTokens: Number.NaN, outputTokens: 310 }],
    ['more input than our bytes could make', { ...sound, inputTokens: 300 + 8_193 }],
    ['more output than bytes and limit allow', { ...sound, outputTokens: 987_654_321 }],
    ['no output for a text', { inputTokens: 90, outputTokens: 0 }],
    ['one token for a long text', { inputTokens: 90, outputTokens: 1 }],
    ['no input for a prompt', { inputTokens: 0, outputTokens: 310 }],
    ['more cached than input', { ...sound, cachedInputTokens: 91 }],
    ['negative reasoning', { ...sound, reasoningTokens: -1 }],
  ])('replaces %s by an estimate', (_name, reported) => {
    expect(settleUsage(reported, measured)).toEqual(estimated)
  })
})

describe('estimateUsage', () => {
  it('keeps plausible input and the larger output of an answer that broke off', () => {
    expect(estimateUsage({ inputTokens: 90, outputTokens: 400, cachedInputTokens: 40 }, measured)).toEqual({
      inputTokens: 90,
      outputTokens: 400,
      cachedInputTokens: 40,
      reasoningTokens: 66,
      isEstimated: true,
    })
    expect(estimateUsage({ inputTokens: -3, outputTokens: 20 }, measured)).toEqual(estimated)
  })
})
