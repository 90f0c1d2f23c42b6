import { VendorError } from '@mozhou/contracts/vendor-error'
import { assistedCapability } from '../../assisted/assisted-parts.ts'
import { disconnected, expiresIn } from '../../account-access.ts'
import type { AccountSession, AppKeysWay, Capability, Connected, Credentials, KeyField } from '../../account-port.ts'
import { callPlatform, missingIn, textIn } from '../../platform-call.ts'
import { isCode, refusedHere } from '../../platform-error.ts'
import type { PublishingTarget } from '../../port.ts'
import { accessTo, call, dialect, urlOf } from './client.ts'
import { vendor } from './errors.ts'

const where = {
  zh: '公众平台 → 设置与开发 → 开发接口管理 → 基本配置',
  en: 'The console, under development, basic configuration',
}

export const keyFields: readonly KeyField[] = [
  {
    name: 'name',
    label: { zh: '公众号名称', en: 'Name of the account' },
    hint: { zh: '只用来在这里区分账号', en: 'To tell your accounts apart here' },
    isSecret: false,
    isRequired: true,
  },
  { name: 'appId', label: { zh: 'AppID', en: 'AppID' }, hint: where, isSecret: false, isRequired: true },
  { name: 'appSecret', label: { zh: 'AppSecret', en: 'AppSecret' }, hint: where, isSecret: true, isRequired: true },
  {
    name: 'callbackToken',
    label: { zh: '消息推送 Token', en: 'Token of the callback' },
    hint: {
      zh: '填了就能即时收到发布结果；不填则定时查询',
      en: 'With it, results arrive at once; without, they are asked for',
    },
    isSecret: true,
    isRequired: false,
  },
  {
    name: 'callbackAesKey',
    label: { zh: 'EncodingAESKey', en: 'EncodingAESKey' },
    hint: { zh: '推送用安全模式时填，43 个字符', en: 'For the secure mode of the callback, 43 characters' },
    isSecret: true,
    isRequired: false,
  },
]

/** @throws VendorError `account_disconnected` for credentials of another way */
export function keysOf(credentials: Credentials): Readonly<Record<string, string>> {
  if (credentials.way !== 'app_keys') throw disconnected(vendor, 'no_keys')
  return credentials.keys
}

/** The one that leaves the older token valid; drawn under the account's lock all the same. */
export async function drawToken(
  target: PublishingTarget,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<Credentials> {
  const keys = keysOf(credentials)
  const request = {
    source: 'stable_token',
    mode: 'safe' as const,
    method: 'POST' as const,
    url: urlOf(target, 'cgi-bin/stable_token'),
    body: { grant_type: 'client_credential', appid: keys.appId, secret: keys.appSecret },
  }
  const { body } = await callPlatform(target, dialect, request, signal)
  const value = textIn(body.access_token)
  if (value === null) throw missingIn(vendor, 'safe', 'token')
  return { way: 'app_keys', keys, access: { value, expiresAt: expiresIn(target.clock.now(), body.expires_in, 7_200) } }
}

const unverified = {
  zh: '公众号没有发布接口权限（2025-07 起只给已认证的企业和组织），写入草稿箱后由你发表',
  en: 'This account may not publish by interface (only verified organisations may); drafts are written, and you publish them',
}
const noDrafts = { zh: '公众号没有草稿箱接口权限', en: 'This account has no interface to its draft box' }

/** Reading needs the same permission as writing, and says so with the same code. */
async function may(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask()
    return true
  } catch (error) {
    if (isCode(error, '48001')) return false
    throw error
  }
}

export async function checkAccount(
  target: PublishingTarget,
  session: AccountSession,
  signal: AbortSignal,
): Promise<Connected> {
  const access = accessTo(session)
  const read = (path: string) =>
    may(() => call(target, access, { path, mode: 'safe', body: { offset: 0, count: 1, no_content: 1 } }, signal))
  const writesDrafts = await read('cgi-bin/draft/batchget')
  const publishes = writesDrafts && (await read('cgi-bin/freepublish/batchget'))
  const { appId = '', name = '' } = keysOf(access.credentials)
  const profile = { externalId: appId, name: name === '' ? appId : name, avatarUrl: null, url: null }
  return { credentials: access.credentials, profile, capabilities: capabilitiesOf(writesDrafts, publishes) }
}

function capabilitiesOf(writesDrafts: boolean, publishes: boolean): Capability[] {
  return (['article', 'image_text'] as const).map((contentType) => {
    if (!writesDrafts) return assistedCapability(contentType, noDrafts)
    const declarable = null
    if (publishes)
      return { contentType, route: 'api', otherRoutes: ['api_draft', 'assisted'], reason: null, declarable }
    return { contentType, route: 'api_draft', otherRoutes: ['assisted'], reason: unverified, declarable }
  })
}

export const draftOnly = (contentType: Capability['contentType']): Capability => ({
  contentType,
  route: 'api_draft',
  otherRoutes: ['assisted'],
  reason: unverified,
  declarable: null,
})

export const appKeysWay = (target: PublishingTarget): AppKeysWay => ({
  fields: keyFields,
  steps: [
    {
      zh: '在公众平台的 IP 白名单里加上本站的出口 IP',
      en: 'Add the addresses that we call from to the IP list in the console',
    },
    {
      zh: '可选，结果会即时回来：在这里填消息推送的 Token 和 EncodingAESKey，绑定之后再到公众平台填下面的回调地址并保存（保存时平台会来核对）',
      en: 'Optional, so that results arrive at once: give the token and EncodingAESKey of the callback here; once connected, enter the address below in the console and save it (WeChat checks it at that moment)',
    },
  ],
  listsCallers: true,
  async connect(keys, signal) {
    const missing = keyFields.find(({ name, isRequired }) => isRequired && (keys[name] ?? '').trim() === '')
    if (missing) throw refusedHere(vendor, `missing_${missing.name}`)
    const known = Object.fromEntries(keyFields.map(({ name }) => [name, (keys[name] ?? '').trim()]))
    const credentials = await drawToken(target, { way: 'app_keys', keys: known, access: null }, signal)
    const renew = () => Promise.reject(new VendorError('account_disconnected', { vendor, vendorCode: 'no_token' }))
    return checkAccount(target, { credentials, renew }, signal)
  },
})
