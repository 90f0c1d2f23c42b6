import { assistedWay, checkByHand, lookUpHandedOver } from '../../assisted/assisted-parts.ts'
import { checkAddress } from '../../assisted/check-address.ts'
import { steps, type AssistedPlatform } from '../../assisted/editor.ts'
import { findNothing, handOver, isHandedOver } from '../../assisted/hand-over.ts'
import type { ConnectorFactory, ConnectorFacts } from '../../port.ts'
import { submitOnce } from '../../submit-once.ts'
import { uploadEach } from '../../upload-each.ts'
import { appKeysWay, checkAccount } from './account.ts'
import { explain, vendor } from './errors.ts'
import { findLost, lookUp, mediaWanted, retract, submitArticle } from './publish.ts'

const open = steps.open('百家号后台', 'Baijiahao’s console')
const page = 'https://baijiahao.baidu.com/builder/rc/edit?type='

const byHand: AssistedPlatform = {
  platform: 'baijiahao',
  editors: {
    article: {
      fields: ['title', 'body'],
      url: `${page}news`,
      phoneUrl: null,
      steps: [open, steps.copy, steps.marks, { zh: '选好封面', en: 'Choose the cover' }],
    },
    video: {
      fields: ['title', 'caption'],
      url: `${page}videoV2`,
      phoneUrl: null,
      steps: [open, steps.video, steps.copy],
    },
  },
  pieces: [
    { path: /^\/s\?.*\bid=\d{10,}/u, parameters: ['id'] },
    { path: /^\/newspage\/data\/(?:landingsuper|landingshare)\?/u, parameters: ['context', 'n_type', 'p_from'] },
    { path: /^\/r\/[\w-]+/u, parameters: [] },
  ],
  shortHosts: [],
  goneWords: ['页面不存在', '文章已被删除'],
  closed: null,
}

const day = 86_400_000

const facts: ConnectorFacts = {
  paceMs: 10_000,
  reviewUsuallyEndsMs: day,
  watch: { forMs: 7 * day, everyMs: 6 * 3_600_000 },
}

export const baijiahaoConnector: ConnectorFactory = (target) => ({
  platform: 'baijiahao',
  facts,
  connections: { appKeys: appKeysWay(target), assisted: assistedWay(byHand) },
  // The keys have no end.
  freshness: () => ({ access: 'not_needed', renewable: false, accessExpiresAt: null, reconnectBy: null }),
  refresh: (credentials) => Promise.resolve(credentials),
  check: (session, signal) => checkByHand(byHand, session) ?? checkAccount(target, session.credentials, signal),
  mediaWanted,
  async prepare(_session, input, { uploads }, signal) {
    const state = uploads ?? { version: 1 }
    if (input.package.route !== 'api') return { state: 'ready', uploads: state }
    const upload = () => Promise.resolve()
    const given = { vendor, wanted: mediaWanted(input.package), files: input.media, signal, upload }
    const refusals = await uploadEach(given)
    return refusals.length > 0 ? { state: 'refused', uploads: state, refusals } : { state: 'ready', uploads: state }
  },
  submit({ credentials }, input, _uploads, signal) {
    if (input.package.route !== 'api') return Promise.resolve(handOver(byHand, input, target.clock))
    return submitOnce(target.clock, signal, () => submitArticle({ target, credentials, signal }, input))
  },
  lookUp: ({ credentials }, ref, signal) =>
    isHandedOver(ref) ? lookUpHandedOver(target, byHand, ref, signal) : lookUp({ target, credentials, signal }, ref),
  findLost: ({ credentials }, lost, signal) => findNothing(lost) ?? findLost({ target, credentials, signal }, lost),
  checkAddress: (given, signal) => checkAddress(target, byHand, given, signal),
  retract: ({ credentials }, ref, signal) => retract({ target, credentials, signal }, ref),
  explain,
})
