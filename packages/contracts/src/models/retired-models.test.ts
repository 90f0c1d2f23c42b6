import { expect, it } from 'vitest'
import { retirementOf } from './retired-models.ts'

it.each([
  ['openai', 'gpt-4', 'gpt-6-sol', '2026-10-23'],
  ['openai', 'GPT-3.5-turbo', 'gpt-6-luna', '2026-10-23'],
  ['anthropic', 'claude-3-opus-20240229', 'claude-opus-5-5', '2026-01-05'],
  ['baidu', 'ERNIE-Bot-4', 'ernie-5.1', '2026-08-31'],
  ['zhipu', 'glm-4', 'glm-5.3', null],
  ['qwen', 'qwen-max@slow', 'qwen3.7-max', '2026-07-13'],
] as const)('%s has ended %s in favour of %s', (vendor, upstreamModel, replacement, retiredOn) => {
  expect(retirementOf(vendor, upstreamModel)).toMatchObject({
    retiredOn,
    replacements: expect.arrayContaining([replacement]),
  })
})

it.each([
  ['openai', 'gpt-6-sol'],
  ['qwen', 'qwen-plus'],
  ['zhipu', 'constructor'],
  ['openai', 'glm-4'],
] as const)('%s says nothing about %s', (vendor, upstreamModel) => {
  expect(retirementOf(vendor, upstreamModel)).toBeNull()
})

it('never sends anyone from one ended id to another', () => {
  for (const [vendor, id] of [
    ['openai', 'gpt-4'],
    ['qwen', 'qwen-turbo'],
    ['zhipu', 'glm-3-turbo'],
  ] as const)
    for (const replacement of retirementOf(vendor, id)?.replacements ?? [])
      expect(retirementOf(vendor, replacement)).toBeNull()
})
