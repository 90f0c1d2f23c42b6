import { appAddress } from '@mozhou/platforms/app-schemes'
import { freshnessOf } from '../../account-access.ts'
import { assistedWay, checkByHand, lookUpHandedOver } from '../../assisted/assisted-parts.ts'
import { checkAddress } from '../../assisted/check-address.ts'
import { steps, type AssistedPlatform } from '../../assisted/editor.ts'
import { findNothing, handOver, isHandedOver } from '../../assisted/hand-over.ts'
import type { ConnectorFactory, ConnectorFacts } from '../../port.ts'
import { submitOnce } from '../../submit-once.ts'
import { checkAccount, oauthWay, refreshTokens } from './account.ts'
import { accessTo } from './client.ts'
import { explain } from './errors.ts'
import { findLost, lookUp, retract, submitFilm } from './publish.ts'
import { mediaWanted, prepare, readUploads } from './upload.ts'

const open = steps.open('快手创作者平台', 'Kuaishou’s creator page')
const page = 'https://cp.kuaishou.com/article/publish/video'

const byHand: AssistedPlatform = {
  platform: 'kuaishou',
  editors: {
    video: { fields: ['caption'], url: page, phoneUrl: appAddress('kuaishou'), steps: [open, steps.video, steps.copy] },
    image_text: {
      fields: ['caption'],
      url: page,
      phoneUrl: appAddress('kuaishou'),
      steps: [open, { zh: '切到“图文”', en: 'Choose “picture set”' }, steps.pictures, steps.copy],
    },
  },
  pieces: [
    { path: /^\/short-video\/[\w-]{8,}/u, parameters: [] },
    { path: /^\/fw\/(?:photo|long-video)\/[\w-]{8,}/u, parameters: [] },
  ],
  shortHosts: ['v.kuaishou.com'],
  goneWords: ['作品已失效', '该作品已被删除'],
  closed: null,
}

const day = 86_400_000

const facts: ConnectorFacts = {
  paceMs: 10_000,
  reviewUsuallyEndsMs: 6 * 3_600_000,
  watch: { forMs: 7 * day, everyMs: 6 * 3_600_000 },
}

const marginMs = 3_600_000

export const kuaishouConnector: ConnectorFactory = (target) => ({
  platform: 'kuaishou',
  facts,
  connections: { ...(target.app !== null && { oauth: oauthWay(target) }), assisted: assistedWay(byHand) },
  freshness: (credentials, now) => freshnessOf(credentials, now, marginMs),
  refresh: (credentials, signal) => refreshTokens(target, credentials, signal),
  check: (session, signal) => checkByHand(byHand, session) ?? checkAccount(target, session, signal),
  mediaWanted,
  async prepare(session, input, { uploads, save }, signal) {
    if (input.package.route !== 'api') return { state: 'ready', uploads: uploads ?? { version: 1 } }
    return prepare({ target, access: accessTo(session), input, save, signal }, uploads)
  },
  submit(session, input, uploads, signal) {
    if (input.package.route !== 'api') return Promise.resolve(handOver(byHand, input, target.clock))
    const looking = { target, access: accessTo(session), signal }
    return submitOnce(target.clock, signal, () => submitFilm(looking, input, readUploads(uploads)))
  },
  lookUp: (session, ref, signal) =>
    isHandedOver(ref)
      ? lookUpHandedOver(target, byHand, ref, signal)
      : lookUp({ target, access: accessTo(session), signal }, ref),
  findLost: (session, lost, signal) =>
    findNothing(lost) ?? findLost({ target, access: accessTo(session), signal }, lost),
  checkAddress: (given, signal) => checkAddress(target, byHand, given, signal),
  retract: (session, ref, signal) => retract({ target, access: accessTo(session), signal }, ref),
  explain,
})
