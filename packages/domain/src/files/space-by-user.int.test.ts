import { formatId, parseId } from '@mozhou/contracts/ids'
import { docx } from '@mozhou/integrations/files/testing/hostile'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { beginUpload } from './begin-upload.ts'
import { removeFiles } from './remove-files.ts'
import { spaceByUser, storageTotals } from './space-by-user.ts'
import { fileActs, noisePicture } from './testing/file-acts.ts'

let domain: TestDomain
let ids: string[]
let acts: ReturnType<typeof fileActs>
const document = docx()
beforeAll(async () => {
  domain = await createTestDomain()
  acts = fileActs(domain.ctx)
  ids = await Promise.all(
    ['small', 'large', 'waiting', 'nothing', 'middle'].map(
      async (username) => parseId('user', (await domain.signUp({ username })).user.id) ?? '',
    ),
  )
  const [small = '', large = '', waiting = '', , middle = ''] = ids
  await acts.upload(small, document)
  await acts.upload(large, await noisePicture(400))
  const trashed = await acts.upload(large, document)
  await removeFiles(domain.ctx, { userId: large, fileIds: [trashed] })
  await acts.upload(middle, await noisePicture(100))
  await beginUpload(domain.ctx, { userId: waiting, bytes: 5_000, requestKey: null })
})
afterAll(() => domain.close())

it('lists people by what they take, the most first, page by page', async () => {
  const listed: string[] = []
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof spaceByUser>> = await spaceByUser(domain.ctx, { limit: 1, cursor })
    listed.push(...page.items.map(({ user }) => user.username))
    cursor = page.nextCursor
    if (cursor === null) break
  }
  expect(listed).toEqual(['large', 'middle', 'small', 'waiting'])
})

it('tells of each what is used, in the trash and held, and finds one by name or id', async () => {
  const [small = '', large = ''] = ids
  const [row] = (await spaceByUser(domain.ctx, { limit: 10, search: 'larg' })).items
  const trashed = await domain.ctx.prisma.file.findFirstOrThrow({ where: { userId: large, deletedAt: { not: null } } })
  expect(row).toEqual({
    user: { id: formatId('user', large), username: 'large' },
    usedBytes: (await acts.space(large)).counted,
    heldBytes: 0,
    limitBytes: 2_000_000_000,
    files: 2,
    trashBytes: Number(trashed.spaceBytes),
  })
  const byId = await spaceByUser(domain.ctx, { limit: 10, search: formatId('user', small) })
  expect(byId.items.map(({ user }) => user.username)).toEqual(['small'])
  expect((await spaceByUser(domain.ctx, { limit: 10, search: 'nobody' })).items).toEqual([])
  await expect(spaceByUser(domain.ctx, { limit: 10, cursor: 'bm90aGluZw' })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    params: { field: 'cursor' },
  })
})

it('counts the same bytes once in the store', async () => {
  const totals = await storageTotals(domain.ctx)
  const blobs = await domain.ctx.prisma.fileBlob.findMany({ select: { bytes: true } })
  expect(totals).toMatchObject({ people: 3, blobs: blobs.length })
  expect(totals.storedBytes).toBe(blobs.reduce((sum, { bytes }) => sum + bytes, 0))
  // Two people have the same document.
  expect(totals.usedBytes).toBe(totals.storedBytes + document.length)
})
