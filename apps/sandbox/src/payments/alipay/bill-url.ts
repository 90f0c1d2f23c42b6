import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { billReadyAt } from '../china-time.ts'
import { billFaultNames } from '../payment-faults.ts'
import { billEntries } from '../bill-entries.ts'
import { flowEntries } from '../flow-entries.ts'
import type { Method } from './method.ts'
import { failed, success } from './reply.ts'

const billBiz = z.strictObject({
  bill_type: z.enum(['trade', 'signcustomer', 'merchant_act']),
  bill_date: z.string().regex(/^\d{4}-\d\d(?:-\d\d)?$/),
})
const linkLifeMs = 30_000

/** A day without trades has no bill, and neither has a day whose bill is not made yet: the same words for both. */
export const billUrlMethod: Method<z.infer<typeof billBiz>> = {
  biz: billBiz,
  isPage: false,
  run({ acting, account, biz, origin }) {
    const { state, vendor } = acting
    const kind = biz.bill_type === 'signcustomer' ? 'flow' : 'trade'
    const names = [account.id, kind === 'flow' ? 'flow' : 'bill']
    const faults = state.behaviors.takeListed(vendor, names, billFaultNames).map(({ name }) => name)
    const day = biz.bill_date
    const now = account.clock.now()
    const isReady = account.settings.isBillReady || now >= billReadyAt(day)
    const entries =
      kind === 'flow' ? flowEntries(account.transfersMade.values(), day) : billEntries(account.trades.values(), day)
    const isEmpty = entries.length === 0 && !faults.includes('bill-extra-row')
    if (!isReady || isEmpty || faults.includes('bill-not-ready')) return failed('isp.bill_not_exist', '账单不存在')
    const token = randomUUID().replaceAll('-', '')
    const lifeMs = faults.includes('bill-link-expired') ? -1 : linkLifeMs
    account.bills.set(token, { kind, day, faults, expiresAt: new Date(now.getTime() + lifeMs) })
    const url = `${origin}/payments/alipay/downloadBillFile.resource?bizType=${biz.bill_type}&userId=${account.sellerId}&fileType=csv.zip&token=${token}`
    return success({ bill_download_url: url })
  },
}
