import type { CreationStatus } from '@mozhou/contracts/creations/kinds'
import type { GenerationStatus } from '@mozhou/contracts/generations/kinds'
import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { DomainContext } from '../../context.ts'
import { storableJson } from '../../storable-text.ts'
import { indexMissing } from '../index-missing.ts'
import { writeSections } from '../write-sections.ts'

export interface TestWork {
  tool?: ToolKey
  title?: string
  result?: ToolResult
  status?: CreationStatus
  generationStatus?: GenerationStatus
  isIncomplete?: boolean
  wordCount?: number
  createdAt?: Date
}

export const sampleResult = {
  title: '城市夜跑',
  summary: '夜里的路',
  body: '## 起跑\n\n夜跑让人安静。',
  keywords: ['夜跑'],
}

/** A finished work as the main job leaves it: generation, version, search row. */
export async function addWork(ctx: DomainContext, userId: string, work: TestWork = {}) {
  const [creationId, generationId, versionId] = [ctx.newId(), ctx.newId(), ctx.newId()]
  const { tool = 'wechat-article', title = '城市夜跑', status = 'succeeded', isIncomplete = false } = work
  const { result = { ...sampleResult, title }, wordCount = 10, createdAt = ctx.clock.now() } = work
  const times = { createdAt, updatedAt: createdAt }
  await ctx.prisma.creation.create({
    data: { id: creationId, userId, kind: 'writing', toolKey: tool, title, status, isIncomplete, wordCount, ...times },
  })
  await ctx.prisma.generation.create({
    data: {
      id: generationId,
      creationId,
      userId,
      ordinal: 1,
      kind: 'generate',
      requestKey: ctx.newId(),
      status: work.generationStatus ?? 'succeeded',
      input: { topic: title },
      draftText: '写出的文字',
      createdAt,
      coveredBy: 'membership',
      priceCredits: 0,
    },
  })
  const kind: VersionDto['kind'] = 'generated'
  await ctx.prisma.version.create({
    data: {
      id: versionId,
      creationId,
      generationId,
      ordinal: 1,
      kind,
      title,
      wordCount,
      isIncomplete,
      isPartial: false,
      result: JSON.parse(storableJson(result)),
      rawText: writeSections(result, tools[tool].sections),
      createdAt,
      modelAlias: 'm',
      promptVersion: 'p@1',
      isSandbox: true,
      inputTokens: 1,
      outputTokens: 2,
      costMicroYuan: 3n,
    },
  })
  await ctx.prisma.creation.update({ where: { id: creationId }, data: { currentVersionId: versionId } })
  await indexMissing(ctx)
  return { creationId, generationId, versionId }
}

/** A registered person's bare id. */
export async function idOf(ctx: DomainContext, username: string): Promise<string> {
  const row = await ctx.prisma.user.findUniqueOrThrow({ where: { usernameKey: username }, select: { id: true } })
  return row.id
}
