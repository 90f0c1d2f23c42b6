import { withDatabase } from './database-url.ts'
import { runStatement } from './run-statement.ts'

export interface ScratchDatabase {
  url: string
  drop(): Promise<void>
}

/** An empty database beside the one that `url` names. */
export async function createScratchDatabase(url: string): Promise<ScratchDatabase> {
  const name = `mozhou_scratch_${crypto.randomUUID().replaceAll('-', '')}`
  await runStatement(url, `CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`)
  return {
    url: withDatabase(url, name),
    drop: () => runStatement(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  }
}
