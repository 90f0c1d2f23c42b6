import type { Client } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import type { Payload } from '@temporalio/common'
import { say } from './narrate.ts'

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>
type HistoryEvent = NonNullable<History['events']>[number]

/** A workflow as the Temporal UI tells it: summary, checklist, and one line per event of its history. */
export async function tellHistory(client: Client, workflowId: string): Promise<void> {
  const handle = client.workflow.getHandle(workflowId)
  const [description, history] = await Promise.all([handle.describe(), handle.fetchHistory()])
  say(`  ${workflowId}  ${description.status.name}  ${stringOf(description.memo?.['summary'])}`)
  const metadata = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata')
  for (const line of metadata.currentDetails?.split('\n') ?? []) say(`  ${line}`)
  for (const event of history.events ?? []) say(`  ${String(event.eventId).padStart(3)}  ${lineOf(event)}`)
}

function lineOf(event: HistoryEvent): string {
  const [key = ''] = Object.entries(event).find(([name, value]) => name.endsWith('EventAttributes') && value) ?? []
  const name = key.replace('EventAttributes', '')
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  return [title, detailOf(event)].filter((part) => part !== '').join('  ')
}

function detailOf(event: HistoryEvent): string {
  const { activityTaskScheduledEventAttributes: call, activityTaskFailedEventAttributes: failed } = event
  if (call) return `${call.activityType?.name ?? ''}  ${textOf(event.userMetadata?.summary)}`
  if (failed) return failed.failure?.message ?? ''
  const local = event.markerRecordedEventAttributes?.details?.['data']?.payloads?.[0]
  const value = local ? decode(local) : null
  return typeof value === 'object' && value !== null && 'activity_type' in value ? String(value.activity_type) : ''
}

const stringOf = (value: unknown) => (typeof value === 'string' ? value : '')
const textOf = (payload: Payload | null | undefined) => (payload ? stringOf(decode(payload)) : '')
const decode = (payload: Payload): unknown => defaultPayloadConverter.fromPayload(payload)
