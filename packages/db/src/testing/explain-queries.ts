import { PrismaPg } from '@prisma/adapter-pg'
import { Client } from 'pg'
import { PrismaClient } from '../generated/client.ts'

interface PlanNode {
  type: string
  relation: string | null
  index: string | null
  /** Rows that it gave and rows that it read and threw away, over all its loops. */
  rowsRead: number
}

export interface ExplainedQuery {
  sql: string
  nodes: PlanNode[]
}

/** Runs `work` and then EXPLAIN ANALYZE on each SELECT that it made, with the same parameters. */
export async function explainQueries(
  url: string,
  work: (prisma: PrismaClient) => Promise<unknown>,
): Promise<ExplainedQuery[]> {
  const queries = await recordSelects(url, work)
  const client = new Client({ connectionString: url, options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    const explained: ExplainedQuery[] = []
    for (const { sql, params } of queries) {
      const result = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, params)
      explained.push({ sql, nodes: flatten(result.rows[0]['QUERY PLAN'][0].Plan) })
    }
    return explained
  } finally {
    await client.end()
  }
}

interface RecordedQuery {
  sql: string
  params: unknown[]
}

async function recordSelects(url: string, work: (prisma: PrismaClient) => Promise<unknown>): Promise<RecordedQuery[]> {
  const adapter = new PrismaPg({ connectionString: url, max: 1, options: '-c TimeZone=UTC' })
  const prisma = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  const queries: RecordedQuery[] = []
  prisma.$on('query', (event) => {
    if (/^\s*SELECT/i.test(event.query)) queries.push({ sql: event.query, params: JSON.parse(event.params) })
  })
  await work(prisma).finally(() => prisma.$disconnect())
  return queries
}

/** The part of PostgreSQL's JSON plans that is read here. */
interface RawPlan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: RawPlan[]
}

function flatten(plan: RawPlan): PlanNode[] {
  const rows = plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)
  const node = {
    type: plan['Node Type'],
    relation: plan['Relation Name'] ?? null,
    index: plan['Index Name'] ?? null,
    rowsRead: rows * plan['Actual Loops'],
  }
  return [node, ...(plan.Plans ?? []).flatMap(flatten)]
}
