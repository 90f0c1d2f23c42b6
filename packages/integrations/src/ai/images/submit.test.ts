import { imageVendorKeys as every } from '@mozhou/contracts/models/vendor-keys'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonOf, startVendorServer } from '../testing/vendor-server.ts'
import type { ImageTarget } from './port.ts'
import { generation } from './testing/pictures.ts'
import { runImage } from './testing/finish-task.ts'
import { failureOf, never, openVendorScene, type VendorScene } from './testing/vendor-scene.ts'

let scene: VendorScene
beforeAll(async () => {
  scene = await openVendorScene()
})
afterAll(() => scene.server.stop())

describe('a submit', () => {
  it.each(every)('that reached nobody at %s may go elsewhere', async (vendor) => {
    const gone = await startVendorServer()
    await gone.stop()
    const closed = scene.model(vendor, undefined, { baseUrl: gone.url })
    expect((await failureOf(closed.submit(generation(), never))).kind).toBe('unavailable')
  })

  it.each(every)('whose connection to %s broke may have arrived', async (vendor) => {
    scene.server.play({
      status: 200,
      headers: { 'content-type': 'application/json' },
      chunks: ['{"out'],
      ending: 'cut',
    })
    expect((await failureOf(scene.model(vendor).submit(generation(), never))).kind).toBe('outcome_unknown')
  })

  it.each(every)('answered by %s with a page may have been done', async (vendor) => {
    scene.server.play({ status: 200, headers: { 'content-type': 'text/html' }, chunks: ['<html>'] })
    expect((await failureOf(scene.model(vendor).submit(generation(), never))).kind).toMatch(
      /outcome_unknown|unavailable/,
    )
  })

  it.each(every)('to a private address is refused by us, at %s', async (vendor) => {
    const count = scene.server.requests.length
    const guarded = scene.model(vendor, undefined, { network: 'public' })
    expect((await failureOf(guarded.submit(generation(), never))).details.vendorCode).toBe('ADDRESS_REFUSED')
    expect(scene.server.requests).toHaveLength(count)
  })

  it.each(every)('is sent to %s once, whatever the answer', async (vendor) => {
    const count = scene.server.requests.length
    scene.server.play(
      jsonOf(500, { error: { message: 'm', type: 'server_error', code: null } }, { 'x-should-retry': 'true' }),
    )
    await failureOf(scene.model(vendor).submit(generation(), never))
    expect(scene.server.requests).toHaveLength(count + 1)
  })
})

describe('a picture at an address', () => {
  const take = (url: string, changes: Partial<ImageTarget> = {}) =>
    scene.model('qwen', undefined, changes).take({ source: { url }, revisedPrompt: null }, { kind: 'any' }, never)

  it('is fetched where the catalogue vouches for the server, from this server alone', async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } })
      .png()
      .toBuffer()
    scene.server.play({ headers: { 'content-type': 'image/png' }, chunks: [bytes] })
    expect(await take(`${scene.server.url}/1.png`)).toMatchObject({ width: 8, height: 8 })
    const other = await startVendorServer()
    other.play({ headers: { 'content-type': 'image/png' }, chunks: [bytes] })
    expect((await failureOf(take(`${other.url}/1.png`))).details.vendorCode).toBe('ADDRESS_REFUSED')
    expect(other.requests).toEqual([])
    await other.stop()
  })

  it.each(['http://169.254.169.254/latest', 'file:///etc/passwd', 'https://10.0.0.1/1.png', 'nonsense'])(
    'of %s is refused',
    async (url) => {
      expect((await failureOf(take(url, { network: 'public' }))).details.vendorCode).toBe('ADDRESS_REFUSED')
    },
  )

  it('has a bound and a deadline', async () => {
    scene.server.play({ headers: { 'content-type': 'image/png' }, chunks: [Buffer.alloc(5_000)] })
    const limits = { submitTimeoutMs: 1_000, callTimeoutMs: 300, maxPictureBytes: 4_000 }
    expect((await failureOf(take(`${scene.server.url}/1.png`, { limits }))).details.vendorCode).toBe('result_too_large')
    scene.server.play({ headers: { 'content-type': 'image/png' }, chunks: [Buffer.alloc(10)], ending: 'hang' })
    expect(await failureOf(take(`${scene.server.url}/1.png`, { limits }))).toMatchObject({
      kind: 'unavailable',
      details: { vendorCode: 'timeout' },
    })
  })
})

it('a request beyond the abilities is never sent', async () => {
  const count = scene.server.requests.length
  const request = generation('猫', { size: { width: 1000, height: 1000 } })
  const { kind, details } = await failureOf(runImage(scene.model('openai'), request))
  expect([kind, details.vendorCode, scene.server.requests.length]).toEqual([
    'invalid_request',
    'size:not_offered',
    count,
  ])
})
