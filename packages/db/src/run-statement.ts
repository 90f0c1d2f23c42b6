import { Client } from 'pg'

/** One statement on a connection of its own: for CREATE and DROP DATABASE, which no transaction may hold. */
export async function runStatement(url: string, sql: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
