import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { publicationOf } from '../testing/given.ts'
import { EvidenceList } from './evidence-list.tsx'

afterEach(cleanup)

it('what was seen again and again is one line that says so', async () => {
  const seen = {
    kind: 'platform_status',
    confirms: null,
    at: '2026-11-30T08:00:00.000Z',
    lastAt: '2026-11-30T09:00:00.000Z',
    seenCount: 60,
    source: 'share-id',
    by: 'platform',
    externalId: null,
    url: null,
    answerHash: null,
    httpStatus: 200,
    vendorCode: null,
    requestId: null,
    page: null,
  } as const
  const once = { ...seen, source: 'other', seenCount: 1 }
  await showInApp(() => <EvidenceList publication={publicationOf('douyin', { evidence: [seen, once] })} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getAllByText(/看过 60 次/u)).toHaveLength(1)
  expect(screen.queryByText(/看过 1 次/u)).toBeNull()
})
