import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonOf } from '../testing/vendor-server.ts'
import { toAlphaMask } from './masks.ts'
import type { ImageRequest } from './port.ts'
import { common, generation } from './testing/pictures.ts'
import { failureOf, never, openVendorScene, type VendorScene } from './testing/vendor-scene.ts'

let scene: VendorScene
beforeAll(async () => {
  scene = await openVendorScene()
})
afterAll(() => scene.server.stop())

const pictures = () => ({ source: scene.source, mask: scene.mask })
const png = Buffer.from('iVBORw0KGgo=', 'base64')
const b64 = png.toString('base64')

const field = async (form: FormData, name: string): Promise<unknown> => {
  const value = form.get(name)
  return value instanceof File ? Buffer.from(await value.arrayBuffer()) : value
}

describe('OpenAI', () => {
  const answer = {
    created: 1,
    data: [{ b64_json: b64, revised_prompt: '更好的提示词' }],
    usage: { input_tokens: 7, output_tokens: 90 },
  }

  it('is asked for a new picture without a response format', async () => {
    const request = generation('猫', { negativePrompt: '狗', quality: 'high', format: 'image/webp', count: 2 })
    const { submitted, seen } = await scene.sent('openai', undefined, request, answer)
    expect(seen).toMatchObject({
      method: 'POST',
      path: '/images/generations',
      headers: { authorization: 'Bearer sk-sandbox' },
    })
    expect(seen.body).toEqual({
      model: 'gpt-image-1.5',
      prompt: '猫\nDo not show: 狗',
      n: 2,
      size: '1024x1024',
      quality: 'high',
      output_format: 'webp',
      user: common.endUserKey,
    })
    expect(submitted).toMatchObject({
      state: 'done',
      outcomes: [{ kind: 'made', source: { bytes: png }, revisedPrompt: '更好的提示词' }],
      usage: { pictures: 1, inputTokens: 7, outputTokens: 90 },
    })
  })

  it('gets our mask as transparency', async () => {
    const request: ImageRequest = { ...common, operation: 'edit', prompt: '窗', ...pictures() }
    const { seen } = await scene.sent('openai', undefined, request, answer)
    const form = await seen.form()
    expect([seen.path, form.get('prompt'), form.get('size')]).toEqual(['/images/edits', '窗', '1024x1024'])
    expect(await field(form, 'mask')).toEqual(Buffer.from(await toAlphaMask(scene.mask)))
    expect(await field(form, 'image')).toEqual(scene.source.bytes)
  })

  it('takes a background away by asking for none', async () => {
    const { seen } = await scene.sent(
      'openai',
      undefined,
      { ...common, operation: 'remove_background', source: scene.source },
      answer,
    )
    expect((await seen.form()).get('background')).toBe('transparent')
  })

  it('answers with a picture alone, which is enough', async () => {
    const { submitted } = await scene.sent('openai', undefined, generation(), { data: [{ b64_json: b64 }] })
    expect(submitted).toMatchObject({ usage: { pictures: 1, inputTokens: 0, outputTokens: 0 } })
  })
})

