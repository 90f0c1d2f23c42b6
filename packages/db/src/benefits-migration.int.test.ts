import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testPostgresUrl } from './env.ts'
import { migrateDatabase } from './migrate-database.ts'
import { prismaFolder, readMigrations } from './migration-files.ts'
import type { ScratchDatabase } from './scratch-database.ts'
import { createScratchDatabase } from './scratch-database.ts'

const migration = '20261201000000_membership_benefits'
const user = '01920000-0000-7000-8000-000000000001'
const month = '00000000-0000-7000-8000-000000000101'
const standard = {
  concurrency: 5,
  dailyLimit: 500,
  membersModels: true,
  firstInQueue: true,
  firstInSupport: true,
  earlyFeatures: true,
}

let database: ScratchDatabase
let root: string
beforeEach(async () => {
  database = await createScratchDatabase(testPostgresUrl())
  root = mkdtempSync(path.join(tmpdir(), 'mozhou-benefits-'))
})
afterEach(async () => {
  rmSync(root, { recursive: true })
  await database.drop()
})

async function query<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client(database.url)
  await client.connect()
  const result = await client.query<Row>(sql).finally(() => client.end())
  return result.rows
}

/** As it stood on the day before. */
async function migrateUpToIt(): Promise<void> {
  const folder = prismaFolder(root)
  cpSync(prismaFolder().schemaDirectory, folder.schemaDirectory, { recursive: true })
  cpSync(prismaFolder().migrationsDirectory, folder.migrationsDirectory, { recursive: true })
  for (const { name } of readMigrations(folder))
    if (name >= migration) rmSync(path.join(folder.migrationsDirectory, name), { recursive: true })
  await migrateDatabase(database.url, folder)
}

/** A member of a month by an order, with a year that was given and an agreement; and a recharge. */
const rows = [
  `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
    VALUES ('${user}', 'u', 'u', 'u', 'u', 'u', 'x', now(), 'ABCDEFGH', now(), now())`,
  `INSERT INTO orders (id, order_no, user_id, kind, status, price_fen, payable_fen, credits, plan_id, plan_key, plan_name, plan_months, request_key, request_fingerprint,
      created_at, expires_at, paid_at)
    SELECT gen_random_uuid(), 'MZ00000000000000000' || n, '${user}', CASE n WHEN 1 THEN 'membership' ELSE 'recharge' END, 'fulfilled', 990, 990,
      CASE n WHEN 2 THEN 99 END, CASE n WHEN 1 THEN '${month}'::uuid END, CASE n WHEN 1 THEN 'month' END, CASE n WHEN 1 THEN '月度会员' END, CASE n WHEN 1 THEN 1 END,
      gen_random_uuid(), 'x', now(), now(), now() FROM generate_series(1, 2) n`,
  `INSERT INTO membership_periods (id, user_id, starts_at, ends_at, source, source_id, created_at)
    SELECT gen_random_uuid(), '${user}', now(), now() + interval '1 month', 'order', id::text, now() FROM orders WHERE kind = 'membership'`,
  `INSERT INTO membership_periods (id, user_id, starts_at, ends_at, source, source_id, created_at)
    VALUES (gen_random_uuid(), '${user}', now() - interval '1 year', now() - interval '1 day', 'gift', 'autumn', now())`,
  `INSERT INTO renewals (id, user_id, channel, plan_id, months, price_fen, text_version, status, external_no, agreement_no, is_sandbox, next_day, created_at, signed_at)
    VALUES (gen_random_uuid(), '${user}', 'alipay', '${month}', 1, 990, '2026-11-30', 'active', 'MZR1', 'A1', true, now(), now(), now())`,
]

const benefitsOf = async (table: string, column = 'benefits') =>
  (await query<{ benefits: unknown }>(`SELECT ${column} AS benefits FROM ${table} ORDER BY created_at, id`)).map(
    ({ benefits }) => benefits,
  )

it.each([
  ['the defaults', [], standard],
  [
    'what the deployment had set',
    ['member_daily_limit', 'member_concurrency_limit'],
    { ...standard, dailyLimit: 300, concurrency: 300 },
  ],
])('keeps every row, and old months bring what held until now: %s', async (_name, settings, benefits) => {
  await migrateUpToIt()
  for (const sql of rows) await query(sql)
  const name = new URL(database.url).pathname.slice(1)
  for (const setting of settings) await query(`ALTER DATABASE "${name}" SET mozhou.${setting} = '300'`)
  await migrateDatabase(database.url)
  expect(await benefitsOf('plans')).toEqual([benefits, benefits, benefits])
  expect(await benefitsOf('membership_periods')).toEqual([benefits, benefits])
  expect(await benefitsOf('renewals')).toEqual([benefits])
  expect(await benefitsOf(`orders WHERE kind = 'membership'`, 'plan_benefits')).toEqual([benefits])
  expect(await benefitsOf(`orders WHERE kind = 'recharge'`, 'plan_benefits')).toEqual([null])
})
