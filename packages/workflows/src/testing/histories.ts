import { mkdir, writeFile } from 'node:fs/promises'
import { historyToJSON } from '@temporalio/common/lib/proto-utils'
import type { temporal } from '@temporalio/proto'
import { isRecording } from './env.ts'

type History = temporal.api.history.v1.IHistory

const folder = new URL('../../histories/', import.meta.url)

/** With RECORD_HISTORIES=1 a run's history becomes a replay fixture, `histories/<workflow>/<name>.json`. */
export async function keepHistory(workflow: string, name: string, history: History): Promise<void> {
  if (!isRecording()) return
  const target = new URL(`${workflow}/${name}.json`, folder)
  await mkdir(new URL('.', target), { recursive: true })
  await writeFile(target, `${JSON.stringify(withoutMachine(JSON.parse(historyToJSON(history))), null, 1)}\n`)
}

/** Where a run took place is of no interest to its replay: stack traces and process names are dropped. */
function withoutMachine(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMachine)
  if (typeof value === 'string') return value.replace(/\b\d+@[\w.-]+/g, 'worker@host')
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([key]) => !['stackTrace', 'identity', 'lastWorkerIdentity', 'binaryChecksum'].includes(key),
  )
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutMachine(inner)]))
}

/** Shapes that must never be seen in a payload, whatever the run was about. */
const forbiddenShapes = [
  /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  /(?<!\d)1[3-9]\d{9}(?!\d)/,
  /\b(?:sk|bce-v3|ALTAK)-[\w/-]{4,}/,
  /【(?:标题|摘要|正文|关键词)】/,
]

/** Ids are drawn by lot: now and then one holds eleven digits that look like somebody's telephone. */
const id = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/gi

/**
 * What a history must not hold: the given texts, keys, and personal data. Gives each find with the event that has it; payloads are
 * searched decoded.
 */
export function scanHistory(history: History, forbidden: readonly string[]): string[] {
  const finds: string[] = []
  for (const event of history.events ?? []) {
    for (const text of textsIn(event)) {
      const found = [
        ...forbidden.filter((word) => text.includes(word)),
        ...forbiddenShapes.filter((shape) => shape.test(text.replaceAll(id, ' '))).map(String),
      ]
      for (const what of found) finds.push(`event ${String(event.eventId)}: ${what}`)
    }
  }
  return finds
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof Uint8Array) return [new TextDecoder().decode(value)]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn)
  return []
}
