import type { ImageRunDto } from '@mozhou/contracts/images/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { imageForm, imageRun, pictureOf } from '../testing/image-work.ts'
import { RunProgress } from './run-progress.tsx'

afterEach(cleanup)

const show = (run: ImageRunDto | null, pictures = 3) =>
  showInApp(() => (
    <RunProgress
      generationId="gen_1"
      run={run}
      started={{
        creationId: 'cre_1',
        generationId: 'gen_1',
        outcome: 'accepted',
        priceCredits: 30,
        coveredBy: 'credits',
        startedAt: Date.now(),
        tiles: { count: pictures, shape: 0.75 },
      }}
      isReconnecting={false}
    />
  ))

it('has a place for every picture before anything is known of it', async () => {
  await show(null)
  expect(screen.getAllByText('等待中')).toHaveLength(3)
  expect(screen.getByRole('button', { name: '停止' })).toBeTruthy()
})

it('has places of the shape that is asked for, from the press on', async () => {
  const shapes = () =>
    screen.getAllByRole('listitem').flatMap((tile) => {
      const [space] = tile.querySelectorAll<HTMLElement>(':scope > [style]')
      return space ? Number.parseFloat(space.style.aspectRatio) : []
    })
  await show(null)
  expect(shapes()).toEqual([0.75, 0.75, 0.75])
  cleanup()
  const pictures: ImageRunDto['pictures'] = [{ place: 1, state: 'making', picture: null, failure: null }]
  await show(imageRun({ step: 'pictures', form: imageForm({ size: 'wechat-cover' }), pictures }))
  expect(shapes().at(-1)).toBe(2.35)
  cleanup()
  await show(imageRun({ step: 'pictures', form: imageForm({ size: null, source: pictureOf(1) }), pictures }))
  expect(shapes().at(-1)).toBeCloseTo(4 / 3)
})

it('shows each picture as it comes, and why one does not', async () => {
  await show(
    imageRun({
      step: 'pictures',
      form: imageForm({ count: 3 }),
      pictures: [
        { place: 1, state: 'made', picture: pictureOf(1), failure: null },
        { place: 2, state: 'refused', picture: null, failure: 'CONTENT_REFUSED' },
        { place: 3, state: 'making', picture: null, failure: null },
      ],
    }),
  )
  expect(screen.getByRole('img', { name: '第 1 张' }).getAttribute('src')).toBe('/f/1/card')
  expect(screen.getByText('被模型厂商拦下')).toBeTruthy()
  expect(screen.getByText('正在画')).toBeTruthy()
  expect(screen.getByText('已完成 1/3 张')).toBeTruthy()
  expect(screen.getByText('已扣 30 积分')).toBeTruthy()
})

it('does not show the pictures of an earlier run for those of this one', async () => {
  await show(
    imageRun({ id: 'gen_0', pictures: [{ place: 1, state: 'made', picture: pictureOf(1), failure: null }] }),
    1,
  )
  expect(screen.queryByRole('img', { name: '第 1 张' })).toBeNull()
})
