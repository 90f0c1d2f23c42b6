import { platformKeys } from '@mozhou/contracts/publications/kinds'
import { platformKeys as ruledPlatforms } from '@mozhou/platforms/platforms'
import { rules } from '@mozhou/platforms/rules/registry'
import { expect, it } from 'vitest'
import { refuseWrongRule, refuseWrongTerms } from './refuse-nonsense.ts'

it('knows the platforms that there are', () => {
  expect(platformKeys).toEqual(ruledPlatforms)
})

it('lets every rule be switched off and on again, on all of its platforms and on each', () => {
  for (const { code, platforms } of rules)
    for (const platform of [null, ...platforms])
      expect(() => refuseWrongRule({ code, platform, difference: { isOff: true } })).not.toThrow()
})

it('takes one term twice where it is meant for different platforms', () => {
  const term = { term: '内部词', severity: 'warn' as const }
  expect(() =>
    refuseWrongTerms([
      { ...term, platforms: ['zhihu'] },
      { ...term, platforms: ['douyin'] },
    ]),
  ).not.toThrow()
  expect(() => refuseWrongTerms([{ ...term, platforms: ['zhihu'] }, term])).toThrow(
    expect.objectContaining({ code: 'WORD_LIST_DOUBLED', params: { field: 'terms.1.term', term: '内部词' } }),
  )
})
