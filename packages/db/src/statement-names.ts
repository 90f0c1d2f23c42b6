import { createHash } from 'node:crypto'

/** Statements that post to the ledger: few, fixed texts, run for every generation and every order. */
const isHot = (sql: string) => sql.includes('post_entry(') || sql.includes('reverse_entry(')

const names = new Map<string, string>()

/**
 * A named statement is parsed and planned once per connection, which makes a posting about a quarter cheaper. No name, so none of
 * that, for everything else: texts that vary would pile up on the server.
 */
export function nameStatement(query: { sql: string }): string {
  if (!isHot(query.sql)) return ''
  const known = names.get(query.sql)
  if (known !== undefined) return known
  const name = `ledger_${createHash('sha256').update(query.sql).digest('hex').slice(0, 24)}`
  names.set(query.sql, name)
  return name
}
