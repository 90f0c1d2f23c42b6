import { expect, it } from 'vitest'
import { parseCredentialsKeys } from './credentials-keys.ts'
import { developmentDefaults } from './development-defaults.ts'

const encoded = (byte: number) => Buffer.alloc(32, byte).toString('base64')

it('keeps the order: the first key seals', () => {
  const keys = parseCredentialsKeys(`new:${encoded(1)}, old:${encoded(2)}`)
  expect([...(keys ?? [])].map(([id, key]) => [id, key[0]])).toEqual([
    ['new', 1],
    ['old', 2],
  ])
})

it('reads the development default', () => {
  expect(parseCredentialsKeys(developmentDefaults({}).CREDENTIALS_KEYS)?.size).toBe(1)
})

it('refuses short keys, missing ids and doubled ids', () => {
  const short = Buffer.alloc(31).toString('base64')
  for (const text of ['', encoded(1), `a:${short}`, `a:${encoded(1)},a:${encoded(2)}`, `a:${encoded(1)},`]) {
    expect(parseCredentialsKeys(text)).toBeNull()
  }
})
