import type { FailureKind } from '@mozhou/contracts/failures'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import { VendorError } from '@mozhou/contracts/vendor-error'
import type { AccountSession, Credentials } from '@mozhou/integrations/publishing/account-port'
import type { Evidence } from '@mozhou/integrations/publishing/evidence-port'
import type {
  PlatformRef,
  PublishingConnector,
  PublishInput,
  Standing,
  Submission,
} from '@mozhou/integrations/publishing/port'
import { checkPlayedAddress } from './played-pages.ts'
import type { PlayedPages } from './played-pages.ts'

export interface Post {
  id: string
  key: string
  title: string
  state: Standing['state']
  /** Who took it away; left out: the platform. */
  removedBy?: Standing['actor']
}

/** A platform whose moods a test decides. The connectors have tests of their own; this one counts what reached it. */
export interface PlayedPlatform extends PublishingConnector, PlayedPages {
  /** Everything that is there, whoever put it there. */
  posts: Post[]
  /** Keys of publications, as often as each was asked to be published. */
  asked: string[]
  uploaded: string[]
  /** The token that it takes now; anything else has lapsed. */
  token: number
  renewals: number
  /** What the next submissions come to, in their order; `ok` when there is nothing. */
  moods: Mood[]
  /** What becomes of one that was accepted. */
  outcome: Extract<Standing['state'], 'published' | 'in_review' | 'rejected'>
  /** Refused with the next uploads. */
  refusedMedia: Set<string>
  /** Its list shows what was posted; off, nobody can find what was lost. */
  hasList: boolean
  /** Drafts that have left the box, by the keys of their publications. */
  goneDrafts: Set<string>
  /** A refresh is refused: the person has to allow it anew. */
  isRevoked: boolean
  /** Called in the middle of things, for tests to wait or to fail there. */
  at: (place: 'prepare' | 'upload' | 'submit' | 'answer' | 'refresh') => Promise<void> | void
}

/** `answer_lost`: it is posted, and the answer never comes. `call_lost`: it never arrives. `killed`: like `answer_lost`, and the worker dies. */
export type Mood = 'ok' | 'answer_lost' | 'call_lost' | 'killed' | 'handed_over' | FailureKind

export class Killed extends Error {}

const day = 86_400_000
const words = (kind: string) => ({ zh: `平台说：${kind}`, en: `The platform says: ${kind}` })

