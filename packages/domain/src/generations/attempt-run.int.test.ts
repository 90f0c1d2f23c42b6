import { tools } from '@mozhou/contracts/tools/registry'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { idOf } from '../creations/testing/add-work.ts'
import { fulfilments } from '../fulfilments.ts'
import { AttemptSuperseded } from '../models/attempt-failure.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { generateText } from '../writing/generate-text.ts'
import { attemptRun } from './attempt-run.ts'
import type { Fulfilment, RunAttemptEnd } from './fulfilment.ts'

let domain: TestDomain
let generationId: string
beforeAll(async () => {
  domain = await createTestDomain()
})
beforeEach(async () => {
  const { user } = await domain.signUp()
  const userId = await idOf(domain.ctx, user.username)
  const tool = 'wechat-article'
  const request = { userId, requestKey: crypto.randomUUID(), tool, input: tools[tool].example } as const
  ;({ generationId } = await generateText(domain.ctx, request))
})
afterAll(() => domain.close())

/** Runs an attempt of a kind that answers as told. */
function run(answers: Partial<Fulfilment>, step?: number): Promise<RunAttemptEnd> {
  const ctx = { ...domain.ctx, fulfilments: { writing: { ...fulfilments.writing, ...answers } } }
  const call = { creationKind: 'writing', generationId, modelId: 'unused', epoch: 1, attempt: 1, isFallback: false }
  const control = { signal: new AbortController().signal, isStop: () => false }
  return attemptRun(ctx, step === undefined ? call : { ...call, step }, control)
}

const whole = async () => ({ finish: 'stop', epoch: 1 }) as const
const away = async () => {
  throw new Error('database away')
}

it('says that it is stored only when it is', async () => {
  const store = async () => ({ versionId: null, isIncomplete: false })
  expect(await run({ attempt: whole, store })).toEqual({ finish: 'stop', epoch: 1, isStored: true })
  expect(await run({ attempt: whole, store: away })).toEqual({ finish: 'stop', epoch: 1 })
})

it('stores no stage and nothing stopped: the workflow decides what follows', async () => {
  expect(await run({ attempt: whole, store: away }, 1)).toEqual({ finish: 'stop', epoch: 1 })
  const attempt = async () => ({ finish: 'stopped', epoch: 1 }) as const
  expect(await run({ attempt, store: away })).toEqual({ finish: 'stopped', epoch: 1 })
})

it('is told once more what it had stored before its worker died', async () => {
  const attempt = async () => {
    throw new AttemptSuperseded()
  }
  await expect(run({ attempt })).rejects.toThrow('superseded')
  const data = { status: 'succeeded', draftEpoch: 7 } as const
  await domain.ctx.prisma.generation.update({ where: { id: generationId }, data })
  expect(await run({ attempt })).toEqual({ finish: 'stop', epoch: 7, isStored: true })
})
