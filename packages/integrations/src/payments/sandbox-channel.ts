import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { createAlipayChannel } from './alipay/alipay-channel.ts'
import { answerNotice } from './answers.ts'
import type { Agreements } from './agreements.ts'
import type { Channel, PaymentChannel } from './port.ts'
import type { PersonBinding } from './person-binding.ts'
import { readSandboxKeys, sandboxAlipayConfig, sandboxWechatConfig } from './sandbox-keys.ts'
import { confirmMsOf } from './transfer-rules.ts'
import type { Transfers } from './transfers.ts'
import { createWechatChannel } from './wechat/wechat-channel.ts'

interface SandboxAddress {
  sandboxUrl: string
  channel: Channel
  /** Left out: the one that is always there. */
  merchant?: string
  clock: { now(): Date }
}

async function connect({ sandboxUrl, channel, merchant, clock }: SandboxAddress): Promise<PaymentChannel> {
  try {
    const keys = await readSandboxKeys(sandboxUrl, channel, merchant)
    if (channel === 'alipay') return createAlipayChannel(sandboxAlipayConfig(keys, clock))
    return createWechatChannel(sandboxWechatConfig(keys, clock))
  } catch (cause) {
    throw new PaymentFailure('unavailable', { channel, vendorCode: 'sandbox_unreachable', cause })
  }
}

/** For development and tests: asks the sandbox for keys with the first call, so that a process starts without it. */
export function createSandboxChannel(address: SandboxAddress): PaymentChannel {
  const { channel } = address
  let connected: Promise<PaymentChannel> | null = null
  async function real(): Promise<PaymentChannel> {
    connected ??= connect(address).catch((error: unknown) => {
      connected = null
      throw error
    })
    return connected
  }
  return {
    channel,
    isSandbox: true,
    answerTo: (verdict) => answerNotice(channel, verdict),
    createPayment: async (order, signal) => (await real()).createPayment(order, signal),
    parseNotice: async (raw) => (await real()).parseNotice(raw),
    query: async (orderNo, signal) => (await real()).query(orderNo, signal),
    close: async (orderNo, signal) => (await real()).close(orderNo, signal),
    refund: async (refund, signal) => (await real()).refund(refund, signal),
    queryRefund: async (refund, signal) => (await real()).queryRefund(refund, signal),
    downloadBill: async (day, signal) => (await real()).downloadBill(day, signal),
    transfers: playedTransfers(channel, async () => (await real()).transfers),
    ...(channel === 'wechat' && { binding: playedBinding(async () => (await real()).binding) }),
    ...(channel === 'alipay' && { agreements: playedAgreements(async () => (await real()).agreements) }),
  }
}

function playedAgreements(find: () => Promise<Agreements | undefined>): Agreements {
  async function real(): Promise<Agreements> {
    const found = await find()
    if (!found) throw new PaymentFailure('misconfigured', { channel: 'alipay', vendorCode: 'no_agreements' })
    return found
  }
  return {
    isOffered: true,
    signUrl: async (terms) => (await real()).signUrl(terms),
    query: async (key, signal) => (await real()).query(key, signal),
    cancel: async (key, signal) => (await real()).cancel(key, signal),
    postpone: async (agreement, signal) => (await real()).postpone(agreement, signal),
    deduct: async (order, signal) => (await real()).deduct(order, signal),
  }
}

function playedBinding(find: () => Promise<PersonBinding | undefined>): PersonBinding {
  async function real(): Promise<PersonBinding> {
    const found = await find()
    if (!found) throw new PaymentFailure('misconfigured', { channel: 'wechat', vendorCode: 'no_binding' })
    return found
  }
  return {
    isOffered: true,
    authorizeUrl: async (request, signal) => (await real()).authorizeUrl(request, signal),
    accountOf: async (code, signal) => (await real()).accountOf(code, signal),
  }
}

function playedTransfers(channel: Channel, find: () => Promise<Transfers | undefined>): Transfers {
  async function real(): Promise<Transfers> {
    const found = await find()
    if (!found) throw new PaymentFailure('misconfigured', { channel, vendorCode: 'no_transfers' })
    return found
  }
  return {
    isOffered: true,
    confirmMs: confirmMsOf[channel],
    transfer: async (order, signal) => (await real()).transfer(order, signal),
    query: async (transferNo, signal) => (await real()).query(transferNo, signal),
    cancel: async (transferNo, signal) => (await real()).cancel(transferNo, signal),
    downloadFlow: async (day, signal) => (await real()).downloadFlow(day, signal),
  }
}
