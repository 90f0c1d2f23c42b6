import { parseId } from '@mozhou/contracts/ids'
import { seedModels } from '@mozhou/domain/seed/models'
import { noisePicture } from '@mozhou/domain/files/testing/file-acts'
import { vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { imageCatalogueDefaults } from '@mozhou/integrations/ai/catalogue-image-defaults'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChargingRest } from '../testing/charging-rest.ts'
import type { ChargingRest } from '../testing/charging-rest.ts'

let rest: ChargingRest
let picture: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  rest = await startChargingRest()
  const { ctx } = rest.api
  const sandboxed = { ...ctx, settings: { ...ctx.settings, sandboxUrl: 'http://127.0.0.1:9' } }
  await seedModels(sandboxed, { vendors: vendorDefaults, models: imageCatalogueDefaults, values: {} })
  picture = new Uint8Array(await noisePicture(600))
})
afterAll(() => rest.api.close())

interface Answer {
  status: number
  replayed: string | null
  body: {
    fileId?: string
    generationId?: string
    priceCredits?: number
    error?: { code: string; params: Record<string, unknown> }
  }
}

async function post(
  path: string,
  body: string | FormData | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Answer> {
  const answer = await fetch(`${rest.api.url}/api/v1${path}`, { method: 'POST', body, headers })
  const { status } = answer
  return { status, replayed: answer.headers.get('idempotent-replayed'), body: (await answer.json()) as Answer['body'] }
}

function formOf(parts: Record<string, string | Uint8Array<ArrayBuffer>>): FormData {
  const form = new FormData()
  for (const [name, part] of Object.entries(parts))
    if (typeof part === 'string') form.set(name, part)
    else form.set(name, new Blob([part]), `${name}.png`)
  return form
}

const formOfRun = async ({ body }: Answer) => {
  const id = parseId('generation', body.generationId ?? '') ?? ''
  const { input } = await rest.api.ctx.prisma.generation.findUniqueOrThrow({ where: { id }, select: { input: true } })
  return input
}

describe('a picture that is worked on', () => {
  it('comes as a part of a form, under a key once', async () => {
    const { bearer, userId } = await rest.person()
    const headers = { authorization: `Bearer ${bearer}`, 'idempotency-key': 'vary-1' }
    const send = () => post('/image/variation', formOf({ image: picture, prompt: '夜里', count: '2' }), headers)
    const first = await send()
    expect(first).toMatchObject({ status: 200, body: { priceCredits: 20 } })
    expect(await formOfRun(first)).toMatchObject({ operation: 'variation', prompt: '夜里', count: 2 })
    const again = await send()
    expect(again).toMatchObject({ status: 200, replayed: 'true', body: { generationId: first.body.generationId } })
    expect(await rest.api.ctx.prisma.file.count({ where: { userId } })).toBe(1)
  })

  it('is the one that came under its key: another one, or another mask, is refused', async () => {
    const { bearer, userId } = await rest.person()
    const headers = { authorization: `Bearer ${bearer}`, 'idempotency-key': 'vary-2' }
    const other = new Uint8Array(await noisePicture(620))
    const send = (image: Uint8Array<ArrayBuffer>) => post('/image/variation', formOf({ image }), headers)
    expect((await send(picture)).status).toBe(200)
    expect(await send(other)).toMatchObject({ status: 409, body: { error: { code: 'IDEMPOTENCY_KEY_REUSED' } } })
    expect((await send(picture)).replayed).toBe('true')
    expect(await rest.api.ctx.prisma.generation.count({ where: { userId } })).toBe(1)
  })

  it('is enlarged as often as a form says', async () => {
    const { bearer } = await rest.person()
    const answer = await post('/image/upscale', formOf({ image: picture, factor: '4', most_credits: '1000' }), {
      authorization: `Bearer ${bearer}`,
    })
    expect(answer.status).toBe(200)
    expect(await formOfRun(answer)).toMatchObject({ operation: 'upscale', factor: 4 })
  })

  it('is not begun for more than the caller said', async () => {
    const { bearer } = await rest.person()
    const ask = (mostCredits: number) =>
      post('/image/generate', JSON.stringify({ prompt: '一座桥', count: 2, most_credits: mostCredits }), {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
      })
    expect(await ask(19)).toMatchObject({ status: 409, body: { error: { code: 'PRICE_CHANGED' } } })
    expect(await ask(20)).toMatchObject({ status: 200, body: { priceCredits: 20 } })
  })

  it('comes with its mask, or as ids', async () => {
    const { bearer } = await rest.person()
    const authorization = { authorization: `Bearer ${bearer}` }
    const words = { mode: 'inpaint', prompt: '一盏灯' }
    const whole = await post('/image/edit', formOf({ ...words, image: picture, mask: picture }), authorization)
    expect(whole.status).toBe(200)
    const mask = await post('/image/masks', picture, { ...authorization, 'content-type': 'image/png' })
    expect(mask).toMatchObject({ status: 200, body: { width: 600, height: 600 } })
    const file = await fetch(`${rest.api.url}/api/v1/files`, { method: 'PUT', body: picture, headers: authorization })
    const { id: image } = (await file.json()) as { id: string }
    const body = JSON.stringify({ ...words, image, mask: mask.body.fileId })
    const byIds = await post('/image/edit', body, { ...authorization, 'content-type': 'application/json' })
    expect(byIds.status).toBe(200)
    expect(await formOfRun(byIds)).toMatchObject({
      operation: 'edit',
      maskFileId: parseId('file', mask.body.fileId ?? ''),
    })
  })

  it.each([
    [{ image: 'http://127.0.0.1:1/x.png' }, 400, 'IMAGE_URL_REFUSED'],
    [{ image: 'fil_019ab3d2c4e57f60a1b2c3d4e5f60718' }, 404, 'FILE_NOT_FOUND'],
    [{ image: 'x' }, 400, 'VALIDATION_FAILED'],
  ])('is refused as %j', async (input, status, code) => {
    const { bearer } = await rest.person()
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    const answer = await post('/image/upscale', JSON.stringify(input), headers)
    expect(answer).toMatchObject({ status, body: { error: { code } } })
    if (code !== 'VALIDATION_FAILED') expect(answer.body.error?.params['field']).toBe('image')
  })

  it('is not taken under another name, nor from nobody', async () => {
    const { bearer } = await rest.person()
    const form = () => formOf({ photo: picture })
    const answer = await post('/image/variation', form(), { authorization: `Bearer ${bearer}` })
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'VALIDATION_FAILED' } } })
    expect((await post('/image/variation', form(), {})).status).toBe(401)
  })
})
