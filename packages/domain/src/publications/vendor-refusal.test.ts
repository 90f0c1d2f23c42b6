import { failureKinds } from '@mozhou/contracts/failures'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { expect, it } from 'vitest'
import { refusedFor } from './vendor-refusal.ts'

const connector = { explain: () => ({ field: null, words: { zh: '说明', en: 'words' } }) }
const refused = (kind: (typeof failureKinds)[number], mediaId: string | null = null) =>
  refusedFor(connector, new VendorError(kind, { vendor: 'douyin' }), mediaId)

it.each(failureKinds)('%s has a reason and a way on', (kind) => {
  expect(refused(kind)).toMatchObject({ reason: expect.any(String), detail: { zh: '说明' } })
})

it('tries again by itself only what may mend itself', () => {
  expect(failureKinds.filter((kind) => refused(kind).follow === 'later')).toEqual([
    'rate_limited',
    'unavailable',
    'outcome_unknown',
  ])
})

it('names the picture that was refused', () => {
  expect(refused('content_rejected', 'p3')).toMatchObject({ reason: 'media_refused', mediaId: 'p3', follow: 'over' })
})

it('does not blame a picture for a platform that is away', () => {
  expect(refused('unavailable', 'p3')).toMatchObject({ reason: 'platform_busy', follow: 'later' })
})
