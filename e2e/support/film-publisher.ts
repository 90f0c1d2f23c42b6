import { film } from '@mozhou/integrations/files/testing/media-samples'
import type {
  ConnectAccountDto,
  PlatformAccountDto,
  PublicationDetailDto,
  PublishDto,
} from '@mozhou/contracts/publications/answers'
import { bareId } from './ids.ts'
import { addPerson } from './person.ts'
import type { Person } from './person.ts'
import { uploadCover } from './publisher.ts'
import type { Stack } from './stack.ts'

interface Piece {
  id: string
  state: string
}

/** What was remembered of an upload that is under way. */
interface FilmUpload {
  token: string
  fragments: number
  isDone: boolean
}

/** Somebody with own words, an own film and an account at the 快手 that the sandbox plays. */
export interface FilmPublisher {
  /** The sandbox's name of the account. */
  room: string
  publish(filmBytes: number): Promise<string>
  detail(publicationId: string): Promise<PublicationDetailDto>
  upload(publicationId: string): Promise<FilmUpload | null>
  /** All that the platform has of theirs. */
  pieces(): Promise<Piece[]>
}

export async function addFilmPublisher(stack: Stack): Promise<FilmPublisher> {
  const person = await addPerson(stack)
  const { api } = person
  const rooms = `${stack.env['SANDBOX_URL'] ?? ''}/publishing/kuaishou/__ctl/accounts`
  const answer = await fetch(rooms, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reviewMs: 0 }),
  })
  const { id: room } = (await answer.json()) as { id: string }
  const account = await connect(person, room)
  const { id: creationId } = await api.mutate<{ id: string }>('creations.write', {
    title: '河边的早市',
    body: '天没亮，摊子就支起来了。',
    requestKey: crypto.randomUUID(),
  })
  const cover = await uploadCover(person)
  return {
    room,
    async publish(filmBytes) {
      const video = await uploadFilm(person, filmBytes)
      const wish = { creationId, video, pictures: [cover], targets: [{ accountId: account.id }] }
      const requestKey = crypto.randomUUID()
      const { publications } = await api.mutate<PublishDto>('publications.publish', { ...wish, requestKey })
      return publications[0]?.id ?? ''
    },
    detail: (publicationId) => api.query('publications.one', { publicationId }),
    async upload(publicationId) {
      const sql = "SELECT uploads->'film' AS film FROM publications WHERE id = $1"
      const [row] = await stack.database.rows<{ film: FilmUpload | null }>(sql, [bareId('publication', publicationId)])
      return row?.film ?? null
    },
    pieces: async () => ((await (await fetch(`${rooms}/${room}/pieces`)).json()) as { pieces: Piece[] }).pieces,
  }
}

/** Through the platform's page, as its owner who agrees. */
async function connect({ api }: Person, room: string): Promise<PlatformAccountDto> {
  const asked = { platform: 'kuaishou', way: 'oauth' }
  const { authorize } = await api.mutate<ConnectAccountDto>('publications.connect', asked)
  const address = new URL(authorize?.url ?? '')
  address.searchParams.set('who', room)
  const { headers } = await fetch(address, { redirect: 'manual' })
  const back = new URL(headers.get('location') ?? '').searchParams
  return api.mutate('publications.completeConnect', { state: back.get('state'), code: back.get('code') })
}

async function uploadFilm({ api }: Person, dataBytes: number): Promise<string> {
  const response = await fetch(new URL('/api/v1/files', api.eventsUrl('gen_1')), {
    method: 'PUT',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'video/mp4' },
    body: new Uint8Array(film({ dataBytes })),
  })
  if (!response.ok) throw new Error(`the film was not taken: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}
