import { assert, constantFrom, array, property } from 'fast-check'
import { expect, it } from 'vitest'
import { countWords } from './count-words.ts'
import { growingCounter } from './growing-words.ts'

const paragraphs = [
  '春天来了，我们去城郊露营。'.repeat(40),
  '## 一、**选地点**',
  '1. 先看\n2. 再走',
  '| 甲 | 乙 |\n|---|---|\n| 一 | 2 |',
  '```js\nlet a = 1\n```',
]

it('counts a growing text, and another one after it, as a whole one', () => {
  assert(
    property(array(constantFrom(...paragraphs), { minLength: 3, maxLength: 12 }), (blocks) => {
      const count = growingCounter()
      const text = blocks.join('\n\n')
      for (let end = 100; end < text.length; end += 997) {
        count('一格')
        count(text.slice(0, end))
      }
      expect(count(text)).toBe(countWords(text))
      const other = `另一篇\n\n${text}`
      expect(count(other)).toBe(countWords(other))
    }),
    { numRuns: 30 },
  )
})
