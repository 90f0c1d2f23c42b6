import { describeNewer, newerMigrations } from '@mozhou/db/newer-migrations'
import type { DomainContext } from './context.ts'

/**
 * For the start of a process: it does not run on a database whose columns it does not know. One that does not answer is not judged; it is asked again by
 * whoever supervises the process, when that starts the next time.
 * @throws Error that names the migrations
 */
export async function refuseNewerDatabase(
  ctx: Pick<DomainContext, 'prisma' | 'log'>,
  newerDatabase: 'refuse' | 'accept',
): Promise<void> {
  const names = await newerMigrations(ctx.prisma).catch((err: unknown) => {
    ctx.log.warn({ err }, 'the database does not say how new it is; going on')
    return []
  })
  if (names.length === 0) return
  if (newerDatabase === 'refuse') throw new Error(`${describeNewer(names)}, or set NEWER_DATABASE=accept.`)
  ctx.log.warn({ migrations: names }, 'the database is newer than this program, which was told to accept it')
}
