import type { Wording } from '@mozhou/contracts/wording'
import { mediaAddress } from '@mozhou/platforms/media-address'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { pictureTypes, wanted } from '../../assisted/media-needs.ts'
import type { Credentials } from '../../account-port.ts'
import type { Evidence } from '../../evidence-port.ts'
import type { MediaWanted } from '../../media-port.ts'
import { idIn, missingIn, recordIn } from '../../platform-call.ts'
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
import { call } from './client.ts'
import { absentCode, vendor } from './errors.ts'
import { piecesIn, stampOf, type Piece } from './piece-list.ts'

export interface Looking {
  target: PublishingTarget
  credentials: Credentials
  signal: AbortSignal
}

const MiB = 1_048_576

/** Nothing is uploaded: the platform comes for the pictures. */
export const mediaWanted = (pkg: PlatformPackage): MediaWanted[] =>
  wanted(pkg, (roles) =>
    roles.includes('video')
      ? { mimeTypes: ['video/mp4'], maxBytes: 1024 * MiB, needsPublicUrl: false }
      : { mimeTypes: pictureTypes, maxBytes: 10 * MiB, needsPublicUrl: true },
  )

function addressOf({ media }: PublishInput, id: string): string {
  const url = media.find((file) => file.id === id)?.publicUrl ?? null
  if (url === null) throw refusedHere(vendor, 'media_without_address', id)
  return url
}

function htmlOf(input: PublishInput): string {
  const { body } = input.package
  let html = body.form === 'html' ? body.html : ''
  for (const { id } of input.media) {
    const placeholder = `"${mediaAddress(id)}"`
    if (html.includes(placeholder))
      html = html.replaceAll(placeholder, `"${addressOf(input, id).replaceAll('&', '&amp;')}"`)
  }
  if (/src="media:/u.test(html)) throw refusedHere(vendor, 'media_missing')
  return html
}

const firstAskMs = 30_000

/** The one call after which it may be out. */
export async function submitArticle(
  { target, credentials, signal }: Looking,
  input: PublishInput,
): Promise<Submission> {
  const { title, cover, declarations } = input.package
  if (input.originUrl === null) throw refusedHere(vendor, 'origin_url_missing')
  const covers = cover === null ? [] : [{ src: addressOf(input, cover) }]
  const fields = {
    title,
    content: htmlOf(input),
    origin_url: input.originUrl,
    cover_images: JSON.stringify(covers),
    is_original: declarations.isOriginal ? 1 : 0,
  }
  const { body, evidence } = await call(
    { target, credentials, path: '/article/publish', mode: 'submit', fields },
    signal,
  )
  const id = idIn(recordIn(body.data).article_id)
  if (id === null) throw missingIn(vendor, 'submit', 'article_id')
  const ref = { id, names: { title } }
  const standing = { ref, url: null, actor: null, reason: null, askAgainMs: firstAskMs, evidence }
  return { outcome: 'accepted', ref, standing: { ...standing, state: 'in_review' } }
}

type Meaning = readonly [state: StandingState, actor: Standing['actor'], askAgainMs: number | null]

const reviewMs = 60_000
/** As their page of query/status names them (2026-11); a name that is not here is no end. */
const meanings: Readonly<Record<string, Meaning>> = {
  publish: ['published', null, null],
  draft: ['awaiting_user', null, 600_000],
  rejected: ['rejected', 'platform', null],
  processing: ['in_review', null, reviewMs],
  pending: ['in_review', null, reviewMs],
  forbidden: ['removed', 'platform', null],
  withdraw: ['removed', 'user', null],
  deleted: ['removed', null, null],
}

/** A piece without a cover stays there. */
const waits: Readonly<Partial<Record<StandingState, Wording>>> = {
  awaiting_user: {
    zh: '文章在百家号草稿箱里：到后台补上封面后发布，再粘贴链接',
    en: 'The article is among the drafts of 百家号: add a cover there, publish it, then paste its address',
  },
}

function standingOf(piece: Piece, ref: PlatformRef, evidence: Evidence): Standing {
  const [state, actor, askAgainMs] = meanings[piece.status] ?? ['in_review', null, reviewMs]
  const why = piece.message === null ? (waits[state] ?? null) : inPlatformWords(piece.message)
  const reason = state === 'published' || state === 'in_review' ? null : why
  return { state, ref, url: state === 'published' ? piece.url : null, actor, reason, askAgainMs, evidence }
}

export async function lookUp({ target, credentials, signal }: Looking, ref: PlatformRef): Promise<Standing> {
  const absent = (evidence: Evidence): Standing => ({
    state: 'absent',
    ref,
    url: null,
    actor: null,
    reason: null,
    askAgainMs: reviewMs,
    evidence,
  })
  try {
    const fields = { article_id: ref.id }
    const { body, evidence } = await call({ target, credentials, path: '/query/status', mode: 'safe', fields }, signal)
    const piece = piecesIn(body).find(({ id }) => id === ref.id)
    return piece ? standingOf(piece, ref, evidence) : absent(evidence)
  } catch (error) {
    if (error instanceof PlatformError && isCode(error, absentCode)) return absent(error.evidence)
    throw error
  }
}

const earlier = 60_000
const later = 600_000

export async function findLost({ target, credentials, signal }: Looking, lost: LostSubmission): Promise<Found> {
  const fields = {
    start_time: stampOf(new Date(Date.parse(lost.sentAfter) - earlier)),
    end_time: stampOf(new Date(Date.parse(lost.sentBefore) + later)),
    page_no: 1,
    page_size: 50,
  }
  const { body, evidence } = await call(
    { target, credentials, path: '/query/articleListall', mode: 'safe', fields },
    signal,
  )
  const { title } = lost.input.package
  const [only, ...others] = piecesIn(body).filter((piece) => piece.title === title && !lost.knownIds.includes(piece.id))
  if (!only || others.length > 0) return { found: only ? 'unsure' : 'none', evidence }
  return { found: 'one', standing: standingOf(only, { id: only.id, names: { title } }, evidence) }
}

export async function retract({ target, credentials, signal }: Looking, ref: PlatformRef) {
  try {
    const fields = { article_id: ref.id }
    const { evidence } = await call({ target, credentials, path: '/article/withdraw', mode: 'safe', fields }, signal)
    return { state: 'removed', evidence } as const
  } catch (error) {
    if (error instanceof PlatformError && isCode(error, absentCode, '800000201'))
      return { state: 'absent', evidence: error.evidence } as const
    throw error
  }
}
