import { parseId } from '@mozhou/contracts/ids'
import type { ListedTermInput, SetPlatformRuleInput } from '@mozhou/contracts/platform-rules/inputs'
import { checkPackage } from '@mozhou/platforms/rules/check-package'
import { packageOf } from '@mozhou/platforms/testing/packages'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { getPlatformRules, readPlatformRules } from './get-platform-rules.ts'
import { getRuleHistory, listRuleChanges } from './list-rule-changes.ts'
import { restoreWordList, saveWordList } from './save-word-list.ts'
import { setPlatformRule } from './set-platform-rule.ts'
import { getWordList, listWordLists } from './word-lists.ts'

let domain: TestDomain
let ctx: TestDomain['ctx']
let actor: { userId: string; requestId: string }
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = domain.ctx
  actor = { userId: parseId('user', (await domain.signUp()).user.id) ?? '', requestId: 'test' }
})
afterAll(() => domain.close())

const code = 'xiaohongshu.title.max'
const set = (more: Partial<SetPlatformRuleInput>) =>
  setPlatformRule(ctx, {
    code,
    platform: null,
    difference: { hard: 22 },
    reason: '平台放宽',
    before: 0,
    actor,
    ...more,
  })
const numberOf = async (platform: string | null, of = code) =>
  (await listRuleChanges(ctx)).find((change) => change.code === of && change.platform === platform)?.number ?? 0

it('changes what a check finds with the next look, keeps who and why, and takes it back', async () => {
  const long = packageOf('xiaohongshu', { title: '山'.repeat(21) })
  const found = async () => {
    const { overrides, wordList } = await getPlatformRules(ctx)
    const report = checkPackage(long, { day: '2026-11-30', overrides, wordList })
    return [report.overridesVersion, report.results.map((result) => result.code)] as const
  }
  expect(await found()).toEqual(['none', [code]])
  expect(await set({})).toMatchObject([{ code, platform: null, difference: { hard: 22 }, reason: '平台放宽' }])
  expect(await found()).toEqual(['1', []])
  await set({ difference: null, reason: '看错了', before: 1 })
  expect(await found()).toEqual(['2', [code]])
  expect((await getRuleHistory(ctx, { code })).map(({ number, reason }) => [number, reason])).toEqual([
    [2, '看错了'],
    [1, '平台放宽'],
  ])
  const audit = await ctx.prisma.auditRow.findMany({ where: { target: code }, select: { action: true } })
  expect(audit.map(({ action }) => action)).toEqual(['platform-rule.set', 'platform-rule.take-back'])
})

it('holds on one platform alone, beside what holds on all', async () => {
  const shared = 'words.contact_details'
  await set({ code: shared, difference: { severity: 'warn' } })
  await set({ code: shared, platform: 'douyin', difference: { isOff: true } })
  const { overrides } = await readPlatformRules(ctx)
  const found = (platform: 'douyin' | 'kuaishou') =>
    checkPackage(packageOf(platform, { body: { form: 'text', text: '电话13800138000' } }), {
      day: '2026-11-30',
      overrides,
    })
      .results.filter((result) => result.code === shared)
      .map(({ severity }) => severity)
  expect([found('douyin'), found('kuaishou')]).toEqual([[], ['warn']])
})

it.each([
  [{ code: 'no.such' }, 'PLATFORM_RULE_UNKNOWN', 'code'],
  [{ platform: 'zhihu' }, 'PLATFORM_RULE_ELSEWHERE', 'platform'],
  [{ difference: { soft: 30 } }, 'PLATFORM_RULE_BOUNDS_CROSSED', 'difference.soft'],
  [{ difference: { hard: null } }, 'PLATFORM_RULE_UNBOUNDED', 'difference.hard'],
  [{ difference: { from: '2026-12-02', until: '2026-12-01' } }, 'PLATFORM_RULE_ENDS_EARLY', 'difference.until'],
  [{ code: 'words.diversion', difference: { hard: 1 } }, 'PLATFORM_RULE_NO_BOUNDS', 'difference.hard'],
] satisfies [Partial<SetPlatformRuleInput>, string, string][])(
  'refuses %o at its field',
  async (more, error, field) => {
    const before = (await listRuleChanges(ctx)).length
    await expect(set(more)).rejects.toMatchObject({ code: error, params: { field } })
    expect(await listRuleChanges(ctx)).toHaveLength(before)
  },
)

