import { Prisma } from '@mozhou/db/client'

/**
 * Refunds, as `r`, that did not go through and that a person still has to see to: until their order's flag is settled, or another one is made of
 * the same payment, which then speaks for it. The status stays what the channel made of that number.
 */
export const unsettledRefunds = Prisma.sql`money_refunds r JOIN orders o ON o.id = r.order_id AND o.abnormal_reason IS NOT NULL
  WHERE r.status IN ('abnormal', 'failed') AND NOT EXISTS (
    SELECT 1 FROM money_refunds later WHERE later.payment_id = r.payment_id AND later.order_id = r.order_id
      AND (later.created_at, later.id) > (r.created_at, r.id))`
