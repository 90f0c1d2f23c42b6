import type { TxContext } from '../context.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import type { RemovedCounts } from './removed-counts.ts'

export interface DeletedPerson {
  userId: string
}

/** One step of the removal. Every part may run twice, and be cut off anywhere. */
export interface Removal {
  /** What people read of it in the Temporal UI. */
  label: string
  /** What is to be done with somebody else first, outside of a transaction. @throws for the workflow to try again */
  prepare?: (ctx: OrdersContext, person: DeletedPerson) => Promise<void>
  /** Takes a batch; called again until one finds no more. What it counts is stored with what it took. */
  take: (tx: TxContext, person: DeletedPerson) => Promise<{ counts: RemovedCounts; isOver: boolean }>
}

/** Rows of one statement, so that a big account never meets the statement time-out. */
export const batch = 1_000

/** Of a step that goes by batches of one kind of row. */
export const upToBatch = (counts: RemovedCounts, taken: number, most = batch) => ({ counts, isOver: taken < most })
