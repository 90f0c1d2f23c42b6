import type { StartedPublication } from '@mozhou/domain/publications/publish'
import type { Replanned } from '@mozhou/workflows/publication-messages'
import type { Context } from '../context.ts'

type Parts = Pick<Context, 'domain' | 'workflows'>

/** Has publications carried out by their runs. They are written down without: what no run has, the sweep finds. */
export async function runPublications(
  { domain, workflows }: Parts,
  started: readonly StartedPublication[],
): Promise<void> {
  if (started.length === 0) return
  try {
    await workflows.startPublications(started)
  } catch (err) {
    domain.log.warn({ err, publications: started.length }, 'publications wait for the sweep')
  }
}

/** Lets the run of a publication take up what its row says now. The row is what counts: a run that was not told reads it before it acts. */
export async function replanned(
  { domain, workflows }: Parts,
  started: StartedPublication,
  change: Replanned,
): Promise<void> {
  try {
    await workflows.replanPublication(started, change)
  } catch (err) {
    domain.log.warn({ err, publicationId: started.publicationId }, 'the run of a publication was not told')
  }
}
