import { expect, it } from 'vitest'
import { replacedTexts } from './read-replaced-texts.ts'

const attempt = (alias: string, outcome: string, outputTokens: number) => ({
  alias,
  outcome,
  outputTokens,
  failureKind: outcome === 'failed' ? 'unavailable' : null,
})

it.each([
  ['nothing where one model wrote', [attempt('A', 'succeeded', 900)], []],
  ['nothing where the same model began anew', [attempt('A', 'failed', 40), attempt('A', 'succeeded', 900)], []],
  ['nothing where the first one had not begun', [attempt('A', 'failed', 0), attempt('B', 'succeeded', 900)], []],
  ['nothing where nobody wrote in its place', [attempt('A', 'failed', 40), attempt('B', 'failed', 0)], []],
  [
    'who had begun, once',
    [attempt('A', 'failed', 40), attempt('A', 'failed', 30), attempt('B', 'succeeded', 900)],
    [{ model: 'A', failureKind: 'unavailable' }],
  ],
  [
    'who gave way in one part of a long work, though it wrote the next',
    [
      attempt('A', 'succeeded', 500),
      attempt('A', 'failed', 40),
      attempt('B', 'running', 0),
      attempt('A', 'succeeded', 9),
    ],
    [{ model: 'A', failureKind: 'unavailable' }],
  ],
  [
    'a worker’s death like a failure',
    [attempt('A', 'lost', 40), attempt('B', 'stopped', 7)],
    [{ model: 'A', failureKind: null }],
  ],
])('names %s', (_, attempts, expected) => {
  expect(replacedTexts(attempts)).toEqual(expected)
})
