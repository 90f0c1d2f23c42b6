import type { FailureKind } from '@mozhou/contracts/failures'
import type { VendorError } from '@mozhou/contracts/vendor-error'
import { explainHere } from '../../assisted/assisted-parts.ts'
import type { Explanation } from '../../port.ts'

export const vendor = 'wechat_official'

/** A token that has run out, was replaced by a newer one, or is none. */
export const lapsedCodes = ['40001', '40014', '42001'] as const

/** `-1`: the system is busy; whether it did something before it was is not said. */
export const vagueCodes = ['-1'] as const

/** https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html and the pages of draft and freepublish (2026-11). */
export const kinds: Readonly<Record<string, FailureKind>> = {
  '-1': 'unavailable',
  '40001': 'account_disconnected',
  '40014': 'account_disconnected',
  '42001': 'account_disconnected',
  '40013': 'account_disconnected',
  '40125': 'account_disconnected',
  '40164': 'account_disconnected',
  '41002': 'account_disconnected',
  '41004': 'account_disconnected',
  '48001': 'account_disconnected',
  '48004': 'account_disconnected',
  '50002': 'account_disconnected',
  '53404': 'account_disconnected',
  '40004': 'invalid_request',
  '40005': 'invalid_request',
  '40007': 'invalid_request',
  '40009': 'invalid_request',
  '40113': 'invalid_request',
  '44002': 'invalid_request',
  '44003': 'invalid_request',
  '45001': 'invalid_request',
  '45002': 'invalid_request',
  '45003': 'invalid_request',
  '45004': 'invalid_request',
  '45008': 'invalid_request',
  '45009': 'quota_exhausted',
  '45011': 'rate_limited',
  '45166': 'content_rejected',
  '53402': 'invalid_request',
  '53503': 'content_rejected',
  '53504': 'invalid_request',
  '53505': 'invalid_request',
  '53600': 'invalid_request',
}

/** Publishing is not for this account, or not for this draft: it is in the draft box, and its author can publish it there. */
export const onlyByHand = ['48001', '53504', '53505'] as const

const said = (field: Explanation['field'], zh: string, en: string): Explanation => ({ field, words: { zh, en } })

const restricted = (zh: string, en: string): Explanation => ({ ...said('account', zh, en), accountState: 'restricted' })

const words: Readonly<Record<string, Explanation>> = {
  '40001': said('account', 'AppSecret 不对，或已在公众平台重置', 'The AppSecret is wrong or was reset'),
  '40013': said('account', 'AppID 不对', 'The AppID is wrong'),
  '40125': said('account', 'AppSecret 不对，或已在公众平台重置', 'The AppSecret is wrong or was reset'),
  '48001': restricted(
    '公众号没有这项接口权限（多为未认证）',
    'The account lacks this permission (usually it is not verified)',
  ),
  '48004': restricted(
    '公众号的接口被平台封禁，请到公众平台查看',
    'The platform has closed its interface to this account',
  ),
  '50002': restricted('公众号被平台限制，请到公众平台查看', 'The platform restricts this account'),
  '53404': restricted('公众号被平台限制，请到公众平台查看', 'The platform restricts this account'),
  '40007': said('media', '草稿或素材已不在公众号里，请重新准备', 'The draft or a picture is no longer in the account'),
  '40009': said('media', '图片超过 1 MB（封面 10 MB）', 'A picture is larger than 1 MB (a cover, 10 MB)'),
  '40005': said('media', '图片格式不支持，请用 JPG 或 PNG', 'Pictures must be JPG or PNG'),
  '40113': said('media', '图片格式不支持，请用 JPG 或 PNG', 'Pictures must be JPG or PNG'),
  '45001': said('media', '图片超过 1 MB（封面 10 MB）', 'A picture is larger than 1 MB (a cover, 10 MB)'),
  '45002': said('body', '正文超过 2 万字符（含排版代码）', 'The text has more than 20,000 characters with its code'),
  '45003': said('title', '标题太长', 'The title is too long'),
  '45004': said('digest', '摘要太长', 'The digest is too long'),
  '45009': said(null, '公众号今天的接口次数用完了，明天再发', 'The account has used up its calls for today'),
  '45166': said('body', '正文里有平台不允许的链接或代码', 'The text has links or code that the platform forbids'),
  '53402': said('cover', '封面裁剪失败，请换一张封面', 'The cover could not be cropped; choose another'),
  '53503': said('body', '草稿没有通过发布前检查', 'The draft did not pass the check before publishing'),
  '53504': said(null, '这篇要在公众平台里手动发表', 'This one has to be published in the console'),
  '53505': said(null, '要先在公众平台里保存一次再发表', 'It has to be saved in the console first'),
}

/** Their words for an address that is not on the list hold it. */
const callerIn = (message: string | undefined): string => /invalid ip ([\d.a-f:]+)/iu.exec(message ?? '')?.[1] ?? ''

export function explain(error: VendorError): Explanation {
  const { vendorCode = '', vendorMessage } = error.details
  if (vendorCode === '40164') {
    const ip = callerIn(vendorMessage)
    const zh = `请在公众平台的 IP 白名单里加上 ${ip}，再回到平台账号页点“检查”`
    const en = `Add ${ip} to the IP list of the account, then press “Check” among your platform accounts`
    return { ...said('account', zh, en), accountState: 'address_refused' }
  }
  return words[vendorCode] ?? explainHere(error)
}
