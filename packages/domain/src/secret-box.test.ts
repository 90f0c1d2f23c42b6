import { assert, property, string, uuid } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSecretBox } from './secret-box.ts'

const keyA = new Uint8Array(32).fill(1)
const keyB = new Uint8Array(32).fill(2)
const box = createSecretBox(new Map([['a', keyA]]))
const unreadable = (keyId: string) => expect.objectContaining({ code: 'CREDENTIALS_UNREADABLE', params: { keyId } })

describe('a secret box', () => {
  it('opens what it sealed, any text for any row', () => {
    assert(
      property(string({ unit: 'grapheme' }), uuid(), (secret, rowId) => {
        const { data, keyId } = box.seal(secret, rowId)
        expect(box.open(data, keyId, rowId)).toBe(secret)
      }),
    )
  })

  it('seals the same secret differently each time, and never in the clear', () => {
    const sealed = Array.from({ length: 50 }, () => Buffer.from(box.seal('sk-secret-key', 'row').data))
    expect(new Set(sealed.map((data) => data.toString('hex'))).size).toBe(50)
    for (const data of sealed) expect(data.includes('sk-secret-key')).toBe(false)
  })

  it('refuses every altered byte', () => {
    const { data, keyId } = box.seal('sk-secret-key', 'row')
    for (let index = 0; index < data.length; index += 1) {
      const altered = data.slice()
      altered[index] = (altered[index] ?? 0) ^ 1
      expect(() => box.open(altered, keyId, 'row')).toThrow(unreadable('a'))
    }
  })

  it.each([0, 1, 12, 27, 28])('refuses data cut to %i bytes', (length) => {
    const { data, keyId } = box.seal('sk-secret-key', 'row')
    expect(() => box.open(data.slice(0, length), keyId, 'row')).toThrow(unreadable('a'))
  })

  it('refuses a secret moved to another row', () => {
    const { data, keyId } = box.seal('sk-secret-key', 'row-1')
    expect(() => box.open(data, keyId, 'row-2')).toThrow(unreadable('a'))
  })

  it('names the key it does not have', () => {
    const { data } = box.seal('sk-secret-key', 'row')
    expect(() => box.open(data, 'lost', 'row')).toThrow(unreadable('lost'))
  })

  it('refuses another key of the same name', () => {
    const { data, keyId } = createSecretBox(new Map([['a', keyB]])).seal('sk-secret-key', 'row')
    expect(() => box.open(data, keyId, 'row')).toThrow(unreadable('a'))
  })

  it('seals with its first key and opens with all of them, so that keys can rotate', () => {
    const rotated = createSecretBox(
      new Map([
        ['b', keyB],
        ['a', keyA],
      ]),
    )
    const old = box.seal('sk-secret-key', 'row')
    expect(rotated.currentKeyId).toBe('b')
    expect(rotated.open(old.data, old.keyId, 'row')).toBe('sk-secret-key')
    expect(rotated.seal('sk-secret-key', 'row').keyId).toBe('b')
  })

  it('is not made without a key, or with one of another length', () => {
    expect(() => createSecretBox(new Map())).toThrow('at least one key')
    expect(() => createSecretBox(new Map([['short', new Uint8Array(16)]]))).toThrow('key short must have 32 bytes')
  })
})

describe('marks', () => {
  const marksOf = (keys: [string, Uint8Array][], text = 'a@example.com', purpose = 'gift') =>
    createSecretBox(new Map(keys))
      .marks(text, purpose)
      .map((mark) => Buffer.from(mark).toString('hex'))

  it('are the same for the same text, key and purpose, and for nothing else', () => {
    const [mark] = marksOf([['a', keyA]])
    expect(mark).toMatch(/^[0-9a-f]{64}$/)
    expect(marksOf([['other name', keyA]])).toEqual([mark])
    expect(marksOf([['a', keyB]])).not.toContain(mark)
    expect(marksOf([['a', keyA]], 'b@example.com')).not.toContain(mark)
    expect(marksOf([['a', keyA]], 'a@example.com', 'other')).not.toContain(mark)
  })

  it('are found under every key that there is, the current one first', () => {
    const [old] = marksOf([['a', keyA]])
    const [current] = marksOf([['b', keyB]])
    expect(
      marksOf([
        ['b', keyB],
        ['a', keyA],
      ]),
    ).toEqual([current, old])
  })
})
