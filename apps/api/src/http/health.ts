import type { RequestHandler } from 'express'

export interface HealthPart {
  name: string
  /** Without it nothing works, so the answer is 503; without another part the answer is 200 and `degraded`. */
  isRequired: boolean
  check(): Promise<void>
}

interface PartReport {
  status: 'ok' | 'down'
  ms: number
}

export interface HealthReport {
  status: 'ok' | 'degraded' | 'down' | 'stopping'
  parts: Record<string, PartReport>
}

const timeoutMs = 1_500

export const liveEndpoint: RequestHandler = (_req, res) => {
  res.json({ status: 'ok' })
}

export function readyEndpoint(parts: readonly HealthPart[], shutdown: AbortSignal): RequestHandler {
  return async (_req, res) => {
    const report = await reportHealth(parts, shutdown.aborted)
    const isServing = report.status === 'ok' || report.status === 'degraded'
    res
      .status(isServing ? 200 : 503)
      .set('cache-control', 'no-store')
      .json(report)
  }
}

async function reportHealth(parts: readonly HealthPart[], isStopping: boolean): Promise<HealthReport> {
  const reports = await Promise.all(parts.map((part) => examine(part)))
  const downParts = parts.filter((_part, index) => reports[index]?.status === 'down')
  const status = downParts.some((part) => part.isRequired) ? 'down' : downParts.length > 0 ? 'degraded' : 'ok'
  const named = parts.map((part, index) => [part.name, reports[index]] as const)
  return { status: isStopping ? 'stopping' : status, parts: Object.fromEntries(named) as Record<string, PartReport> }
}

export async function examine(part: HealthPart): Promise<PartReport> {
  const startedAt = performance.now()
  const status = await Promise.race([answers(part), silence()])
  return { status, ms: Math.round(performance.now() - startedAt) }
}

async function answers(part: HealthPart): Promise<'ok' | 'down'> {
  return part.check().then(
    () => 'ok',
    () => 'down',
  )
}

function silence(): Promise<'down'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('down'), timeoutMs).unref()
  })
}
