import type {
  BulkResultDto,
  FoundCreationDto,
  TrashedCreationDto,
  CreationDto,
  VersionDto,
} from '@mozhou/contracts/creations/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import { addWork, sampleResult } from '@mozhou/domain/creations/testing/add-work'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
let person: Awaited<ReturnType<TestApi['signIn']>>
beforeAll(async () => {
  api = await startApi()
  person = await api.signIn('creator')
})
afterAll(() => api.close())

const ask = async <T>(path: string, input: unknown) =>
  (await api.query(path, { input, bearer: person.accessToken })).data as T
const change = (path: string, input: unknown) => api.mutate(path, { input, bearer: person.accessToken })
const newWork = async (title?: string) => {
  const work = await addWork(api.ctx, person.userId, title === undefined ? {} : { title })
  return { creationId: formatId('creation', work.creationId), versionId: formatId('version', work.versionId) }
}

describe('creations over the wire', () => {
  it('are found by their text', async () => {
    const { creationId } = await newWork('江边的风')
    const page = await ask<Page<FoundCreationDto>>('creations.list', { search: '江边 夜跑' })
    expect(page.items.map(({ id }) => id)).toEqual([creationId])
  })

  it('are edited, and a conflict names both versions', async () => {
    const { creationId, versionId } = await newWork()
    const edit = { creationId, baseVersionId: versionId, markdown: '改过的正文' }
    const edited = (await change('creations.update', edit)).data as VersionDto
    expect(edited).toMatchObject({ kind: 'edited', result: { ...sampleResult, body: '改过的正文' } })
    const again = await change('creations.update', { ...edit, markdown: '另一种' })
    expect(again.status).toBe(409)
    expect(again.error).toMatchObject({
      code: 'CREATION_CONFLICT',
      params: { currentVersionId: edited.id, baseVersionId: versionId },
    })
  })

  it('are restored, copied, removed and brought back', async () => {
    const { creationId, versionId } = await newWork()
    const edited = await change('creations.update', { creationId, baseVersionId: versionId, title: '新题' })
    const { id: baseVersionId } = edited.data as VersionDto
    const restored = await change('creations.restore', { creationId, versionId, baseVersionId })
    expect(restored.data).toMatchObject({ kind: 'restored', ordinal: 3 })
    const copied = await change('creations.duplicate', { creationId, requestKey: crypto.randomUUID() })
    expect(copied.data).toMatchObject({ title: '城市夜跑', status: 'succeeded' })
    expect((await change('creations.remove', { creationId })).data).toEqual({ ok: true })
    expect((await ask<CreationDto>('creations.get', { creationId })).deletedAt).not.toBeNull()
    const trash = await ask<Page<TrashedCreationDto>>('creations.trash', {})
    expect(trash.items.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([[creationId, 30]])
    const back = await change('creations.undeleteMany', { creationIds: [creationId] })
    expect(back.data).toEqual({ changedIds: [creationId], refused: [] } satisfies BulkResultDto)
  })

  it.each([
    ['creations.update', { markdown: 'x' }, 'creationId'],
    ['creations.removeMany', { creationIds: [] }, 'creationIds'],
    ['creations.list', { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'to'],
    ['creations.list', { search: '   ' }, 'search'],
    ['creations.duplicate', { requestKey: 'again' }, 'requestKey'],
  ])('%s with %j names the field', async (path, input, field) => {
    const call = { input, bearer: person.accessToken }
    const answer = path === 'creations.list' ? await api.query(path, call) : await api.mutate(path, call)
    expect(answer.status).toBe(400)
    expect(answer.error?.fields?.map((issue) => issue.path)).toContain(field)
  })
})
