import { describe, expect, it } from 'vitest'
import { estimatePromptTokens, tokenWeight } from './estimate-tokens.ts'

describe('token estimate', () => {
  it('counts Chinese by 1.5 characters and Latin by four', () => {
    expect(tokenWeight('秋风起，落叶满街')).toBeCloseTo(8 / 1.5)
    expect(tokenWeight('autumn walk!')).toBeCloseTo(3)
    expect(tokenWeight('')).toBe(0)
  })

  it('adds up over pieces of a text', () => {
    const text = '秋天 autumn 散步 walk，真好。'
    const pieces = Array.from(text).reduce((sum, character) => sum + tokenWeight(character), 0)
    expect(pieces).toBeCloseTo(tokenWeight(text))
  })

  it('adds the frame of each message and rounds up once', () => {
    expect(estimatePromptTokens([{ content: '秋风' }, { content: 'walk' }])).toBe(11)
  })
})
