import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { imageRun, imageVersion, imageWork, pictureOf, studioContext } from '../testing/image-work.ts'
import { FinishedPictures } from './finished-pictures.tsx'

/** jsdom lays nothing out, and has none. */
class NothingGrows {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', NothingGrows)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const first = imageVersion()
const second = imageVersion({ id: 'ver_2', ordinal: 2, parentVersionId: 'ver_1', pictures: [pictureOf(3)] })

it('shows the current version, and stays with another one that was chosen when the work is read again', async () => {
  const [work, setWork] = createSignal(imageWork({ versions: [first, second], run: imageRun() }))
  await showInApp(() => <FinishedPictures context={studioContext()} work={work()} />)
  expect(screen.getByRole('img', { name: '第 2 版 文生图，第 1 张' })).toBeTruthy()

  fireEvent.click(screen.getByRole('tab', { name: '版本 2' }))
  fireEvent.click(screen.getByRole('treeitem', { name: /第 1 版/ }))
  fireEvent.click(screen.getByRole('button', { name: '查看第 1 版 文生图' }))
  fireEvent.click(screen.getByRole('button', { name: '第 1 版 文生图，第 2 张' }))
  setWork({ ...work(), versions: [{ ...first }, { ...second }] })
  expect(screen.getByRole('img', { name: '第 1 版 文生图，第 2 张' })).toBeTruthy()

  setWork({ ...work(), currentVersionId: 'ver_3', versions: [first, second, { ...second, id: 'ver_3', ordinal: 3 }] })
  expect(screen.getByRole('img', { name: '第 3 版 文生图，第 1 张' })).toBeTruthy()
})

it('tells the studio which picture is looked at', async () => {
  const setShown = vi.fn()
  const context = { ...studioContext(), setShown }
  await showInApp(() => <FinishedPictures context={context} work={imageWork({ versions: [first], run: imageRun() })} />)
  expect(setShown).toHaveBeenLastCalledWith({ fileId: 'fil_1', width: 1_024, height: 768, cardUrl: '/f/1/card' })
  fireEvent.click(screen.getByRole('button', { name: '第 1 版 文生图，第 2 张' }))
  expect(setShown).toHaveBeenLastCalledWith(expect.objectContaining({ fileId: 'fil_2' }))
})

it.each([
  [true, 1],
  [false, 0],
])('says of a plain enlargement that it is of an AI where it is one: %s', async (isByAi, times) => {
  const larger = imageVersion({ isPlain: true, isByAi, model: null })
  const work = imageWork({ versions: [larger], run: null })
  await showInApp(() => <FinishedPictures context={studioContext()} work={work} />)
  expect(screen.getByText(/普通放大：/)).toBeTruthy()
  expect(screen.queryAllByText('由 AI 生成，已带标识')).toHaveLength(times)
})
