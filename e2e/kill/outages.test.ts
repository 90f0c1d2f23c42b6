import { setTimeout as pause } from 'node:timers/promises'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { crashPostgres } from '../support/crash-postgres.ts'
import { giftCredits } from '../support/credits.ts'
import { slowness } from '../support/env.ts'
import { freezePostgres } from '../support/freeze-postgres.ts'
import { bareId } from '../support/ids.ts'
import { addPerson, signInAdmin } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { timeRecovery } from '../support/recovery.ts'
import { writingScene } from '../support/scene.ts'
import type { Scene } from '../support/scene.ts'
import { smallDisk } from '../support/small-disk.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { asSuperuser } from '../support/superuser.ts'
import { timed } from '../support/timed.ts'
import { until } from '../support/until.ts'
import { expectCleanLedger, expectStored, expectWritten } from '../support/verdict.ts'
import { watch } from '../support/viewer.ts'

let stack: Stack
const thaws: (() => Promise<void> | void)[] = []
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 1_000 })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))
afterEach(async () => {
  for (const thaw of thaws.splice(0).toReversed()) await thaw()
  await stack.sandbox.clear()
})

const away = { status: 503, code: 'SERVICE_UNAVAILABLE' }
/** npm run test:long freezes each part for half a minute; every run for as long as its answers take. */
const frozenMs = Number(process.env['MOZHOU_PROPERTY_ROUNDS'] ?? 1) > 1 ? 30_000 : 3_000

test('PostgreSQL frozen under load: everybody is told within 20 s, and all goes on when it is back', async () => {
  const scenes = await scenesUnderWay(4)
  const others = await Promise.all([addPerson(stack), addPerson(stack)])
  thaws.push(await freezePostgres(stack))
  const calls = [...scenes.map(({ person }) => person), ...others].flatMap(({ api }) => [
    ...Array.from({ length: 10 }, () => timed(api.balance())),
    timed(api.generate()),
  ])
  const login = timed(stack.http.login({ login: 'admin', password: 'mozhou-admin' }))
  const frozen = pause(frozenMs)
  const answers = await Promise.all([...calls, login])
  expect(answers.filter(({ refusal }) => refusal?.code !== away.code || refusal.status !== 503)).toEqual([])
  const slowest = Math.max(...answers.map(({ ms }) => ms))
  console.log(`PostgreSQL frozen: ${answers.length} calls refused, the slowest after ${Math.round(slowest)} ms`)
  expect(slowest).toBeLessThan(20_000)
  expect((await fetch(`${stack.env['API_URL']}/health/live`)).status).toBe(200)
  expect((await fetch(`${stack.env['API_URL']}/health/ready`)).status).toBe(503)
  await frozen
  timeRecovery('PostgreSQL frozen', ...scenes.map(({ viewer }) => viewer))
  await thaws.pop()?.()
  await expectAllWritten(scenes)
  await until('the API is ready again', async () => (await fetch(`${stack.env['API_URL']}/health/ready`)).ok)
})

test('Temporal frozen under load: starts are queued, a stop is written down, the rest is told', async () => {
  const admin = await signInAdmin(stack)
  const newcomers = await Promise.all([addPerson(stack), addPerson(stack)])
  const scenes = await scenesUnderWay(3)
  const [stopped, ...going] = scenes
  if (!stopped) throw new Error('no scene')
  stack.temporal.freeze()
  thaws.push(() => stack.temporal.thaw())
  const stop = timed(stopped.person.api.stop(formatId('generation', stopped.generationId)))
  const starts = newcomers.map(({ api }) => timed(api.generate()))
  const audit = timed(admin.startAudit())
  const frozen = pause(frozenMs)
  expect((await stop).value).toEqual({ ok: true })
  expect((await audit).refusal).toMatchObject(away)
  const started = await Promise.all(starts)
  expect(started.map(({ value }) => value?.outcome)).toEqual(['queued', 'queued'])
  const all = [await stop, await audit, ...started]
  expect(Math.max(...all.map(({ ms }) => ms))).toBeLessThan(8_000 * slowness())
  await frozen
  timeRecovery('Temporal frozen', ...scenes.map(({ viewer }) => viewer))
  await thaws.pop()?.()
  expect(await stopped.viewer.done()).toMatchObject({ status: 'cancelled' })
  await expectAllWritten([...going, ...newcomers.map((person, index) => sceneOf(person, started[index]?.value))])
})

