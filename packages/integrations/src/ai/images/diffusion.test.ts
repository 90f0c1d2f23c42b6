import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonOf } from '../testing/vendor-server.ts'
import type { ImageRequest } from './port.ts'
import { common, generation } from './testing/pictures.ts'
import { failureOf, never, openVendorScene, type VendorScene } from './testing/vendor-scene.ts'
import { automatic1111Errors } from './vendors/automatic1111.ts'
import { stabilityErrors } from './vendors/stability-errors.ts'

let scene: VendorScene
beforeAll(async () => {
  scene = await openVendorScene()
})
afterAll(() => scene.server.stop())

const pictures = () => ({ source: scene.source, mask: scene.mask })
const png = Buffer.from('iVBORw0KGgo=', 'base64')
const b64 = png.toString('base64')

describe('Stability', () => {
  const good = { image: b64, finish_reason: 'SUCCESS', seed: 1 }
  /** Over the picture that is made before the first test. */
  const over = (wish: object) => () => ({ ...common, ...pictures(), ...wish }) as ImageRequest

  it.each([
    [
      'core',
      () => generation('茶', { size: { width: 1600, height: 900 } }),
      'generate/core',
      { prompt: '茶', aspect_ratio: '16:9', output_format: 'png' },
    ],
    [
      'sd3.5-large',
      () => generation('茶', { seed: 9 }),
      'generate/sd3',
      { model: 'sd3.5-large', aspect_ratio: '1:1', seed: '9' },
    ],
    [
      'sd3.5-large',
      over({ operation: 'variation', prompt: '' }),
      'generate/sd3',
      { mode: 'image-to-image', strength: '0.6', prompt: 'another version of this picture' },
    ],
    ['core', over({ operation: 'edit', prompt: '窗' }), 'edit/inpaint', { prompt: '窗' }],
    ['core', over({ operation: 'edit', prompt: ' ' }), 'edit/erase', {}],
    [
      'core',
      over({ operation: 'restyle', prompt: '水墨', strength: 0.25 }),
      'control/structure',
      { control_strength: '0.75' },
    ],
    ['core', over({ operation: 'remove_background' }), 'edit/remove-background', {}],
    ['core', over({ operation: 'upscale', factor: 4 }), 'upscale/fast', {}],
  ] as [string, () => ImageRequest, string, Record<string, string>][])(
    '%s does its part at %3$s with %4$o',
    async (name, requestOf, path, fields) => {
      const request = requestOf()
      const { seen } = await scene.sent('stability', name, request, good)
      const form = await seen.form()
      expect([seen.path, seen.headers.accept]).toEqual([`/v2beta/stable-image/${path}`, 'application/json'])
      expect(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))).toMatchObject(fields)
      expect(form.has('image')).toBe(request.operation !== 'generate')
      expect(form.has('mask')).toBe(request.operation === 'edit')
      // A mode of its own decides the size; asking for a ratio besides is refused.
      expect(form.has('aspect_ratio')).toBe(request.operation === 'generate')
    },
  )

  it('is asked for a background by a name of its own, and for the result later', async () => {
    const request = over({ operation: 'replace_background', prompt: '夜' })()
    const { submitted, seen } = await scene.sent('stability', 'core', request, { id: 'a'.repeat(64) })
    const form = await seen.form()
    expect([form.get('background_prompt'), form.has('prompt'), form.has('subject_image')]).toEqual(['夜', false, true])
    expect(submitted).toMatchObject({ state: 'pending', taskId: 'a'.repeat(64) })
    scene.server.play(
      jsonOf(202, { id: 'a', status: 'in-progress' }),
      jsonOf(200, { ...good, image: undefined, result: b64 }),
    )
    expect(await scene.model('stability').poll('a', never)).toEqual({ state: 'pending', waitMs: 10_000 })
    expect(await scene.model('stability').poll('a', never)).toMatchObject({
      state: 'done',
      outcomes: [{ source: { bytes: png } }],
    })
  })

  it('hands a blurred picture with 200 and says so: it is none', async () => {
    scene.server.play(jsonOf(200, { ...good, finish_reason: 'CONTENT_FILTERED' }))
    const { kind, details } = await failureOf(scene.model('stability').submit(generation(), never))
    expect([kind, details.vendorCode]).toEqual(['content_rejected', 'CONTENT_FILTERED'])
  })

  const rows = [
    [401, 'unauthorized', 'credentials'],
    [403, 'permission_denied', 'credentials'],
    [402, 'payment_required', 'quota_exhausted'],
    [402, 'insufficient_balance', 'quota_exhausted'],
    [403, 'content_moderation', 'content_rejected'],
    [400, 'bad_request', 'invalid_request'],
    [400, 'invalid_prompts', 'invalid_request'],
    [413, 'payload_too_large', 'invalid_request'],
    [422, 'unprocessable_entity', 'invalid_request'],
    [404, 'not_found', 'model_gone'],
    [429, 'rate_limit_exceeded', 'rate_limited'],
    [500, 'internal_error', 'unavailable'],
    [500, 'server_error', 'unavailable'],
  ] as const
  it.each(rows)('%i %s is %s', async (status, name, kind) => {
    scene.server.play(jsonOf(status, { id: 'i', name, errors: ['prompt: is required', 'seed: is odd'] }))
    const error = await failureOf(scene.model('stability').submit(generation(), never))
    expect(error).toMatchObject({
      kind,
      details: { vendorCode: name, vendorMessage: 'prompt: is required; seed: is odd' },
    })
    expect(error.details.retryAfterMs).toBe(kind === 'rate_limited' ? 60_000 : undefined)
  })

  it('has no row in its table that is not above', () => {
    expect(Object.keys(stabilityErrors).sort()).toEqual(rows.map(([, name]) => name).sort())
  })
})

