import { parseId } from '@mozhou/contracts/ids'
import { modelFactories } from '@mozhou/integrations/ai/registry'
import { vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../audit/actor.ts'
import type { DomainContext } from '../context.ts'
import { testSandboxUrl } from '../testing/env.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { createModel } from './create-model.ts'
import { testCall } from './test-call.ts'
import { modelInput } from './testing/model-input.ts'

let domain: TestDomain
let ctx: DomainContext
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
