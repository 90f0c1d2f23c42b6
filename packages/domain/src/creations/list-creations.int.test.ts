import { creationSorts } from '@mozhou/contracts/creations/kinds'
import { listCreationsInput } from '@mozhou/contracts/creations/inputs'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { listCreations } from './list-creations.ts'
import { addWork, idOf, sampleResult } from './testing/add-work.ts'
import type { TestWork } from './testing/add-work.ts'

let domain: TestDomain
let userId: string
beforeAll(async () => {
  domain = await createTestDomain()
  userId = await idOf(domain.ctx, (await domain.signUp()).user.username)
  for (const work of works) await addWork(domain.ctx, userId, work)
  const other = await idOf(domain.ctx, (await domain.signUp()).user.username)
  await addWork(domain.ctx, other, { title: '别人的夜跑' })
})
afterAll(() => domain.close())

const at = (day: number) => new Date(Date.UTC(2026, 9, day))
const body = (text: string) => ({ ...sampleResult, title: '', summary: '', keywords: [], body: text })
const works: TestWork[] = [
  { title: '甲', createdAt: at(1), wordCount: 50, result: body('人工智能改变写作。') },
  { title: '乙', createdAt: at(2), wordCount: 900, result: body('人工。智能。'), isIncomplete: true },
  { title: '丙', createdAt: at(3), wordCount: 50, result: body('深夜 食堂里谈 ＡＩ Writing'), status: 'failed' },
  { title: '夜跑手册', createdAt: at(4), wordCount: 7, result: body("it's 100% \\ done & done") },
]

const titles = async (input: object) => {
  const page = await listCreations(domain.ctx, { ...listCreationsInput.parse(input), userId })
  return page.items.map(({ title }) => title)
}

describe('the library', () => {
  it.each([
    [{}, ['夜跑手册', '丙', '乙', '甲']],
    [{ sort: 'oldest' }, ['甲', '乙', '丙', '夜跑手册']],
    [{ sort: 'updated' }, ['夜跑手册', '丙', '乙', '甲']],
    [{ status: 'failed' }, ['丙']],
    [{ isIncomplete: true }, ['乙']],
    [{ isIncomplete: false, sort: 'oldest' }, ['甲', '丙', '夜跑手册']],
    [{ from: '2026-10-02T00:00:00Z', to: '2026-10-03T00:00:00Z' }, ['乙']],
    [{ tool: 'wechat-article', kind: 'writing', status: 'failed' }, ['丙']],
  ])('by %j shows %j', async (input, expected) => {
    expect(await titles(input)).toEqual(expected)
  })

  it.each([
    ['人工智能', ['甲']],
    ['智能', ['乙', '甲']],
    ['人工', ['乙', '甲']],
    ['工', ['乙', '甲']],
    ['智能 写作', ['甲']],
    ['ai writing', ['丙']],
    ['"ai writing"', ['丙']],
    ['"食堂 深夜"', []],
    ['“深夜 食堂”', ['丙']],
    ['夜跑', ['夜跑手册']],
    ["it's", ['夜跑手册']],
    ['100%', ['夜跑手册']],
    ['\\', ['夜跑手册']],
    ['&', ['夜跑手册']],
    ['没有的词', []],
    ['"', []],
    ['“”', []],
    ['。', ['乙', '甲']],
    ['……', []],
  ])('searched for %s shows %j', async (search, expected) => {
    expect(await titles({ search })).toEqual(expected)
  })

  it('tells that a place in one order is none in another', async () => {
    const sorts = creationSorts.flatMap((from) => creationSorts.map((to) => ({ from, to })))
    for (const { from, to } of sorts.filter((pair) => pair.from !== pair.to)) {
      const first = await listCreations(domain.ctx, { ...listCreationsInput.parse({ sort: from, limit: 1 }), userId })
      const next = { ...listCreationsInput.parse({ sort: to, cursor: first.nextCursor }), userId }
      await expect(listCreations(domain.ctx, next)).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        params: { field: 'cursor', rule: 'cursor' },
      })
    }
  })

  it.each([
    ['longest', 2_147_483_648],
    ['newest', 253_402_300_800_000],
  ])('refuses a cursor by %s that no list gave out', async (sort, key) => {
    const cursor = Buffer.from(`${sort}.${key}.${domain.ctx.newId()}`).toString('base64url')
    const input = { ...listCreationsInput.parse({ sort, cursor }), userId }
    await expect(listCreations(domain.ctx, input)).rejects.toMatchObject({ params: { field: 'cursor' } })
  })

  it('shows where the search met the text', async () => {
    const page = await listCreations(domain.ctx, { ...listCreationsInput.parse({ search: '改变' }), userId })
    expect(page.items[0]?.excerpt).toContain('人工智能改变写作')
  })

  it.each(['newest', 'oldest', 'updated', 'longest'])('ordered by %s is paged without gap or repeat', async (sort) => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const input = listCreationsInput.parse({ sort, cursor, limit: 1 })
      const page = await listCreations(domain.ctx, { ...input, userId })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toHaveLength(works.length)
    expect(new Set(seen).size).toBe(works.length)
    const rows = await domain.ctx.prisma.creation.findMany({ where: { userId }, select: { id: true } })
    expect(new Set(seen)).toEqual(new Set(rows.map(({ id }) => formatId('creation', id))))
  })
})
