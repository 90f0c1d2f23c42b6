import { gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'
import { openExchange } from '../../core/exchange.ts'
import type { SandboxState } from '../../core/plug.ts'
import { readCredential, whyUnauthorized } from './authorize.ts'
import { wechatBillFile } from './bill.ts'
import { wechatFlowFile } from './flow-file.ts'
import { refused, type Found } from './reply.ts'
import { vendor, type Accounts } from './serve.ts'

const say = (response: Response, { status, body }: Found) => void response.status(status).json(body)

/** Signed by who asked for it, for half a minute; the answer carries no signature. */
export function serveBillFile(state: SandboxState, accounts: Accounts) {
  return async (request: Request, response: Response): Promise<void> => {
    const exchange = await openExchange(state, vendor, request, response)
    const credential = readCredential(exchange)
    const account = accounts.get(credential?.mchid ?? '')
    const token = exchange.query.get('token') ?? ''
    if (!credential || !account) return say(response, refused(403, 'NO_AUTH', '无权限'))
    const refusal = whyUnauthorized(exchange, account, credential)
    if (refusal) return say(response, refusal)
    const link = account.bills.get(token)
    const isOfAnother = [...accounts.values()].some((other) => other !== account && other.bills.has(token))
    if (isOfAnother) return say(response, refused(403, 'NO_AUTH', '无权限'))
    if (!link || link.expiresAt <= account.clock.now()) {
      return say(response, refused(400, 'INVALID_REQUEST', '下载地址已失效，请重新申请'))
    }
    response
      .type('application/gzip')
      .send(gzipSync(link.kind === 'flow' ? wechatFlowFile(account, link) : wechatBillFile(account, link)))
  }
}
