import { expect, it } from 'vitest'
import { inChunks } from './in-chunks.ts'

it('names every work once, at most a hundred in a request, and puts the answers together', async () => {
  const ids = Array.from({ length: 205 }, (_, index) => `work-${index}`)
  const asked: string[][] = []
  const answer = await inChunks(ids, async (creationIds) => {
    asked.push(creationIds)
    const [first = '', ...others] = creationIds
    return { changedIds: others, refused: [{ creationId: first, code: 'CREATION_BUSY' }] }
  })
  expect(asked.map(({ length }) => length)).toEqual([100, 100, 5])
  expect(asked.flat()).toEqual(ids)
  expect(answer.changedIds).toHaveLength(202)
  expect(answer.refused.map(({ creationId }) => creationId)).toEqual(['work-0', 'work-100', 'work-200'])
})
