import type { FailureKind } from '@mozhou/contracts/failures'
import type { VendorError } from '@mozhou/contracts/vendor-error'
import { explainHere } from '../../assisted/assisted-parts.ts'
import type { Explanation } from '../../port.ts'

export const vendor = 'kuaishou'

/** The access token has run out; one that was revoked, and a permission that has run out, no refresh brings back. */
export const lapsedCodes = ['100200108'] as const

/** https://open.kuaishou.com/platform/openApi, error codes and the pages of photo (2026-11). */
export const kinds: Readonly<Record<string, FailureKind>> = {
  '100200100': 'invalid_request',
  '100200101': 'credentials',
  '100200102': 'invalid_request',
  '100200103': 'account_disconnected',
  '100200104': 'account_disconnected',
  '100200108': 'account_disconnected',
  '100200109': 'account_disconnected',
  '100200110': 'account_disconnected',
  '100200113': 'account_disconnected',
  '100400': 'invalid_request',
  '120001': 'invalid_request',
  '120002': 'invalid_request',
  '120003': 'invalid_request',
  '100120001': 'invalid_request',
}

/** The piece is not there, which is also said of one that was taken a minute ago. */
export const absentCodes = ['120001', '100120001'] as const
/** What was uploaded under this token is not whole, or has been thrown away. */
export const notUploadedCodes = ['120002'] as const

const said = (field: Explanation['field'], zh: string, en: string): Explanation => ({ field, words: { zh, en } })

const words: Readonly<Record<string, Explanation>> = {
  '100200101': said(
    'account',
    '快手应用的密钥不对，已通知运营',
    'The keys of our application are wrong; operators were told',
  ),
  '100200103': said(
    'account',
    '授权里没有发布视频的权限，请重新连接并勾选',
    'The permission to publish was not given; connect again and tick it',
  ),
  '100200109': said(
    'account',
    '授权已被取消，请重新连接快手账号',
    'The permission was withdrawn; connect the account again',
  ),
  '100200110': said(
    'account',
    '授权已到期，请重新连接快手账号',
    'The permission has run out; connect the account again',
  ),
  '100200113': said(
    'account',
    '授权已到期，请重新连接快手账号',
    'The permission has run out; connect the account again',
  ),
  '120002': said('media', '视频没有传完，请重试', 'The film was not uploaded to its end'),
  '120003': said('media', '快手没有接受这个视频', 'Kuaishou did not take this film'),
}

export const explain = (error: VendorError): Explanation => words[error.details.vendorCode ?? ''] ?? explainHere(error)
