import type { FailureKind } from '@mozhou/contracts/failures'
import type { VendorError } from '@mozhou/contracts/vendor-error'
import { explainHere } from '../../assisted/assisted-parts.ts'
import type { Explanation } from '../../port.ts'

export const vendor = 'baijiahao'

/** Their own machinery broke; whether before or after it had done what was asked is not said. */
export const vagueCodes = ['4', '5', '10003', '10005', '60000006', '60000020'] as const

/** https://baijiahao.baidu.com/docs, developers' service, the table of errno (2026-11). */
export const kinds: Readonly<Record<string, FailureKind>> = {
  '2': 'invalid_request',
  '10002': 'account_disconnected',
  '10009': 'account_disconnected',
  '27012': 'quota_exhausted',
  '60001001': 'account_disconnected',
  '60001003': 'invalid_request',
  '60000005': 'account_disconnected',
  '60000009': 'account_disconnected',
  '60001008': 'quota_exhausted',
  '60001009': 'quota_exhausted',
  '80000107': 'invalid_request',
  '800000201': 'invalid_request',
}

export const absentCode = '80000107'

const said = (field: Explanation['field'], zh: string, en: string): Explanation => ({ field, words: { zh, en } })
const closed: Explanation = {
  ...said(
    'account',
    '百家号没有发布权限，或被禁言，请到百家号后台查看',
    'The account may not publish, or is muted; look at its console',
  ),
  accountState: 'restricted',
}

const words: Readonly<Record<string, Explanation>> = {
  '2': said(
    null,
    '百家号说内容不符合要求：检查标题字数、封面尺寸和图片地址',
    'Check the title’s length, the cover’s size and the pictures’ addresses',
  ),
  '10002': closed,
  '10009': closed,
  '60000005': closed,
  '60000009': closed,
  '60001001': said(
    'account',
    'app_id 或 app_token 不对，请在百家号后台重新复制',
    'app_id or app_token is wrong; copy it from the console again',
  ),
  '60001003': said(
    null,
    '百家号说这篇已经发过，或状态不允许',
    'It was published before, or its state does not allow it',
  ),
  '60001008': said(null, '百家号今天的发文数用完了，明天再发', 'No more pieces today'),
  '60001009': said(null, '百家号今天的发文数用完了，明天再发', 'No more pieces today'),
}

export const explain = (error: VendorError): Explanation => words[error.details.vendorCode ?? ''] ?? explainHere(error)
