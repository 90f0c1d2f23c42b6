import { activeStatuses, runningStatuses } from '@mozhou/contracts/generations/kinds'
import { Prisma } from '@mozhou/db/client'

const listed = (statuses: readonly string[]) => Prisma.raw(statuses.map((status) => `'${status}'`).join(', '))

/** `generations.status` is that of a generation which has not ended. As literals: the partial index matches nothing else. */
export const inActive = Prisma.sql`status IN (${listed(activeStatuses)})`
/** … and which is charged. */
export const inRunning = Prisma.sql`status IN (${listed(runningStatuses)})`
