import { parseId } from '@mozhou/contracts/ids'
import { modelFactories } from '@mozhou/integrations/ai/registry'
import { vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../audit/actor.ts'
import { testSandboxUrl } from '../testing/env.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { createModel } from './create-model.ts'
import { testCall, testUnsaved } from './test-call.ts'
import type { TrialContext } from './test-call.ts'
import { modelInput } from './testing/model-input.ts'

let domain: TestDomain
let ctx: TrialContext
let actor: Actor
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = { ...domain.ctx, models: modelFactories, settings: { ...domain.ctx.settings, sandboxUrl: testSandboxUrl() } }
  actor = { userId: parseId('user', (await domain.signUp()).user.id) ?? '', requestId: 'req-1' }
})
afterAll(() => domain.close())

const { baseUrls, sandboxCredentials } = vendorDefaults.qwen

async function addModel(upstreamModel: string): Promise<string> {
  const baseUrl = testSandboxUrl() + baseUrls.sandboxPath
  const model = await createModel(ctx, {
    ...modelInput({ upstreamModel, baseUrl, credentials: sandboxCredentials }),
    actor,
  })
  return parseId('model', model.id) ?? ''
}

const usageOf = (modelId: string) => ctx.prisma.modelUsage.findMany({ where: { modelId } })

it('an answer comes with its time, tokens and cost, and is counted on nobody', async () => {
  const modelId = await addModel('qwen-plus')
  const answer = await testCall(ctx, { modelId })
  expect(answer).toMatchObject({ isOk: true, failureKind: null, isEstimated: false })
  expect(answer.text).not.toBe('')
  expect(Math.min(answer.inputTokens, answer.outputTokens, answer.costMicroYuan)).toBeGreaterThan(0)
  expect(await usageOf(modelId)).toMatchObject([
    { purpose: 'model_test', outcome: 'succeeded', userId: null, toolKey: null, outputTokens: answer.outputTokens },
  ])
})

it('a refusal is told by its kind and the vendor’s code, and counted too', async () => {
  const modelId = await addModel('qwen-plus@server-error')
  const answer = await testCall(ctx, { modelId })
  expect(answer).toMatchObject({ isOk: false, text: '', failureKind: 'unavailable' })
  expect(answer.vendorCode).not.toBeNull()
  expect(await usageOf(modelId)).toMatchObject([
    { purpose: 'model_test', outcome: 'failed', failureKind: 'unavailable' },
  ])
})

it('an address that nobody vouches for any more is not called', async () => {
  const modelId = await addModel('qwen-plus')
  const answer = await testCall({ ...ctx, settings: { ...ctx.settings, sandboxUrl: null } }, { modelId })
  expect(answer).toMatchObject({ isOk: false, failureKind: 'model_gone', vendorCode: 'ADDRESS_REFUSED' })
})

it('tries what stands in the form: the changes of a model, and a model that is not saved, which both stay unsaved', async () => {
  const modelId = await addModel('qwen-plus@server-error')
  expect(await testCall(ctx, { modelId, changes: { upstreamModel: 'qwen-plus' } })).toMatchObject({ isOk: true })
  expect(await testCall(ctx, { modelId, changes: {} })).toMatchObject({ isOk: false })
  const baseUrl = testSandboxUrl() + baseUrls.sandboxPath
  const form = modelInput({ upstreamModel: 'qwen-plus', baseUrl, credentials: sandboxCredentials })
  const before = await ctx.prisma.aiModel.count()
  expect(await testUnsaved(ctx, form)).toMatchObject({ isOk: true })
  expect(await testUnsaved(ctx, { ...form, credentials: { apiKey: 'wrong-key' } })).toMatchObject({
    isOk: false,
    failureKind: 'credentials',
  })
  expect(await ctx.prisma.aiModel.count()).toBe(before)
  const row = await ctx.prisma.aiModel.findUniqueOrThrow({ where: { id: modelId } })
  expect(row.upstreamModel).toBe('qwen-plus@server-error')
})

it('takes a stored key nowhere but to the server that it was entered for, not even for a try', async () => {
  const modelId = await addModel('qwen-plus')
  const elsewhere = testCall(ctx, { modelId, changes: { baseUrl: 'https://attacker.example/v1' } })
  await expect(elsewhere).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    params: { field: 'credentials.apiKey', rule: 'required' },
  })
})
