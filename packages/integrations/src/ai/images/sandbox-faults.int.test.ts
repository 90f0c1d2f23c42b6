import { randomUUID } from 'node:crypto'
import type { FailureKind } from '@mozhou/contracts/failures'
import { imageVendorKeys, type ImageVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { describe, expect, it } from 'vitest'
import { readSandboxUrl } from '../testing/env.ts'
import type { ImageRequest } from './port.ts'
import { finishTask, makeImages, runImage } from './testing/finish-task.ts'
import { common, generation, grainyPicture } from './testing/pictures.ts'
import { sandboxImages } from './testing/sandbox-model.ts'
import { failureOf, never } from './testing/vendor-scene.ts'

type Row = readonly [ImageVendorKey, FailureKind]
const perVendor = (usual: FailureKind, otherwise: Partial<Record<ImageVendorKey, FailureKind>> = {}): Row[] =>
  imageVendorKeys.map((vendor) => [vendor, otherwise[vendor] ?? usual])

// A server of one's own has no limits, no bills and nobody who objects: it only breaks.
const own = { automatic1111: 'unavailable' } as const
const refusals: [string, Row[]][] = [
  ['bad-key', perVendor('credentials')],
  ['rate-limit', perVendor('rate_limited', own)],
  ['billing', perVendor('quota_exhausted', own)],
  ['retired', perVendor('model_gone', own)],
  ['overloaded', perVendor('unavailable')],
  ['server-error', perVendor('unavailable')],
  ['html-error', perVendor('unavailable')],
  ['content-block', perVendor('content_rejected', own)],
  ['picture-filtered', perVendor('content_rejected', own)],
  ['no-picture', perVendor('unavailable')],
  ['cut-after-commit', perVendor('outcome_unknown')],
  ['gateway-timeout', perVendor('outcome_unknown')],
  ['cut', perVendor('outcome_unknown')],
]

describe.concurrent.each(refusals)('%s', (fault, rows) => {
  it.each(rows)('at %s is %s', async (vendor, kind) => {
    const { details, ...error } = await failureOf(runImage(sandboxImages(vendor), generation(`猫[[sandbox:${fault}]]`)))
    expect({ kind: error.kind, vendor: details.vendor }).toEqual({ kind, vendor })
  })
})

it.concurrent.each(imageVendorKeys)('%s refuses a wrong key', async (vendor) => {
  const apiKey = vendor === 'automatic1111' ? 'bad:password' : vendor === 'zhipu' ? 'bad.secret' : 'sk-bad-key'
  expect(
    (await failureOf(runImage(sandboxImages(vendor, undefined, { credentials: { apiKey } }), generation()))).kind,
  ).toBe('credentials')
})

it('zhipu takes a signed token, and automatic1111 no key at all', async () => {
  const signed = sandboxImages('zhipu', undefined, { authProfile: 'signed_jwt' })
  expect(await makeImages(signed, generation())).toHaveLength(1)
  const open = sandboxImages('automatic1111', undefined, { authProfile: 'none' })
  expect(await makeImages(open, generation())).toHaveLength(1)
})

it.concurrent.each(imageVendorKeys)('a submit that %s never answers has an unknown outcome', async (vendor) => {
  const limits = { submitTimeoutMs: 600, callTimeoutMs: 600, maxPictureBytes: 1_000_000 }
  const { kind, details } = await failureOf(
    sandboxImages(vendor, undefined, { limits }).submit(generation('猫[[sandbox:timeout-after-commit]]'), never),
  )
  expect([kind, details.vendorCode]).toEqual(['outcome_unknown', 'timeout'])
})

it.concurrent.each(imageVendorKeys)('whoever leaves %s hears their own reason', async (vendor) => {
  const controller = new AbortController()
  const reason = new Error('停止')
  const submitted = sandboxImages(vendor).submit(generation('猫[[sandbox:hang]]'), controller.signal)
  setTimeout(() => controller.abort(reason), 150)
  await expect(submitted).rejects.toBe(reason)
})

describe.concurrent('a result', () => {
  const linked = ['qwen', 'zhipu'] as const
  const spoils: [string, string][] = [
    ['wrong-size', 'result_wrong_size'],
    ['result-html', 'result_not_a_picture'],
    ['result-cut', 'result_damaged'],
  ]
  it.each(imageVendorKeys.flatMap((vendor) => spoils.map(([fault, code]) => [fault, vendor, code] as const)))(
    'with %s from %s is %s',
    async (fault, vendor, code) => {
      const { kind, details } = await failureOf(makeImages(sandboxImages(vendor), generation(`猫[[sandbox:${fault}]]`)))
      expect([kind, details.vendorCode]).toEqual(['unavailable', code])
    },
  )

  const links: [string, string][] = [
    ['link-expired', 'result_gone'],
    ['link-redirect', 'result_not_served'],
    ['result-huge', 'result_too_large'],
  ]
  it.each(linked.flatMap((vendor) => links.map(([fault, code]) => [fault, vendor, code] as const)))(
    'at an address with %s from %s is %s',
    async (fault, vendor, code) => {
      const { kind, details } = await failureOf(makeImages(sandboxImages(vendor), generation(`猫[[sandbox:${fault}]]`)))
      expect([kind, details.vendorCode]).toEqual(['unavailable', code])
    },
  )

  it('in the answer itself is held to the same bound', async () => {
    const limits = { submitTimeoutMs: 20_000, callTimeoutMs: 20_000, maxPictureBytes: 2_000 }
    const { details } = await failureOf(makeImages(sandboxImages('stability', undefined, { limits }), generation()))
    expect(details.vendorCode).toMatch(/result_too_large|answer_too_large/)
  })
})

describe.concurrent('a task', () => {
  it.each([
    ['qwen', undefined, 'task-failed', 'unavailable'],
    ['qwen', undefined, 'task-content', 'content_rejected'],
    ['qwen', undefined, 'task-lost', 'outcome_unknown'],
    ['zhipu', 'glm-image', 'task-failed', 'unavailable'],
    ['zhipu', 'glm-image', 'task-content', 'content_rejected'],
  ] as const)('of %s %s with %s is %s', async (vendor, name, fault, kind) => {
    const request = generation(`猫[[sandbox:${fault}]]`)
    expect((await failureOf(runImage(sandboxImages(vendor, name), request))).kind).toBe(kind)
  })

  it.each([
    ['task-failed', 'unavailable'],
    ['task-content', 'content_rejected'],
    ['task-lost', 'outcome_unknown'],
    ['picture-filtered', 'content_rejected'],
  ] as const)('of stability with %s is %s', async (fault, kind) => {
    const prompt = `夜[[sandbox:${fault}]]`
    const request: ImageRequest = {
      ...common,
      operation: 'replace_background',
      prompt,
      source: await grainyPicture(512, 512),
    }
    expect((await failureOf(runImage(sandboxImages('stability'), request))).kind).toBe(kind)
  })

  it('is found again by its id alone, by another model of the same target', async () => {
    const submitted = await sandboxImages('qwen').submit(generation('雪'), never)
    if (submitted.state === 'done') throw new Error('expected a task')
    const { outcomes } = await finishTask(sandboxImages('qwen'), submitted.taskId)
    expect(outcomes).toHaveLength(1)
  })

  it('delivers those of its pictures that were made', async () => {
    const { outcomes, usage } = await runImage(sandboxImages('qwen'), generation('猫[[sandbox:partial]]', { count: 3 }))
    expect(outcomes.map(({ kind }) => kind)).toEqual(['made', 'made', 'refused'])
    expect(usage.pictures).toBe(2)
    const refused = outcomes.find((outcome) => outcome.kind === 'refused')
    expect(refused?.error.kind).toBe('content_rejected')
  })

  it('is given up before it has begun, and not afterwards', async () => {
    const submitted = await sandboxImages('qwen').submit(generation('猫[[sandbox:task-slow:60000]]'), never)
    if (submitted.state === 'done') throw new Error('expected a task')
    expect(await sandboxImages('qwen').cancel(submitted.taskId, never)).toBe(true)
    expect((await failureOf(sandboxImages('qwen').poll(submitted.taskId, never))).details.vendorCode).toBe(
      'task_canceled',
    )
    expect(await sandboxImages('qwen').cancel(submitted.taskId, never)).toBe(false)
  })
})

describe.concurrent('a submit that nobody answered', () => {
  const lose = async (prompt: string, apiKey: string) => {
    const request = generation(`${prompt}[[sandbox:cut-after-commit]]`)
    const sentAfter = new Date()
    const lost = sandboxImages('qwen', undefined, { credentials: { apiKey } })
    expect((await failureOf(lost.submit(request, never))).kind).toBe('outcome_unknown')
    return { lost, search: { request, sentAfter, sentBefore: new Date(), knownTaskIds: [] as string[] } }
  }

  it('is looked up where the vendor lets us, and its pictures are taken', async () => {
    const { lost, search } = await lose('找回的猫', 'sk-lost-one')
    await expect.poll(async () => (await lost.findTask(search, never)).found).toBe('one')
    const found = await lost.findTask(search, never)
    if (found.found !== 'one') throw new Error('not found')
    expect((await finishTask(lost, found.taskId)).outcomes).toHaveLength(1)
  })

  it('is not taken for another’s of the same minute', async () => {
    const { lost, search } = await lose('我的猫', 'sk-lost-two')
    const other = { ...search, request: generation('别人的狗') }
    await expect.poll(async () => (await lost.findTask(other, never)).found).toBe('none')
  })

  it('stays unknown while two could be it, until one of them is known to be another’s', async () => {
    // Of this run alone: the sandbox remembers what others asked for.
    const apiKey = `sk-lost-${randomUUID()}`
    const { lost, search } = await lose('同样的猫', apiKey)
    await lose('同样的猫', apiKey)
    const later = { ...search, sentBefore: new Date() }
    await expect.poll(async () => (await lost.findTask(later, never)).found).toBe('unsure')
    const rows: unknown = await (
      await fetch(`${readSandboxUrl()}/dashscope/api/v1/tasks`, { headers: { authorization: `Bearer ${apiKey}` } })
    ).json()
    const [first] = (rows as { data: { task_id: string }[] }).data
    const knownTaskIds = [first?.task_id ?? '']
    const again = () => lost.findTask({ ...later, knownTaskIds }, never)
    await expect.poll(async () => (await again()).found).toBe('one')
    const found = await again()
    expect(found).not.toMatchObject({ taskId: knownTaskIds[0] })
  })

  it.each(['openai', 'zhipu', 'stability', 'automatic1111'] as const)('cannot be looked up at %s', async (vendor) => {
    const request = generation()
    const search = { request, sentAfter: new Date(), sentBefore: new Date(), knownTaskIds: [] }
    expect(sandboxImages(vendor).abilities.findsLostTasks).toBe(false)
    expect(await sandboxImages(vendor).findTask(search, never)).toEqual({ found: 'none' })
  })
})
