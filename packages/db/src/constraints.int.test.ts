import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from './testing/test-database.ts'
import { createTestDatabase } from './testing/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await run(`INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
    VALUES ('${user}', 'u', 'u', 'u', 'u', 'u', 'x', now(), 'ABCDEFGH', now(), now())`)
  await run(`INSERT INTO creations (id, user_id, kind, tool_key, title, status, created_at, updated_at)
    VALUES ('${creation}', '${user}', 'writing', 'wechat-article', '题', 'draft', now(), now())`)
  await run(
    `SELECT id FROM post_entry(gen_random_uuid(), 'gift', 'gift_signup', '${user}', 'credits', 'promotion', 5, 'test', '1', NULL, NULL, NULL, false, now())`,
  )
  await run(
    `INSERT INTO audit_rows (id, permission, action, target, request_id, created_at) VALUES (gen_random_uuid(), 'none', 'a', 't', 'r', now())`,
  )
})
afterAll(() => database.drop())

const user = '01920000-0000-7000-8000-000000000001'
const creation = '01920000-0000-7000-8000-000000000002'
const run = (sql: string) => database.prisma.$executeRawUnsafe(sql)

describe('append-only', () => {
  const refused = [
    'UPDATE credit_entries SET amount = 6',
    'UPDATE credit_entries SET amount = 6 WHERE false',
    'DELETE FROM credit_entries',
    'TRUNCATE credit_entries CASCADE',
    'TRUNCATE credit_accounts CASCADE',
    `UPDATE audit_rows SET action = 'b'`,
    'DELETE FROM audit_rows',
    'TRUNCATE audit_rows',
  ]

  it('refuses every change to entries and audit rows for the role that the application uses', async () => {
    for (const sql of refused) await expect(run(sql), sql).rejects.toThrow('append-only')
    expect(await database.prisma.creditEntry.count({ where: { amount: 5 } })).toBe(1)
    expect(await database.prisma.auditRow.count({ where: { action: 'a' } })).toBe(1)
  })

  it('refuses them for a plain owner of the tables too', async () => {
    const role = `owner_${crypto.randomUUID().replaceAll('-', '')}`
    await run(`CREATE ROLE "${role}"`)
    try {
      for (const table of ['credit_entries', 'gift_expiries', 'audit_rows', 'credit_accounts', 'users'])
        await run(`ALTER TABLE ${table} OWNER TO "${role}"`)
      const client = new Client(database.url)
      await client.connect()
      await client.query(`SET ROLE "${role}"`)
      for (const sql of refused) await expect(client.query(sql), sql).rejects.toThrow('append-only')
      await client.end()
    } finally {
      await run(`REASSIGN OWNED BY "${role}" TO CURRENT_USER`)
      await run(`DROP ROLE "${role}"`)
    }
  })

  it('refuses to delete or renumber an account that has entries', async () => {
    await expect(run(`DELETE FROM credit_accounts WHERE user_id = '${user}'`)).rejects.toThrow(
      'credit_entries_account_id_fkey',
    )
    await expect(run(`UPDATE credit_accounts SET id = gen_random_uuid() WHERE user_id = '${user}'`)).rejects.toThrow(
      'append-only',
    )
  })
})

describe('the ledger', () => {
  it('has the accounts of the platform, without a balance', async () => {
    const accounts = await database.prisma.creditAccount.findMany({
      where: { userId: null },
      select: { platformKey: true, unit: true, balance: true },
    })
    expect(accounts).toHaveLength(18)
    expect(accounts.every((account) => account.balance === null)).toBe(true)
  })

  const wrong: [string, string][] = [
    ['credit_accounts_balance_check', `UPDATE credit_accounts SET balance = -1 WHERE user_id = '${user}'`],
    ['credit_accounts_debt_check', `UPDATE credit_accounts SET is_in_debt = true WHERE user_id = '${user}'`],
    ['credit_accounts_cache_check', `UPDATE credit_accounts SET balance = 0 WHERE platform_key = 'sold'`],
    ['credit_accounts_cache_check', `UPDATE credit_accounts SET balance = NULL WHERE user_id = '${user}'`],
    [
      'credit_accounts_one_owner_check',
      `UPDATE credit_accounts SET platform_key = 'sold' WHERE user_id = '${user}' AND unit = 'credits'`,
    ],
    [
      'credit_accounts_one_owner_check',
      `INSERT INTO credit_accounts (id, unit, created_at) VALUES (gen_random_uuid(), 'cash', now())`,
    ],
    ['credit_entries_amount_check', entrySql({ amount: 0 })],
    ['credit_entries_kind_check', entrySql({ kind: `'loan'` })],
    ['credit_entries_sequence_check', entrySql({ sequence: 0 })],
    ['credit_entries_hash_check', entrySql({ hash: `'a'` })],
  ]
  it.each(wrong)('keeps %s', async (constraint, sql) => {
    await expect(run(sql)).rejects.toThrow(constraint)
  })
})

function entrySql(change: { amount?: number; kind?: string; sequence?: number; hash?: string }): string {
  const { amount = 1, kind = `'adjust'`, sequence = 9, hash = `sha256('a')` } = change
  return `INSERT INTO credit_entries (id, idempotency_key, kind, account_id, counter_account_id, amount, balance_after, sequence, reference_type, reference_id, previous_hash, hash, created_at)
    SELECT gen_random_uuid(), gen_random_uuid()::text, ${kind}, id, '00000000-0000-7000-8000-000000000001', ${amount}, 1, ${sequence}, 'test', '1', sha256('b'), ${hash}, now()
    FROM credit_accounts WHERE user_id = '${user}'`
}

describe('the rest of the house', () => {
  const period = (from: string, to: string) =>
    run(
      `INSERT INTO membership_periods (id, user_id, starts_at, ends_at, source, source_id, created_at) VALUES (gen_random_uuid(), '${user}', '${from}', '${to}', 'seed', '1', now())`,
    )

  it('lets periods of a membership touch, never overlap, and never end before they begin', async () => {
    await period('2026-01-01Z', '2026-02-01Z')
    await period('2026-02-01Z', '2026-03-01Z')
    await expect(period('2026-02-28Z', '2026-04-01Z')).rejects.toThrow('membership_periods_no_overlap')
    await expect(period('2026-05-02Z', '2026-05-01Z')).rejects.toThrow('membership_periods_length_positive_check')
  })

  const generation = (ordinal: number, change: { status?: string; coveredBy?: string; price?: number } = {}) => {
    const { status = 'succeeded', coveredBy = 'credits', price = 10 } = change
    return run(`INSERT INTO generations (id, creation_id, user_id, ordinal, kind, status, request_key, input, covered_by, price_credits, created_at)
      VALUES (gen_random_uuid(), '${creation}', '${user}', ${ordinal}, 'generate', '${status}', gen_random_uuid(), '{}', '${coveredBy}', ${price}, now())`)
  }

  it('lets one generation at a time work on a creation', async () => {
    await generation(1, { status: 'failed' })
    await generation(2, { status: 'requested' })
    await expect(generation(3, { status: 'running' })).rejects.toThrow('generations_one_active_per_creation')
    await generation(4, { status: 'succeeded' })
  })

  it('gives a generation that somebody else pays for no price, and none a negative one', async () => {
    await expect(generation(5, { coveredBy: 'membership' })).rejects.toThrow('generations_price_coverage_check')
    await expect(generation(6, { price: -1 })).rejects.toThrow('generations_price_positive_check')
  })

  it('has one default model per capability', async () => {
    const model = (alias: string, isDefault: boolean) =>
      run(`INSERT INTO ai_models (id, vendor, capability, alias, upstream_model, base_url, auth_profile, credentials, credentials_key_id, credentials_last4, credentials_source, is_sandbox, parameters, limits, priority, is_members_only, is_enabled, is_default, created_at, updated_at)
        VALUES (gen_random_uuid(), 'qwen', 'text', '${alias}', 'm', 'http://x', 'bearer', 'x', 'k', 'last', 'seed', true, '{}', '{}', 1, false, true, ${isDefault}, now(), now())`)
    await model('first', true)
    await model('second', false)
    await expect(model('third', true)).rejects.toThrow('ai_models_one_default_per_capability')
  })
})
