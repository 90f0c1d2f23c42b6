import { defineSignal, defineUpdate } from '@temporalio/workflow'
import type { PublicationPlan } from './activities.ts'

export type Replanned = 'reschedule' | 'cancel' | 'now'

/** The row has another time, or was taken back: the run takes it up, and answers with where it stands then. */
export const replanUpdate = defineUpdate<PublicationPlan, [Replanned]>('replan')
/** Something has become known of it elsewhere: a platform's notice, a person's word. */
export const publicationToldSignal = defineSignal('publicationTold')
