import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { createSecretBox } from '../secret-box.ts'
import { makeHandoffCode, readHandoffCode } from './handoff-code.ts'
import { phonePageOf } from './handoff-dto.ts'

const older = ['old', new Uint8Array(32).fill(1)] as const
const newer = ['new', new Uint8Array(32).fill(2)] as const
const start = Date.parse('2026-12-05T08:03:00Z')
const contextAt = (keys: readonly (readonly [string, Uint8Array])[], offsetMs = 0) => ({
  secrets: createSecretBox(new Map(keys)),
  clock: { now: () => new Date(start + offsetMs) },
})
const ctx = contextAt([older])
const publicationId = newId()
const expiresAt = new Date(start + 3_600_000)
const code = makeHandoffCode(ctx, { publicationId, expiresAt })
const refusedWith = (wanted: string) => expect.objectContaining({ code: wanted })

/** As they are drawn: with the level of the component. */
const modulesOf = (text: string) => encode(text, { ecc: 'M', border: 0 }).size

describe('a code for a phone', () => {
  it('is what a camera reads at once, also of a long address', () => {
    const page = phonePageOf(ctx, publicationId, { expiresAt: null })
    expect(modulesOf(`https://mozhou.example.com${page.path}`)).toBeLessThanOrEqual(41)
    expect(modulesOf(`https://publishing.creators.long-company-name.example.com${page.path}`)).toBeLessThanOrEqual(45)
    // The share itself, which used to be drawn.
    const share = `snssdk1128://openplatform/share?image_list_path=${'x'.repeat(1_600)}`
    expect(modulesOf(share)).toBeGreaterThan(120)
  })

  it('says which publication until it expires', () => {
    expect(readHandoffCode(ctx, code)).toEqual({ publicationId, expiresAt })
    expect(() => readHandoffCode(contextAt([older], 3_600_000), code)).toThrow(refusedWith('HANDOFF_CODE_EXPIRED'))
  })

  it('is known after the keys were rotated, and not by another installation', () => {
    expect(readHandoffCode(contextAt([newer, older]), code).publicationId).toBe(publicationId)
    expect(() => readHandoffCode(contextAt([newer]), code)).toThrow(refusedWith('HANDOFF_CODE_INVALID'))
  })

  it('is refused with any letter changed, cut, or with more', () => {
    for (let at = 0; at < code.length; at += 1) {
      const altered = `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`
      expect(() => readHandoffCode(ctx, altered)).toThrow(refusedWith('HANDOFF_CODE_INVALID'))
    }
    for (const wrong of [code.slice(0, -1), `${code}A`, `${code}=`, '', 'https://evil.test', '../../x'])
      expect(() => readHandoffCode(ctx, wrong)).toThrow(refusedWith('HANDOFF_CODE_INVALID'))
  })

  it('stands still for some minutes, and never outlives what the platform gave', () => {
    const at = (offsetMs: number, theirs: string | null = null) =>
      phonePageOf(contextAt([older], offsetMs), publicationId, { expiresAt: theirs })
    expect(at(60_000)).toEqual(at(5 * 60_000))
    expect(at(0)).not.toEqual(at(30 * 60_000))
    const soon = new Date(start + 600_000).toISOString()
    expect(at(0, soon).expiresAt).toBe(soon)
  })
})
