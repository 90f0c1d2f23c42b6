import { expect, it } from 'vitest'
import { textInput } from './text.ts'

it('drops what no column can hold, trims, and then looks at the length', () => {
  expect(textInput(2, 5).parse(' 墨\u0000舟 ')).toBe('墨舟')
  expect(textInput(2, 5).safeParse(' \u0000\u0000墨 ').success).toBe(false)
})
