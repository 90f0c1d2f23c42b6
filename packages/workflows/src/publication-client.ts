import { formatId } from '@mozhou/contracts/ids'
import { platformNames } from '@mozhou/contracts/publications/kinds'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client'
import type { WorkflowClient } from '@temporalio/client'
import { TypedSearchAttributes } from '@temporalio/common'
import { batchWorkflowId, publicationWorkflowId } from './ids.ts'
import { coreQueue, productionPublicationPace } from './options.ts'
import type { PublicationPace } from './options.ts'
import { publicationToldSignal, replanUpdate } from './publication-messages.ts'
import type { Replanned } from './publication-messages.ts'
import type { publishCreation, publishToPlatform } from './publish-creation.ts'
import { publicationAttributes, searchKeys } from './search-attributes.ts'
import type { PublicationSearch } from './search-attributes.ts'

export interface PublicationStart {
  publicationId: string
  userId: string
  accountId: string
  platform: string
  round: number
  batchId: string
}

/** Those of one press; a repeat finds the run that is there. */
export async function startPublications(
  client: WorkflowClient,
  starts: readonly PublicationStart[],
  pace: PublicationPace = productionPublicationPace,
): Promise<void> {
  const [first] = starts
  if (!first) return
  const label = `发布到 ${countedNames(starts)}`
  const publications = starts.map((start) => ({
    publicationId: start.publicationId,
    round: start.round,
    label: labelOf(start),
    search: searchOf(start),
  }))
  try {
    await client.start<typeof publishCreation>('publishCreation', {
      workflowId: batchWorkflowId(first.batchId),
      taskQueue: coreQueue,
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      args: [{ publications, pace }],
      staticSummary: label,
      memo: { summary: label },
      typedSearchAttributes: new TypedSearchAttributes([
        { key: searchKeys.userId, value: formatId('user', first.userId) },
        { key: searchKeys.bizType, value: 'publication' },
        { key: searchKeys.bizStatus, value: 'running' },
      ]),
    })
  } catch (cause) {
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause
  }
}

/** Lets the run of a publication take up what its row says now, and starts it where there is none. */
export async function replanPublication(
  client: WorkflowClient,
  start: PublicationStart,
  change: Replanned,
  pace: PublicationPace = productionPublicationPace,
): Promise<void> {
  const workflowId = publicationWorkflowId(start.publicationId, start.round)
  try {
    if (change === 'cancel') {
      await client.getHandle<typeof publishToPlatform>(workflowId).executeUpdate(replanUpdate, { args: [change] })
      return
    }
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof publishToPlatform>('publishToPlatform', {
      ...optionsOf(start, pace),
      workflowIdConflictPolicy: 'USE_EXISTING',
    })
    await client.executeUpdateWithStart(replanUpdate, { args: [change], startWorkflowOperation })
  } catch (cause) {
    // Its run has ended, and with it everything that was to be told.
    if (!(cause instanceof WorkflowNotFoundError)) throw cause
  }
}

/** Something became known of it: its run looks at once, if it has one. */
export async function tellPublication(
  client: WorkflowClient,
  { publicationId, round }: Pick<PublicationStart, 'publicationId' | 'round'>,
): Promise<void> {
  try {
    await client.getHandle(publicationWorkflowId(publicationId, round)).signal(publicationToldSignal)
  } catch (cause) {
    if (!(cause instanceof WorkflowNotFoundError)) throw cause
  }
}

/** For the sweep: false when a run is there already. */
export async function startMissingPublication(
  client: WorkflowClient,
  start: PublicationStart,
  pace: PublicationPace = productionPublicationPace,
): Promise<boolean> {
  try {
    await client.start<typeof publishToPlatform>('publishToPlatform', optionsOf(start, pace))
    return true
  } catch (cause) {
    if (cause instanceof WorkflowExecutionAlreadyStartedError) return false
    throw cause
  }
}

const isPlatform = (key: string): key is PlatformKey => Object.hasOwn(platformNames, key)
const nameOf = ({ platform }: PublicationStart) => (isPlatform(platform) ? platformNames[platform].zh : platform)
/** Several accounts of one platform are told apart by their ids: names are people's, and stand in no history. */
const labelOf = (start: PublicationStart) => `发布 · ${nameOf(start)} · ${formatId('platformAccount', start.accountId)}`

function countedNames(starts: readonly PublicationStart[]): string {
  const counts = new Map<string, number>()
  for (const start of starts) counts.set(nameOf(start), (counts.get(nameOf(start)) ?? 0) + 1)
  return [...counts].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name)).join('、')
}

const searchOf = ({ userId, publicationId, platform }: PublicationStart): PublicationSearch => ({
  userId: formatId('user', userId),
  publicationId: formatId('publication', publicationId),
  platform,
})

function optionsOf(start: PublicationStart, pace: PublicationPace) {
  const { publicationId, round } = start
  const label = labelOf(start)
  return {
    workflowId: publicationWorkflowId(publicationId, round),
    taskQueue: coreQueue,
    args: [{ publicationId, pace }] satisfies [{ publicationId: string; pace: PublicationPace }],
    staticSummary: label,
    memo: { summary: label },
    typedSearchAttributes: new TypedSearchAttributes(publicationAttributes(searchOf(start))),
  }
}
