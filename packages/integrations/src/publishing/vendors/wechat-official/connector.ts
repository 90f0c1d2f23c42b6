import { freshnessOf } from '../../account-access.ts'
import { assistedWay, checkByHand, lookUpHandedOver, withRemover } from '../../assisted/assisted-parts.ts'
import { checkAddress } from '../../assisted/check-address.ts'
import { steps, type AssistedPlatform } from '../../assisted/editor.ts'
import { findNothing, handOver, isHandedOver } from '../../assisted/hand-over.ts'
import type { ConnectorFactory, ConnectorFacts } from '../../port.ts'
import { submitOnce } from '../../submit-once.ts'
import { appKeysWay, checkAccount, drawToken } from './account.ts'
import { accessTo } from './client.ts'
import { explain } from './errors.ts'
import { findLost, lookUp, retract } from './look-up.ts'
import { mediaWanted, prepare, readUploads } from './prepare.ts'
import { readQuotas } from './quotas.ts'
import { submitDraft, submitPublish } from './submit.ts'
import { webhooks } from './webhook.ts'

const console = steps.open('公众平台，新建图文', 'the console and begin an article')

const byHand: AssistedPlatform = {
  platform: 'wechat_official',
  editors: {
    article: {
      fields: ['title', 'author', 'body', 'digest'],
      url: 'https://mp.weixin.qq.com/',
      phoneUrl: null,
      steps: [console, steps.copy, steps.marks, { zh: '上传封面', en: 'Upload the cover' }],
    },
    image_text: {
      fields: ['title', 'caption'],
      url: 'https://mp.weixin.qq.com/',
      phoneUrl: null,
      steps: [console, steps.pictures, steps.copy],
    },
  },
  pieces: [
    { path: /^\/s\/[\w-]{10,}/u, parameters: [] },
    { path: /^\/s\?.*\b__biz=/u, parameters: ['__biz', 'mid', 'idx', 'sn', 'chksm'] },
  ],
  shortHosts: [],
  goneWords: ['该内容已被发布者删除', '此内容因违规无法查看', '该公众号已迁移'],
  goneBy: { user: ['该内容已被发布者删除'], platform: ['此内容因违规无法查看'] },
  closed: null,
}

const day = 86_400_000

const facts: ConnectorFacts = {
  paceMs: 3_000,
  reviewUsuallyEndsMs: 3_600_000,
  watch: { forMs: 7 * day, everyMs: 6 * 3_600_000 },
}

/** A token lives for two hours, and a new one leaves the old one five minutes. */
const marginMs = 300_000

export const wechatOfficialConnector: ConnectorFactory = (target) => ({
  platform: 'wechat_official',
  facts,
  connections: { appKeys: appKeysWay(target), assisted: assistedWay(byHand) },
  freshness: (credentials, now) => freshnessOf(credentials, now, marginMs),
  refresh: (credentials, signal) => drawToken(target, credentials, signal),
  check: (session, signal) => checkByHand(byHand, session) ?? checkAccount(target, session, signal),
  mediaWanted,
  async prepare(session, input, { uploads, save }, signal) {
    if (input.package.route === 'assisted') return { state: 'ready', uploads: uploads ?? { version: 1 } }
    return prepare({ target, access: accessTo(session), input, save, signal }, uploads)
  },
  submit(session, input, uploads, signal) {
    if (input.package.route === 'assisted') return Promise.resolve(handOver(byHand, input, target.clock))
    const submitting = { target, access: accessTo(session), input, signal }
    const submit = input.package.route === 'api' ? submitPublish : submitDraft
    return submitOnce(target.clock, signal, () => submit(submitting, readUploads(uploads)))
  },
  async lookUp(session, ref, signal) {
    if (isHandedOver(ref)) return lookUpHandedOver(target, byHand, ref, signal)
    const standing = await lookUp({ target, access: accessTo(session), signal }, ref)
    return withRemover(target, byHand, standing, signal)
  },
  findLost: (session, lost, signal) =>
    findNothing(lost) ?? findLost({ target, access: accessTo(session), signal }, lost),
  checkAddress: (given, signal) => checkAddress(target, byHand, given, signal),
  webhooks: webhooks(target),
  retract: (session, ref, signal) => retract({ target, access: accessTo(session), signal }, ref),
  quotas: (session, signal) => readQuotas({ target, access: accessTo(session), signal }),
  explain,
})
