import type { DomainContext } from '@mozhou/domain/context'
import { outages } from '@mozhou/domain/outages'
import type { HealthPart } from './http/health.ts'
import type { WorkflowGateway } from './workflow-gateway.ts'

interface Examined extends Pick<DomainContext, 'prisma' | 'redis'> {
  workflows: WorkflowGateway
  /** Null where workers are not watched from here. */
  workerHealthUrl: string | null
}

/** Only the database is needed to serve at all; what needs another part says so itself, or waits for it. */
export function healthParts({ prisma, redis, workflows, workerHealthUrl }: Examined): HealthPart[] {
  const optional = (name: string, check: () => Promise<unknown>): HealthPart => ({
    name,
    isRequired: false,
    check: async () => {
      await check()
    },
  })
  return [
    { ...optional('postgres', () => prisma.$queryRaw`SELECT 1`), isRequired: true },
    optional('redis', () => redis.ping()),
    optional('temporal', () => workflows.ping()),
    ...(workerHealthUrl === null ? [] : [optional('worker', () => askWorker(workerHealthUrl))]),
  ]
}

async function askWorker(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(outages['worker.health'].deadlineMs) })
  if (!response.ok) throw new Error(`the worker answers ${response.status}`)
}

/** Of an installation whose models or channels may point there. It serves nobody: the readiness of the API does not ask it. */
export function sandboxPart(url: string): HealthPart {
  return {
    name: 'sandbox',
    isRequired: false,
    check: async () => {
      const signal = AbortSignal.timeout(outages['sandbox.health'].deadlineMs)
      const response = await fetch(`${url}/health/live`, { signal })
      if (!response.ok) throw new Error(`the sandbox answers ${response.status}`)
    },
  }
}
