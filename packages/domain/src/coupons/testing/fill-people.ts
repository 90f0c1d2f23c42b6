/** People without the cost of their passwords, for questions about many; ids ending in 1 to `count`. */
export function fillPeopleStatement(count: number): string {
  return `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
    SELECT ('01920000-0000-7000-8100-' || lpad(n::text, 12, '0'))::uuid, 'many-' || n, 'many-' || n, 'many-' || n, 'many-' || n, 'many-' || n, 'x', now(),
      translate(lpad(n::text, 8, 'Z'), '01', 'GH'), now() - interval '1 hour', now()
    FROM generate_series(1, ${count}) n`
}

export const manyPeople = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `01920000-0000-7000-8100-${String(index + 1).padStart(12, '0')}`)