export function createPlayedPlatform(platform: PlatformKey, clock: { now(): Date }): PlayedPlatform {
  const now = () => clock.now().toISOString()
  const evidence = (source: string, by: Evidence['by'] = 'platform'): Evidence => ({
    at: now(),
    source,
    by,
    httpStatus: 200,
    vendorCode: null,
    requestId: null,
    answerHash: 'a'.repeat(64),
  })
  const failed = (kind: FailureKind) => new VendorError(kind, { vendor: platform, vendorCode: `code-${kind}` })
  const refOf = ({ id }: Post): PlatformRef => ({ id, names: {} })
  const actorOf = ({ state, removedBy = 'platform' }: Post) =>
    state === 'removed' || state === 'rejected' ? removedBy : null
  const standingOf = (post: Post): Standing => ({
    state: post.state,
    ref: refOf(post),
    url: post.state === 'published' ? `https://example.com/${post.id}` : null,
    actor: actorOf(post),
    reason: post.state === 'rejected' ? { zh: '标题夸张', en: 'exaggerated title' } : null,
    askAgainMs: post.state === 'in_review' ? 5_000 : null,
    evidence: evidence('status'),
  })
  const post = (input: PublishInput): Post => {
    const made: Post = {
      id: `p${played.posts.length + 1}-${input.key}`,
      key: input.key,
      title: input.package.title,
      state: played.outcome,
    }
    played.posts.push(made)
    return made
  }
  const handedOver = (key: string): Submission => ({
    outcome: 'awaiting_user',
    ref: { id: `h-${key}`, names: {} },
    handoff: {
      kind: 'draft_box',
      url: 'https://example.com/drafts',
      phoneUrl: null,
      expiresAt: null,
      fields: [],
      mediaIds: [],
      steps: [words('publish')],
    },
    capability: null,
    evidence: evidence('draft'),
  })
  /** Takes the token, renewing it once where it has lapsed. */
  const enter = async (session: AccountSession, signal: AbortSignal) => {
    const tokenOf = (credentials: Credentials) =>
      credentials.way === 'oauth' ? Number(credentials.access.value) : played.token
    if (tokenOf(session.credentials) === played.token) return
    const renewed = await session.renew(session.credentials, signal)
    if (tokenOf(renewed) !== played.token) throw failed('account_disconnected')
  }
  const played: PlayedPlatform = {
    platform,
    posts: [],
    asked: [],
    uploaded: [],
    token: 1,
    renewals: 0,
    moods: [],
    outcome: 'published',
    refusedMedia: new Set(),
    hasList: true,
    isRevoked: false,
    gonePages: new Map(),
    arePagesClosed: false,
    goneDrafts: new Set(),
    at: () => {},
    facts: { paceMs: 0, reviewUsuallyEndsMs: 60_000, watch: { forMs: 7 * day, everyMs: 6 * 3_600_000 } },
    connections: {
      oauth: {
        authorizeUrl: ({ redirectUrl, state }) =>
          `https://example.com/allow?${new URLSearchParams({ redirectUrl, state }).toString()}`,
        exchange: ({ code }) => {
          if (code === 'used') return Promise.reject(failed('invalid_request'))
          return Promise.resolve(connectedAs(`open-${code}`))
        },
      },
      appKeys: {
        fields: [
          { name: 'appId', label: words('appId'), hint: words('appId'), isSecret: false, isRequired: true },
          { name: 'appSecret', label: words('appSecret'), hint: words('appSecret'), isSecret: true, isRequired: true },
        ],
        steps: [],
        connect: ({ appId = '', appSecret }) =>
          appSecret === 'wrong' ? Promise.reject(failed('invalid_request')) : Promise.resolve(connectedAs(appId)),
      },
      assisted: {
        connect: ({ name, profileUrl }) =>
          profileUrl !== null && !profileUrl.startsWith('https://example.com/')
            ? null
            : {
                credentials: { way: 'assisted', name, url: profileUrl },
                profile: { externalId: null, name, avatarUrl: null, url: profileUrl },
                capabilities: capabilities('assisted'),
              },
      },
    },
    freshness: () => ({ access: 'fresh', renewable: true, accessExpiresAt: null, reconnectBy: null }),
    async refresh(credentials) {
      await played.at('refresh')
      played.renewals += 1
      if (played.isRevoked) throw failed('account_disconnected')
      if (credentials.way !== 'oauth') return credentials
      return { ...credentials, access: { ...credentials.access, value: String(played.token) } }
    },
    async check(session, signal) {
      await enter(session, signal)
      return { ...connectedAs('checked'), credentials: session.credentials }
    },
    mediaWanted: (pkg) =>
      pkg.media.map(({ id }) => ({
        id,
        roles: ['body'],
        mimeTypes: ['image/jpeg', 'image/png'],
        maxBytes: 1_000_000,
        needsPublicUrl: false,
      })),
    async prepare(session, input, { uploads, save }, signal) {
      await played.at('prepare')
      let done = idsOf(uploads)
      for (const { id } of input.media) {
        if (done.includes(id)) continue
        await enter(session, signal)
        if (played.refusedMedia.has(id))
          return {
            state: 'refused',
            uploads: { version: 1, done },
            refusals: [{ error: failed('content_rejected'), mediaId: id, evidence: evidence('upload') }],
          }
        played.uploaded.push(id)
        done = [...done, id]
        await save({ version: 1, done })
        await played.at('upload')
      }
      return { state: 'ready', uploads: { version: 1, done } }
    },
    async submit(session, input, _uploads, signal) {
      await played.at('submit')
      const mood = played.moods.shift() ?? 'ok'
      played.asked.push(input.key)
      const sentAfter = now()
      const lost = () => ({
        outcome: 'outcome_unknown' as const,
        error: failed('outcome_unknown'),
        sentAfter,
        sentBefore: now(),
      })
      if (mood === 'call_lost') return lost()
      try {
        await enter(session, signal)
      } catch (cause) {
        if (!(cause instanceof VendorError)) throw cause
        return { outcome: 'refused', refusal: { error: cause, mediaId: null, evidence: null } }
      }
      if (mood === 'ok') {
        const made = post(input)
        await played.at('answer')
        return { outcome: 'accepted', ref: refOf(made), standing: standingOf(made) }
      }
      if (mood === 'handed_over') return handedOver(input.key)
      if (mood !== 'answer_lost' && mood !== 'killed') {
        const refusal = { error: failed(mood), mediaId: null, evidence: evidence('submit') }
        return { outcome: 'refused', refusal }
      }
      post(input)
      if (mood === 'killed') throw new Killed()
      return lost()
    },
    async lookUp(session, ref, signal) {
      await enter(session, signal)
      const found = played.posts.find(({ id }) => id === ref.id)
      if (found) return standingOf(found)
      const isDraft = ref.id.startsWith('h-') && !played.goneDrafts.has(ref.id.slice(2))
      const state = isDraft ? ('awaiting_user' as const) : ('absent' as const)
      return { state, ref, url: null, actor: null, reason: null, askAgainMs: 60_000, evidence: evidence('status') }
    },
    async findLost(_session, { input, knownIds }) {
      if (!played.hasList) return { found: 'unsure', evidence: null }
      const found = played.posts.find(({ key, id }) => key === input.key && !knownIds.includes(id))
      if (!found) return { found: 'none', evidence: evidence('list') }
      return { found: 'one', standing: standingOf(found) }
    },
    checkAddress: async (given) => checkPlayedAddress(played, given, evidence),
    webhooks: {
      scope: 'app',
      read({ body, headers }) {
        const reply = { status: 200, contentType: 'text/plain', body: 'success' }
        if (headers['signature'] !== 'good')
          return { ok: false, reason: 'signature', reply: { ...reply, status: 401, body: 'no' } }
        const id = new TextDecoder().decode(body)
        const found = played.posts.find((one) => one.id === id)
        return { ok: true, id, facts: found ? [{ accountExternalId: null, standing: standingOf(found) }] : [], reply }
      },
    },
    async retract(session, ref, signal) {
      await enter(session, signal)
      const found = played.posts.find(({ id }) => id === ref.id)
      if (found) found.state = 'removed'
      return { state: found ? 'removed' : 'absent', evidence: evidence('delete') }
    },
    explain: (error) => ({ field: null, words: words(error.kind) }),
  }
  const capabilities = (route: 'api' | 'assisted') =>
    (['article', 'image_text', 'video'] as const).map((contentType) => ({
      contentType,
      route,
      otherRoutes: [],
      reason: null,
      declarable: true,
    }))
  const connectedAs = (externalId: string) => {
    const expiresAt = new Date(clock.now().getTime() + day).toISOString()
    const token = { value: String(played.token), expiresAt }
    return {
      credentials: { way: 'oauth' as const, openId: externalId, access: token, refresh: token, scopes: [] },
      profile: { externalId, name: `账号 ${externalId}`, avatarUrl: null, url: null },
      capabilities: capabilities('api'),
    }
  }
  return played
}

function idsOf(uploads: Readonly<Record<string, unknown>> | null): string[] {
  const done = uploads?.['done']
  return Array.isArray(done) ? done.filter((id) => typeof id === 'string') : []
}
