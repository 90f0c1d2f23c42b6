import type { Wording } from '@mozhou/contracts/wording'

export const couponsTag: Wording = { zh: '优惠券', en: 'Coupons' }
