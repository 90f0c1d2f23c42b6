import { parseId } from '@mozhou/contracts/ids'
import { usageDimensions } from '@mozhou/contracts/models/kinds'
import { usageReportInput } from '@mozhou/contracts/models/usage-inputs'
import type { UsageFigures } from '@mozhou/contracts/models/usage-answers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { exportUsage } from './export-usage.ts'
import { getModelStats } from './get-model-stats.ts'
import { getMyUsage } from './get-my-usage.ts'
import { listUsage } from './list-usage.ts'
import { reportUsage } from './report-usage.ts'
import type { RandomUsage } from './testing/random-usage.ts'
import { insertUsage, randomUsage } from './testing/random-usage.ts'

let domain: TestDomain
let rows: RandomUsage[]
let userIds: string[]
beforeAll(async () => {
  domain = await createTestDomain()
  userIds = await Promise.all([1, 2, 3].map(async () => parseId('user', (await domain.signUp()).user.id) ?? ''))
  rows = randomUsage(600, userIds)
  await insertUsage(domain.ctx, rows)
})
afterAll(() => domain.close())

const range = { from: '2026-03-02', to: '2026-03-08' }
/** Independent of the code under test: by the calendar of the runtime. */
const shanghaiDay = (at: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(at)

const keys = {
  model: (row: RandomUsage) => row.modelId,
  vendor: (row: RandomUsage) => row.vendor,
  tool: (row: RandomUsage) => row.toolKey ?? '',
  user: (row: RandomUsage) => row.userId ?? '',
  day: (row: RandomUsage) => shanghaiDay(row.createdAt),
}

function plainFigures(counted: RandomUsage[]): UsageFigures {
  const sum = (pick: (row: RandomUsage) => number) => counted.reduce((total, row) => total + pick(row), 0)
  const rank = (values: number[], share: number) =>
    values.toSorted((left, right) => left - right)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? null
  const latencies = counted.filter(({ outcome }) => outcome === 'succeeded').map(({ latencyMs }) => latencyMs)
  const firsts = counted.flatMap(({ firstTokenMs }) => (firstTokenMs === null ? [] : [firstTokenMs]))
  return {
    calls: counted.length,
    errors: counted.filter(({ outcome }) => outcome === 'failed' || outcome === 'lost').length,
    inputTokens: sum((row) => row.inputTokens),
    outputTokens: sum((row) => row.outputTokens),
    pictures: sum((row) => row.pictures),
    costMicroYuan: sum((row) => Number(row.costMicroYuan)),
    latencyP50Ms: rank(latencies, 0.5),
    latencyP95Ms: rank(latencies, 0.95),
    firstTokenP50Ms: rank(firsts, 0.5),
    firstTokenP95Ms: rank(firsts, 0.95),
  }
}

const inRange = (row: RandomUsage) =>
  row.outcome !== 'running' && shanghaiDay(row.createdAt) >= range.from && shanghaiDay(row.createdAt) <= range.to

describe('figures equal the rows', () => {
  it.each(usageDimensions)('by %s', async (by) => {
    const report = await reportUsage(domain.ctx, usageReportInput.parse({ ...range, by }))
    const counted = rows.filter(inRange)
    expect(report.total).toEqual(plainFigures(counted))
    const groups = Map.groupBy(counted, keys[by])
    expect(report.groupCount).toBe(groups.size)
    const kind = by === 'model' || by === 'user' ? by : null
    const found = new Map(
      report.groups.map(({ key, ...group }) => [
        kind && key !== '' ? (parseId(kind, key) ?? '') : key,
        Object.fromEntries(Object.entries(group).filter(([name]) => name !== 'label')),
      ]),
    )
    expect(found).toEqual(new Map([...groups].map(([key, group]) => [key, plainFigures(group)])))
  })

  it.each([
    ['vendor', (row: RandomUsage) => row.vendor === 'qwen', { vendor: 'qwen' }],
    ['tool', (row: RandomUsage) => row.toolKey === 'translate', { tool: 'translate' }],
    ['purpose', (row: RandomUsage) => row.purpose === 'prompt_test', { purpose: 'prompt_test' }],
    ['nobody', (row: RandomUsage) => row.userId === null, { userId: 'none' }],
    ['no tool', (row: RandomUsage) => row.toolKey === null, { tool: 'none' }],
  ] as const)('under a filter by %s, and the rows behind them are listed', async (_, keeps, filter) => {
    const report = await reportUsage(domain.ctx, usageReportInput.parse({ ...range, ...filter }))
    const counted = rows.filter(inRange).filter(keeps)
    expect(counted.length).toBeGreaterThan(0)
    expect(report.total).toEqual(plainFigures(counted))
    const listed = await everyRow({ ...range, ...filter })
    expect(listed.toSorted()).toEqual(counted.map(({ id }) => id).toSorted())
  })

  it('counts a call by the day it is in Shanghai', async () => {
    const edge = new Date('2026-03-04T16:00:00.000Z')
    const before = new Date(edge.getTime() - 1)
    const byDay = await reportUsage(domain.ctx, usageReportInput.parse({ ...range, by: 'day' }))
    const days = byDay.groups.map(({ key }) => key)
    expect(days).toEqual(days.toSorted())
    expect([shanghaiDay(before), shanghaiDay(edge)]).toEqual(['2026-03-04', '2026-03-05'])
    const one = await reportUsage(domain.ctx, usageReportInput.parse({ from: '2026-03-05', to: '2026-03-05' }))
    expect(one.total.calls).toBe(
      rows.filter((row) => inRange(row) && shanghaiDay(row.createdAt) === '2026-03-05').length,
    )
  })

  it('says so when nothing was called', async () => {
    const report = await reportUsage(domain.ctx, usageReportInput.parse({ from: '2020-01-01', to: '2020-01-31' }))
    expect(report).toMatchObject({ total: plainFigures([]), groups: [], groupCount: 0 })
  })
})

async function everyRow(filter: object): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listUsage>> = await listUsage(domain.ctx, { ...filter, limit: 100, cursor })
    ids.push(...page.items.map(({ id }) => parseId('usage', id) ?? ''))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}

