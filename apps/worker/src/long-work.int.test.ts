import { parseId } from '@mozhou/contracts/ids'
import { tools } from '@mozhou/contracts/tools/registry'
import { continueText } from '@mozhou/domain/writing/continue-text'
import { getCreation } from '@mozhou/domain/creations/get-creation'
import { getReceipt } from '@mozhou/domain/generations/get-receipt'
import { listNotifications } from '@mozhou/domain/notifications/list-notifications'
import { optimiseText } from '@mozhou/domain/writing/optimise-text'
import type { RequestedGeneration } from '@mozhou/domain/generations/request-generation'
import { requestStop } from '@mozhou/domain/generations/request-stop'
import { restoreVersion } from '@mozhou/domain/editing/restore-version'
import { updateCreation } from '@mozhou/domain/editing/update-creation'
import { readPlan } from '@mozhou/domain/writing/work-plan'
import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import { stopGeneration } from '@mozhou/workflows/client'
import { keepHistory, scanHistory } from '@mozhou/workflows/testing/histories'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createTestRig, historyOf } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

let rig: TestRig
beforeAll(async () => {
  rig = await createTestRig()
})
afterEach(() => rig.reset())
afterAll(async () => {
  const { checks } = await auditLedger(rig.ctx)
  await rig.close()
  expect(checks.filter((check) => !check.isPassed)).toEqual([])
})

/** Three chapters, each as short as the form allows. */
const theme = '守灯塔的老人收到一封没有署名的信'
const novel = {
  ...tools.story.example,
  theme,
  form: 'chapters',
  chapters: 3,
  length: 500,
  previousText: '',
  previousMemory: '',
}

const write = async (userId: string, requirements = '') =>
  rig.generate(userId, { ...novel, requirements }, undefined, 'story')
const planOf = async ({ generationId }: RequestedGeneration) => {
  const row = await rig.ctx.prisma.generation.findUniqueOrThrow({
    where: { id: generationId },
    select: { plan: true, draftText: true, status: true },
  })
  return { ...row, plan: readPlan(row.plan) }
}
const creationOf = ({ creationId, userId }: RequestedGeneration) => getCreation(rig.ctx, { creationId, userId })
const goOn = async ({ creationId, userId }: RequestedGeneration) => {
  const requested = await continueText(rig.ctx, { creationId, userId, requestKey: crypto.randomUUID() })
  await rig.start(requested)
  return requested
}
/** What its person is told of finished works. */
async function toldOf({ userId }: { userId: string }) {
  const { items } = await listNotifications(rig.ctx, { userId, limit: 20 })
  return items.flatMap(({ kind, params }) =>
    kind === 'work_finished' && 'title' in params ? [{ isIncomplete: params.isIncomplete, title: params.title }] : [],
  )
}
const headingsOf = (body: unknown) => String(body).match(/^## .+$/gmu) ?? []

it('is planned, written part by part under our headings, and closed, on one charge', { timeout: 120_000 }, async () => {
  const requested = await write(await rig.addUser())
  const events = await rig.watch(requested, 100_000)
  expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: false })

  const { plan } = await planOf(requested)
  expect(plan).toMatchObject({ isHeaded: true })
  expect(plan?.parts).toHaveLength(3)
  expect(plan?.ends).toHaveLength(4)
  const { currentVersion } = await creationOf(requested)
  expect(headingsOf(currentVersion?.result['body'])).toEqual(plan?.parts.map(({ title }) => `## ${title}`))
  expect(currentVersion?.result['memory']).not.toEqual([])

  const receipt = await getReceipt(rig.ctx, requested)
  expect(receipt.netCredits).toBe(-10)
  expect(receipt.generations[0]?.attempts).toHaveLength(5)
  const tokens = receipt.generations[0]?.attempts.reduce((sum, { outputTokens }) => sum + outputTokens, 0)
  expect(currentVersion?.outputTokens).toBe(tokens)
  expect(await toldOf(requested)).toEqual([{ isIncomplete: false, title: currentVersion?.title }])

  const history = await historyOf(rig, requested)
  const secrets = [theme, ...(plan?.parts.map(({ title }) => title) ?? [])]
  expect(scanHistory(history, secrets)).toEqual([])
  await keepHistory('generate-creation', 'long-work', history)
})

it('tells viewers which part is being written', { timeout: 120_000 }, async () => {
  const requested = await write(await rig.addUser(), '[[sandbox:slow-tokens:5]]')
  const events = await rig.watch(requested, 100_000)
  const places = events.flatMap(({ event }) => (event.type === 'reset' && event.part ? [event.part.index] : []))
  // A viewer that came a moment late begins with a snapshot.
  expect([0, 1, 2, 3, 4]).toEqual(expect.arrayContaining(places))
  expect(places).toEqual(places.toSorted((left, right) => left - right))
  expect(places.at(-1)).toBe(4)
})

