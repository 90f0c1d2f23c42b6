import { Client } from 'pg'
import type { Stack } from './stack.ts'

/** One statement by the superuser of the stack's own cluster, in the product's database. */
export async function asSuperuser(stack: Stack, sql: string): Promise<void> {
  const url = new URL(stack.database.url)
  // As the launcher names those of throw-away clusters.
  url.username = 'postgres'
  url.password = 'postgres'
  const client = new Client({ connectionString: url.href, application_name: 'e2e-superuser' })
  await client.connect()
  try {
    await client.query('SET default_transaction_read_only = off')
    await client.query(sql)
  } finally {
    await client.end()
  }
}