it('one person sees their own calls and nobody else’s', async () => {
  const [userId = ''] = userIds
  const mine = rows.filter((row) => inRange(row) && row.userId === userId)
  const usage = await getMyUsage(domain.ctx, { ...range, userId })
  const { calls, inputTokens, outputTokens } = plainFigures(mine)
  expect(usage.total).toEqual({ calls, inputTokens, outputTokens })
  expect(usage.byTool.reduce((sum, tool) => sum + tool.calls, 0)).toBe(calls)
  expect(usage.byDay.map(({ key }) => key)).toEqual([...new Set(mine.map(keys.day))].toSorted())
  expect(JSON.stringify(usage)).not.toContain('cost')
})

it('the file for spreadsheets holds the same figures, safe to open', async () => {
  const report = await reportUsage(domain.ctx, usageReportInput.parse({ ...range, by: 'model' }))
  const file = await exportUsage(domain.ctx, { ...usageReportInput.parse({ ...range, by: 'model' }), locale: 'zh-CN' })
  expect(file.text.startsWith('\uFEFF模型,编号,调用次数')).toBe(true)
  const lines = file.text.trim().split('\r\n')
  expect(lines).toHaveLength(report.groups.length + 1)
  expect(file.text).toContain("'=cmd")
  const calls = lines.slice(1).map((line) => Number(line.split(',')[2]))
  expect(calls).toEqual(report.groups.map((group) => group.calls))
  expect(lines.slice(1).map((line) => Number(line.split(',')[6]))).toEqual(report.groups.map((group) => group.pictures))
})

it('one model’s figures, for the last 30 days unless told otherwise', async () => {
  const modelId = rows[0]?.modelId ?? ''
  await expect(getModelStats(domain.ctx, { modelId })).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
  await domain.ctx.prisma.aiModel.create({
    data: {
      id: modelId,
      vendor: 'qwen',
      capability: 'text',
      alias: 'm',
      upstreamModel: 'm',
      baseUrl: 'https://models.example',
      authProfile: 'bearer',
      credentials: new Uint8Array(),
      credentialsKeyId: 'test',
      credentialsLast4: '',
      credentialsSource: 'admin',
      isSandbox: false,
      parameters: {},
      limits: {},
      priority: 1,
      isMembersOnly: false,
      isEnabled: false,
      createdAt: new Date(),
      updatedAt: new Date(),
    },
  })
  const stats = await getModelStats(domain.ctx, { modelId, ...range })
  expect(stats.total).toEqual(plainFigures(rows.filter((row) => inRange(row) && row.modelId === modelId)))
  expect(stats.byDay.reduce((sum, day) => sum + day.calls, 0)).toBe(stats.total.calls)
  const recent = await getModelStats(domain.ctx, { modelId })
  expect((Date.parse(recent.to) - Date.parse(recent.from)) / 86_400_000).toBe(29)
  await expect(getModelStats(domain.ctx, { modelId, from: '2026-03-02', to: '2026-03-01' })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
  })
})
