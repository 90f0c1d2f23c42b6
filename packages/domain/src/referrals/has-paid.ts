import { Prisma } from '@mozhou/db/client'

/**
 * Whether whom a relation `rel` of a statement brought has paid: with money, of which something stayed. An order that a coupon or an offer paid
 * whole brought none, and one that went back in full brought none either.
 */
export const hasPaid = Prisma.sql`EXISTS (
  SELECT 1 FROM orders o
  WHERE o.user_id = rel.referee_id AND o.paid_at IS NOT NULL AND o.payable_fen > 0 AND o.status <> 'refunded')`
