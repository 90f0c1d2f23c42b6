import type { AccountAccess } from '../../account-access.ts'
import type { Evidence } from '../../evidence-port.ts'
import { idIn, listIn, missingIn, recordIn, textIn } from '../../platform-call.ts'
import { isCode, PlatformError, refusedHere } from '../../platform-error.ts'
import { inPlatformWords } from '../../platform-words.ts'
import type {
  Found,
  LostSubmission,
  PlatformRef,
  PublishInput,
  PublishingTarget,
  Standing,
  StandingState,
  Submission,
} from '../../port.ts'
import { formOf } from '../../upload-each.ts'
import { call } from './client.ts'
import { absentCodes, vendor } from './errors.ts'
import type { KuaishouUploads } from './upload.ts'

export interface Looking {
  target: PublishingTarget
  access: AccountAccess
  signal: AbortSignal
}

const pendingMs = 15_000
const captionOf = ({ package: { body } }: PublishInput): string => (body.form === 'text' ? body.text : '')

/** The one call after which it may be out. */
export async function submitFilm(
  looking: Looking,
  input: PublishInput,
  { film }: KuaishouUploads,
): Promise<Submission> {
  const { target, access, signal } = looking
  if (film?.isDone !== true) throw refusedHere(vendor, 'not_prepared')
  const cover = input.media.find(({ id }) => id === input.package.cover)
  if (!cover) throw refusedHere(vendor, 'cover_missing')
  const body = await formOf('cover', cover)
  body.append('caption', captionOf(input))
  const query = { upload_token: film.token }
  const request = { path: '/openapi/photo/publish', mode: 'submit', method: 'POST', query, body } as const
  const reply = await call(target, access, request, signal)
  const info = recordIn(reply.body.video_info)
  const id = idIn(info.photo_id)
  if (id === null) throw missingIn(vendor, 'submit', 'photo_id')
  const standing = standingOf(info, { id, names: {} }, reply.evidence)
  return { outcome: 'accepted', ref: standing.ref, standing }
}

const pieceUrl = (id: string) => `https://www.kuaishou.com/short-video/${encodeURIComponent(id)}`

/** `pending` is processing and review in one; what is no longer pending is public. */
function standingOf(info: Readonly<Record<string, unknown>>, ref: PlatformRef, evidence: Evidence): Standing {
  const isPublic = info.pending === false
  const seen = isPublic ? 'public' : (ref.names.seen ?? 'pending')
  return {
    state: isPublic ? 'published' : 'in_review',
    ref: { id: ref.id, names: { ...ref.names, seen } },
    url: isPublic ? pieceUrl(ref.id) : null,
    actor: null,
    reason: null,
    askAgainMs: isPublic ? null : pendingMs,
    evidence,
  }
}

export async function lookUp({ target, access, signal }: Looking, ref: PlatformRef): Promise<Standing> {
  const query = { photo_id: ref.id }
  try {
    const reply = await call(
      target,
      access,
      { path: '/openapi/photo/info', mode: 'safe', method: 'GET', query },
      signal,
    )
    // That it was there when it was asked for later tells a removal from an answer that came too early.
    const seen = ref.names.seen === 'public' ? 'public' : 'review'
    return standingOf(recordIn(reply.body.video_info), { ...ref, names: { ...ref.names, seen } }, reply.evidence)
  } catch (error) {
    if (error instanceof PlatformError && isCode(error, ...absentCodes)) return absent(ref, error)
    throw error
  }
}

/** Nobody says what became of it: of one that was seen before, that it has gone is known, and in the first minutes nothing is. */
function absent(ref: PlatformRef, { evidence, details }: PlatformError): Standing {
  const gone: Readonly<Record<string, StandingState>> = { public: 'removed', review: 'rejected' }
  const state = gone[ref.names.seen ?? ''] ?? 'absent'
  const reason = details.vendorMessage === undefined ? null : inPlatformWords(details.vendorMessage)
  return { state, ref, url: null, actor: null, reason, askAgainMs: state === 'absent' ? pendingMs : null, evidence }
}

const earlier = 60_000
const later = 600_000

/** A form's line ends are not those of the text that was put into it. */
const linesOf = (text: string | null) => text?.replaceAll('\r\n', '\n').trim() ?? ''

/** The newest films of the account; captions are the same to the letter, and the time is theirs. */
export async function findLost({ target, access, signal }: Looking, lost: LostSubmission): Promise<Found> {
  const query = { count: '50' }
  const { body, evidence } = await call(
    target,
    access,
    { path: '/openapi/photo/list', mode: 'safe', method: 'GET', query },
    signal,
  )
  const [from, to] = [Date.parse(lost.sentAfter) - earlier, Date.parse(lost.sentBefore) + later]
  const same = listIn(body.video_list).filter((film) => {
    const at = typeof film.create_time === 'number' ? film.create_time : Number.NaN
    const isOther = lost.knownIds.includes(idIn(film.photo_id) ?? '')
    return !isOther && at >= from && at <= to && linesOf(textIn(film.caption)) === linesOf(captionOf(lost.input))
  })
  const [only, ...others] = same
  const id = idIn(only?.photo_id)
  if (!only || id === null || others.length > 0) return { found: only ? 'unsure' : 'none', evidence }
  return { found: 'one', standing: standingOf(only, { id, names: {} }, evidence) }
}

export async function retract({ target, access, signal }: Looking, ref: PlatformRef) {
  const query = { photo_id: ref.id }
  try {
    const request = { path: '/openapi/photo/delete', mode: 'safe', method: 'POST', query } as const
    const { evidence } = await call(target, access, request, signal)
    return { state: 'removed', evidence } as const
  } catch (error) {
    if (error instanceof PlatformError && isCode(error, ...absentCodes))
      return { state: 'absent', evidence: error.evidence } as const
    throw error
  }
}
