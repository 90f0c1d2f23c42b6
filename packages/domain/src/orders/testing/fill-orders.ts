/** People have ids ending in 0 to 900 and the names person-0 to person-900. */
const id = (number: string, block: string) =>
  `('01920000-0000-7000-${block}-' || lpad((${number})::text, 12, '0'))::uuid`
const at = `timestamptz '2026-01-01Z' + n * interval '1 minute'`
const status = `CASE WHEN n % 1000 = 1 THEN 'refunded' WHEN n % 1000 = 2 THEN 'pending' WHEN n % 3 = 0 THEN 'closed' ELSE 'fulfilled' END`
const isPaid = `n % 1000 <> 2 AND (n % 3 <> 0 OR n % 1000 = 1)`
const channel = `CASE WHEN n % 500 = 1 THEN 'wechat' ELSE 'alipay' END`

const statementsFor = (rows: number) => [
  `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
    SELECT ${id('n', '8000')}, 'person-' || n, 'person-' || n, n, n, n, 'x', now(), translate(lpad(n::text, 8, 'Z'), '01', 'GH'), now(), now() FROM generate_series(0, 900) n`,
  `INSERT INTO orders (id, order_no, user_id, kind, status, price_fen, payable_fen, credits, request_key, request_fingerprint, abnormal_reason, created_at, expires_at, paid_at, closed_at)
    SELECT ${id('n', '9000')}, 'MZ' || lpad(n::text, 24, '0'), ${id('n % 900', '8000')}, 'recharge', ${status}, 1000, 1000, 100, ${id('n', 'a000')}, 'x',
      CASE WHEN n % 1000 = 3 THEN 'paid_twice' END, ${at}, ${at}, CASE WHEN ${isPaid} THEN ${at} END, CASE WHEN n % 1000 NOT IN (1, 2) AND n % 3 = 0 THEN ${at} END
    FROM generate_series(1, ${rows}) n`,
  `INSERT INTO payments (id, order_id, channel, transaction_id, status, source, amount_fen, paid_at, created_at)
    SELECT ${id('n', 'b000')}, ${id('n', '9000')}, ${channel}, 't' || n, 'accepted', 'notice', 1000, ${at}, ${at} FROM generate_series(1, ${rows}) n WHERE ${isPaid}`,
  `INSERT INTO payment_starts (order_id, channel, way, qr_text, is_sandbox, created_at)
    SELECT ${id('n', '9000')}, ${channel}, 'qr', 'q', false, ${at} FROM generate_series(1, ${rows}) n`,
]

/**
 * Orders of 900 people, a minute apart, for questions about many: of a thousand, one waits for finance, one was refunded, one is not paid yet.
 * @param inTransaction runs all statements in one transaction of a superuser
 */
export async function fillOrders(
  rows: number,
  inTransaction: (statements: readonly string[]) => Promise<unknown>,
): Promise<void> {
  await inTransaction([
    // Without it the foreign keys of every row are looked up one by one.
    'SET LOCAL session_replication_role = replica',
    'SET LOCAL statement_timeout = 0',
    ...statementsFor(rows),
    ...['users', 'orders', 'payments', 'payment_starts'].map((table) => `ANALYZE ${table}`),
  ])
}
