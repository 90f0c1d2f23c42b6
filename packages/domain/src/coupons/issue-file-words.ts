import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { CouponSkipReason } from '@mozhou/contracts/coupons/kinds'

interface IssueFileWords {
  headers: readonly string[]
  given: string
  notGiven: string
  reasons: Record<CouponSkipReason, string>
  /** In place of a name. */
  deleted: string
}

/** What the result of an issue is written in. */
export const issueFileWords: Record<Locale, IssueFileWords> = {
  'zh-CN': {
    headers: [
      '用户编号',
      '用户名',
      '结果',
      '没有发的原因',
      '优惠券',
      '券编号',
      '有效期至（北京时间）',
      '发放人',
      '发放说明',
      '时间（北京时间）',
    ],
    given: '已发放',
    notGiven: '没有发',
    reasons: {
      limit: '已达每人上限',
      account_closed: '账号停用或注销',
      by_hand: '发放被人工停止',
      sold_out: '已发完',
      coupon_off: '优惠券暂停或结束',
    },
    deleted: '已注销',
  },
  en: {
    headers: [
      'User id',
      'Username',
      'Result',
      'Why not',
      'Coupon',
      'Coupon id',
      'Valid until (Beijing)',
      'Issued by',
      'Note',
      'Time (Beijing)',
    ],
    given: 'Issued',
    notGiven: 'Not issued',
    reasons: {
      limit: 'Has as many as one may have',
      account_closed: 'Account suspended or deleted',
      by_hand: 'The issue was stopped by hand',
      sold_out: 'None left',
      coupon_off: 'The coupon was paused or ended',
    },
    deleted: 'Deleted account',
  },
}
