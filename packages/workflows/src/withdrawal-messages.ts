import { defineSignal } from '@temporalio/workflow'

/** Finance has decided, or the channel has told something: look now. */
export const withdrawalToldSignal = defineSignal('told')
