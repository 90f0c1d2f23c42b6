import type { FileDto } from '@mozhou/contracts/files/answers'
import type { PreviewInput } from '@mozhou/contracts/publications/inputs'
import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { quietClient, showInApp } from '../../../testing/show-in-app.tsx'
import { creationById, versionsOf } from '../../works/queries.ts'
import { currentRules, myFilms, platformsQuery, previewsOf } from '../queries.ts'
import { accountOf, previewOf } from '../testing/given.ts'
import { playingTime } from './chosen-film.ts'
import { createComposer } from './composer.ts'
import type { Composer } from './composer.ts'
import { FilmField } from './film-field.tsx'

class NoSizes implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', NoSizes)
afterEach(cleanup)

const creationId = 'cre_018f00000000700080000000000000aa'
const account = accountOf('kuaishou', { id: 'pac_018f00000000700080000000000000a1' })

const film: FileDto = {
  id: 'fil_018f00000000700080000000000000f1',
  kind: 'video',
  origin: 'upload',
  name: '早市.mp4',
  mediaType: 'video/mp4',
  bytes: 9_000_000,
  spaceBytes: 9_000_000,
  width: 1_080,
  height: 1_920,
  seconds: 62,
  isAiGenerated: false,
  thumbnails: null,
  createdAt: '2026-12-01T00:00:00.000Z',
  deletedAt: null,
  daysLeft: null,
}

const client = () => {
  const asked = (more: Partial<PreviewInput>) =>
    previewsOf({ creationId, purpose: 'article', ...more, targets: [{ accountId: account.id }] }).queryKey
  const answer = { creationId, versionId: '', previews: [previewOf('kuaishou', { accountId: account.id })] }
  return quietClient([
    [platformsQuery().queryKey, { platforms: [] }],
    [currentRules().queryKey, { overrides: { version: '0', entries: [] }, wordList: null }],
    [creationById(creationId).queryKey, null],
    [versionsOf(creationId).queryKey, []],
    [myFilms().queryKey, { pages: [{ items: [film], nextCursor: null }], pageParams: [null] }],
    [asked({}), answer],
    [asked({ video: film.id }), answer],
  ])
}

it('a film that is chosen goes along with what is asked for, and can be left out again', async () => {
  let composer: Composer | undefined
  const Shown = () => {
    composer = createComposer({ creationId })
    return <FilmField composer={composer} />
  }
  await showInApp(() => <Shown />, client())
  expect(composer?.work()).not.toHaveProperty('video')
  fireEvent.click(screen.getByRole('button', { name: '选视频' }))
  const row = await screen.findByRole('button', { name: /早市\.mp4/u })
  expect(row.textContent).toContain('1:02')
  expect(row.textContent).toContain('1080×1920')
  fireEvent.click(row)
  expect(composer?.work()).toMatchObject({ video: film.id })
  expect(await screen.findByRole('checkbox', { name: /视频含 AI 生成内容/u })).toHaveProperty('checked', false)
  fireEvent.click(screen.getByRole('button', { name: '不要“早市.mp4”' }))
  expect(composer?.work()).not.toHaveProperty('video')
})

it.each([
  [0.4, '0:01'],
  [59.6, '1:00'],
  [3_599, '59:59'],
])('%d seconds play for %s', (seconds, shown) => {
  expect(playingTime(seconds)).toBe(shown)
})
