import { defineSignal } from '@temporalio/workflow'

/** The order has ended otherwise, e.g. by a notice: look now. */
export const orderSettledSignal = defineSignal('settled')
