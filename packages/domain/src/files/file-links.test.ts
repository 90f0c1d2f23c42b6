import { describe, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { createSecretBox } from '../secret-box.ts'
import { readFileLink, signFileLink } from './file-links.ts'
import type { SentLink } from './file-links.ts'

const old = ['old', new Uint8Array(32).fill(1)] as const
const fresh = ['new', new Uint8Array(32).fill(2)] as const
const start = Date.parse('2026-12-05T08:01:00Z')
const contextAt = (keys: readonly (readonly [string, Uint8Array])[], offsetMs = 0) => ({
  secrets: createSecretBox(new Map(keys)),
  clock: { now: () => new Date(start + offsetMs) },
})
const ctx = contextAt([old])

function sentAs(url: string): SentLink {
  const { pathname, searchParams } = new URL(url, 'http://api.test')
  const get = (name: string) => searchParams.get(name) ?? ''
  return {
    file: pathname.slice(3),
    part: get('part'),
    use: get('use'),
    asset: get('asset'),
    expires: get('expires'),
    signature: get('signature'),
  }
}

const link = { fileId: newId(), part: 'file', use: 'show' } as const
const sent = sentAs(signFileLink(ctx, link).url)

it('says what it was signed for', () => {
  expect(readFileLink(ctx, sent)).toEqual(link)
  const download = { ...link, use: 'download' as const, assetId: newId() }
  expect(readFileLink(ctx, sentAs(signFileLink(ctx, download).url))).toEqual(download)
})

describe('a link that was changed', () => {
  const foreign = sentAs(signFileLink(ctx, { ...link, fileId: newId() }).url)
  it.each<[string, Partial<SentLink>]>([
    ['another file', { file: foreign.file }],
    ['another part', { part: 'card' }],
    ['another use', { use: 'download' }],
    ['another asset', { asset: foreign.file }],
    ['a later end', { expires: String(Number(sent.expires) + 3_600) }],
    ["another link's signature", { signature: foreign.signature }],
    ['a shorter signature', { signature: sent.signature.slice(0, 20) }],
    ['no signature', { signature: '' }],
    ['lines moved from one part to the next', { part: 'file\nshow', use: '' }],
  ])('is refused: %s', (_what, change) => {
    expect(() => readFileLink(ctx, { ...sent, ...change })).toThrow('FILE_LINK_INVALID')
  })
})

it('ends, after fifteen minutes at the earliest and twenty at the latest', () => {
  expect(readFileLink(contextAt([old], 15 * 60_000), sent)).toEqual(link)
  expect(() => readFileLink(contextAt([old], 20 * 60_000), sent)).toThrow('FILE_LINK_EXPIRED')
})

it('is the same within five minutes, so that caches know it', () => {
  expect(signFileLink(contextAt([old], 3 * 60_000), link).url).toBe(signFileLink(ctx, link).url)
})

it('outlives a rotation of the key, and not its end', () => {
  expect(readFileLink(contextAt([fresh, old]), sent)).toEqual(link)
  expect(() => readFileLink(contextAt([fresh]), sent)).toThrow('FILE_LINK_INVALID')
})
