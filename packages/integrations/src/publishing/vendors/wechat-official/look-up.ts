import type { AccountAccess } from '../../account-access.ts'
import { idIn, listIn, recordIn, textIn, type PlatformReply } from '../../platform-call.ts'
import { isCode, PlatformError } from '../../platform-error.ts'
import type { Evidence } from '../../evidence-port.ts'
import type { Found, LostSubmission, PlatformRef, PublishingTarget, Standing } from '../../port.ts'
import { call } from './client.ts'
import { readUploads } from './prepare.ts'
import { standingOf } from './publish-status.ts'

export interface Looking {
  target: PublishingTarget
  access: AccountAccess
  signal: AbortSignal
}

const ask = ({ target, access, signal }: Looking, path: string, body: Record<string, unknown>) =>
  call(target, access, { path, mode: 'safe', body }, signal)

/** Its author is about to publish it in the first hour, and may have forgotten it later. */
const freshMs = 3_600_000
function draftAskMs({ target }: Looking, { names }: PlatformRef): number {
  const ageMs = target.clock.now().getTime() - Date.parse(names.since ?? '')
  return ageMs < freshMs ? 120_000 : 600_000
}

export async function lookUp(looking: Looking, ref: PlatformRef): Promise<Standing> {
  const { publishId, articleId, draftId } = ref.names
  if (publishId !== undefined) {
    const { body, evidence } = await ask(looking, 'cgi-bin/freepublish/get', { publish_id: publishId })
    return standingOf(body, ref, evidence)
  }
  if (articleId !== undefined) return lookUpArticle(looking, ref, articleId)
  return lookUpDraft(looking, ref, draftId ?? ref.id)
}

const base = (ref: PlatformRef) => ({ ref, url: ref.names.url ?? null, actor: null, reason: null, askAgainMs: null })

/** Found through a list, or by its author's hand: there is no number of a publication to ask for. */
async function lookUpArticle(looking: Looking, ref: PlatformRef, articleId: string): Promise<Standing> {
  try {
    const { evidence } = await ask(looking, 'cgi-bin/freepublish/getarticle', { article_id: articleId })
    return { ...base(ref), state: 'published', evidence }
  } catch (error) {
    if (error instanceof PlatformError && isCode(error, '53600'))
      return { ...base(ref), state: 'removed', evidence: error.evidence }
    throw error
  }
}

/** A draft leaves the box when it is published, and when it is thrown away: the list of what is published tells which. */
async function lookUpDraft(looking: Looking, ref: PlatformRef, draftId: string): Promise<Standing> {
  try {
    const { evidence } = await ask(looking, 'cgi-bin/draft/get', { media_id: draftId })
    return { ...base(ref), state: 'awaiting_user', askAgainMs: draftAskMs(looking, ref), evidence }
  } catch (error) {
    if (!(error instanceof PlatformError) || !isCode(error, '40007')) throw error
    return (await findPublished(looking, ref)) ?? goneFrom(looking, ref, error.evidence)
  }
}

/** Published a moment ago and in review, refused there, or thrown away: no interface tells these apart, and its author knows. */
const goneFrom = (looking: Looking, ref: PlatformRef, evidence: Evidence): Standing => ({
  ...base(ref),
  state: 'absent',
  askAgainMs: draftAskMs(looking, ref),
  evidence,
})

async function findPublished(looking: Looking, ref: PlatformRef): Promise<Standing | null> {
  const reply = await publishedList(looking)
  if (reply === null) return null
  // An older piece of the same title is not this one.
  const from = Date.parse(ref.names.since ?? '') - before
  const [only, ...others] = piecesIn(reply).filter(({ title, at }) => title === ref.names.title && at >= from)
  if (!only || others.length > 0) return null
  const named = { id: ref.id, names: { ...ref.names, articleId: only.id, ...(only.url !== null && { url: only.url }) } }
  return { ...base(named), state: 'published', evidence: reply.evidence }
}

/** Null where this account may not ask. */
async function publishedList(looking: Looking): Promise<PlatformReply | null> {
  try {
    return await ask(looking, 'cgi-bin/freepublish/batchget', { offset: 0, count: 20, no_content: 1 })
  } catch (error) {
    if (isCode(error, '48001')) return null
    throw error
  }
}