test('Redis frozen under load: everything is answered, and texts are written without it', async () => {
  const scenes = await scenesUnderWay(3)
  stack.redis.freeze()
  thaws.push(() => stack.redis.thaw())
  const frozen = pause(frozenMs)
  const newcomer = await addPerson(stack)
  const start = await timed(newcomer.api.generate())
  expect(start.value?.outcome).toBe('accepted')
  const balances = await Promise.all(scenes.map(({ person }) => timed(person.api.balance())))
  expect(balances.map(({ refusal }) => refusal)).toEqual([null, null, null])
  expect(Math.max(start.ms, ...balances.map(({ ms }) => ms))).toBeLessThan(8_000 * slowness())
  const late = sceneOf(newcomer, start.value)
  await late.viewer.done()
  await frozen
  timeRecovery('Redis frozen', ...scenes.map(({ viewer }) => viewer))
  await thaws.pop()?.()
  for (const { person, generationId, viewer } of [...scenes, late])
    await expectStored(stack, person, generationId, viewer)
})

test('a full disk: whoever asks for a text is told, and what was under way is written when there is room', async () => {
  const disk = await smallDisk(stack)
  thaws.push(() => disk.remove())
  const scenes = await scenesUnderWay(2)
  const person = await addPerson(stack)
  await disk.fill()
  const { refusal } = await timed(person.api.generate({ tool: 'rewrite', input: { source: incompressible(9_000) } }))
  expect(refusal).toEqual(away)
  // Reading needs no room.
  expect(await person.api.balance()).toMatchObject({ credits: giftCredits })
  await pause(frozenMs)
  timeRecovery('disk full', ...scenes.map(({ viewer }) => viewer))
  await disk.free()
  await expectAllWritten(scenes)
})

test('a read-only database: reading goes on, writing is told, and what was under way is written afterwards', async () => {
  const scenes = await scenesUnderWay(2)
  const person = await addPerson(stack)
  thaws.push(() => setReadOnly('off'))
  await setReadOnly('on')
  await until('a write is refused', async () => {
    const { refusal } = await timed(person.api.generate())
    return refusal?.status === 503
  })
  const reads = async () => (await timed(person.api.balance())).refusal === null
  // The connections that were ended are answered once each before new ones are there.
  await until('reading goes on', reads, 5_000)
  await pause(frozenMs)
  expect(await reads()).toBe(true)
  timeRecovery('database read-only', ...scenes.map(({ viewer }) => viewer))
  await thaws.pop()?.()
  await expectAllWritten(scenes)
})

test('a worker that is back before its database waits for it, and writes the text on the same charge', async () => {
  const scenes = await scenesUnderWay(2)
  timeRecovery('worker and PostgreSQL killed together', ...scenes.map(({ viewer }) => viewer))
  await Promise.all([crashPostgres(stack), stack.worker.kill()])
  thaws.push(async () => {
    if (!stack.postgres.isRunning()) await stack.postgres.start()
  })
  await stack.worker.start()
  await until('the worker asks for the database', () => stack.worker.log().includes('the database is away'), 60_000)
  // Long enough for every model to be tried and given up.
  await pause(12_000)
  await stack.postgres.start()
  await expectAllWritten(scenes)
})

const slow = { fault: 'slow-tokens', arg: 80 }

function scenesUnderWay(count: number): Promise<Scene[]> {
  return Promise.all(Array.from({ length: count }, () => writingScene(stack, slow)))
}

async function expectAllWritten(scenes: Scene[]): Promise<void> {
  for (const { person, generationId, viewer } of scenes) await expectWritten(stack, person, generationId, viewer)
  await expectCleanLedger(stack)
}

function sceneOf(person: Person, started: { generationId: string; creationId: string } | null | undefined): Scene {
  if (!started) throw new Error('nothing was started')
  return {
    person,
    generationId: bareId('generation', started.generationId),
    creationId: bareId('creation', started.creationId),
    viewer: watch(person.api, started.generationId),
  }
}

/** Needs pages of its own, whatever is free in those that are there. */
function incompressible(length: number): string {
  const first = '一'.charCodeAt(0)
  return Array.from({ length }, () => String.fromCharCode(first + Math.floor(Math.random() * 20_000))).join('')
}

/** For connections that are opened from now on; those that are open are ended. */
async function setReadOnly(value: 'on' | 'off'): Promise<void> {
  await asSuperuser(stack, `ALTER DATABASE mozhou SET default_transaction_read_only = ${value}`)
  await asSuperuser(
    stack,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'mozhou-%'`,
  )
}
