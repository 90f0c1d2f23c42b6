import { describe, expect, it } from 'vitest'
import { whyNotReplacement } from './replacement-rules.ts'

const link = (id: string, replacementId: string | null = null, capability = 'text') => ({
  id,
  replacementId,
  capability,
})
const others = [link('a', 'b'), link('b'), link('picture', null, 'image'), link('x', 'y'), link('y', 'x')]

describe('whyNotReplacement', () => {
  it.each([
    ['nobody', link('new'), null],
    ['another', link('new', 'b'), null],
    ['one that is replaced itself', link('new', 'a'), null],
    ['itself', link('a', 'a'), 'replacement_self'],
    ['one that is not there', link('new', 'gone'), 'replacement_unknown'],
    ['one of another capability', link('new', 'picture'), 'replacement_capability'],
    ['one that it replaces', link('b', 'a'), 'replacement_cycle'],
    ['one of an old circle without it', link('new', 'x'), null],
  ])('by %s', (_, model, refusal) => {
    expect(whyNotReplacement(model, others)).toBe(refusal)
  })

  it('by one that leads back to it over others', () => {
    const chain = [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('d')]
    expect(whyNotReplacement(link('d', 'a'), chain)).toBe('replacement_cycle')
  })
})
