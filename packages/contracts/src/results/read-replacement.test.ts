import { expect, it } from 'vitest'
import { readReplacement } from './read-replacement.ts'

it.each([
  ['bare', '野餐', '露营', '野餐'],
  ['in quotes', '“野餐”', '露营', '野餐'],
  ['in quotes that the selection had', '“野餐”', '“露营”', '“野餐”'],
  ['with two quoted words', '“野餐”和“露营”', '露营', '“野餐”和“露营”'],
  [
    'in a fence, between greeting and farewell',
    '好的，以下是改写后的内容：\n\n```\n野餐\n```\n\n希望对您有帮助！',
    '露营',
    '野餐',
  ],
  ['in a fence of four tildes', '~~~~markdown\n野餐\n~~~~', '露营', '野餐'],
  ['as code where code was selected', '```\nb()\n```', '```\na()\n```', '```\nb()\n```'],
  ['as nothing but a greeting', '好的。', '露营', '好的。'],
])('reads an answer %s', (_form, answer, selection, replacement) => {
  expect(readReplacement(answer, selection)).toBe(replacement)
})