describe('DashScope', () => {
  const accepted = { output: { task_status: 'PENDING', task_id: 't-1' }, request_id: 'r-1' }

  it('is given a task, with the header without which it refuses', async () => {
    const request = generation('雪', { negativePrompt: '人', count: 3, seed: 5 })
    const { submitted, seen } = await scene.sent('qwen', undefined, request, accepted)
    expect(seen).toMatchObject({
      path: '/services/aigc/text2image/image-synthesis',
      headers: { 'x-dashscope-async': 'enable' },
    })
    expect(seen.body).toEqual({
      model: 'wan2.2-t2i-flash',
      input: { prompt: '雪', negative_prompt: '人' },
      parameters: { size: '1024*1024', n: 3, watermark: false, seed: 5 },
    })
    expect(submitted).toEqual({ state: 'pending', taskId: 't-1', vendorRequestId: null })
  })

  it.each([
    [{ operation: 'upscale', factor: 4 }, { function: 'super_resolution' }, { upscale_factor: 4 }],
    [
      { operation: 'restyle', prompt: '绘本', strength: 0.7 },
      { function: 'stylization_all', prompt: '绘本' },
      { strength: 0.7 },
    ],
    [{ operation: 'edit', prompt: '窗' }, { function: 'description_edit_with_mask', prompt: '窗' }, {}],
    [{ operation: 'variation', prompt: '' }, { function: 'description_edit' }, { strength: 0.5 }],
  ])('is told %o as a function', async (wish, input, parameters) => {
    const request = { ...common, ...pictures(), ...wish } as ImageRequest
    const { seen } = await scene.sent('qwen', 'wanx2.1-imageedit', request, accepted)
    expect(seen.body).toMatchObject({ input, parameters })
    const given = seen.body.input as { base_image_url: string; mask_image_url?: string }
    expect(given.base_image_url.startsWith('data:image/png;base64,iVBOR')).toBe(true)
    expect('mask_image_url' in given).toBe(wish.operation === 'edit')
  })

  it('is not polled for what it answers at once', async () => {
    const content = [{ image: 'https://example.com/1.png' }]
    const body = { output: { choices: [{ message: { content } }] }, usage: { image_count: 1 }, request_id: 'r-2' }
    const { submitted, seen } = await scene.sent('qwen', 'wan2.7-image', generation(), body)
    expect(seen.headers['x-dashscope-async']).toBeUndefined()
    expect(submitted).toMatchObject({ outcomes: [{ source: { url: content[0]?.image } }], vendorRequestId: 'r-2' })
  })

  const poll = (output: unknown, usage?: unknown) => {
    scene.server.play(jsonOf(200, { request_id: 'r', output, usage }))
    return scene.model('qwen').poll('t/1', never)
  }

  it('is asked for a task by its id, whatever that contains', async () => {
    expect(await poll({ task_status: 'RUNNING' })).toEqual({ state: 'pending', waitMs: 3_000 })
    expect(scene.server.requests.at(-1)?.path).toBe('/tasks/t%2F1')
  })

  it('may fail one picture and make another: the failed one is not counted', async () => {
    const results = [
      { url: 'https://example.com/1.png', actual_prompt: '雪，细腻' },
      { code: 'DataInspectionFailed', message: 'm' },
    ]
    const end = await poll({ task_status: 'SUCCEEDED', results }, { image_count: 1 })
    expect(end).toMatchObject({
      outcomes: [{ kind: 'made', revisedPrompt: '雪，细腻' }, { kind: 'refused' }],
      usage: { pictures: 1 },
    })
  })

  it.each([
    ['FAILED', { code: 'DataInspectionFailed', message: 'm' }, 'content_rejected'],
    ['FAILED', { code: 'InternalError.Timeout', message: 'm' }, 'unavailable'],
    ['FAILED', {}, 'unavailable'],
    ['CANCELED', {}, 'unavailable'],
    ['UNKNOWN', {}, 'outcome_unknown'],
    ['SUCCEEDED', { results: [{ code: 'DataInspectionFailed', message: 'm' }] }, 'content_rejected'],
    ['SUCCEEDED', { results: [] }, 'unavailable'],
  ])('%s with %o is %s', async (status, more, kind) => {
    expect((await failureOf(poll({ task_status: status, ...more }))).kind).toBe(kind)
  })

  it('that accepts without a number has an unknown outcome', async () => {
    scene.server.play(jsonOf(200, { output: {}, request_id: 'r' }))
    expect((await failureOf(scene.model('qwen').submit(generation(), never))).kind).toBe('outcome_unknown')
  })

  it('is searched by Beijing time', async () => {
    scene.server.play(jsonOf(200, { data: [] }))
    const at = new Date('2026-11-22T20:00:05.000Z')
    const search = { request: generation(), sentAfter: at, sentBefore: at, knownTaskIds: [] }
    expect(await scene.model('qwen').findTask(search, never)).toEqual({ found: 'none' })
    expect(scene.server.requests.at(-1)?.path).toContain('start_time=20261123040004&end_time=20261123040006')
  })
})

describe('Zhipu', () => {
  it('answers with an address', async () => {
    const { submitted, seen } = await scene.sent('zhipu', undefined, generation('茶', { quality: 'standard' }), {
      created: 1,
      data: [{ url: 'https://example.com/1.png' }],
    })
    expect(seen.path).toBe('/images/generations')
    expect(seen.body).toMatchObject({
      model: 'cogview-4-250304',
      size: '1024x1024',
      quality: 'standard',
      watermark_enabled: false,
    })
    expect(submitted).toMatchObject({ state: 'done', usage: { pictures: 1 } })
  })

  it('has a task for GLM-Image, which may be served by another', async () => {
    const { submitted } = await scene.sent('zhipu', 'glm-image', generation('茶'), {
      id: 'z-1',
      task_status: 'PROCESSING',
    })
    expect(submitted).toMatchObject({ state: 'pending', taskId: 'z-1' })
    scene.server.play(
      jsonOf(200, {
        model: 'glm-image-2',
        task_status: 'SUCCESS',
        image_result: [{ url: 'https://example.com/1.png' }],
      }),
    )
    expect(await scene.model('zhipu', 'glm-image').poll('z-1', never)).toMatchObject({ servedModel: 'glm-image-2' })
  })
})
