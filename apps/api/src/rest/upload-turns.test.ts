import { expect, it } from 'vitest'
import { createUploadTurns } from './upload-turns.ts'

it('takes a hundred files that one person sends at once, three at a time', async () => {
  const inTurn = createUploadTurns()
  let running = 0
  let most = 0
  const take = async (index: number) => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    return index
  }
  const all = Array.from({ length: 100 }, (_, index) => index)
  expect(await Promise.all(all.map((index) => inTurn('anna', () => take(index))))).toEqual(all)
  expect(most).toBe(3)
})

it('refuses what no person sends', async () => {
  const inTurn = createUploadTurns()
  const answers = Array.from({ length: 204 }, () => inTurn('anna', () => Promise.resolve('taken')))
  const settled = await Promise.allSettled(answers)
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(203)
  expect(settled.at(-1)).toMatchObject({ reason: { code: 'FILES_BUSY' } })
})