it('tells the second of two who change one rule at once, and who changes nothing', async () => {
  const before = await numberOf(null)
  const both = await Promise.allSettled([
    set({ difference: { hard: 30 }, before }),
    set({ difference: { hard: 40 }, before }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'PLATFORM_RULE_CHANGED' } })
  const [last] = await getRuleHistory(ctx, { code })
  await expect(set({ difference: last?.difference ?? null, before: last?.number ?? 0 })).rejects.toMatchObject({
    code: 'PLATFORM_RULE_UNCHANGED',
  })
})

it('refuses to be written over, whoever asks', async () => {
  const kept = await getRuleHistory(ctx, { code })
  await expect(ctx.prisma.platformRuleChange.deleteMany({ where: { code } })).rejects.toThrow('platformRuleChange')
  await expect(ctx.prisma.wordListVersion.updateMany({ data: { note: '' } })).rejects.toThrow('wordListVersion')
  expect(await getRuleHistory(ctx, { code })).toEqual(kept)
})

const terms: ListedTermInput[] = [{ term: '内部词', severity: 'block', safe: ['内部词典'] }]
const save = (list: ListedTermInput[], before: number) =>
  saveWordList(ctx, { terms: list, note: '第一版', before, actor })

it('keeps every version of the list, finds its words, and goes back', async () => {
  const pack = packageOf('zhihu', {
    body: { form: 'html', html: '<p>内 部词不能写，内部词典可以；内部词也不行。</p>' },
  })
  const found = async () => {
    const { wordList } = await getPlatformRules(ctx)
    const report = checkPackage(pack, { day: '2026-11-30', wordList })
    return [report.wordListVersion, report.results.filter((result) => result.code.startsWith('word_list')).length]
  }
  expect(await found()).toEqual([null, 0])
  await save(terms, 0)
  expect(await found()).toEqual(['1', 1])
  await save([], 1)
  expect(await found()).toEqual(['2', 0])
  const versions = await restoreWordList(ctx, { number: 1, before: 2, actor })
  expect(versions.map(({ number, terms: count, restores }) => [number, count, restores])).toEqual([
    [3, 1, 1],
    [2, 0, null],
    [1, 1, null],
  ])
  expect(await found()).toEqual(['3', 1])
  expect((await getWordList(ctx, { number: 3 })).list).toEqual(terms)
})

it('refuses a list that somebody else has saved meanwhile, one that changes nothing, and one that makes no sense', async () => {
  const before = (await listWordLists(ctx)).length
  await expect(save([], before - 1)).rejects.toMatchObject({ code: 'WORD_LIST_CHANGED' })
  await expect(save(terms, before)).rejects.toMatchObject({ code: 'WORD_LIST_UNCHANGED' })
  await expect(getWordList(ctx, { number: 99 })).rejects.toMatchObject({ code: 'WORD_LIST_NOT_FOUND' })
  const wrong: [ListedTermInput[], string, string][] = [
    [[{ term: '\u200b', severity: 'warn' }], 'WORD_LIST_EMPTY_TERM', 'terms.0.term'],
    [[...terms, { term: '内部词', severity: 'warn', platforms: ['zhihu'] }], 'WORD_LIST_DOUBLED', 'terms.1.term'],
    [[{ term: '甲', severity: 'warn', safe: ['乙'] }], 'WORD_LIST_SAFE_WITHOUT_TERM', 'terms.0.safe'],
  ]
  for (const [list, error, field] of wrong)
    await expect(save(list, before)).rejects.toMatchObject({ code: error, params: { field } })
})
