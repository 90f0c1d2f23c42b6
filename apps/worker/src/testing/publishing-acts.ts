import { Readable } from 'node:stream'
import { parseId } from '@mozhou/contracts/ids'
import { addWork } from '@mozhou/domain/creations/testing/add-work'
import { noisePicture } from '@mozhou/domain/files/testing/file-acts'
import { uploadFile } from '@mozhou/domain/files/upload-file'
import { connectAccount } from '@mozhou/domain/publications/connect-account'
import { getPublicationDetail } from '@mozhou/domain/publications/get-publication'
import { publish } from '@mozhou/domain/publications/publish'
import { watchPublications } from '@mozhou/domain/publications/watch-publications'
import { startPublications } from '@mozhou/workflows/publication-client'
import { expect } from 'vitest'
import type { TestRig } from './test-rig.ts'

export async function post<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

interface Given {
  id: string
  name: string
  appId: string
  appSecret: string
  callbackToken: string
  callbackAesKey: string
}

interface Own {
  userId: string
  publicationId: string
}

/** People with an account of 公众号 in the sandbox: what they do here, and what they do at its console. */
export function publishingActs(rig: TestRig) {
  const platform = `${rig.sandboxUrl}/publishing/wechat-mp`
  const room = `${platform}/__ctl/accounts`

  async function account(settings: Record<string, unknown> = {}, more: { isTold?: boolean } = {}) {
    const userId = await rig.addUser()
    const given = await post<Given>(room, { reviewMs: 0, ...settings })
    const { name, appId, appSecret, callbackToken, callbackAesKey } = given
    const by = { requestId: 'test', isByApiKey: false }
    const asked = { userId, by, platform: 'wechat_official', way: 'keys', webOrigin: 'http://web.test' } as const
    const keys = { name, appId, appSecret, ...(more.isTold && { callbackToken, callbackAesKey }) }
    const connected = await connectAccount(rig.ctx, { ...asked, keys })
    const accountId = parseId('platformAccount', connected.account?.id ?? '') ?? ''
    const picture = await noisePicture(900)
    const cover = await uploadFile(rig.ctx, {
      userId,
      bytes: Readable.from([picture]),
      saidBytes: picture.byteLength,
      requestKey: null,
      name: '封面.png',
    })
    const control = <T>(act: string, body: unknown) => post<T>(`${room}/${given.id}/${act}`, body)
    const drafts = async () => {
      const tokenKeys = { grant_type: 'client_credential', appid: appId, secret: appSecret }
      const { access_token: token } = await post<{ access_token: string }>(
        `${platform}/cgi-bin/stable_token`,
        tokenKeys,
      )
      const listed = `${platform}/cgi-bin/draft/batchget?access_token=${token}`
      return (await post<{ item: { media_id: string }[] }>(listed, { offset: 0, count: 20, no_content: 1 })).item
    }
    const publishThere = (draft: string) => control<{ id: string }>('publish-draft', { draft })
    return { userId, accountId, cover, control, drafts, publishThere, given }
  }

  async function begin(
    own: Awaited<ReturnType<typeof account>>,
    { scheduledAt, title }: { scheduledAt?: string; title?: string } = {},
  ) {
    const { userId, accountId, cover } = own
    const { creationId } = await addWork(rig.ctx, userId, title === undefined ? {} : { title })
    const { started } = await publish(rig.ctx, {
      userId,
      creationId,
      targets: [{ accountId, ...(title !== undefined && { edits: { title } }) }],
      pictures: [cover],
      cover,
      onRefusal: 'stop',
      requestKey: rig.ctx.newId(),
      ...(scheduledAt !== undefined && { scheduledAt }),
    })
    await startPublications(rig.temporal.client.workflow, started)
    const [first] = started
    if (!first) throw new Error('nothing was started')
    return first
  }

  const detailOf = ({ userId, publicationId }: Own) => getPublicationDetail(rig.ctx, { userId, publicationId })
  const until = (own: Own, status: string) =>
    expect.poll(async () => (await detailOf(own)).status, { timeout: 30_000 }).toBe(status)

  /** The next look of the sweep, as if its time had come. */
  async function look({ publicationId }: Own): Promise<void> {
    await rig.ctx.prisma.publication.updateMany({
      where: { id: publicationId, nextLookAt: { not: null } },
      data: { nextLookAt: new Date(Date.now() - 1_000) },
    })
    await watchPublications(rig.ctx)
  }

  return { account, begin, detailOf, until, look }
}
