import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { TaxPolicy } from '@mozhou/contracts/withdrawals/kinds'

interface PaymentWords {
  paidAt: string
  channel: string
  account: string
  gross: string
  tax: string
  net: string
  policy: string
  transferNo: string
  total: string
  username: string
  name: string
  idNumber: string
  /** In place of what was forgotten with an account. */
  forgotten: string
  channels: Record<PayChannel, string>
  policies: Record<TaxPolicy, string>
}

/** Headings and words of files about payments. */
export const paymentWords: Readonly<Record<Locale, PaymentWords>> = {
  'zh-CN': {
    paidAt: '到账时间（北京时间）',
    channel: '收款方式',
    account: '收款账户',
    gross: '税前（元）',
    tax: '代扣个税（元）',
    net: '到账（元）',
    policy: '扣税方式',
    transferNo: '转账单号',
    total: '合计',
    username: '用户名',
    name: '姓名',
    idNumber: '身份证号',
    forgotten: '已注销',
    channels: { alipay: '支付宝', wechat: '微信' },
    policies: { none: '不代扣', per_payment: '按次（月内合并）', cumulative: '全年累计' },
  },
  en: {
    paidAt: 'Paid (Beijing)',
    channel: 'Channel',
    account: 'Account',
    gross: 'Gross (CNY)',
    tax: 'Tax withheld (CNY)',
    net: 'Net (CNY)',
    policy: 'Policy',
    transferNo: 'Transfer',
    total: 'Total',
    username: 'Username',
    name: 'Name',
    idNumber: 'ID number',
    forgotten: 'Deleted account',
    channels: { alipay: 'Alipay', wechat: 'WeChat' },
    policies: { none: 'None', per_payment: 'Per payment (by month)', cumulative: 'Cumulative (by year)' },
  },
}
