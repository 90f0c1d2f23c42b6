import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { Handoff } from '@mozhou/integrations/publishing/port'
import { leadsTo } from '@mozhou/platforms/app-schemes'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import type { DomainContext } from '../context.ts'
import { makeHandoffCode } from './handoff-code.ts'

type HandoffDto = NonNullable<PublicationDetailDto['handoff']>

/** Pictures of a hand-over are saved, put in and looked at again within a day, also by a page that stayed open in a pocket. */
export const handoffLinksMs = 24 * 3_600_000
/** Long enough to do it on a phone; a page that stays open on the computer draws a newer one. */
const codeLivesMs = 2 * 3_600_000
/** Codes of the same ten minutes are the same, so that the picture of one stands still. */
const codeStepMs = 10 * 60_000

/** Of the creators' app. */
export const phonePagePath = '/h/'

/**
 * What a stored hand-over says to its person. An address that leads anywhere else than into its platform is not handed on, whoever stored it.
 */
export function toHandoffDto(
  platform: PlatformKey,
  { declarations: { ai } }: Pick<PlatformPackage, 'declarations'>,
  handoff: Handoff,
): Omit<HandoffDto, 'phonePage'> {
  const { phoneUrl } = handoff
  return {
    ...handoff,
    phoneUrl: phoneUrl !== null && leadsTo(platform, phoneUrl) ? phoneUrl : null,
    fields: handoff.fields.map((field) => ({ ...field })),
    mediaIds: [...handoff.mediaIds],
    steps: [...handoff.steps],
    declare: ai?.made === 'by_hand' ? ai.option : null,
  }
}

/** Where a phone opens it; what the platform's own code outlives, ours does not. */
export function phonePageOf(
  ctx: Pick<DomainContext, 'secrets' | 'clock'>,
  publicationId: string,
  handoff: Pick<Handoff, 'expiresAt'>,
): NonNullable<HandoffDto['phonePage']> {
  const usual = Math.ceil((ctx.clock.now().getTime() + codeLivesMs) / codeStepMs) * codeStepMs
  const theirs = handoff.expiresAt === null ? usual : Date.parse(handoff.expiresAt)
  const expiresAt = new Date(Math.floor(Math.min(usual, theirs) / 1_000) * 1_000)
  const code = makeHandoffCode(ctx, { publicationId, expiresAt })
  return { path: `${phonePagePath}${code}`, expiresAt: expiresAt.toISOString() }
}
