import type { ContentType, Route } from '@mozhou/platforms/platforms'
import { platforms } from '@mozhou/platforms/platforms'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { Wording } from '@mozhou/contracts/wording'
import type { AccountSession, AssistedWay, Capability, Connected, Credentials } from '../account-port.ts'
import { evidenceFrom } from '../platform-call.ts'
import type { Explanation, PlatformRef, PublishingTarget, Standing } from '../port.ts'
import { checkAddress } from './check-address.ts'
import type { AssistedPlatform } from './editor.ts'

const noInterface = {
  zh: '平台没有开放发布接口，由你在平台页面发布',
  en: 'The platform opens no interface for publishing; you publish on its page',
}

export const assistedCapability = (
  contentType: ContentType,
  reason = noInterface,
  otherRoutes: readonly Route[] = [],
): Capability => ({
  contentType,
  route: 'assisted',
  otherRoutes,
  reason,
  declarable: null,
})

export const assistedCapabilities = ({ editors }: AssistedPlatform, reason = noInterface): Capability[] =>
  (Object.keys(editors) as ContentType[]).map((contentType) => assistedCapability(contentType, reason))

/** The address of somebody's page there, as the person gives it; null when it is none of the platform's. */
function profileUrlOf({ platform }: AssistedPlatform, given: string | null): string | null {
  if (given === null || given.trim() === '' || !URL.canParse(given)) return null
  const url = new URL(given)
  const isOurs = platforms[platform].hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  return isOurs && url.username === '' && url.port === '' ? `https://${url.host}${url.pathname}` : null
}

type ByHand = Extract<Credentials, { way: 'assisted' }>

const connectedByHand = (platform: AssistedPlatform, credentials: ByHand, reason?: Wording): Connected => ({
  credentials,
  profile: { externalId: credentials.url, name: credentials.name, avatarUrl: null, url: credentials.url },
  capabilities: assistedCapabilities(platform, reason),
})

/** What `check` says of an account that was connected without an interface; null for the others. */
export const checkByHand = (platform: AssistedPlatform, { credentials }: AccountSession): Promise<Connected> | null =>
  credentials.way === 'assisted' ? Promise.resolve(connectedByHand(platform, credentials)) : null

export function assistedWay(platform: AssistedPlatform, reason = noInterface): AssistedWay {
  return {
    connect({ name, profileUrl }): Connected | null {
      const url = profileUrlOf(platform, profileUrl)
      if (url === null && profileUrl !== null && profileUrl.trim() !== '') return null
      return connectedByHand(platform, { way: 'assisted', name: name.trim(), url }, reason)
    },
  }
}

/** What was handed over stands where its author put it: `names.url`, once it was pasted, is looked at again. */
export async function lookUpHandedOver(
  target: PublishingTarget,
  platform: AssistedPlatform,
  ref: PlatformRef,
  signal: AbortSignal,
): Promise<Standing> {
  const at = target.clock.now()
  const { url = null } = ref.names
  const standing = { ref, url, actor: null, reason: null, askAgainMs: null }
  const evidence = evidenceFrom('handed_over', { by: 'user', at })
  if (url === null) return { ...standing, state: 'awaiting_user', evidence }
  const check = await checkAddress(target, platform, { url, title: '' }, signal)
  if (check.verdict === 'good') return { ...standing, state: 'published', evidence: check.evidence }
  if (check.gone === null) return { ...standing, state: 'absent', evidence }
  return { ...standing, state: 'removed', actor: check.gone.actor, evidence: check.gone.evidence }
}

/** An interface that only says that a piece is gone is helped by its page, where that says by whom. */
export async function withRemover(
  target: PublishingTarget,
  platform: AssistedPlatform,
  standing: Standing,
  signal: AbortSignal,
): Promise<Standing> {
  const { state, actor, ref } = standing
  const url = standing.url ?? ref.names.url ?? null
  if (state !== 'removed' || actor !== null || url === null) return standing
  const check = await checkAddress(target, platform, { url, title: '' }, signal).catch((cause: unknown) => {
    if (cause instanceof VendorError) return null
    throw cause
  })
  if (check?.verdict !== 'bad' || check.gone === null) return standing
  return { ...standing, actor: check.gone.actor }
}

export const explainHere = (error: VendorError): Explanation =>
  hereWords[error.details.vendorCode ?? ''] ?? kindWords[error.kind] ?? unknownWords

const words = (zh: string, en: string, field: Explanation['field'] = null): Explanation => ({
  field,
  words: { zh, en },
})

const unknownWords = words('平台没有接受，原因见记录', 'The platform did not take it; the reason is in the record')

/** Codes of our own. */
const hereWords: Readonly<Record<string, Explanation>> = {
  content_type_not_taken: words('这个平台不接受这种内容', 'The platform does not take this kind of content'),
  media_missing: words('图片或视频不在了，请重新选择', 'The picture or film is gone; choose it again', 'media'),
  media_type: words('平台不接受这种格式', 'The platform does not take this format', 'media'),
  media_too_large: words('文件超过平台的大小限制', 'The file is larger than the platform allows', 'media'),
  media_without_address: words(
    '平台要从公开地址取图，这个文件没有公开地址',
    'The platform fetches pictures by a public address, and this file has none',
    'media',
  ),
  cover_missing: words('这个平台必须有封面', 'This platform needs a cover', 'cover'),
  video_missing: words('这个平台只发视频，请加一个视频', 'Only films are published here; add one', 'media'),
  not_prepared: words('素材还没有上传完', 'The media were not uploaded to their end', 'media'),
  origin_url_missing: words(
    '平台要求先在自己的页面公开，并给出原文地址',
    'The platform wants the piece on a page of your own first, and its address',
  ),
  no_app: words('还没有登记开放平台应用', 'Our application is not registered there', 'account'),
  no_token: words('授权已失效，请重新连接账号', 'The permission has lapsed; connect the account again', 'account'),
}

const kindWords: Readonly<Partial<Record<VendorError['kind'], Explanation>>> = {
  account_disconnected: words(
    '授权已失效，请重新连接账号',
    'The permission has lapsed; connect the account again',
    'account',
  ),
  credentials: words('平台应用的密钥不对，已通知运营', 'The keys of our application are wrong; operators were told'),
  rate_limited: words('平台说太频繁，稍后再试', 'The platform asks us to wait a little'),
  quota_exhausted: words('平台今天的次数用完了，明天再发', 'The platform takes no more today'),
  unavailable: words('平台暂时没有回应，会自动再试', 'The platform does not answer now; it is tried again'),
  outcome_unknown: words(
    '没有收到平台的回答，不确定是否已发出，请先到平台查看',
    'The platform never answered, and it may be out: look there first',
  ),
  content_rejected: words('平台审核没有通过', 'The platform’s review refused it', 'body'),
}
