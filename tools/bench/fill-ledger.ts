import type { Pool } from 'pg'

/** Entries of one account: a gift, charges of generations, and every tenth charge comes back. */
export const entriesPerAccount = 25

const uuid = (number: string, block: string) =>
  `('01920000-0000-7000-${block}-' || lpad((${number})::text, 12, '0'))::uuid`

/**
 * A true ledger of so many accounts, each with `entriesPerAccount` entries that follow post_entry's rules, hashes included, and a
 * settled generation behind every charge. Entries lie in the order of time, as in life: neighbours in the table belong to different accounts.
 */
export async function fillLedger(pool: Pool, accounts: number): Promise<void> {
  const client = await pool.connect()
  const run = (sql: string) => client.query<{ name: string; definition: string }>(sql)
  try {
    await run('SET synchronous_commit = off')
    await run("SET maintenance_work_mem = '512MB'")
    await run('SET session_replication_role = replica')
    // Made again at the end: 5 million rows with all of them take several times as long.
    const { rows: indexes } = await run(`SELECT indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE tablename IN ('credit_entries', 'generations') AND indexname NOT LIKE '%_pkey'`)
    for (const { name } of indexes) await run(`DROP INDEX "${name}"`)
    await run(peopleSql(accounts))
    await run(`INSERT INTO credit_accounts (id, user_id, unit, balance, entry_count, head_hash, created_at)
      SELECT ${uuid('n', '8000')}, ${uuid('n', '8000')}, 'credits', 0, 0, NULL, now() FROM generate_series(1, ${accounts}) n`)
    for (let sequence = 1; sequence <= entriesPerAccount; sequence += 1) await addRound(run, accounts, sequence)
    for (const { definition } of indexes) await run(definition)
    await run('SET session_replication_role = origin')
    await run('VACUUM (ANALYZE) credit_entries, credit_accounts, generations')
  } finally {
    client.release(true)
  }
}

const peopleSql = (accounts: number) => `
  INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
  SELECT ${uuid('n', '8000')}, n, n, n, n, 'bench', 'none', now(), upper(translate(lpad(to_hex(n), 8, 'g'), '01', 'hj')), now(), now()
  FROM generate_series(1, ${accounts}) n`

/** The entry of this number for every account, and the account's new head: 1 is the gift; of ten others nine charge 10, and the tenth gives the one before back. */
async function addRound(run: (sql: string) => Promise<unknown>, accounts: number, sequence: number): Promise<void> {
  const number = `(n + ${(sequence - 1) * accounts})`
  const before = `(n + ${(sequence - 2) * accounts})`
  const isRefund = sequence > 1 && sequence % 10 === 0
  const isGift = sequence === 1
  const generation = uuid(isRefund ? before : number, '9000')
  const amount = isGift ? 1_000 : isRefund ? 10 : -10
  if (!isGift && !isRefund) await addGenerations(run, accounts, sequence)
  await run(`
    WITH posted AS (
      INSERT INTO credit_entries
      SELECT (e).id, (e).idempotency_key, (e).kind, (e).account_id, (e).counter_account_id, (e).amount, (e).balance_after, (e).sequence,
        (e).reference_type, (e).reference_id, (e).reverses_id, (e).reason, (e).actor_id, (e).previous_hash, entry_hash(e), (e).created_at
      FROM (
        SELECT ROW(${uuid(number, 'a000')}, ${isGift ? `'signup:' || ${uuid('n', '8000')}` : `'${isRefund ? 'refund' : 'charge'}:' || ${generation}`},
          '${isGift ? 'gift_signup' : isRefund ? 'refund' : 'consume'}', a.id, c.id, ${amount}, a.balance + ${amount}, ${sequence},
          '${isGift ? 'registration' : 'generation'}', ${isGift ? uuid('n', '8000') : generation}::text,
          ${isRefund ? uuid(before, 'a000') : 'NULL::uuid'}, NULL::text, NULL::uuid, a.head_hash, ''::bytea,
          timestamptz '2026-01-01Z' + ${sequence} * interval '1 day' + n * interval '0.1 second')::credit_entries AS e
        FROM generate_series(1, ${accounts}) n JOIN credit_accounts a ON a.id = ${uuid('n', '8000')}
        JOIN credit_accounts c ON c.platform_key = '${isGift ? 'promotion' : 'consumption'}' AND c.unit = 'credits'
        OFFSET 0
      ) made RETURNING account_id, balance_after, sequence, hash
    )
    UPDATE credit_accounts a SET balance = p.balance_after, entry_count = p.sequence, head_hash = p.hash
    FROM posted p WHERE a.id = p.account_id`)
}

/** A charge that the next entry gives back belongs to a generation that failed; every other one succeeded. */
async function addGenerations(
  run: (sql: string) => Promise<unknown>,
  accounts: number,
  sequence: number,
): Promise<void> {
  const number = `(n + ${(sequence - 1) * accounts})`
  const status = (sequence + 1) % 10 === 0 ? 'failed' : 'succeeded'
  await run(`
    INSERT INTO generations (id, creation_id, user_id, ordinal, kind, status, request_key, input, covered_by, price_credits, created_at)
    SELECT ${uuid(number, '9000')}, ${uuid(number, '9000')}, ${uuid('n', '8000')}, 1, 'generate', '${status}', ${uuid(number, '9000')}, '{}',
      'credits', 10, timestamptz '2026-01-01Z' + ${sequence} * interval '1 day' FROM generate_series(1, ${accounts}) n`)
}
