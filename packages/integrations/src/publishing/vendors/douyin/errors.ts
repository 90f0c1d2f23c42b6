import type { FailureKind } from '@mozhou/contracts/failures'
import type { VendorError } from '@mozhou/contracts/vendor-error'
import { explainHere } from '../../assisted/assisted-parts.ts'
import type { Explanation } from '../../port.ts'

export const vendor = 'douyin'

export const lapsedCodes = ['10008', '2190008', '28001003', '28001008'] as const
/** Their system asks for patience; whether it did something before is not said. */
export const vagueCodes = ['28001005', '28001006'] as const

/** https://developer.open-douyin.com/docs, error codes of the open platform (2026-11). */
export const kinds: Readonly<Record<string, FailureKind>> = {
  '10002': 'invalid_request',
  '10003': 'credentials',
  '10004': 'account_disconnected',
  '10007': 'invalid_request',
  '10008': 'account_disconnected',
  '10010': 'account_disconnected',
  '10013': 'credentials',
  '10020': 'rate_limited',
  '2100004': 'unavailable',
  '2100005': 'invalid_request',
  '2190002': 'account_disconnected',
  '2190004': 'account_disconnected',
  '2190008': 'account_disconnected',
  '28001003': 'account_disconnected',
  '28001008': 'account_disconnected',
  '28001007': 'invalid_request',
  '28001012': 'account_disconnected',
  '28001014': 'account_disconnected',
  '28001016': 'account_disconnected',
  '28001018': 'account_disconnected',
  '28001019': 'account_disconnected',
  '28001056': 'unavailable',
  '28003017': 'quota_exhausted',
}

const said = (field: Explanation['field'], zh: string, en: string): Explanation => ({ field, words: { zh, en } })
const banned: Explanation = {
  ...said('account', '抖音限制了这个账号的投稿，请到抖音查看', 'Douyin restricts this account; look there'),
  accountState: 'restricted',
}
const again = said('account', '授权已失效，请重新连接抖音账号', 'The permission has lapsed; connect the account again')

const words: Readonly<Record<string, Explanation>> = {
  '10010': again,
  '2190002': again,
  '28001012': said(
    'account',
    '授权里没有投稿权限，请重新连接并勾选',
    'The permission to post was not given; connect again',
  ),
  '28001014': banned,
  '28001016': banned,
  '28001018': banned,
  '28001019': banned,
  '28001056': said(
    null,
    '抖音暂停了这个接口，请改用扫码发布',
    'Douyin has switched this interface off; publish by scanning',
  ),
  '28003017': said(null, '抖音今天的投稿数用完了，明天再发', 'No more posts today'),
  '28001007': said(
    null,
    '抖音不接受其中一项：检查标题、话题和素材',
    'One of the fields was refused: title, topics or media',
  ),
  '2100005': said(
    null,
    '抖音不接受其中一项：检查标题、话题和素材',
    'One of the fields was refused: title, topics or media',
  ),
}

export const explain = (error: VendorError): Explanation => words[error.details.vendorCode ?? ''] ?? explainHere(error)
