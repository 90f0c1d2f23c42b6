import { createHash } from 'node:crypto'

/**
 * Few, fixed texts, run for every generation or payment: statements that post to the ledger, that read one row (`readRow` of the domain), that
 * write an attempt's draft, those by which a press is let in (who is calling, a membership, the request), and that which keeps a
 * channel's notice. Prisma quotes its columns, so none of its own texts is among them.
 */
const hot =
  /post_entry\(|reverse_entry\(|to_json\(found\)|\bdraft_epoch [=<]|FROM sessions s JOIN|FROM membership_periods WHERE|INSERT INTO (?:generations|payment_notices) /

const names = new Map<string, string>()

/**
 * A named statement is parsed and planned once per connection, which makes a posting about a quarter cheaper. No name, so none of
 * that, for everything else: texts that vary would pile up on the server.
 */
export function nameStatement(query: { sql: string }): string {
  if (!hot.test(query.sql)) return ''
  const known = names.get(query.sql)
  if (known !== undefined) return known
  const name = `hot_${createHash('sha256').update(query.sql).digest('hex').slice(0, 24)}`
  names.set(query.sql, name)
  return name
}
