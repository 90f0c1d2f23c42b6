import type { FlagMoment } from '@mozhou/contracts/referrals/kinds'
import { mailboxOf } from '../accounts/mailbox-of.ts'
import type { TxContext } from '../context.ts'
import { dayOf, dayStart } from '../shanghai-day.ts'
import { fraudFlags } from './fraud-rules.ts'
import type { FraudFacts, FraudLimits } from './fraud-rules.ts'

interface Suspect {
  orderId: string
  refereeId: string
  beneficiaryId: string
  /** Who invited the referee, and when. */
  referrerId: string
  boundAt: Date
  signupsPerDay: number
  refundShareBp: number
}

/**
 * Writes down what speaks against a rebate and was not written down before.
 * @returns whether something new of it is grave enough to hold it for a person.
 */
export async function flagRebate(
  tx: TxContext,
  { rebateId, moment }: { rebateId: string; moment: FlagMoment },
): Promise<boolean> {
  const suspect = await readSuspect(tx, rebateId)
  const limits: FraudLimits = suspect
  const flags = fraudFlags(await readFacts(tx, suspect), limits)
  const known = await tx.prisma.rebateFlag.findMany({ where: { rebateId }, select: { rule: true } })
  const fresh = flags.filter(({ rule }) => !known.some((flag) => flag.rule === rule))
  const createdAt = tx.clock.now()
  await tx.prisma.rebateFlag.createMany({
    data: fresh.map((flag) => ({ id: tx.newId(), rebateId, moment, createdAt, ...flag })),
  })
  return fresh.some(({ severity }) => severity === 'high')
}

async function readSuspect(tx: TxContext, rebateId: string): Promise<Suspect> {
  const [suspect] = await tx.prisma.$queryRaw<Suspect[]>`
    SELECT r.order_id AS "orderId", r.referee_id AS "refereeId", rel.referrer_id AS "referrerId", rel.created_at AS "boundAt",
      CASE WHEN r.level = 0 THEN rel.referrer_id ELSE r.beneficiary_id END AS "beneficiaryId",
      rule.signups_per_day AS "signupsPerDay", rule.refund_share_bp AS "refundShareBp"
    FROM rebates r JOIN referral_relations rel ON rel.referee_id = r.referee_id JOIN referral_rules rule ON rule.id = r.rule_id
    WHERE r.id = ${rebateId}::uuid`
  if (!suspect) throw new Error(`no rebate ${rebateId}`)
  return suspect
}

async function readFacts(tx: TxContext, suspect: Suspect): Promise<FraudFacts> {
  const { orderId, refereeId, beneficiaryId, referrerId, boundAt } = suspect
  const [from, to] = [dayStart(dayOf(boundAt)), dayStart(dayOf(boundAt), 1)]
  const [row] = await tx.prisma.$queryRaw<(Omit<FraudFacts, 'refereeMailbox' | 'referrerMailbox'> & Mails)[]>`
    WITH payer AS (
      SELECT payer_hash AS hash FROM payments WHERE order_id = ${orderId}::uuid AND status = 'accepted' AND payer_hash IS NOT NULL
    ), paid AS MATERIALIZED (
      SELECT DISTINCT o.id, o.user_id FROM payer JOIN payments p ON p.payer_hash = payer.hash AND p.status = 'accepted'
      JOIN orders o ON o.id = p.order_id WHERE o.user_id <> ${refereeId}::uuid LIMIT 1000
    ), earned AS (
      SELECT count(*)::int AS rebates, coalesce(sum(born_amount * worth), 0) AS born, coalesce(sum(amount * worth), 0) AS kept
      FROM rebates CROSS JOIN LATERAL (SELECT CASE WHEN form = 'coupon' THEN coupon_credits ELSE 1 END AS worth) of_one WHERE beneficiary_id = ${beneficiaryId}::uuid AND level > 0 AND end_reason IS DISTINCT FROM 'rejected'
    )
    SELECT (SELECT email_key FROM users WHERE id = ${refereeId}::uuid) AS "refereeMail",
      (SELECT email_key FROM users WHERE id = ${beneficiaryId}::uuid) AS "referrerMail",
      (SELECT count(*)::int FROM paid WHERE user_id IN (${beneficiaryId}::uuid, ${referrerId}::uuid)) AS "payerOrdersOfReferrer",
      (SELECT count(DISTINCT user_id)::int FROM paid JOIN referral_relations rel ON rel.referee_id = paid.user_id
        WHERE rel.referrer_id = ${referrerId}::uuid) AS "payerOtherReferees",
      (SELECT count(*)::int FROM user_devices own WHERE own.user_id = ${refereeId}::uuid AND EXISTS (
        SELECT 1 FROM user_devices theirs WHERE theirs.device_hash = own.device_hash
          AND theirs.user_id IN (${beneficiaryId}::uuid, ${referrerId}::uuid))) AS "sharedDevices",
      (SELECT count(DISTINCT own.id_mark)::int FROM payees own JOIN payees theirs ON theirs.id_mark = own.id_mark
        WHERE own.user_id = ${refereeId}::uuid AND theirs.user_id IN (${beneficiaryId}::uuid, ${referrerId}::uuid)) AS "sharedIdNumbers",
      (SELECT count(*)::int FROM referral_relations WHERE referrer_id = ${referrerId}::uuid AND created_at >= ${from} AND created_at < ${to}) AS "signupsThatDay",
      rebates, CASE WHEN born = 0 THEN 0 ELSE ((born - kept) * 10000 / born)::int END AS "refundedBp",
      EXISTS (SELECT 1 FROM (SELECT ip_address FROM sessions WHERE user_id = ${refereeId}::uuid ORDER BY created_at LIMIT 1) first
        JOIN sessions s ON s.user_id = ${beneficiaryId}::uuid AND s.ip_address = first.ip_address) AS "hasSameAddress"
    FROM earned`
  if (!row) throw new Error('the facts of a rebate gave no row')
  const { refereeMail, referrerMail, ...facts } = row
  return { ...facts, refereeMailbox: mailboxOf(refereeMail), referrerMailbox: mailboxOf(referrerMail) }
}

interface Mails {
  refereeMail: string
  referrerMail: string
}
