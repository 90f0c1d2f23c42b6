import type { Wording } from '@mozhou/contracts/wording'

export const withdrawalsTag: Wording = { zh: '提现', en: 'Withdrawals' }
