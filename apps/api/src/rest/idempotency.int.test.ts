import { formatId } from '@mozhou/contracts/ids'
import { addWork } from '@mozhou/domain/creations/testing/add-work'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChargingRest } from '../testing/charging-rest.ts'
import type { ChargingRest } from '../testing/charging-rest.ts'

let api: ChargingRest['api']
let send: ChargingRest['send']
let person: ChargingRest['person']
let balanceOf: ChargingRest['balanceOf']
let generate: ChargingRest['generate']
beforeAll(async () => {
  ;({ api, send, person, balanceOf, generate } = await startChargingRest())
})
afterAll(() => api.close())

const form = { topic: '城市露营', length: 800 }

describe('Idempotency-Key', () => {
  it('charges once for fifty at once, and gives all the same answer', async () => {
    const { bearer, userId } = await person()
    const headers = { 'idempotency-key': 'order-7' }
    const answers = await Promise.all(Array.from({ length: 50 }, () => generate(bearer, { input: form }, headers)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body, Object.keys(body as object).sort()))).size).toBe(1)
    expect(await api.ctx.prisma.generation.count({ where: { userId } })).toBe(1)
    expect(await balanceOf(bearer)).toMatchObject({ credits: 40 })
    const isTold = ({ headers: answered }: (typeof answers)[number]) => answered.has('idempotent-replayed')
    expect(answers.filter((answer) => !isTold(answer))).toHaveLength(1)
    const repeat = await generate(bearer, { input: { ...form } }, headers)
    expect(repeat.headers.get('idempotent-replayed')).toBe('true')
  })

  it('refuses another body under the same key, and lets a corrected one use it', async () => {
    const { bearer } = await person()
    const headers = { 'idempotency-key': 'k' }
    expect((await generate(bearer, { input: { topic: '短', length: 1 } }, headers)).status).toBe(400)
    expect((await generate(bearer, { input: form }, headers)).status).toBe(200)
    const reused = await generate(bearer, { input: { ...form, topic: '别的' } }, headers)
    expect(reused).toMatchObject({ status: 409, error: { code: 'IDEMPOTENCY_KEY_REUSED' } })
    const { bearer: other } = await person()
    expect((await generate(other, { input: { ...form, topic: '别的' } }, headers)).status).toBe(200)
  })

  it('takes a press that was refused for its price at another one, once', async () => {
    const { bearer, userId } = await person()
    const at = (mostCredits: number) => generate(bearer, { input: form, mostCredits }, { 'idempotency-key': 'p' })
    expect((await at(0)).error).toMatchObject({ code: 'PRICE_CHANGED' })
    const first = await at(10)
    const again = await at(12)
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 200, 'true'])
    expect(again.body).toEqual(first.body)
    expect(await api.ctx.prisma.generation.count({ where: { userId } })).toBe(1)
  })

  it('says of a refusal, too, that it is the first one again, and not of what was never decided', async () => {
    const { bearer, userId } = await person()
    const { accessToken: admin } = await api.signIn('admin')
    const taken = { userId: formatId('user', userId), amount: -45, reason: 'for the test', requestKey: api.ctx.newId() }
    expect((await api.mutate('credits.adjust', { bearer: admin, input: taken })).status).toBe(200)
    const send402 = (key: string) => generate(bearer, { input: form }, { 'idempotency-key': key })
    const first = await send402('poor')
    expect([first.status, first.headers.has('idempotent-replayed')]).toEqual([402, false])
    const again = await send402('poor')
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([402, 'true'])
    expect(again.error).toEqual({ ...first.error, requestId: again.error?.requestId })
  })

  it('takes any printable text of up to 255 characters, and a fresh key where there is none', async () => {
    const { bearer, userId } = await person()
    const tooLong = await generate(bearer, { input: form }, { 'idempotency-key': 'k'.repeat(256) })
    expect(tooLong.error?.fields[0]).toMatchObject({ path: 'Idempotency-Key', rule: 'printable' })
    expect((await generate(bearer, { input: form }, { 'idempotency-key': '~"k k"'.padEnd(255, '.') })).status).toBe(200)
    expect((await generate(bearer, { input: form })).status).toBe(200)
    expect(await api.ctx.prisma.generation.count({ where: { userId } })).toBe(2)
  })
})

it('makes one copy for twenty at once under one Idempotency-Key, and refuses another work under it', async () => {
  const { bearer, userId } = await person()
  const [one, other] = [await addWork(api.ctx, userId), await addWork(api.ctx, userId)]
  const copy = ({ creationId }: { creationId: string }) =>
    send(`POST /creations/${formatId('creation', creationId)}/duplicate`, {
      bearer,
      headers: { 'idempotency-key': 'c' },
    })
  const answers = await Promise.all(Array.from({ length: 20 }, () => copy(one)))
  expect(new Set(answers.map(({ status, body }) => `${status} ${(body as { id: string }).id}`)).size).toBe(1)
  expect(answers[0]?.status).toBe(200)
  expect(await api.ctx.prisma.creation.count({ where: { userId } })).toBe(3)
  expect((await copy(one)).headers.get('idempotent-replayed')).toBe('true')
  expect(await copy(other)).toMatchObject({ status: 409, error: { code: 'IDEMPOTENCY_KEY_REUSED' } })
})
