import { openEvents, readEventStream } from '../../e2e/support/event-stream.ts'
import type { ServerSentEvent } from '../../e2e/support/event-stream.ts'
import type { Person } from '../../e2e/support/person.ts'
import type { Baseline } from './baseline.ts'
import { sandboxRequest } from './sandbox-request.ts'

export interface Timing {
  firstTokenMs: number
  totalMs: number
}

/** From the press of the button to the first word and to `done`, which comes after the commit. */
export async function throughPlatform(person: Person): Promise<Timing> {
  const startedAt = performance.now()
  const { generationId } = await person.api.generate({ length: 300 })
  const url = person.api.eventsUrl(generationId)
  const signal = AbortSignal.timeout(120_000)
  return timed(startedAt, await openEvents(url, person.api.token, { lastEventId: null, signal }))
}

/** The same, of the baseline's one request. */
export function throughBaseline({ url }: Baseline): (person: Person) => Promise<Timing> {
  return async ({ id: userId }) => {
    const startedAt = performance.now()
    const response = await fetch(`${url}/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId }),
    })
    if (!response.ok || !response.body) throw new Error(`baseline: ${response.status} ${await response.text()}`)
    return timed(startedAt, readEventStream(response.body))
  }
}

async function timed(startedAt: number, events: AsyncIterable<ServerSentEvent>): Promise<Timing> {
  let firstTokenMs = 0
  for await (const { data } of events) {
    if (firstTokenMs === 0 && hasText(data)) firstTokenMs = performance.now() - startedAt
    if (!data.includes('"type":"done"')) continue
    if (!data.includes('"status":"succeeded"')) throw new Error(`generation failed: ${data}`)
    return { firstTokenMs, totalMs: performance.now() - startedAt }
  }
  throw new Error('the stream ended without done')
}

const hasText = (data: string) => data.includes('"type":"delta"') || /"type":"snapshot","text":"[^"]/.test(data)

export async function straight(sandboxUrl: string): Promise<Timing> {
  const startedAt = performance.now()
  const response = await fetch(...sandboxRequest(sandboxUrl))
  if (!response.ok || !response.body) throw new Error(`sandbox: ${response.status} ${await response.text()}`)
  let firstTokenMs = 0
  const decoder = new TextDecoder()
  for await (const chunk of response.body) {
    if (firstTokenMs === 0 && /"content":"[^"]/.test(decoder.decode(chunk, { stream: true })))
      firstTokenMs = performance.now() - startedAt
  }
  return { firstTokenMs, totalMs: performance.now() - startedAt }
}
