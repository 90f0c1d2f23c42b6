import type { Database } from './database.ts'

/** A rebate, as it is posted for an order of somebody who was invited. */
export async function giveCash(database: Pick<Database, 'rows'>, userId: string, amountFen: number): Promise<void> {
  const id = crypto.randomUUID()
  await database.rows(
    `SELECT id FROM post_entry(gen_random_uuid(), $1, 'rebate', $2, 'cash', 'rebate_payable', $3, 'rebate', $4, NULL, NULL, NULL, false, now())`,
    [`e2e-rebate:${id}`, userId, amountFen, id],
  )
}

/** As an administrator does it. */
export async function openWithdrawals(database: Pick<Database, 'rows'>): Promise<void> {
  await database.rows('UPDATE withdrawal_rules SET is_on = true, review_from_fen = 50000, version = version + 1')
}
