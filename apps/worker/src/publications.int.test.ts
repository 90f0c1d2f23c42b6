import { reschedulePublication } from '@mozhou/domain/publications/replan-publication'
import { publicationWorkflowId } from '@mozhou/workflows/ids'
import { replanPublication } from '@mozhou/workflows/publication-client'
import { keepHistory, scanHistory } from '@mozhou/workflows/testing/histories'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { post, publishingActs } from './testing/publishing-acts.ts'
import { createTestRig } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

// Worker, Temporal, connector and the sandbox's platform: a work of an AI goes to 公众号 as a draft, for its person to tick the declaration.
let rig: TestRig
let acts: ReturnType<typeof publishingActs>
beforeAll(async () => {
  rig = await createTestRig()
  acts = publishingActs(rig)
})
afterAll(() => rig.close())

it('a work becomes a draft there, once, its person publishes it, and the platform’s own word makes it published', async () => {
  const own = await acts.account()
  const started = await acts.begin(own)
  await acts.until(started, 'awaiting_user')
  const drafts = await own.drafts()
  expect(drafts).toHaveLength(1)
  const waiting = await acts.detailOf(started)
  expect(waiting).toMatchObject({
    route: 'api_draft',
    confirmation: null,
    handoff: { kind: 'draft_box', declare: expect.stringContaining('AI') },
    attempts: [{ status: 'accepted' }],
  })
  const handle = rig.temporal.client.workflow.getHandle(publicationWorkflowId(started.publicationId, 1))
  expect(await handle.result()).toEqual({ status: 'awaiting_user' })
  const history = await handle.fetchHistory()
  expect(scanHistory(history, ['夜跑', own.given.appSecret])).toEqual([])
  await keepHistory('publish-to-platform', 'draft', history)

  await own.publishThere(drafts[0]?.media_id ?? '')
  await acts.look(started)
  const out = await acts.detailOf(started)
  expect(out).toMatchObject({ status: 'published', confirmation: 'platform_confirmed' })
  expect(out.url).toMatch(/^https:\/\/mp\.weixin\.qq\.com\/s/)
  expect(out.evidence.at(-1)).toMatchObject({ by: 'platform', answerHash: expect.stringMatching(/^[\da-f]{64}$/) })
})

it('one that is planned for later is put off and then begun by its person’s word', async () => {
  const own = await acts.account()
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const started = await acts.begin(own, { scheduledAt: later(2) })
  await acts.until(started, 'scheduled')
  const sooner = { scheduledAt: new Date(Date.now() + 500).toISOString(), ...started }
  await replanPublication(rig.temporal.client.workflow, await reschedulePublication(rig.ctx, sooner), 'reschedule')
  await acts.until(started, 'awaiting_user')
  expect(await own.drafts()).toHaveLength(1)
})

it('an answer that is lost after the draft was made is looked for, and there is one draft', async () => {
  const own = await acts.account()
  await post(`${rig.sandboxUrl}/__sandbox/behavior`, {
    fault: 'cut-after-publish',
    times: 1,
    vendor: 'wechatmp',
    model: `${own.given.id} /cgi-bin/draft/add`,
  })
  const started = await acts.begin(own)
  await acts.until(started, 'awaiting_user')
  expect(await own.drafts()).toHaveLength(1)
  expect((await acts.detailOf(started)).handoff).toMatchObject({ kind: 'draft_box' })
})

it('a picture that the platform refuses fails that platform, and is named', async () => {
  const own = await acts.account({ refusedUpload: 1 })
  const started = await acts.begin(own)
  await acts.until(started, 'failed')
  expect(await acts.detailOf(started)).toMatchObject({
    reason: 'media_refused',
    mediaId: own.cover,
    attempts: [{ status: 'refused', reason: 'media_refused' }],
    evidence: [{ kind: 'preparation_answer', by: 'platform', vendorCode: '40009', answerHash: expect.any(String) }],
  })
  expect(await own.drafts()).toEqual([])
})
