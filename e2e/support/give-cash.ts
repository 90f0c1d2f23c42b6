import type { Database } from './database.ts'

/** As a correction: a rebate would need an order of somebody invited, which the audit asks for. */
export async function giveCash(database: Pick<Database, 'rows'>, userId: string, amountFen: number): Promise<void> {
  const id = crypto.randomUUID()
  await database.rows(
    `SELECT id FROM post_entry(gen_random_uuid(), $1, 'adjust', $2, 'cash', 'promotion', $3, 'test', $4, NULL, NULL, NULL, false, now())`,
    [`e2e-cash:${id}`, userId, amountFen, id],
  )
}

/** As an administrator does it. */
export async function openWithdrawals(database: Pick<Database, 'rows'>): Promise<void> {
  await database.rows('UPDATE withdrawal_rules SET is_on = true, review_from_fen = 50000, version = version + 1')
}
