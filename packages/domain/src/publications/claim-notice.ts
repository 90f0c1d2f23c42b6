import { AppError } from '@mozhou/contracts/errors'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Standing } from '@mozhou/integrations/publishing/port'
import { storedRef } from './stored-package.ts'
import { openSession } from './account-session.ts'
import { concludeStanding } from './conclude-standing.ts'
import { connectorOf } from './connector-of.ts'
import { changePublication } from './lock-publication.ts'
import type { PublicationsContext } from './publications-context.ts'

interface Unclaimed {
  platform: PlatformKey
  accountId: string
  standing: Standing
}

interface Told {
  publicationId: string
  round: number
}

/** Whoever sends a notice waits a few seconds for its answer. */
const callMs = 3_000
const mostDrafts = 10

/**
 * A notice about something that was published at the platform itself: its number is new, and the draft that it was is not named. Each draft of
 * the account is looked for; if one of them alone has left the box and is not among what is published, a refusal is about that one.
 */
export async function claimNotice(ctx: PublicationsContext, unclaimed: Unclaimed): Promise<Told[]> {
  const drafts = await draftsOf(ctx, unclaimed.accountId)
  const looked = await Promise.all(drafts.map((draft) => lookAt(ctx, unclaimed, draft)))
  const told: Told[] = []
  const [first, ...others] = looked.filter((one) => one?.standing.state === 'absent')
  const alone = others.length === 0 ? first : undefined
  // That one is out is never concluded: the list of what is published says so, by title and time.
  const isRefusal = unclaimed.standing.state === 'rejected' || unclaimed.standing.state === 'failed'
  for (const one of looked) {
    if (one === null) continue
    const isAbout = (one === alone && isRefusal) || isSamePiece(one.standing, unclaimed.standing)
    const heard = isAbout ? named(one.standing, unclaimed.standing) : one.standing
    const kind = heard === one.standing ? ('platform_status' as const) : ('platform_notice' as const)
    await changePublication(ctx, { publicationId: one.id }, async (tx, row) => {
      // Somebody else may have heard of it meanwhile.
      if (row.status === 'awaiting_user' || row.status === 'unconfirmed')
        await concludeStanding(ctx, tx, row, { standing: heard, kind, source: 'platform' })
    })
    told.push({ publicationId: one.id, round: one.round })
  }
  return told
}

function draftsOf({ prisma }: PublicationsContext, accountId: string) {
  return prisma.publication.findMany({
    where: {
      accountId,
      status: { in: ['awaiting_user', 'unconfirmed'] },
      refId: { not: null },
      handoff: { path: ['kind'], equals: 'draft_box' },
    },
    orderBy: { createdAt: 'desc' },
    take: mostDrafts,
    select: { id: true, round: true, ref: true },
  })
}

type Draft = Awaited<ReturnType<typeof draftsOf>>[number]

async function lookAt(ctx: PublicationsContext, { platform, accountId }: Unclaimed, draft: Draft) {
  const ref = storedRef(draft.ref)
  if (ref === null) return null
  const connector = connectorOf(ctx, platform)
  try {
    const session = await openSession(ctx, connector, accountId)
    const standing = await connector.lookUp(session, ref, AbortSignal.timeout(callMs))
    return { id: draft.id, round: draft.round, standing }
  } catch (cause) {
    const isAway = cause instanceof VendorError || cause instanceof AppError
    if (!isAway && !(cause instanceof DOMException)) throw cause
    ctx.log.info({ err: cause, publicationId: draft.id }, 'a draft could not be looked for')
    return null
  }
}

/** The list of what is published shows it at the address that the notice names. */
const isSamePiece = (seen: Standing, told: Standing) =>
  seen.state === 'published' && told.state === 'published' && told.url !== null && seen.url === told.url

/** From now on it is known by the number that the notice gave it, by which it can be asked for. */
const named = (seen: Standing, told: Standing): Standing => ({
  ...told,
  ref: { id: told.ref.id, names: { ...seen.ref.names, ...told.ref.names } },
})
