import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { publicationOf } from '../testing/given.ts'
import { EvidenceList } from './evidence-list.tsx'
import { HistoryList } from './history-list.tsx'

afterEach(cleanup)

const at = '2026-11-30T08:00:00.000Z'
const attempt = { ordinal: 1, status: 'accepted', reason: null, detail: null, startedAt: at, endedAt: at } as const
const evidence = {
  kind: 'submission_answer',
  confirms: null,
  at,
  lastAt: at,
  seenCount: 1,
  source: 'handed_over',
  by: 'user',
  externalId: null,
  url: null,
  answerHash: null,
  httpStatus: null,
  vendorCode: null,
  requestId: null,
  page: null,
} as const

it('does not say of what was handed to its person that the platform took it', async () => {
  const publication = publicationOf('xiaohongshu', {
    attempts: [{ ...attempt, route: 'assisted' }],
    evidence: [evidence],
  })
  await showInApp(() => (
    <>
      <EvidenceList publication={publication} />
      <HistoryList publication={publication} />
    </>
  ))
  expect(screen.getAllByText('已交给你，由你发布')).toHaveLength(2)
  expect(screen.queryByText(/平台收下|平台编号|SHA-256/u)).toBeNull()
})

it('says it of what the platform did take', async () => {
  const publication = publicationOf('wechat_official', {
    attempts: [{ ...attempt, route: 'api' }],
    evidence: [{ ...evidence, by: 'platform', source: 'freepublish/submit' }],
  })
  await showInApp(() => (
    <>
      <EvidenceList publication={publication} />
      <HistoryList publication={publication} />
    </>
  ))
  expect(screen.getByText('平台收下了')).toBeTruthy()
  expect(screen.getByText('平台收下时的答复')).toBeTruthy()
})
