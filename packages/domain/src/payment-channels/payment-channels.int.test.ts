import { parseId } from '@mozhou/contracts/ids'
import type { ChannelKeysInput } from '@mozhou/contracts/payments/inputs'
import { readSandboxUrl } from '@mozhou/integrations/ai/testing/env'
import { createChannels } from '@mozhou/integrations/payments/registry'
import { newRsaKeys } from '@mozhou/integrations/payments/testing/rsa-keys'
import { openSandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import type { SandboxMerchant } from '@mozhou/integrations/payments/testing/sandbox-merchant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecharge } from '../orders/create-order.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import { startPayment } from '../orders/start-payment.ts'
import { syncOrder } from '../orders/sync-order.ts'
import { createSecretBox } from '../secret-box.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { payoutChannels } from '../withdrawals/payout-channels.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { channelOf, offeredChannels } from './channel-of.ts'
import type { ChannelsContext } from './channels-context.ts'
import { getChannel, listChannels } from './list-channels.ts'
import { clearChannel, saveChannel, switchChannel } from './save-channel.ts'
import { rotateChannelKeys } from './stored-keys.ts'
import { tryChannel } from './try-channel.ts'

let domain: TestDomain
let actor: { userId: string; requestId: string }
const merchants: Record<string, SandboxMerchant> = {}
beforeAll(async () => {
  domain = await createTestDomain()
  actor = { userId: parseId('user', (await domain.signUp()).user.id) ?? '', requestId: 'req-1' }
  merchants['alipay'] = await openSandboxMerchant('alipay')
  merchants['wechat'] = await openSandboxMerchant('wechat')
})
afterAll(() => domain.close())

/** A process of its own: nothing is kept in it yet. Without keys in the environment, and with the sandbox as an address to choose. */
function newProcess(environment: Partial<OrdersContext['environmentKeys']> = {}): OrdersContext {
  const sandboxUrl = readSandboxUrl()
  const clock = { now: () => new Date() }
  const settings = { alipay: null, wechat: null, ...environment, sandboxUrl }
  return { ...domain.ctx, ...createChannels(settings, clock), settings: { ...domain.ctx.settings, sandboxUrl } }
}

function alipayKeys(changes: object = {}): ChannelKeysInput {
  const { appId = '', sellerId = '', alipayPublicKey = '', appPrivateKey = '' } = merchants['alipay']?.keys ?? {}
  const { appCertSn: appCertSerial = '', rootCertSn: rootCertSerial = '' } = merchants['alipay']?.keys ?? {}
  const certificates = { appCertSerial, rootCertSerial }
  const keys = { appId, sellerId, alipayPublicKey, appPrivateKey, offersAgreements: true, ...certificates }
  return { channel: 'alipay', address: 'sandbox', ...keys, ...changes }
}

function wechatKeys(changes: object = {}): ChannelKeysInput {
  const keys = merchants['wechat']?.keys ?? {}
  const of = (name: string) => keys[name] ?? ''
  return {
    channel: 'wechat',
    address: 'sandbox',
    appId: of('appId'),
    merchantId: of('merchantId'),
    merchantSerial: of('merchantSerial'),
    merchantPrivateKey: of('merchantPrivateKey'),
    apiV3Key: of('apiV3Key'),
    publicKeyId: of('publicKeyId'),
    publicKey: of('publicKey'),
    usesCertificates: false,
    allowsH5: true,
    offersTransfers: true,
    appSecret: of('appSecret'),
    ...changes,
  }
}

async function save(ctx: ChannelsContext, keys: ChannelKeysInput) {
  const { revision } = await getChannel(ctx, keys.channel)
  return saveChannel(ctx, { keys, revision, actor })
}

const refusedAt = (field: string, rule: string) => ({ code: 'VALIDATION_FAILED', params: { field, rule } })

describe.each([
  ['alipay', alipayKeys],
  ['wechat', wechatKeys],
] as const)('keys of %s', (channel, keysOf) => {
  it('take effect in another process with its next call, and are shown as marks alone', async () => {
    const [api, worker] = [newProcess(), newProcess()]
    expect(await getChannel(api, channel)).toMatchObject({ origin: 'sandbox', isSandbox: true, values: null })
    await channelOf(worker, channel)
    const saved = await save(api, keysOf())
    const secrets = Object.values(merchants[channel]?.keys ?? {}).filter((value) => value.includes('PRIVATE KEY'))
    expect(saved).toMatchObject({ origin: 'admin', isOn: true, isUnreadable: false })
    expect(saved.secrets[0]?.mark).toMatch(/^[0-9a-f]{16}$/)
    const audit = await domain.ctx.prisma.auditRow.findMany({ where: { action: 'payment-channel.save' } })
    const [row] = await domain.ctx.prisma.paymentChannel.findMany({ where: { channel } })
    const seen = JSON.stringify([saved, await listChannels(api), audit, row?.settings, row?.secretMarks])
    expect(secrets.filter((secret) => seen.includes(JSON.stringify(secret).slice(40, 90)))).toEqual([])
    expect(await tryChannel(worker, { channel, keys: null })).toMatchObject({ isOk: true })
    // The default merchant of the sandbox knows nothing of this one's orders: the worker asks with the new keys.
    const orderNo = `T${crypto.randomUUID().replaceAll('-', '').slice(1).toUpperCase()}`
    await (await channelOf(api, channel)).createPayment(paymentOf(orderNo))
    await merchants[channel]?.scan(orderNo)
    expect((await (await channelOf(worker, channel)).query(orderNo)).state).toBe('waiting')
  })

  it('stay where the form leaves them empty, on a test call and when it is saved', async () => {
    const ctx = newProcess()
    const empty = channel === 'alipay' ? { appPrivateKey: '' } : { merchantPrivateKey: '', apiV3Key: '' }
    expect(await tryChannel(ctx, { channel, keys: keysOf(empty) })).toMatchObject({ isOk: true, vendorCode: null })
    await save(ctx, keysOf(empty))
    expect(await tryChannel(newProcess(), { channel, keys: null })).toMatchObject({ isOk: true })
  })

  it('that are wrong are told on a test call in the channel’s words, and nothing is kept', async () => {
    const ctx = newProcess()
    const before = await getChannel(ctx, channel)
    const wrong =
      channel === 'alipay' ? { appPrivateKey: newRsaKeys().privateKey } : { merchantSerial: 'ABCDEF0123456789' }
    const trial = await tryChannel(ctx, { channel, keys: keysOf(wrong) })
    expect(trial).toMatchObject({ isOk: false, failureKind: 'misconfigured' })
    expect(trial.vendorCode).toBe(channel === 'alipay' ? 'isv.invalid-signature' : 'SIGN_ERROR')
    expect(await getChannel(ctx, channel)).toEqual(before)
  })
})

function paymentOf(orderNo: string) {
  return {
    orderNo,
    amountFen: 1_000,
    subject: '积分',
    expiresAt: new Date(Date.now() + 600_000),
    way: 'qr' as const,
    notifyUrl: 'https://api.test/notify',
    returnUrl: null,
    clientIp: null,
  }
}

describe('keys that pay out', () => {
  const order = (account: string) => ({
    transferNo: `W${crypto.randomUUID().replaceAll('-', '').slice(0, 24).toUpperCase()}A1`,
    amountFen: 990,
    payee: { account, realName: '沈小曼' },
    remark: '推广返利提现',
    notifyUrl: 'https://api.test/notify',
  })

  it('of Alipay are the serial numbers entered here: with both it pays, without them it is not offered', async () => {
    const ctx = newProcess()
    await save(ctx, alipayKeys({ appCertSerial: '', rootCertSerial: '' }))
    expect((await channelOf(ctx, 'alipay')).transfers?.isOffered).toBe(false)
    expect(await payoutChannels(ctx)).not.toContain('alipay')
    const saved = await save(ctx, alipayKeys())
    expect(saved.values).toMatchObject({ appCertSerial: merchants['alipay']?.keys['appCertSn'] })
    const worker = newProcess()
    expect(await payoutChannels(worker)).toContain('alipay')
    const paid = await (await channelOf(worker, 'alipay')).transfers?.transfer(order('13812345678'))
    expect(paid).toMatchObject({ state: 'paid' })
  })

  it('of WeChat Pay are the contract’s switch, and the secret with which a person shows who they are, never shown again', async () => {
    const ctx = newProcess()
    await save(ctx, wechatKeys({ offersTransfers: false, appSecret: '' }))
    expect(await payoutChannels(ctx)).not.toContain('wechat')
    const saved = await save(ctx, wechatKeys())
    const { appSecret = '' } = merchants['wechat']?.keys ?? {}
    expect(saved.secrets).toContainEqual({ name: 'appSecret', mark: appSecret.slice(-4) })
    expect(JSON.stringify([saved, await listChannels(ctx)])).not.toContain(appSecret)
    // Left empty, it stays.
    await save(ctx, wechatKeys({ appSecret: '' }))
    const worker = newProcess()
    const { transfers, binding } = await channelOf(worker, 'wechat')
    expect(binding?.isOffered).toBe(true)
    expect(await transfers?.transfer(order('oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'))).toMatchObject({
      state: 'awaiting_confirm',
    })
  })
})

it.each([
  [alipayKeys, { appPrivateKey: 'no key' }, 'appPrivateKey', 'rsa_private_key'],
  [alipayKeys, { alipayPublicKey: 'no key' }, 'alipayPublicKey', 'rsa_public_key'],
  [alipayKeys, { address: 'live' }, 'address', 'public_api_url'],
  [wechatKeys, { merchantPrivateKey: newRsaKeys().publicKey }, 'merchantPrivateKey', 'rsa_private_key'],
  [wechatKeys, { publicKey: 'no key' }, 'publicKey', 'rsa_public_key'],
] as const)('names the field of a key that cannot be right (%#)', async (keysOf, changes, field, rule) => {
  await expect(save(newProcess(), keysOf(changes))).rejects.toMatchObject(refusedAt(field, rule))
  await expect(tryChannel(newProcess(), { channel: keysOf().channel, keys: keysOf(changes) })).rejects.toMatchObject(
    refusedAt(field, rule),
  )
})

it('finds the merchant’s own public key in the place of Alipay’s', async () => {
  const { privateKey, publicKey } = newRsaKeys()
  const keys = alipayKeys({ appPrivateKey: privateKey, alipayPublicKey: publicKey })
  await expect(save(newProcess(), keys)).rejects.toMatchObject(refusedAt('alipayPublicKey', 'own_public_key'))
})

it('asks for a secret that nobody has set', async () => {
  const ctx = newProcess()
  await clearChannel(ctx, { channel: 'alipay', revision: (await getChannel(ctx, 'alipay')).revision, actor })
  expect(await getChannel(ctx, 'alipay')).toMatchObject({ origin: 'sandbox', secrets: [] })
  await expect(save(ctx, alipayKeys({ appPrivateKey: '' }))).rejects.toMatchObject(
    refusedAt('appPrivateKey', 'required'),
  )
})

it('shows the environment’s keys as such, and leaves them behind what an administrator enters', async () => {
  const { privateKey, publicKey: theirs } = { privateKey: newRsaKeys().privateKey, publicKey: newRsaKeys().publicKey }
  const alipay = {
    appId: '2021000000000001',
    sellerId: '2088000000000001',
    offersAgreements: false,
    appPrivateKey: privateKey,
    alipayPublicKey: theirs,
  }
  const ctx = newProcess({ alipay })
  expect(await getChannel(ctx, 'alipay')).toMatchObject({
    origin: 'environment',
    isSandbox: false,
    values: { appId: alipay.appId, address: 'live' },
    secrets: [{ name: 'appPrivateKey' }],
  })
  expect((await channelOf(ctx, 'alipay')).isSandbox).toBe(false)
  await save(ctx, alipayKeys())
  expect((await channelOf(ctx, 'alipay')).isSandbox).toBe(true)
})

it('refuses to write over what somebody else has saved meanwhile', async () => {
  const ctx = newProcess()
  const { revision } = await getChannel(ctx, 'wechat')
  await saveChannel(ctx, { keys: wechatKeys(), revision, actor })
  await expect(saveChannel(ctx, { keys: wechatKeys(), revision, actor })).rejects.toMatchObject({
    code: 'CHANNEL_CHANGED',
  })
})

it('is not offered any more when it is switched off, and what was begun is brought to its end', async () => {
  const ctx = newProcess()
  await save(ctx, alipayKeys())
  const userId = actor.userId
  const begin = async () => {
    const order = await createRecharge(ctx, { userId, amountFen: 1_000, requestKey: crypto.randomUUID() })
    return { orderId: parseId('order', order.id) ?? '', orderNo: order.orderNo }
  }
  const pay = (orderId: string) =>
    startPayment(ctx, { userId, orderId, channel: 'alipay', way: 'qr', clientIp: null, returnUrl: null })
  const begun = await begin()
  await pay(begun.orderId)
  expect(await switchChannel(ctx, { channel: 'alipay', isOn: false, actor })).toMatchObject({ isOn: false })
  expect((await offeredChannels(ctx)).map(({ channel }) => channel)).toEqual(['wechat'])
  const other = newProcess()
  expect((await offeredChannels(other)).map(({ channel }) => channel)).toEqual(['wechat'])
  await merchants['alipay']?.fail('notice-lost', { name: begun.orderNo })
  await merchants['alipay']?.pay(begun.orderNo)
  expect(await syncOrder(ctx, begun)).toBe('fulfilled')
  const late = await begin()
  await expect(pay(late.orderId)).rejects.toMatchObject({ code: 'CHANNEL_NOT_OFFERED' })
  await switchChannel(ctx, { channel: 'alipay', isOn: true, actor })
  await pay(late.orderId)
  const rows = await domain.ctx.prisma.auditRow.findMany({ where: { action: 'payment-channel.switch' } })
  expect(rows.map(({ target, after }) => [target, after])).toEqual([
    ['alipay', { isOn: false }],
    ['alipay', { isOn: true }],
  ])
})

it('is sealed anew by rotation, readable before and after', async () => {
  const ctx = newProcess()
  const { revision } = await getChannel(ctx, 'alipay')
  await saveChannel(ctx, { keys: alipayKeys(), revision, actor })
  await save(ctx, wechatKeys())
  const [oldKey, newKey] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)]
  const boxOf = (...entries: [string, Uint8Array][]) => createSecretBox(new Map(entries))
  const rotating = { ...newProcess(), secrets: boxOf(['new', newKey], ['test', oldKey]) }
  expect(await rotateChannelKeys(rotating)).toEqual({ rotated: 2, unchanged: 0 })
  expect(await rotateChannelKeys(rotating)).toEqual({ rotated: 0, unchanged: 2 })
  expect(
    await tryChannel({ ...newProcess(), secrets: boxOf(['new', newKey]) }, { channel: 'wechat', keys: null }),
  ).toMatchObject({
    isOk: true,
  })
  expect(await getChannel(newProcess(), 'alipay')).toMatchObject({ isUnreadable: true, values: null })
  expect(await offeredChannels(newProcess())).toEqual([])
})
