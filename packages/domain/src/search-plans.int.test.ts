import { listCreationsInput } from '@mozhou/contracts/creations/inputs'
import type { ExplainedQuery } from '@mozhou/db/testing/explain-queries'
import { explainQueries } from '@mozhou/db/testing/explain-queries'
import type { TestDatabase } from '@mozhou/db/testing/test-database'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCreations } from './creations/list-creations.ts'
import { parseCredentialsKeys } from './credentials-keys.ts'
import { createSecretBox } from './secret-box.ts'
import { testSecretKeys } from './testing/test-domain.ts'
import { fulfilments } from './fulfilments.ts'
import { foldText } from './search/fold-text.ts'
import { ownerTerm, termsOf } from './search/search-terms.ts'

/** 200,000 works, 20,000 of them of one busy person; the rare word is in 50 of those. */
const rows = 200_000
const busy = '01920000-0000-7000-8000-000000000000'
const common = '城市夜跑让人安静。第一次写公众号文章，从起跑线开始。'
const rare = '稀有词语出现在这里。'

const id = (number: string) => `('01920000-0000-7000-8000-' || lpad((${number})::text, 12, '0'))::uuid`
const owner = 'CASE WHEN n % 10 = 0 THEN 0 ELSE 1 + n % 900 END'
const array = (texts: readonly string[]) => `ARRAY[${texts.map((text) => `'${text}'`).join(',')}]`

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 1, silenceMs: 120_000 })
  const [usual, special] = [foldText(common), foldText(common + rare)]
  await database.prisma.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
      await tx.$executeRawUnsafe('SET LOCAL statement_timeout = 0')
      await tx.$executeRawUnsafe(`
        INSERT INTO creations (id, user_id, kind, tool_key, title, status, created_at, updated_at)
        SELECT ${id('n')}, ${id(owner)}, 'writing', 'wechat-article', '题', 'succeeded', timestamptz '2026-01-01Z' + n * interval '1 minute', now()
        FROM generate_series(1, ${rows}) n`)
      await tx.$executeRawUnsafe(`
        INSERT INTO creation_search (creation_id, text, shown, edition, terms)
        SELECT ${id('n')}, CASE WHEN n % 400 = 0 THEN '${special}' ELSE '${usual}' END, CASE WHEN n % 400 = 0 THEN '${common + rare}' ELSE '${common}' END, 2,
          array_to_tsvector(array_append(CASE WHEN n % 400 = 0 THEN ${array(termsOf(special))} ELSE ${array(termsOf(usual))} END, '${ownerTerm('')}' || ${id(owner)}))
        FROM generate_series(1, ${rows}) n`)
    },
    { timeout: 240_000 },
  )
  // The index answers from its pages alone once what was inserted is merged into them.
  for (const table of ['creations', 'creation_search'])
    await database.prisma.$executeRawUnsafe(`VACUUM ANALYZE ${table}`)
}, 300_000)
afterAll(() => database.drop())

const secrets = createSecretBox(parseCredentialsKeys(testSecretKeys) ?? new Map())
const search = (words: string, input: object = {}): Promise<ExplainedQuery[]> =>
  explainQueries(database.url, (prisma) =>
    listCreations(
      { prisma, fulfilments, secrets, clock: { now: () => new Date() } },
      {
        ...listCreationsInput.parse({ ...input, search: words }),
        userId: busy,
      },
    ),
  )

/** A search may sort the few rows that it found; it may neither scan a table nor read many rows for a page. */
function excesses(queries: readonly ExplainedQuery[]): string[] {
  expect(queries).toHaveLength(1)
  return queries.flatMap(({ nodes }) =>
    nodes.flatMap((node) => [
      ...(node.type === 'Seq Scan' ? [`scans ${node.relation}`] : []),
      ...(node.rowsRead > 1_000 ? [`${node.type} reads ${node.rowsRead} rows`] : []),
    ]),
  )
}

describe('at 200,000 works', () => {
  it.each([
    ['稀有词语', {}],
    ['稀有', { sort: 'updated' }],
    ['夜跑', {}],
    ['夜跑 安静', { sort: 'oldest', limit: 100 }],
    ['"从起跑线开始"', { tool: 'wechat-article' }],
    ['没有这样的词', {}],
    ['跑', {}],
  ])('a search for %s reads only what it shows: %j', async (words, input) => {
    expect(excesses(await search(words, input))).toEqual([])
  })

  it('would tell if the index were missing', async () => {
    await database.prisma.$executeRawUnsafe('DROP INDEX creation_search_terms_idx')
    expect(excesses(await search('稀有词语'))).not.toEqual([])
  })
})
