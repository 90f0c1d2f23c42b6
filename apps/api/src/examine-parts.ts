import type { PartDto } from '@mozhou/contracts/overview/answers'
import { overviewParts } from '@mozhou/contracts/overview/kinds'
import type { Context } from './context.ts'
import { sandboxPart } from './health-parts.ts'
import { examine } from './http/health.ts'

/** Asks each part at once and waits for none longer than a health check may; one that is away is an answer too. */
export async function examineParts({ health, domain }: Pick<Context, 'health' | 'domain'>): Promise<PartDto[]> {
  const { sandboxUrl } = domain.settings
  const watched = [...health, ...(sandboxUrl === null ? [] : [sandboxPart(sandboxUrl)])]
  const wanted = overviewParts.filter((part) => part !== 'sandbox' || sandboxUrl !== null)
  return Promise.all(
    wanted.map(async (part): Promise<PartDto> => {
      const check = watched.find(({ name }) => name === part)
      if (!check) return { part, state: 'unwatched', ms: null }
      const { status, ms } = await examine(check)
      return { part, state: status === 'ok' ? 'ok' : 'away', ms }
    }),
  )
}
