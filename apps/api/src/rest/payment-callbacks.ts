import { isPayChannel } from '@mozhou/contracts/orders/kinds'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { takeNotice } from '@mozhou/domain/orders/take-notice'
import type { TakenNotice } from '@mozhou/domain/orders/take-notice'
import { findChannel } from '@mozhou/domain/payment-channels/channel-of'
import express from 'express'
import type { Request, RequestHandler, Response } from 'express'
import type { ContextParts } from '../context.ts'

/** A channel's notice is a kilobyte or two. */
const maxBodyBytes = 64 * 1024

/**
 * Where the channels tell us what was paid: `/credit/callback/{channel}`, and the brief's two addresses, which serve both by the type of the
 * body. Signed by the channel, so that nobody signs in; answered with what the channel demands.
 */
export function paymentCallbacks(parts: ContextParts): RequestHandler[] {
  return [
    express.raw({ type: () => true, limit: maxBodyBytes }),
    (req, res) => parts.orderWakes.taking(() => answer(parts, req, res)),
  ]
}

/** Answered once it is committed; who else is to know is told behind that. */
async function answer(parts: ContextParts, req: Request, res: Response): Promise<void> {
  const { domain } = parts
  const name = channelNamed(req)
  const channel = name === null ? null : await findChannel(domain, name)
  if (name === null || !channel) {
    res.status(404).end()
    return
  }
  const body = req.body instanceof Uint8Array ? req.body : new Uint8Array()
  const headers = Object.fromEntries(Object.entries(req.headers).map(([key, value]) => [key, value?.toString()]))
  const taken = await takeNotice(domain, { channel: name, raw: { body, headers }, reader: channel })
  const words = channel.answerTo(taken.answer)
  res.status(words.status).type(words.contentType).send(words.body)
  tellWorkflows(parts, taken)
}

/** Null for one that there is not. */
function channelNamed(req: Request): PayChannel | null {
  const named = req.params['channel']
  if (named !== undefined) return isPayChannel(named) ? named : null
  return req.is('application/json') ? 'wechat' : 'alipay'
}

/** The rows say all; who was not told finds out by asking, or by the sweep. */
function tellWorkflows({ domain, workflows, orderWakes }: ContextParts, taken: TakenNotice): void {
  const { orderId, isOver, refund, withdrawal } = taken
  if (orderId !== null) orderWakes.add({ orderId, isOver })
  const tell = (told: Promise<void>) =>
    told.catch((err: unknown) =>
      domain.log.warn({ err }, 'a workflow was not told of a notice, and waits for the sweep'),
    )
  if (refund !== null) void tell(workflows.startRefund({ ...refund, label: '退回多付的款项' }))
  if (withdrawal !== null) void tell(workflows.tellWithdrawal(withdrawal))
}