it('can be stopped between parts, and goes on with the next one for nothing', { timeout: 120_000 }, async () => {
  const requested = await write(await rig.addUser(), '[[sandbox:slow-tokens:15]]')
  await expect.poll(async () => (await planOf(requested)).plan?.ends.length ?? 0, { timeout: 60_000 }).toBe(1)
  await requestStop(rig.ctx, requested)
  await stopGeneration(rig.temporal.client.workflow, requested.creationId, requested.ordinal)
  const events = await rig.watch(requested, 60_000)
  expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'cancelled', isIncomplete: true })
  const stopped = await creationOf(requested)
  const written = String(stopped.currentVersion?.result['body'])
  const { plan } = await planOf(requested)
  expect(plan?.ends).toHaveLength(1)

  const continued = await goOn(requested)
  const last = (await rig.watch(continued, 100_000)).at(-1)
  expect(last?.event).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: false })
  const whole = await creationOf(requested)
  const body = String(whole.currentVersion?.result['body'])
  expect(headingsOf(body)).toEqual(plan?.parts.map(({ title }) => `## ${title}`))
  // The first chapter stands as it stood; what was begun of the second is written anew.
  const [, firstChapter = ''] = written.split(/^## .+$/mu)
  expect(body).toContain(firstChapter.trim())
  expect((await getReceipt(rig.ctx, requested)).netCredits).toBe(-10)
})

it('goes on with its plan after a person changed the text and gave it a title', { timeout: 120_000 }, async () => {
  const requested = await write(await rig.addUser(), '[[sandbox:slow-tokens:15]]')
  await expect.poll(async () => (await planOf(requested)).plan?.ends.length ?? 0, { timeout: 60_000 }).toBe(1)
  await requestStop(rig.ctx, requested)
  await stopGeneration(rig.temporal.client.workflow, requested.creationId, requested.ordinal)
  await rig.watch(requested, 60_000)
  const { plan } = await planOf(requested)
  const place = { creationId: requested.creationId, userId: requested.userId }
  const bareVersion = async () => {
    const { currentVersion } = await creationOf(requested)
    return { id: parseId('version', currentVersion?.id ?? '') ?? '', body: String(currentVersion?.result['body']) }
  }
  const stopped = await bareVersion()
  const body = stopped.body.replace('。', '——这里是我改的。')
  const result = { body, title: '我起的名字' }
  await updateCreation(rig.ctx, { ...place, baseVersionId: stopped.id, result })
  expect(await creationOf(requested)).toMatchObject({ isIncomplete: true, title: '我起的名字' })
  const edited = await bareVersion()
  await restoreVersion(rig.ctx, { ...place, baseVersionId: edited.id, versionId: stopped.id })
  const restored = await bareVersion()
  expect((await creationOf(requested)).isIncomplete).toBe(true)
  await restoreVersion(rig.ctx, { ...place, baseVersionId: restored.id, versionId: edited.id })

  const continued = await goOn(requested)
  const last = (await rig.watch(continued, 100_000)).at(-1)
  expect(last?.event).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: false })
  const { currentVersion, continuationsLeft } = await creationOf(requested)
  expect(headingsOf(currentVersion?.result['body'])).toEqual(plan?.parts.map(({ title }) => `## ${title}`))
  expect(currentVersion?.result['body']).toContain('——这里是我改的。')
  expect(currentVersion).toMatchObject({ title: '我起的名字', result: { title: '我起的名字' } })
  expect(currentVersion?.result['memory']).not.toEqual([])
  expect(continuationsLeft).toBe(0)
})

it('is optimised piece by piece where one answer could not hold it, on one charge', { timeout: 120_000 }, async () => {
  const userId = await rig.addUser()
  const long = { ...novel, chapters: 6, length: 1_000 }
  const requested = await rig.generate(userId, long, undefined, 'story')
  await rig.watch(requested, 100_000)
  const before = String((await creationOf(requested)).currentVersion?.result['body'])
  expect(before.length).toBeGreaterThan(4_500)
  const place = { creationId: requested.creationId, userId }
  const request = { goal: 'formal' as const, requestKey: crypto.randomUUID() }
  const optimised = await optimiseText(rig.ctx, { ...place, ...request })
  await rig.start(optimised)
  const last = (await rig.watch(optimised, 100_000)).at(-1)
  expect(last?.event).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: false })
  const { plan } = await planOf(optimised)
  expect(plan?.parts.length).toBeGreaterThan(2)
  const { currentVersion } = await creationOf(requested)
  const after = String(currentVersion?.result['body'])
  expect(after).not.toBe(before)
  expect(after.length / before.length).toBeGreaterThan(0.8)
  expect(currentVersion?.result['title']).not.toBe('')
  expect((await getReceipt(rig.ctx, requested)).netCredits).toBe(-20)
})

it('keeps the finished parts when no model can write the next', { timeout: 120_000 }, async () => {
  const userId = await rig.addUser()
  const requested = await write(userId, '[[sandbox:slow-tokens:10]]')
  await expect.poll(async () => (await planOf(requested)).plan?.ends.length ?? 0, { timeout: 60_000 }).toBe(1)
  await rig.sandbox.behave({ fault: 'server-error', times: 40 })
  const events = await rig.watch(requested, 100_000)
  expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: true })
  const { currentVersion, isIncomplete } = await creationOf(requested)
  expect(isIncomplete).toBe(true)
  expect(await toldOf(requested)).toMatchObject([{ isIncomplete: true }])
  expect(String(currentVersion?.result['body'])).not.toMatch(/## [^\n]*\s*$/u)
  expect((await getReceipt(rig.ctx, requested)).netCredits).toBe(-10)
  expect(parseId('version', currentVersion?.id ?? '')).not.toBeNull()
  const history = await historyOf(rig, requested)
  await keepHistory('generate-creation', 'long-work-kept', history)
})

it('is refunded when not even an outline can be had', { timeout: 60_000 }, async () => {
  await rig.sandbox.behave({ fault: 'server-error', times: 40 })
  const requested = await write(await rig.addUser())
  const events = await rig.watch(requested)
  expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'failed', refundedCredits: 10 })
  expect((await creationOf(requested)).currentVersion).toBeNull()
})
