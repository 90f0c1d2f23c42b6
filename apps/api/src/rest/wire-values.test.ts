import { upscaleImageInput, varyImageInput } from '@mozhou/contracts/images/inputs'
import { generateInput } from '@mozhou/contracts/writing/inputs'
import { listCreationsInput } from '@mozhou/contracts/creations/inputs'
import { updateModelInput } from '@mozhou/contracts/models/inputs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { withCamelKeys, withOwnNames, withTypes } from './wire-values.ts'

it('takes snake_case beside camelCase, as deep as the schema goes', () => {
  const value = { model_id: 'm', changes: { base_url: 'u', parameters: { max_output_tokens: 9 }, tags_: 1 } }
  expect(withCamelKeys(updateModelInput, value)).toEqual({
    modelId: 'm',
    changes: { baseUrl: 'u', parameters: { maxOutputTokens: 9 }, tags_: 1 },
  })
})

it('lets the camelCase name win, and leaves alone what the schema does not know', () => {
  const value = { model_id: 'snake', modelId: 'camel', input: { my_key: 1 }, other_thing: [{ model_id: 1 }] }
  expect(withCamelKeys(generateInput, value)).toEqual(value)
})

it('takes other names of a property, the first that is there, and lets its own name win', () => {
  const names = { login: ['username', 'email'] }
  expect(withOwnNames(names, { username: 'a', password: 'p' })).toEqual({ login: 'a', password: 'p' })
  expect(withOwnNames(names, { email: 'e', username: 'a' })).toEqual({ login: 'a' })
  expect(withOwnNames(names, { login: 'l', username: 'a' })).toEqual({ login: 'l' })
  expect(withOwnNames(undefined, { username: 'a' })).toEqual({ username: 'a' })
})

it('gives texts of a query the types of the schema, on a copy', () => {
  const query = { limit: '5', kind: 'writing', cursor: '7' }
  expect(withTypes(listCreationsInput, query)).toEqual({ limit: 5, kind: 'writing', cursor: '7' })
  expect(query.limit).toBe('5')
  const schema = z.object({
    is: z.boolean().optional(),
    ids: z.array(z.number()).default([]),
    at: z.number().nullish(),
  })
  expect(withTypes(schema, { is: 'true', ids: '3', at: '-2.5' })).toEqual({ is: true, ids: [3], at: -2.5 })
  expect(withTypes(schema, { is: 'yes', ids: ['1', 'x'], at: '1e3' })).toEqual({ is: 'yes', ids: [1, 'x'], at: '1e3' })
})

it('reads as numbers what may be one of some numbers, of every picture endpoint', () => {
  expect(withTypes(upscaleImageInput, { factor: '4' })).toEqual({ factor: 4 })
  expect(withTypes(varyImageInput, { strength: '0.7', count: '2' })).toEqual({ strength: 0.7, count: 2 })
  const schema = z.object({ one: z.union([z.literal(1), z.literal(2)]).nullish(), mixed: z.literal([1, 'auto']) })
  expect(withTypes(schema, { one: '2', mixed: '1' })).toEqual({ one: 2, mixed: '1' })
})

it('never changes the schema: a text is no number to the procedure afterwards', () => {
  withTypes(listCreationsInput, { limit: '5' })
  expect(listCreationsInput.safeParse({ limit: '5' }).success).toBe(false)
})
