import type { ConnectAccountDto, PublicationDetailDto, PublishDto } from '@mozhou/contracts/publications/answers'
import sharp from 'sharp'
import { addPerson } from './person.ts'
import type { Person } from './person.ts'
import type { Stack } from './stack.ts'
import { until } from './until.ts'

interface Draft {
  media_id: string
}

/** Somebody with a finished work, a cover, and an account at the 公众号 that the sandbox plays. */
export interface Publisher {
  person: Person
  /** The sandbox's name of the account. */
  room: string
  publish(scheduledAt?: string): Promise<string>
  detail(publicationId: string): Promise<PublicationDetailDto>
  /** All drafts that the platform has of theirs, by its own interface. */
  drafts(): Promise<Draft[]>
}

interface Given {
  id: string
  name: string
  appId: string
  appSecret: string
}

export async function addPublisher(stack: Stack): Promise<Publisher> {
  const person = await addPerson(stack)
  const { api } = person
  const rooms = `${stack.env['SANDBOX_URL'] ?? ''}/publishing/wechat-mp/__ctl/accounts`
  const ask = async <T>(path: string, body: object): Promise<T> => {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${stack.env['SANDBOX_URL'] ?? ''}/publishing/wechat-mp/cgi-bin/${path}`, sent)
    return (await response.json()) as T
  }
  const answer = await fetch(rooms, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reviewMs: 0 }),
  })
  const { id: room, name, appId, appSecret } = (await answer.json()) as Given
  const { account } = await api.mutate<ConnectAccountDto>('publications.connect', {
    platform: 'wechat_official',
    way: 'keys',
    keys: { name, appId, appSecret },
  })
  const { creationId } = await api.generate()
  await until('the work is written', async () => (await api.creation(creationId)).status === 'succeeded', 60_000)
  const cover = await uploadCover(person)
  return {
    person,
    room,
    async publish(scheduledAt) {
      const { publications } = await api.mutate<PublishDto>('publications.publish', {
        creationId,
        targets: [{ accountId: account?.id }],
        pictures: [cover],
        cover,
        requestKey: crypto.randomUUID(),
        ...(scheduledAt !== undefined && { scheduledAt }),
      })
      return publications[0]?.id ?? ''
    },
    detail: (publicationId) => api.query('publications.one', { publicationId }),
    async drafts() {
      // One that is good is given again: nobody's token lapses for this.
      const drawn = await ask<{ access_token: string }>('stable_token', {
        grant_type: 'client_credential',
        appid: appId,
        secret: appSecret,
      })
      const path = `draft/batchget?access_token=${drawn.access_token}`
      return (await ask<{ item: Draft[] }>(path, { offset: 0, count: 20, no_content: 1 })).item
    },
  }
}

/** A grey picture, as big as covers are. */
export async function uploadCover({ api }: Person): Promise<string> {
  const picture = await sharp({ create: { width: 900, height: 675, channels: 3, background: '#7a8b99' } })
    .png()
    .toBuffer()
  const response = await fetch(new URL('/api/v1/files', api.eventsUrl('gen_1')), {
    method: 'PUT',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'image/png' },
    body: new Uint8Array(picture),
  })
  if (!response.ok) throw new Error(`the cover was not taken: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}
