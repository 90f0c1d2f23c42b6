import type { Request, Response } from 'express'
import type { AlipayAccount } from './account.ts'
import { alipayBillFile } from './bill-file.ts'
import { alipayFlowFile } from './flow-file.ts'

/** Without a signature: whoever has the address has the bill, for half a minute. */
export function serveBillFile(accounts: ReadonlyMap<string, AlipayAccount>) {
  return (request: Request, response: Response): void => {
    const { token } = request.query
    const isNamed = typeof token === 'string'
    const account = isNamed ? [...accounts.values()].find(({ bills }) => bills.has(token)) : undefined
    const link = isNamed ? account?.bills.get(token) : undefined
    if (!account || !link || link.expiresAt <= account.clock.now()) {
      response.status(403).type('text/plain').send('下载链接已失效')
      return
    }
    response
      .type('application/zip')
      .send(link.kind === 'flow' ? alipayFlowFile(account, link) : alipayBillFile(account, link))
  }
}
