import { defineSignal } from '@temporalio/workflow'

/** How an order ended, told by who ended it. */
export interface OrderEnd {
  status: 'fulfilled'
}

/** The order has ended otherwise, e.g. by a notice: look now; with how it ended, nothing is left to look at. */
export const orderSettledSignal = defineSignal<[end?: OrderEnd]>('settled')
