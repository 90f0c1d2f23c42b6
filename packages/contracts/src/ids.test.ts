import { assert, constantFrom, property, uuid } from 'fast-check'
import { expect, it } from 'vitest'
import { formatId, idInput, idPrefixes, parseId } from './ids.ts'
import type { IdKind } from './ids.ts'

const kinds = Object.keys(idPrefixes) as IdKind[]
const sample = '019ab3f0-5c1e-7abc-8def-0123456789ab'

it('gives back the UUID it was made from, for its own kind alone', () => {
  assert(
    property(uuid({ version: 7 }), constantFrom(...kinds), constantFrom(...kinds), (id, kind, other) => {
      const edge = formatId(kind, id)
      expect(parseId(kind, edge)).toBe(id)
      if (other !== kind) expect(parseId(other, edge)).toBeNull()
      expect(idInput(kind).parse(edge)).toBe(id)
    }),
  )
})

it('has a prefix of its own for every kind', () => {
  expect(new Set(Object.values(idPrefixes)).size).toBe(kinds.length)
})

it.each([
  ['a bare UUID', sample],
  ['another version', formatId('user', sample.replace('-7', '-4'))],
  ['another variant', formatId('user', sample.replace('-8', '-0'))],
  ['upper case', formatId('user', sample).toUpperCase()],
  ['too few digits', formatId('user', sample).slice(0, -1)],
  ['too many', `${formatId('user', sample)}0`],
  ['a line end', `${formatId('user', sample)}\n`],
  ['dashes', `usr_${sample}`],
  ['nothing', ''],
])('refuses %s', (_case, id) => {
  expect(parseId('user', id)).toBeNull()
  expect(idInput('user').safeParse(id).error?.issues).toMatchObject([{ code: 'custom', params: { rule: 'id' } }])
})
