import { listCreationsInput } from '@mozhou/contracts/creations/inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { indexMissing } from './index-missing.ts'
import { listCreations } from './list-creations.ts'
import { addWork, idOf, sampleResult } from './testing/add-work.ts'

let domain: TestDomain
let userId: string
beforeAll(async () => {
  domain = await createTestDomain()
  userId = await idOf(domain.ctx, (await domain.signUp()).user.username)
  for (const [title, body] of works) await addWork(domain.ctx, userId, { title, result: { ...plain, title, body } })
})
afterAll(() => domain.close())

const plain = { ...sampleResult, summary: '', keywords: [] }
const works: [title: string, body: string][] = [
  ['繁體', '臺灣東部的露營體驗，裝備齊全。iPhone15手机'],
  ['简体', '台湾东部的露营体验。'],
  ['軟體', '把網路軟體下載好。'],
  ['软件', '软件要先装好。'],
  ['有标记', '**重**点是[装备清单](https://example.com/list)：\n\n| 帐篷 | 50㎡ |\n|---|---|\n| 睡袋 | ２个…… |'],
]

const search = async (words: string) => {
  const page = await listCreations(domain.ctx, { ...listCreationsInput.parse({ search: words }), userId })
  return page.items
}
const titles = async (words: string) => (await search(words)).map(({ title }) => title).toSorted()
const both = ['简体', '繁體']

describe('a search', () => {
  it.each([
    ['台湾', both],
    ['台灣', both],
    ['臺灣', both],
    ['体验', both],
    ['體驗', both],
    ['灣', both],
    ['“台湾东部”', both],
    ['裝備', ['有标记', '繁體']],
    ['iphone15', ['繁體']],
    ['软件', ['软件', '軟體']],
    ['軟體', ['软件', '軟體']],
    ['网络软件', ['軟體']],
    ['軟', ['软件', '軟體']],
    ['體下', ['軟體']],
  ])('for %s finds either form of the characters', async (words, expected) => {
    expect(await titles(words)).toEqual(expected.toSorted())
  })

  it.each(['重点', '是装备清单', '50m2', '2个', '帐篷'])('for %s reads what is marked', async (words) => {
    expect(await titles(words)).toEqual(['有标记'])
  })

  it.each(['**', '|---|', '](https'])('for %s finds no mark', async (words) => {
    expect(await titles(words)).toEqual([])
  })
})

describe('an excerpt', () => {
  it.each([
    ['台湾 体验', '繁體', ['臺灣', '體驗']],
    ['IPHONE15', '繁體', ['iPhone15']],
    ['网络软件 下载', '軟體', ['網路軟體下載']],
    ['软件下载', '軟體', ['軟體下載']],
    ['m2', '有标记', ['㎡']],
    ['2个..', '有标记', ['２个…']],
  ])('for %s shows the characters of %s, and which were searched for', async (words, title, marked) => {
    const found = (await search(words)).find((item) => item.title === title)
    expect(found?.matches.map(({ start, end }) => found.excerpt?.slice(start, end))).toEqual(marked)
  })

  it('holds a long phrase in whole', async () => {
    const [found] = await search('"臺灣東部的露營體驗，裝備齊全。iPhone15手机"')
    expect(found?.excerpt).toContain('臺灣東部的露營體驗，裝備齊全。iPhone15手机')
  })

  it('is none without a search', async () => {
    const page = await listCreations(domain.ctx, { ...listCreationsInput.parse({}), userId })
    expect(page.items.every(({ excerpt, matches }) => excerpt === null && matches.length === 0)).toBe(true)
  })
})

describe('rows of an older edition', () => {
  const asBefore = async () => {
    await domain.ctx.prisma.$executeRaw`
      UPDATE creation_search SET edition = 1, shown = '', text = '臺灣東部的露營體驗', terms = array_to_tsvector(ARRAY['臺灣', '灣', ${`owner:${userId}`}])
      FROM creations WHERE creations.id = creation_id AND title = '繁體'`
  }

  it('are made anew, and found', async () => {
    await asBefore()
    expect(await titles('台湾')).toEqual(['简体'])
    expect(await indexMissing(domain.ctx)).toEqual({ indexed: 1 })
    expect(await titles('台湾')).toEqual(both.toSorted())
    expect(await indexMissing(domain.ctx)).toEqual({ indexed: 0 })
  })

  it('are made in batches, each kept', async () => {
    const more = 450
    await domain.ctx.prisma.$executeRaw`
      WITH made AS (
        INSERT INTO creations (id, user_id, kind, tool_key, title, status, created_at, updated_at)
        SELECT gen_random_uuid(), ${userId}::uuid, 'writing', 'wechat-article', '旧作', 'failed', now(), now() FROM generate_series(1, ${more}) RETURNING id
      ) INSERT INTO creation_search (creation_id, text, terms) SELECT id, '旧', array_to_tsvector(ARRAY['旧']) FROM made`
    expect(await indexMissing(domain.ctx)).toEqual({ indexed: more })
    expect(await search('旧作')).toHaveLength(20)
  })

  it('show what they have until then', async () => {
    await asBefore()
    const [found] = await search('东部')
    expect(found?.title).toBe('简体')
    await domain.ctx.prisma.$executeRaw`UPDATE creation_search SET edition = 1, shown = '' WHERE text LIKE '%东部%'`
    expect((await search('东部'))[0]?.excerpt).toContain('台湾东部的露营体验')
    await indexMissing(domain.ctx)
  })
})
