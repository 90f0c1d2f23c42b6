import type { Database } from '../../e2e/support/database.ts'

/** `0192…8000-` and twelve digits: rows of a benchmark are told by their ids. */
const id = (number: string, block: string) =>
  `('01920000-0000-7000-${block}-' || lpad((${number})::text, 12, '0'))::uuid`
const instant = `timestamptz '2026-01-01Z' + n * interval '1 minute'`

/**
 * Creations, ledger entries and usage rows number `from` + 1 to `to`: every tenth is the given person's, the others belong to one
 * other account. The ledger's rows have the right shape and no true hash: nothing here is audited.
 */
export async function fillPlatform(
  database: Database,
  { userId, from, to }: { userId: string; from: number; to: number },
): Promise<void> {
  const other = '01920000-0000-7000-8000-000000000000'
  const owner = `CASE WHEN n % 10 = 0 THEN '${userId}'::uuid ELSE '${other}'::uuid END`
  const account = `CASE WHEN n % 10 = 0 THEN (SELECT id FROM credit_accounts WHERE user_id = '${userId}' AND unit = 'credits') ELSE ${id('0', '9000')} END`
  const series = `FROM generate_series(${from + 1}, ${to}) n`
  const statements = [
    `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
      VALUES ('${other}', 'bench', 'bench', 'bench', 'bench', 'bench', 'x', now(), 'BENCHZZ2', now(), now()) ON CONFLICT DO NOTHING`,
    `INSERT INTO credit_accounts (id, user_id, unit, balance, entry_count, head_hash, created_at)
      VALUES (${id('0', '9000')}, '${other}', 'credits', 1, 1, sha256('x'), now()) ON CONFLICT DO NOTHING`,
    `INSERT INTO creations (id, user_id, kind, tool_key, title, status, created_at, updated_at)
      SELECT ${id('n', '8000')}, ${owner}, 'writing', 'wechat-article', '城市夜跑第' || n || '天', 'succeeded', ${instant}, now() ${series}`,
    `INSERT INTO credit_entries (id, idempotency_key, kind, account_id, counter_account_id, amount, balance_after, sequence, reference_type, reference_id, previous_hash, hash, created_at)
      SELECT ${id('n', '8000')}, 'bench' || n, 'consume', ${account}, '00000000-0000-7000-8000-000000000003', -10, 1, n + 100, 'generation', n, sha256('x'), sha256('y'), ${instant} ${series}`,
    `INSERT INTO model_usages (id, generation_id, creation_id, user_id, model_id, alias, vendor, upstream_model, is_sandbox, epoch, attempt, outcome, input_tokens, output_tokens, cached_input_tokens, reasoning_tokens, is_estimated, latency_ms, cost_micro_yuan, created_at)
      SELECT ${id('n', '8000')}, ${id('n', '8000')}, ${id('n', '8000')}, ${owner}, ${id('n % 12', '9000')}, 'm', 'qwen', 'm', true, 1, 1, 'succeeded', 1, 1, 0, 0, false, 1, 1, ${instant} ${series}`,
  ]
  await database.rows(`${statements.join(';\n')};\nANALYZE`)
}
