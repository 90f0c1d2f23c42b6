import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { admitCall, circuitOf, readCircuit, readOpenCircuits, recordCall, resetCircuit } from './circuit.ts'
import type { Circuit } from './circuit.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const probeMs = 5_000
const admit = (circuit: Circuit) => admitCall(domain.ctx, circuit, probeMs)

function newCircuit(): Circuit {
  return circuitOf({ vendor: 'qwen', id: domain.ctx.newId(), credentials: new Uint8Array([1]) })
}

/** `+` for a call that worked, `-` for one that failed. */
async function record(circuit: Circuit, outcomes: string): Promise<void> {
  for (const outcome of outcomes) await recordCall(domain.ctx, circuit, outcome === '+')
}

async function openCircuit(): Promise<Circuit> {
  const circuit = newCircuit()
  await record(circuit, '-----')
  expect(await admit(circuit)).toBe('open')
  return circuit
}

it.each([
  ['----', 'closed', 'four calls are too few to judge'],
  ['-----', 'open', 'five of five failed'],
  ['++---', 'open', 'three of five failed'],
  ['+++--', 'closed', 'two of five failed'],
  ['++++----', 'closed', 'exactly half failed'],
  ['++++-----', 'open', 'more than half failed'],
  ['--+--', 'open', 'a success in between does not wipe failures'],
] as const)('after %s it is %s: %s', async (outcomes, state, _why) => {
  const circuit = newCircuit()
  await record(circuit, outcomes)
  expect(await admit(circuit)).toBe(state)
  expect((await readCircuit(domain.ctx, circuit)).state).toBe(state)
})

it('forgets calls that are a minute old', async () => {
  const circuit = newCircuit()
  await record(circuit, '----')
  domain.advance(60_001)
  await record(circuit, '-')
  expect(await admit(circuit)).toBe('closed')
  expect(await readCircuit(domain.ctx, circuit)).toMatchObject({ calls: 1, failures: 1 })
})

it('stays open for 30 seconds, and says until when', async () => {
  const circuit = newCircuit()
  const openedAt = domain.ctx.clock.now().getTime()
  await record(circuit, '-----')
  const { retryAt } = await readCircuit(domain.ctx, circuit)
  expect(Date.parse(retryAt ?? '') - openedAt).toBeGreaterThanOrEqual(30_000)
  expect(Date.parse(retryAt ?? '') - openedAt).toBeLessThan(32_000)
  expect([...(await readOpenCircuits(domain.ctx))]).toContain(circuit.modelId)
  domain.advance(25_000)
  expect(await admit(circuit)).toBe('open')
  domain.advance(7_000)
  expect([...(await readOpenCircuits(domain.ctx))]).not.toContain(circuit.modelId)
  expect(await admit(circuit)).toBe('half_open')
})

it('lets one probe through, however many ask at once', async () => {
  const circuit = await openCircuit()
  domain.advance(30_001)
  const answers = await Promise.all(Array.from({ length: 50 }, () => admit(circuit)))
  expect(answers.filter((answer) => answer === 'half_open')).toHaveLength(1)
  expect(answers.filter((answer) => answer === 'open')).toHaveLength(49)
})

it('lets another probe through when the first one never reported', async () => {
  const circuit = await openCircuit()
  domain.advance(30_001)
  expect(await admit(circuit)).toBe('half_open')
  domain.advance(probeMs - 1_000)
  expect(await admit(circuit)).toBe('open')
  domain.advance(1_001)
  expect(await admit(circuit)).toBe('half_open')
})

it('closes when the probe works, and starts counting afresh', async () => {
  const circuit = await openCircuit()
  domain.advance(30_001)
  expect(await admit(circuit)).toBe('half_open')
  await record(circuit, '+')
  expect(await readCircuit(domain.ctx, circuit)).toEqual({ state: 'closed', calls: 0, failures: 0, retryAt: null })
  await record(circuit, '----')
  expect(await admit(circuit)).toBe('closed')
})

it('opens for another 30 seconds when the probe fails', async () => {
  const circuit = await openCircuit()
  domain.advance(30_001)
  expect(await admit(circuit)).toBe('half_open')
  await record(circuit, '-')
  expect(await admit(circuit)).toBe('open')
  expect([...(await readOpenCircuits(domain.ctx))]).toContain(circuit.modelId)
  domain.advance(29_000)
  expect(await admit(circuit)).toBe('open')
  domain.advance(1_001)
  expect(await admit(circuit)).toBe('half_open')
})

it('does not take calls that were under way when it opened for probes', async () => {
  const circuit = await openCircuit()
  await record(circuit, '+')
  expect(await admit(circuit)).toBe('open')
})

it('is one for each model, vendor and key', async () => {
  const circuit = await openCircuit()
  const model = { vendor: 'qwen', id: circuit.modelId, credentials: new Uint8Array([1]) }
  expect(circuitOf(model)).toEqual(circuit)
  expect(await admit(circuitOf({ ...model, credentials: new Uint8Array([2]) }))).toBe('closed')
  expect(await admit(circuitOf({ ...model, id: domain.ctx.newId() }))).toBe('closed')
})

it('closes at an operator’s word', async () => {
  const circuit = await openCircuit()
  await resetCircuit(domain.ctx, circuit)
  expect(await admit(circuit)).toBe('closed')
  expect([...(await readOpenCircuits(domain.ctx))]).not.toContain(circuit.modelId)
})

it('counts as closed, quickly, without Redis', async () => {
  const deaf = await createTestDomain({ redisUrl: 'redis://127.0.0.1:1' })
  const circuit = newCircuit()
  const startedAt = performance.now()
  for (let call = 0; call < 6; call += 1) await recordCall(deaf.ctx, circuit, false)
  expect(await admitCall(deaf.ctx, circuit, probeMs)).toBe('closed')
  expect((await readOpenCircuits(deaf.ctx)).size).toBe(0)
  expect((await readCircuit(deaf.ctx, circuit)).state).toBe('closed')
  expect(performance.now() - startedAt).toBeLessThan(6_000)
  await deaf.close()
})
