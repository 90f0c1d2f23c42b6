import type { Channel } from './port.ts'

/** WeChat Pay gives the payee 24 hours (pay.weixin.qq.com/doc/v3/merchant/4012711988, read 2026-11); at Alipay it arrives by itself. */
export const confirmMsOf: Readonly<Record<Channel, number | null>> = { alipay: null, wechat: 24 * 3_600_000 }
