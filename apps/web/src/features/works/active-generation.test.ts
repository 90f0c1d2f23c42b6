import type { GenerationDto, GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { GenerationStatus } from '@mozhou/contracts/generations/kinds'
import { expect, it } from 'vitest'
import { activeGenerationId } from './active-generation.ts'

const generation = (id: string, status: GenerationStatus): GenerationDto => ({
  id,
  creationId: 'cre_1',
  ordinal: 1,
  kind: 'generate',
  status,
  coveredBy: 'credits',
  priceCredits: 10,
  refundedCredits: 0,
  failure: null,
  isStopRequested: false,
  model: null,
  createdAt: '2026-11-24T01:00:00.000Z',
  finishedAt: null,
})
const stored = (id: string, status: GenerationStatus) => ({ id: 'cre_1', generation: generation(id, status) })
const started = (generationId: string): GenerationStartedDto => ({
  creationId: 'cre_1',
  generationId,
  outcome: 'accepted',
  priceCredits: 10,
  coveredBy: 'credits',
})

it('follows the address before the creation is read, so that a refresh loses no time', () => {
  expect(activeGenerationId({ stored: null, started: null, fromUrl: 'gen_1' })).toBe('gen_1')
})

it('follows nothing when the stored generation has come to its end, whatever the address says', () => {
  for (const status of ['succeeded', 'failed', 'cancelled', 'refused'] as const)
    expect(activeGenerationId({ stored: stored('gen_1', status), started: null, fromUrl: 'gen_1' })).toBeNull()
})

it('follows what runs, also when another device started it', () => {
  for (const status of ['requested', 'accepted', 'running'] as const)
    expect(activeGenerationId({ stored: stored('gen_2', status), started: null, fromUrl: 'gen_1' })).toBe('gen_2')
})

it('believes the answer to a press over an older reading', () => {
  const reading = stored('gen_1', 'succeeded')
  expect(activeGenerationId({ stored: reading, started: started('gen_2'), fromUrl: 'gen_1' })).toBe('gen_2')
})

it('stops following once the reading has caught up with the end', () => {
  const reading = stored('gen_2', 'failed')
  expect(activeGenerationId({ stored: reading, started: started('gen_2'), fromUrl: null })).toBeNull()
})
