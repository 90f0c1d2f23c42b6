import { parseId } from '@mozhou/contracts/ids'
import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import { catalogueDefaults, vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { modelFactories } from '@mozhou/integrations/ai/registry'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../audit/actor.ts'
import type { GenerationsContext } from '../../generations/fulfilment.ts'
import { generateText } from '../generate-text.ts'
import { claimAttempt } from '../../generations/attempt-record.ts'
import { loadAttempt } from '../load-attempt.ts'
import { promptOf } from '../prompts/registry.ts'
import { openTarget } from '../../models/open-target.ts'
import { seedModels } from '../../seed/models.ts'
import { testSandboxUrl } from '../../testing/env.ts'
import type { TestDomain } from '../../testing/test-domain.ts'
import { createTestDomain } from '../../testing/test-domain.ts'
import { createPromptDraft } from './create-prompt-draft.ts'
import { deletePromptDraft } from './delete-prompt-draft.ts'
import { getLivePrompt } from './get-live-prompt.ts'
import { listPromptVersions, listToolPrompts } from './list-prompts.ts'
import { publishPrompt } from './publish-prompt.ts'
import { tryPrompt } from './try-prompt.ts'
import { updatePromptDraft } from './update-prompt-draft.ts'

const tool = 'wechat-article'
const codeText = promptOf(tool).system.trim()

let domain: TestDomain
let ctx: GenerationsContext
let actor: Actor
let userId: string
beforeAll(async () => {
  domain = await createTestDomain()
  const sandboxUrl = testSandboxUrl()
  ctx = { ...domain.ctx, models: modelFactories, settings: { ...domain.ctx.settings, sandboxUrl } }
  userId = parseId('user', (await domain.signUp()).user.id) ?? ''
  actor = { userId, requestId: 'req-1' }
  await seedModels(ctx, { vendors: vendorDefaults, models: catalogueDefaults, values: {} })
})
afterAll(() => domain.close())

const bare = ({ id }: { id: string }) => parseId('prompt', id) ?? ''
const words = (name: string) => `你是${name}，把主题写成读得下去的文章。要求分节清楚，句子简短。`
const draft = (name: string) => createPromptDraft(ctx, { tool, systemText: words(name), note: name, actor })
const publish = (prompt: PromptVersionDto) =>
  publishPrompt(ctx, { promptId: bare(prompt), seenAt: prompt.updatedAt, actor })
const versions = () => listPromptVersions(ctx, { tool })
const live = async () => (await versions()).filter(({ status }) => status === 'live')

/** Every test begins with the code's text live. */
beforeEach(async () => {
  const first = (await versions()).find(({ number }) => number === 1)
  if (first && first.status !== 'live') await publish(first)
})

describe('the code’s text', () => {
  it('is version 1, put there once however many ask at once', async () => {
    const fresh = await createTestDomain()
    const asked = await Promise.all(Array.from({ length: 8 }, () => getLivePrompt(fresh.ctx, tool)))
    expect(new Set(asked.map(({ name }) => name))).toEqual(new Set([`${tool}@1`]))
    expect(asked[0]?.systemText).toBe(codeText)
    const rows = await listPromptVersions(fresh.ctx, { tool })
    expect(rows).toMatchObject([{ number: 1, status: 'live', source: 'code', author: null, systemText: codeText }])
    expect(await listToolPrompts(fresh.ctx)).toContainEqual(expect.objectContaining({ tool, liveNumber: 1, drafts: 0 }))
    await fresh.close()
  })

  it('of a new release replaces the old release’s, and never an operator’s', async () => {
    const fresh = await createTestDomain()
    const at = new Date()
    const old = { toolKey: tool, status: 'live', source: 'code', createdAt: at, updatedAt: at, publishedAt: at }
    await fresh.ctx.prisma.promptVersion.create({
      data: { ...old, id: fresh.ctx.newId(), number: 1, systemText: words('旧版本') },
    })
    expect((await getLivePrompt(fresh.ctx, tool)).name).toBe(`${tool}@2`)
    const byHand = { ...old, source: 'admin', number: 3, id: fresh.ctx.newId(), systemText: words('运营') }
    await fresh.ctx.prisma.$transaction([
      fresh.ctx.prisma.promptVersion.updateMany({ where: { status: 'live' }, data: { status: 'retired' } }),
      fresh.ctx.prisma.promptVersion.create({ data: byHand }),
      fresh.ctx.prisma.$executeRaw`ALTER TABLE prompt_versions DISABLE TRIGGER prompt_versions_immutable`,
      fresh.ctx.prisma.promptVersion.updateMany({ where: { number: 2 }, data: { systemText: words('上一个版本') } }),
      fresh.ctx.prisma.$executeRaw`ALTER TABLE prompt_versions ENABLE TRIGGER prompt_versions_immutable`,
    ])
    const rows = await listPromptVersions(fresh.ctx, { tool })
    expect(rows.map(({ number, status, source }) => [number, status, source])).toEqual([
      [4, 'retired', 'code'],
      [3, 'live', 'admin'],
      [2, 'retired', 'code'],
      [1, 'retired', 'code'],
    ])
    expect(rows[0]).toMatchObject({ systemText: codeText, publishedAt: null })
    await fresh.close()
  })
})

describe('a draft', () => {
  it('changes nothing, can be edited and deleted, and loses to whoever saved first', async () => {
    const before = await getLivePrompt(ctx, tool)
    const first = await draft('甲')
    expect(first).toMatchObject({ status: 'draft', source: 'admin', note: '甲', publishedAt: null })
    const edit = (seenAt: string, name: string) =>
      updatePromptDraft(ctx, { promptId: bare(first), systemText: words(name), note: name, seenAt, actor })
    domain.advance(1)
    const second = await edit(first.updatedAt, '乙')
    await expect(edit(first.updatedAt, '丙')).rejects.toMatchObject({ code: 'PROMPT_CHANGED' })
    expect((await versions()).find(({ id }) => id === first.id)).toMatchObject({ systemText: words('乙') })
    expect(await getLivePrompt(ctx, tool)).toEqual(before)
    await deletePromptDraft(ctx, { promptId: bare(second), actor })
    expect((await versions()).map(({ id }) => id)).not.toContain(first.id)
  })

  it('once published is no longer changed, by us or in the database, and its number is its own for ever', async () => {
    const published = await publish(await draft('丁'))
    const edit = { promptId: bare(published), systemText: words('戊'), note: '', seenAt: published.updatedAt, actor }
    await expect(updatePromptDraft(ctx, edit)).rejects.toMatchObject({ code: 'PROMPT_NOT_DRAFT' })
    await expect(deletePromptDraft(ctx, { promptId: bare(published), actor })).rejects.toMatchObject({
      code: 'PROMPT_NOT_DRAFT',
    })
    const where = { id: bare(published) }
    const { promptVersion } = ctx.prisma
    await expect(promptVersion.update({ where, data: { systemText: words('己') } })).rejects.toThrow()
    await expect(promptVersion.update({ where, data: { status: 'draft', publishedAt: null } })).rejects.toThrow()
    await expect(promptVersion.update({ where, data: { number: 999 } })).rejects.toThrow()
    await expect(promptVersion.delete({ where })).rejects.toThrow()
  })

  it('that is not there, is told', async () => {
    const promptId = ctx.newId()
    await expect(deletePromptDraft(ctx, { promptId, actor })).rejects.toMatchObject({ code: 'PROMPT_NOT_FOUND' })
    await expect(publishPrompt(ctx, { promptId, seenAt: new Date().toISOString(), actor })).rejects.toMatchObject({
      code: 'PROMPT_NOT_FOUND',
    })
  })
})

describe('publishing', () => {
  it('leaves exactly one live, whoever publishes at once', async () => {
    const drafts = [await draft('一'), await draft('二'), await draft('三')]
    await Promise.all(drafts.map(publish))
    expect(await live()).toHaveLength(1)
    const extra = { status: 'live', publishedAt: new Date() }
    await expect(
      ctx.prisma.promptVersion.update({ where: { id: bare(await draft('四')) }, data: extra }),
    ).rejects.toThrow()
  })

  it('is seen at once although it is cached, and can be taken back under the old number', async () => {
    const before = await getLivePrompt(ctx, tool)
    const published = await publish(await draft('新'))
    expect(await getLivePrompt(ctx, tool)).toEqual({ name: published.name, systemText: words('新') })
    const first = (await versions()).find(({ name }) => name === before.name)
    if (first) await publish(first)
    expect(await getLivePrompt(ctx, tool)).toEqual(before)
    const actions = await ctx.prisma.auditRow.findMany({
      where: { target: { in: [published.name, before.name] } },
      orderBy: { createdAt: 'asc' },
    })
    expect(actions.slice(-2)).toMatchObject([
      { action: 'prompt.publish', permission: 'prompt:publish', after: { live: published.name } },
      { action: 'prompt.roll-back', before: { live: published.name }, after: { live: before.name } },
    ])
  })

  it('of a draft that changed since it was read, is refused', async () => {
    const seen = await draft('看过的')
    domain.advance(1)
    const edit = { promptId: bare(seen), systemText: words('换过的'), note: '', seenAt: seen.updatedAt, actor }
    await updatePromptDraft(ctx, edit)
    await expect(publish(seen)).rejects.toMatchObject({ code: 'PROMPT_CHANGED' })
  })

  it('holds without Redis', async () => {
    const deaf = await createTestDomain({ redisUrl: 'redis://127.0.0.1:1' })
    const without = { ...ctx, redis: deaf.ctx.redis }
    const prompt = await draft('无缓存')
    await publishPrompt(without, { promptId: bare(prompt), seenAt: prompt.updatedAt, actor })
    expect((await getLivePrompt(without, tool)).name).toBe(prompt.name)
    await deaf.close()
  })

  it('is not undone by a reader that looked before it and wrote after it', async () => {
    const prompt = await draft('竞争')
    await ctx.redis.del(`prompts:{${tool}}:live:v1`)
    const slow = Object.create(ctx.prisma) as typeof ctx.prisma
    Object.defineProperty(slow, 'promptVersion', {
      value: {
        findFirst: async (query: Parameters<typeof ctx.prisma.promptVersion.findFirst>[0]) => {
          const row = await ctx.prisma.promptVersion.findFirst(query)
          if (query?.where?.status === 'live') await publish(prompt)
          return row
        },
      },
    })
    await getLivePrompt({ ...ctx, prisma: slow }, tool)
    expect((await getLivePrompt(ctx, tool)).name).toBe(prompt.name)
  })
})

describe('a text being written', () => {
  const begin = () =>
    generateText(ctx, { tool, input: { topic: '夜跑' }, requestKey: crypto.randomUUID(), userId, modelId: null })
  const accept = (id: string) => ctx.prisma.generation.update({ where: { id }, data: { status: 'accepted' } })
  let epoch = 1_000
  /** What an attempt that begins now would send. */
  const systemOf = async (generationId: string) => {
    const model = await ctx.prisma.aiModel.findFirstOrThrow({ where: { alias: 'qwen-plus' } })
    const attempt = await loadAttempt(ctx, { generationId })
    const place = { generationId, modelId: model.id, epoch: ++epoch, attempt: 1, isFallback: false }
    expect(await claimAttempt(ctx, place, await openTarget(ctx, model.id), attempt)).toBe(true)
    return attempt.prompt.messages.find(({ role }) => role === 'system')?.content ?? ''
  }

  it('keeps the version its first attempt began with, through every later attempt', async () => {
    const { generationId } = await begin()
    await accept(generationId)
    const first = await systemOf(generationId)
    expect(first).toContain(codeText)
    await publish(await draft('半路'))
    expect(await systemOf(generationId)).toBe(first)
    await ctx.prisma.generation.update({ where: { id: generationId }, data: { status: 'failed' } })
    const next = await begin()
    await accept(next.generationId)
    expect(await systemOf(next.generationId)).toContain(words('半路'))
    const { promptVersion } = await ctx.prisma.generation.findUniqueOrThrow({ where: { id: next.generationId } })
    expect(promptVersion).toBe((await getLivePrompt(ctx, tool)).name)
    await ctx.prisma.generation.update({ where: { id: next.generationId }, data: { status: 'failed' } })
  })
})

describe('a try', () => {
  it('writes the form twice, beside the live version, on nobody’s account', async () => {
    const prompt = await draft('试写')
    const model = await ctx.prisma.aiModel.findFirstOrThrow({ where: { alias: 'qwen-plus' } })
    const trial = await tryPrompt(ctx, {
      promptId: bare(prompt),
      modelId: model.id,
      input: { topic: '秋天的夜跑', length: 300 },
      actor,
    })
    expect(trial).toMatchObject({ model: 'qwen-plus', draft: { name: prompt.name }, live: { name: `${tool}@1` } })
    for (const { answer } of [trial.draft, trial.live]) {
      expect(answer).toMatchObject({ isOk: true, failureKind: null })
      expect(answer.text).toContain('秋天的夜跑')
      expect(Math.min(answer.outputTokens, answer.latencyMs, answer.costMicroYuan)).toBeGreaterThan(0)
    }
    const usage = await ctx.prisma.modelUsage.findMany({ where: { purpose: 'prompt_test' } })
    expect(usage).toHaveLength(2)
    for (const row of usage) expect(row).toMatchObject({ userId: null, generationId: null, toolKey: tool })
  })

  it('names the field of the form that is wrong, before it costs anything', async () => {
    const prompt = await draft('空')
    const model = await ctx.prisma.aiModel.findFirstOrThrow({ where: { alias: 'qwen-plus' } })
    const before = await ctx.prisma.modelUsage.count()
    const wrong = { promptId: bare(prompt), modelId: model.id, input: { topic: '' }, actor }
    await expect(tryPrompt(ctx, wrong)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', params: { field: 'topic' } })
    expect(await ctx.prisma.modelUsage.count()).toBe(before)
  })
})