interface Piece {
  id: string
  title: string
  url: string | null
  at: number
}

/** Published pieces and drafts come in one form, under different names. */
function piecesIn({ body }: PlatformReply, idName: 'article_id' | 'media_id' = 'article_id'): Piece[] {
  return listIn(body.item).flatMap((item) => {
    const id = idIn(item[idName])
    const [first] = listIn(recordIn(item.content).news_item)
    const at = typeof item.update_time === 'number' ? item.update_time * 1_000 : Number.NaN
    return id === null || !first ? [] : [{ id, title: textIn(first.title) ?? '', url: secure(textIn(first.url)), at }]
  })
}

const secure = (url: string | null) => url?.replace(/^http:/u, 'https:') ?? null

/** Their clocks and ours differ a little, and a list shows what is new a little later. */
const before = 60_000
const after = 600_000

function isLost({ input, knownIds, sentAfter, sentBefore }: LostSubmission, { id, title, at }: Piece): boolean {
  const isInTime = at >= Date.parse(sentAfter) - before && at <= Date.parse(sentBefore) + after
  return title === input.package.title && isInTime && !knownIds.includes(id)
}

export async function findLost(looking: Looking, lost: LostSubmission): Promise<Found> {
  return lost.route === 'api' ? findLostPiece(looking, lost) : findLostDraft(looking, lost)
}

async function findLostPiece(looking: Looking, lost: LostSubmission): Promise<Found> {
  const reply = await publishedList(looking)
  if (reply === null) return { found: 'unsure', evidence: null }
  const { evidence } = reply
  const [only, ...others] = piecesIn(reply).filter((piece) => isLost(lost, piece))
  if (others.length > 0) return { found: 'unsure', evidence }
  if (!only) return { found: (await isStillDraft(looking, lost)) ? 'none' : 'unsure', evidence }
  const names = { articleId: only.id, title: only.title, ...(only.url !== null && { url: only.url }) }
  return { found: 'one', standing: { ...base({ id: only.id, names }), state: 'published', evidence } }
}

/** Publishing takes the draft out of the box, so one that has gone is out, or on its way. */
async function isStillDraft(looking: Looking, { uploads }: LostSubmission): Promise<boolean> {
  const { draft } = readUploads(uploads)
  if (draft === null) return false
  try {
    await ask(looking, 'cgi-bin/draft/get', { media_id: draft.id })
    return true
  } catch (error) {
    if (isCode(error, '40007')) return false
    throw error
  }
}

async function findLostDraft(looking: Looking, lost: LostSubmission): Promise<Found> {
  const reply = await ask(looking, 'cgi-bin/draft/batchget', { offset: 0, count: 20, no_content: 1 })
  const { evidence } = reply
  const [only, ...others] = piecesIn(reply, 'media_id').filter((piece) => isLost(lost, piece))
  if (!only || others.length > 0) return { found: only ? 'unsure' : 'none', evidence }
  const names = { draftId: only.id, title: only.title, since: new Date(only.at).toISOString() }
  const ref = { id: only.id, names }
  return {
    found: 'one',
    standing: { ...base(ref), state: 'awaiting_user', askAgainMs: draftAskMs(looking, ref), evidence },
  }
}

export async function retract(looking: Looking, ref: PlatformRef) {
  const { articleId } = ref.names
  if (articleId === undefined) {
    const standing = await lookUp(looking, ref)
    if (standing.ref.names.articleId === undefined) return { state: 'absent', evidence: standing.evidence } as const
    return deleteArticle(looking, standing.ref.names.articleId)
  }
  return deleteArticle(looking, articleId)
}

async function deleteArticle(looking: Looking, articleId: string) {
  try {
    // Index 0 is all of what was published together; ours are alone.
    const { evidence } = await ask(looking, 'cgi-bin/freepublish/delete', { article_id: articleId, index: 0 })
    return { state: 'removed', evidence } as const
  } catch (error) {
    if (error instanceof PlatformError && isCode(error, '53600'))
      return { state: 'absent', evidence: error.evidence } as const
    throw error
  }
}
