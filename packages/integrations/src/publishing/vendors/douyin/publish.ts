import type { AccountAccess } from '../../account-access.ts'
import type { Evidence } from '../../evidence-port.ts'
import { idIn, listIn, missingIn, recordIn, textIn } from '../../platform-call.ts'
import { refusedHere } from '../../platform-error.ts'
import type {
  Found,
  LostSubmission,
  PlatformRef,
  PublishInput,
  PublishingTarget,
  Standing,
  Submission,
} from '../../port.ts'
import { call } from './client.ts'
import { vendor } from './errors.ts'
import { videoUrl } from './share.ts'
import type { DouyinUploads } from './upload.ts'

export interface Looking {
  target: PublishingTarget
  access: AccountAccess
  signal: AbortSignal
}

const base = '/api/douyin/v1/video'
const reviewMs = 30_000

/** Topics stand in the caption already. */
const captionOf = ({ body, title }: PublishInput['package']): string => {
  const text = body.form === 'text' ? body.text : ''
  return [title, text].filter((part) => part !== '').join('\n')
}

function requestOf({ package: pkg }: PublishInput, { uploaded }: DouyinUploads) {
  const text = captionOf(pkg)
  const idOf = (id: string) => {
    const there = uploaded[id]
    if (there === undefined) throw refusedHere(vendor, 'not_prepared', id)
    return there
  }
  const pictures = pkg.media.filter((medium) => medium.kind !== 'file' || medium.fact.kind === 'image')
  const film = pkg.media.find((medium) => medium.kind === 'file' && medium.fact.kind === 'video')
  if (pkg.contentType !== 'video')
    return { path: `${base}/create_image_text/`, body: { image_list: pictures.map(({ id }) => idOf(id)), text } }
  if (!film) throw refusedHere(vendor, 'video_missing')
  return { path: `${base}/create_video/`, body: { video_id: idOf(film.id), text } }
}

/** The one call after which it may be out. */
export async function submitDirect(
  { target, access, signal }: Looking,
  input: PublishInput,
  uploads: DouyinUploads,
): Promise<Submission> {
  const request = { ...requestOf(input, uploads), mode: 'submit', method: 'POST' } as const
  const { body, evidence } = await call(target, access, request, signal)
  const { item_id: given, video_id: video } = recordIn(body.data)
  const itemId = idIn(given)
  if (itemId === null) throw missingIn(vendor, 'submit', 'item_id')
  const videoId = idIn(video)
  const ref = { id: itemId, names: { itemId, ...(videoId !== null && { videoId }) } }
  const standing = { ref, url: null, actor: null, reason: null, askAgainMs: reviewMs, evidence }
  return { outcome: 'accepted', ref, standing: { ...standing, state: 'in_review' } }
}

/** 1 published, 2 unfit to be shown, 4 in review, 5 public, 6 for friends, 7 private: the page of video_data (2026-11). */
const shownStatuses = ['1', '5', '6', '7']

function standingOf(item: Readonly<Record<string, unknown>>, ref: PlatformRef, evidence: Evidence): Standing {
  const status = idIn(item.video_status) ?? ''
  const videoId = idIn(item.video_id)
  const names = { ...ref.names, ...(videoId !== null && { videoId }) }
  const standing = { ref: { id: ref.id, names }, actor: null, reason: null, evidence }
  const known: string | undefined = names.videoId
  if (status === '2')
    return {
      ...standing,
      state: 'rejected',
      actor: 'platform',
      url: null,
      reason: { zh: '抖音审核后不予展示', en: '抖音 does not show it after its review' },
      askAgainMs: null,
    }
  if (!shownStatuses.includes(status)) return { ...standing, state: 'in_review', url: null, askAgainMs: reviewMs }
  return {
    ...standing,
    state: 'published',
    url: known === undefined ? textIn(item.share_url) : videoUrl(known),
    askAgainMs: null,
  }
}

export async function lookUpItem({ target, access, signal }: Looking, ref: PlatformRef): Promise<Standing> {
  const { itemId = ref.id } = ref.names
  const request = { path: `${base}/video_data/`, mode: 'safe', method: 'POST', body: { item_ids: [itemId] } } as const
  const { body, evidence } = await call(target, access, request, signal)
  const item = listIn(recordIn(body.data).list).find(({ item_id: id }) => idIn(id) === itemId)
  if (item) return standingOf(item, ref, evidence)
  // Films that were deleted are no longer listed, and new ones are so only after a while.
  const state = ref.names.videoId === undefined ? 'absent' : 'removed'
  return {
    state,
    ref,
    url: null,
    actor: null,
    reason: null,
    askAgainMs: state === 'absent' ? reviewMs : null,
    evidence,
  }
}

const earlier = 60_000
const later = 600_000

export async function findLost({ target, access, signal }: Looking, lost: LostSubmission): Promise<Found> {
  const request = {
    path: `${base}/video_list/`,
    mode: 'safe',
    method: 'GET',
    query: { cursor: '0', count: '20' },
  } as const
  const { body, evidence } = await call(target, access, request, signal)
  const [from, to] = [Date.parse(lost.sentAfter) - earlier, Date.parse(lost.sentBefore) + later]
  const caption = captionOf(lost.input.package)
  const same = listIn(recordIn(body.data).list).filter((item) => {
    const at = typeof item.create_time === 'number' ? item.create_time * 1_000 : Number.NaN
    const isOther = lost.knownIds.includes(idIn(item.item_id) ?? '')
    return !isOther && at >= from && at <= to && textIn(item.title) === caption
  })
  const [only, ...others] = same
  const itemId = idIn(only?.item_id)
  if (!only || itemId === null || others.length > 0) return { found: only ? 'unsure' : 'none', evidence }
  return { found: 'one', standing: standingOf(only, { id: itemId, names: { itemId } }, evidence) }
}
