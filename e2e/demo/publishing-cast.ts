import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import type {
  ConnectAccountDto,
  PlatformAccountDto,
  PublicationDetailDto,
} from '@mozhou/contracts/publications/answers'
import sharp from 'sharp'
import { createApi } from '../support/api-client.ts'
import type { ApiUser } from '../support/api-client.ts'
import type { RunningStack } from '../support/env.ts'
import { registerVerified } from '../support/mailbox.ts'
import { must } from './narrate.ts'

/** Platforms that the sandbox plays, by its names of them. */
const rooms = { wechat_official: 'wechat-mp', baijiahao: 'baijiahao', douyin: 'douyin' } as const
export type Played = keyof typeof rooms

export interface Piece {
  id: string
  title: string
  state: string
}

/** An account at a played platform, seen from both sides. */
export interface PlayedAccount {
  /** The sandbox's number of it, by which faults are aimed. */
  room: string
  account: PlatformAccountDto
  pieces(): Promise<Piece[]>
  act(piece: string, act: 'approve' | 'reject'): Promise<void>
}

export interface Author {
  user: ApiUser
  one(publicationId: string): Promise<PublicationDetailDto>
  connect(platform: Played, settings: Record<string, unknown>): Promise<PlayedAccount>
  /** The account of a platform that has no interface: a name. */
  connectByHand(platform: string, name: string): Promise<PlatformAccountDto>
  /** Somebody posts by hand. @returns the address of the page */
  postByHand(site: string, title: string): Promise<string>
}

/** Somebody new, on the running stack. */
export async function addAuthor({ apiUrl, sandboxUrl }: RunningStack): Promise<Author> {
  const username = `demo-${crypto.randomUUID().slice(0, 8)}`
  const api = createApi(apiUrl)
  const account = { username, email: `${username}@example.com`, password: crypto.randomUUID() }
  const { accessToken } = await registerVerified(api, sandboxUrl, account)
  const user = api.as(accessToken)
  const played = async <T>(path: string, body?: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json' }
    const sent = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(`${sandboxUrl}/publishing/${path}`, sent)
    must(response.ok, `the sandbox answers ${response.status} at /publishing/${path}`)
    return (await response.json()) as T
  }
  return {
    user,
    one: (publicationId) => user.query('publications.one', { publicationId }),
    async connect(platform, settings) {
      const control = `${rooms[platform]}/__ctl/accounts`
      const given = await played<Record<string, string>>(control, settings)
      const room = given['id'] ?? ''
      return {
        room,
        account: await (platform === 'douyin' ? agree(user, room) : bindKeys(user, platform, given)),
        pieces: async () => (await played<{ pieces: Piece[] }>(`${control}/${room}/pieces`)).pieces,
        act: async (piece, act) => void (await played(`${control}/${room}/act`, { piece, act })),
      }
    },
    async connectByHand(platform, name) {
      const { account: made } = await user.mutate<ConnectAccountDto>('publications.connect', {
        platform,
        way: 'assisted',
        name,
      })
      must(made !== null, `an account of ${platform} was not added`)
      return made
    },
    postByHand: async (site, title) =>
      (await played<{ address: string }>('console/__ctl/shelf', { site, title, body: '天没亮，摊子就支起来了。' }))
        .address,
  }
}

async function bindKeys(user: ApiUser, platform: Played, given: Record<string, string>): Promise<PlatformAccountDto> {
  const names = platform === 'baijiahao' ? ['name', 'appId', 'appToken'] : ['name', 'appId', 'appSecret']
  const keys = Object.fromEntries(names.map((name) => [name, given[name] ?? '']))
  const { account } = await user.mutate<ConnectAccountDto>('publications.connect', { platform, way: 'keys', keys })
  must(account !== null, `the keys of ${platform} were not taken`)
  return account
}

/** The platform's page for permission, with its owner's yes. */
async function agree(user: ApiUser, room: string): Promise<PlatformAccountDto> {
  const { authorize } = await user.mutate<ConnectAccountDto>('publications.connect', {
    platform: 'douyin',
    way: 'oauth',
  })
  must(authorize !== null, 'there is no page to give permission at')
  const page = new URL(authorize.url)
  page.searchParams.set('who', room)
  const back = (await fetch(page, { redirect: 'manual' })).headers.get('location') ?? ''
  must(URL.canParse(back), 'the platform did not send its owner back')
  const { searchParams } = new URL(back)
  return user.mutate('publications.completeConnect', {
    state: searchParams.get('state') ?? '',
    code: searchParams.get('code') ?? '',
  })
}

/** An article that no model was asked about, and a picture that goes along. */
export async function writeOwnArticle(
  { apiUrl }: RunningStack,
  user: ApiUser,
  title: string,
): Promise<{ creationId: string; cover: string }> {
  const { id: creationId } = await user.mutate<CreationRowDto>('creations.write', {
    title,
    body: '天没亮，摊子就支起来了。河面上有雾，卖藕的老人把秤擦了又擦。\n\n六点一过，桥上就走不动了。',
    tags: ['早市', '江南'],
    requestKey: crypto.randomUUID(),
  })
  const create = { width: 1_080, height: 1_440, channels: 3 as const, background: '#7a8b99' }
  const response = await fetch(`${apiUrl}/api/v1/files`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${user.token}`, 'content-type': 'image/png' },
    body: new Uint8Array(await sharp({ create }).png().toBuffer()),
  })
  must(response.ok, `the picture was not taken: ${response.status}`)
  return { creationId, cover: ((await response.json()) as { id: string }).id }
}
