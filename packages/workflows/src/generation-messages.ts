import { defineSignal, defineUpdate } from '@temporalio/workflow'
import type { AcceptOutcome } from './activities.ts'

/** Answers once the charge is decided; see `startGeneration`. */
export const acceptUpdate = defineUpdate<AcceptOutcome>('accept')
/** The person pressed stop. */
export const stopSignal = defineSignal('stop')