describe('AUTOMATIC1111', () => {
  const info = JSON.stringify({ index_of_first_image: 1 })

  it('sends an overview before the pictures, which is none of them', async () => {
    const body = { images: ['b3ZlcnZpZXc=', b64, b64], info }
    const { submitted, seen } = await scene.sent('automatic1111', 'anything-v5', generation('猫', { count: 2 }), body)
    expect(submitted).toMatchObject({
      outcomes: [{ source: { bytes: png } }, { source: { bytes: png } }],
      usage: { pictures: 2 },
    })
    expect(seen.headers.authorization).toBe(`Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`)
    expect(seen.body).toMatchObject({
      batch_size: 2,
      save_images: false,
      override_settings: { sd_model_checkpoint: 'anything-v5' },
    })
  })

  it('leaves what is loaded when no model is named', async () => {
    const { seen } = await scene.sent('automatic1111', 'default', generation(), { images: [b64], info: 'not json' })
    expect(seen.body).not.toHaveProperty('override_settings')
  })

  it('paints within the mask without a soft edge', async () => {
    const request: ImageRequest = { ...common, operation: 'edit', prompt: '窗', ...pictures() }
    const { seen } = await scene.sent('automatic1111', undefined, request, { images: [b64] })
    expect(seen.path).toBe('/sdapi/v1/img2img')
    expect(seen.body).toMatchObject({
      mask_blur: 0,
      mask: Buffer.from(scene.mask.bytes).toString('base64'),
      width: 1024,
    })
  })

  const rows = [
    [500, 'OutOfMemoryError', 'unavailable'],
    [404, 'HTTPException', 'invalid_request'],
    [500, 'HTTPException', 'unavailable'],
    [422, 'HTTPException', 'invalid_request'],
  ] as const
  it.each(rows)('%i %s is %s', async (status, error, kind) => {
    scene.server.play(jsonOf(status, { error, detail: 'Init image not found', body: '', errors: '' }))
    const failure = await failureOf(scene.model('automatic1111').submit(generation(), never))
    expect(failure).toMatchObject({ kind, details: { vendorCode: error, vendorMessage: 'Init image not found' } })
  })

  it('has no row in its table that is not above', () => {
    expect(Object.keys(automatic1111Errors).sort()).toEqual(
      ['OutOfMemoryError', ...rows.slice(1).map(([status, name]) => `${name}@${status}`)].sort(),
    )
  })

  it('needs a name and a password in the key, where it needs one', async () => {
    const broken = scene.model('automatic1111', undefined, { credentials: { apiKey: 'no-colon' } })
    expect((await failureOf(broken.submit(generation(), never))).details.vendorCode).toBe('malformed_key')
    const bearer = scene.model('automatic1111', undefined, { authProfile: 'bearer' })
    expect((await failureOf(bearer.submit(generation(), never))).details.vendorCode).toBe('unsupported_auth_profile')
  })
})
