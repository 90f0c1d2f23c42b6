import { AppError } from '@mozhou/contracts/errors'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { isCrowded, mostFields } from './crowded.ts'
import { fieldsOf } from './invalid-fields.ts'

const wide = (fields: number) => Object.fromEntries(Array.from({ length: fields }, (_, index) => [`k${index}`, 1]))

it.each([wide(mostFields), [wide(mostFields), [wide(3)]], Array(10_000).fill(''), null, undefined, 'text', 1])(
  'takes what is no wider than a form (%#)',
  (value) => {
    expect(isCrowded(value)).toBe(false)
  },
)

it.each([wide(mostFields + 1), { input: [null, { table: wide(mostFields + 1) }] }])(
  'sees an object that is, wherever it stands (%#)',
  (value) => {
    expect(isCrowded(value)).toBe(true)
  },
)

it('goes as deep as there is', () => {
  expect(isCrowded(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toBe(false)
})

it('tells of the first fifty fields that are wrong, not of sixty thousand', () => {
  const issues = Object.keys(wide(60_000)).map((name) => ({
    code: 'custom' as const,
    path: [name],
    message: '',
    input: undefined,
  }))
  const fields = fieldsOf(new AppError('VALIDATION_FAILED', {}, { cause: new z.ZodError(issues) }))
  expect(fields.map(({ path }) => path)).toEqual(Object.keys(wide(50)))
})
