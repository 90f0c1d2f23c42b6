import { outStatuses, publicationStatuses } from '@mozhou/contracts/publications/kinds'
import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import { expect, it } from 'vitest'
import { mayMove, permitted, transitions } from './transitions.ts'

const reachable = (from: PublicationStatus): Set<PublicationStatus> => {
  const seen = new Set<PublicationStatus>()
  const waiting = [...transitions[from]]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...transitions[at])
  }
  return seen
}

it('every state can be come to from a draft, and none leads back to it', () => {
  expect([...reachable('draft')].toSorted()).toEqual(publicationStatuses.filter((one) => one !== 'draft').toSorted())
})

it('what is out, or may be out, is never prepared again without somebody who knows', () => {
  for (const status of outStatuses)
    expect({
      status,
      again: ['scheduled', 'preparing'].filter((to) => mayMove(status, to as PublicationStatus)),
    }).toEqual({
      status,
      // A submit that was refused for a while is made again; by its attempt it is known that nothing is out.
      again: status === 'submitted' ? ['preparing'] : [],
    })
})

it('one whose outcome is unknown is not sent again before its person has looked', () => {
  expect(permitted('unconfirmed', { isRetractable: true })).toMatchObject({
    retry: false,
    confirm: true,
    denyPosted: true,
  })
  expect(mayMove('unconfirmed', 'scheduled')).toBe(false)
})

it('what the platform refused before anybody saw it is its author’s to send again, and what was out before is not', () => {
  expect(permitted('rejected')).toMatchObject({ retry: true, confirm: true })
  expect(permitted('rejected', { confirmation: 'platform_confirmed' })).toMatchObject({ retry: false, confirm: false })
})

it('an address is corrected where its person gave it, and not where the platform did', () => {
  expect(permitted('published', { confirmation: 'user_confirmed' }).correct).toBe(true)
  expect(permitted('published', { confirmation: 'platform_confirmed' }).correct).toBe(false)
  expect(publicationStatuses.filter((one) => permitted(one, { confirmation: 'user_confirmed' }).correct)).toEqual([
    'published',
  ])
})

it('the words of a package are no longer changed once it is being sent', () => {
  const editable = publicationStatuses.filter((status) => permitted(status, { isRetractable: false }).edit)
  expect(editable).toEqual(['draft', 'scheduled', 'needs_attention'])
})

it('only what is published can be taken back, where the platform has a call for it', () => {
  const able = publicationStatuses.filter((status) => permitted(status, { isRetractable: true }).retract)
  expect(able).toEqual(['published'])
  expect(permitted('published', { isRetractable: false }).retract).toBe(false)
})
