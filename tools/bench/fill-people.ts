import { runStatement } from '@mozhou/db/run-statement'

const id = (number: string, block: string) =>
  `('01920000-0000-7000-${block}-' || lpad((${number})::text, 12, '0'))::uuid`
const everyone = (count: number) => `FROM generate_series(1, ${count}) n`

/**
 * People named many-1 and so on, who joined over two years: of ten one is a member, two have paid, three have created something within two
 * months. Not by the operations, and audited by nobody.
 */
export async function fillPeople(databaseUrl: string, count: number): Promise<void> {
  const url = new URL(databaseUrl)
  // As the launcher names those of throw-away clusters.
  url.username = 'postgres'
  url.password = 'postgres'
  const ago = `now() - (n % 730) * interval '1 day'`
  const fen = '(1000 + 1000 * (n % 9))'
  const recently = `now() - (n % 60) * interval '1 day'`
  const statements = [
    // Without it the foreign keys of every row are looked up one by one.
    'SET LOCAL session_replication_role = replica',
    'SET LOCAL statement_timeout = 0',
    `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
      SELECT ${id('n', '8000')}, 'many-' || n, 'many-' || n, 'many-' || n, 'many-' || n, 'many-' || n, 'x', now(), translate(lpad(n::text, 8, 'X'), '01', 'GH'), ${ago}, now() ${everyone(count)}`,
    `INSERT INTO membership_periods (id, user_id, starts_at, ends_at, source, source_id, created_at)
      SELECT ${id('n', '9000')}, ${id('n', '8000')}, now() - interval '3 days', now() + interval '27 days', 'gift', n, now() ${everyone(count)} WHERE n % 10 = 1`,
    `INSERT INTO orders (id, order_no, user_id, kind, status, price_fen, payable_fen, credits, request_key, request_fingerprint, created_at, expires_at, paid_at)
      SELECT ${id('n', 'a000')}, 'MZ' || lpad(n::text, 24, '0'), ${id('n', '8000')}, 'recharge', 'fulfilled', ${fen}, ${fen}, ${fen} / 10, ${id('n', '9000')}, 'x', now(), now(), now()
      ${everyone(count)} WHERE n % 10 IN (2, 3)`,
    `INSERT INTO payments (id, order_id, channel, transaction_id, status, source, amount_fen, paid_at, created_at)
      SELECT ${id('n', 'b000')}, ${id('n', 'a000')}, 'alipay', 't' || n, 'accepted', 'notice', ${fen}, now(), now() ${everyone(count)} WHERE n % 10 IN (2, 3)`,
    `INSERT INTO generations (id, creation_id, user_id, ordinal, kind, status, request_key, input, covered_by, price_credits, created_at)
      SELECT ${id('n', '8000')}, ${id('n', '9000')}, ${id('n', '8000')}, 1, 'generate', 'succeeded', ${id('n', 'a000')}, '{}', 'credits', 10, ${recently}
      ${everyone(count)} WHERE n % 10 IN (4, 5, 6)`,
  ]
  await runStatement(url.href, ['BEGIN', ...statements, 'COMMIT', 'ANALYZE'].join(';\n'))
}
