import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { quietClient, showInApp } from '../../../testing/show-in-app.tsx'
import { imageTools } from '../queries.ts'
import type { ImageRequest } from '../form/to-request.ts'
import { imageRun, imageVersion, imageWork, studioContext } from '../testing/image-work.ts'
import { RunOutcome } from './run-outcome.tsx'

afterEach(cleanup)

it('says of a version what was not delivered, and what came back for it', async () => {
  const version = imageVersion({ missing: 1 })
  const work = imageWork({ versions: [version], run: imageRun({ refundedCredits: 10 }) })
  await showInApp(() => <RunOutcome context={studioContext()} work={work} shown={version} />)
  expect(screen.getByText('有 1 张没有交付')).toBeTruthy()
  expect(screen.getByText(/已退回 10 积分/)).toBeTruthy()
})

it('claims no refund of another run for an older version', async () => {
  const older = imageVersion({ missing: 1, generationId: 'gen_0' })
  const work = imageWork({ versions: [older], run: imageRun({ refundedCredits: 10 }) })
  await showInApp(() => <RunOutcome context={studioContext()} work={work} shown={older} />)
  expect(screen.queryByText(/已退回/)).toBeNull()
  expect(screen.getByText(/这部分没有收费/)).toBeTruthy()
})

it('says that nothing was made, and asks for the same once more', async () => {
  const press = vi.fn<(request: ImageRequest) => void>()
  const run = imageRun({ status: 'failed', failure: 'CONTENT_REFUSED', refundedCredits: 20 })
  const client = quietClient([[imageTools().queryKey, { prices: [] }]])
  await showInApp(
    () => <RunOutcome context={studioContext({ press })} work={imageWork({ versions: [], run })} shown={null} />,
    client,
  )
  expect(screen.getByRole('alert').textContent).toContain('已退回 20 积分')
  screen.getByRole('button', { name: /^再试一次/ }).click()
  expect(press.mock.calls).toEqual([
    [
      {
        kind: 'regenerate',
        input: { creationId: 'cre_1', versionId: null, modelId: null, mostCredits: 20 },
        tiles: { count: 2, shape: 1 },
      },
    ],
  ])
})
