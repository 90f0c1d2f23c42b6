import { appAddress } from '@mozhou/platforms/app-schemes'
import { freshnessOf } from '../../account-access.ts'
import { assistedWay, checkByHand, lookUpHandedOver } from '../../assisted/assisted-parts.ts'
import { checkAddress } from '../../assisted/check-address.ts'
import { steps, type AssistedPlatform } from '../../assisted/editor.ts'
import { findNothing, handOver, isHandedOver } from '../../assisted/hand-over.ts'
import type { AccountSession } from '../../account-port.ts'
import type { UploadState } from '../../media-port.ts'
import type { ConnectorFactory, ConnectorFacts, PlatformRef } from '../../port.ts'
import { submitOnce } from '../../submit-once.ts'
import { uploadEach } from '../../upload-each.ts'
import { checkAccount, oauthWay, refreshTokens } from './account.ts'
import { accessTo } from './client.ts'
import { explain, vendor } from './errors.ts'
import { findLost, lookUpItem, submitDirect } from './publish.ts'
import { createAppTickets, lookUpShare, submitShare } from './share.ts'
import { mediaWanted, prepare, readUploads } from './upload.ts'
import { webhooks } from './webhook.ts'

const open = steps.open('抖音创作者中心', 'Douyin’s creator page')
const page = 'https://creator.douyin.com/creator-micro/content/upload'

const byHand: AssistedPlatform = {
  platform: 'douyin',
  editors: {
    video: {
      fields: ['title', 'caption'],
      url: page,
      phoneUrl: appAddress('douyin'),
      steps: [open, steps.video, steps.copy],
    },
    image_text: {
      fields: ['title', 'caption'],
      url: `${page}?default-tab=3`,
      phoneUrl: appAddress('douyin'),
      steps: [open, steps.pictures, steps.copy],
    },
  },
  pieces: [
    { path: /^\/(?:video|note)\/\d{15,20}\/?(?:\?|$)/u, parameters: [] },
    { path: /^\/share\/(?:video|note)\/\d{15,20}\/?(?:\?|$)/u, parameters: [] },
  ],
  shortHosts: ['v.douyin.com'],
  goneWords: [],
  closed: 'shown_by_a_script',
}

const day = 86_400_000

const facts: ConnectorFacts = {
  paceMs: 10_000,
  reviewUsuallyEndsMs: 6 * 3_600_000,
  watch: { forMs: 7 * day, everyMs: 6 * 3_600_000 },
}

const marginMs = 3_600_000

/** Whether the account has allowed us to read what is posted. */
const mayRead = ({ credentials }: AccountSession, { names }: PlatformRef): boolean =>
  names.itemId !== undefined && credentials.way === 'oauth' && credentials.scopes.includes('video.data.bind')

export const douyinConnector: ConnectorFactory = (target) => {
  const tickets = createAppTickets(target)
  const looking = (session: AccountSession, signal: AbortSignal) => ({ target, access: accessTo(session), signal })
  return {
    platform: 'douyin',
    facts,
    connections: { ...(target.app !== null && { oauth: oauthWay(target) }), assisted: assistedWay(byHand) },
    freshness: (credentials, now) => freshnessOf(credentials, now, marginMs),
    refresh: (credentials, signal) => refreshTokens(target, credentials, signal),
    check: (session, signal) => checkByHand(byHand, session) ?? checkAccount(target, session, signal),
    mediaWanted,
    async prepare(session, input, { uploads, save }, signal) {
      const { route } = input.package
      if (route === 'api') return prepare({ ...looking(session, signal), input, save }, uploads)
      const state: UploadState = uploads ?? { version: 1 }
      if (route !== 'handoff') return { state: 'ready', uploads: state }
      const upload = () => Promise.resolve()
      const given = { vendor, wanted: mediaWanted(input.package), files: input.media, signal, upload }
      const refusals = await uploadEach(given)
      return refusals.length > 0 ? { state: 'refused', uploads: state, refusals } : { state: 'ready', uploads: state }
    },
    submit(session, input, uploads, signal) {
      const { route } = input.package
      if (route !== 'api' && route !== 'handoff') return Promise.resolve(handOver(byHand, input, target.clock))
      return submitOnce(target.clock, signal, () =>
        route === 'api'
          ? submitDirect(looking(session, signal), input, readUploads(uploads))
          : submitShare(target, tickets, input, signal),
      )
    },
    lookUp(session, ref, signal) {
      if (isHandedOver(ref)) return lookUpHandedOver(target, byHand, ref, signal)
      const isDirect = mayRead(session, ref) || ref.names.shareId === undefined
      return isDirect ? lookUpItem(looking(session, signal), ref) : lookUpShare(target, tickets, ref, signal)
    },
    findLost: (session, lost, signal) => findNothing(lost) ?? findLost(looking(session, signal), lost),
    checkAddress: (given, signal) => checkAddress(target, byHand, given, signal),
    webhooks: webhooks(target),
    explain,
  }
}
