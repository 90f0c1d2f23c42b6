import { aiLabel } from '@mozhou/contracts/creations/ai-label'
import { describe, expect, it } from 'vitest'
import { platformKeys } from '../platforms.ts'
import { resultsOf, told } from '../testing/packages.ts'
import { imageOf, videoOf, workOf } from '../testing/works.ts'
import { bodyText } from '../visible-text.ts'
import { adapt } from './adapt.ts'
import type { Adapted, AdaptOptions } from './adapt.ts'

const codesOf = ({ changes }: Adapted) => changes.map(({ code }) => code)
const cardsOf = ({ package: { media } }: Adapted) =>
  media.flatMap((medium) => (medium.kind === 'card' ? [medium.card] : []))

describe('AI', () => {
  const work = workOf('山里。', { isAiGenerated: true, cover: 'c', media: [imageOf('c')] })
  const heard = (key: (typeof platformKeys)[number], options: AdaptOptions = {}) =>
    told(resultsOf(adapt(key, work, options).package)).filter((line) => line.includes(' ai.'))

  it.each(platformKeys)('is labelled visibly on %s', (key) => {
    const adapted = adapt(key, work)
    expect(bodyText(adapted.package.body).split(aiLabel)).toHaveLength(2)
    expect(adapted.package.declarations.ai?.label).toBe(aiLabel)
    expect(codesOf(adapted)).toContain('label_added')
  })

  it('is not labelled twice, nor where it had no part', () => {
    const own = adapt('zhihu', workOf(`山里。\n\n${aiLabel}`, { isAiGenerated: true }))
    expect(bodyText(own.package.body).split(aiLabel)).toHaveLength(2)
    expect(told(resultsOf(own.package))).toEqual(['info ai.declaration_by_hand declarations'])
    expect(adapt('zhihu', workOf('山里。')).package.declarations.ai).toBeNull()
  })

  it('is declared by hand where a person sees the page, and stops what no one can declare', () => {
    expect(heard('wechat_official')).toEqual(['info ai.declaration_by_hand declarations'])
    expect(heard('wechat_official', { route: 'api' })).toEqual(['block ai.declaration_impossible declarations'])
    expect(heard('douyin', { route: 'api' })).toEqual(['block ai.declaration_impossible declarations'])
    expect(heard('xiaohongshu', { declarable: false })).toEqual(['block ai.declaration_impossible declarations'])
    expect(heard('baijiahao', { route: 'api', declarable: true })).toEqual([])
    expect(heard('jianshu')).toEqual([])
    expect(heard('jianshu', { declarable: false })).toEqual(['block ai.declaration_impossible declarations'])
  })

  it('in a film or a picture is declared for words that a person wrote, too, and only where that goes along', () => {
    const made = { isGenerated: true, hasVisibleLabel: false, hasFileLabel: true }
    const film = workOf('山里。', { media: [imageOf('c'), videoOf('film', { ai: made })], cover: 'c' })
    expect(adapt('kuaishou', film).package.declarations.ai).not.toBeNull()
    expect(adapt('zhihu', film).package.declarations.ai).toBeNull()
    const drawn = workOf('山里。', { media: [imageOf('c', { ai: { ...made, hasVisibleLabel: true } })], cover: 'c' })
    expect(adapt('zhihu', drawn).package.declarations.ai).not.toBeNull()
    const own = workOf('山里。', { media: [imageOf('c'), videoOf('film')], cover: 'c' })
    expect(adapt('kuaishou', own, { route: 'api' }).package.declarations.ai).toBeNull()
  })

  it('stands at the foot of every card', () => {
    const cards = cardsOf(adapt('xiaohongshu', workOf('山里。'.repeat(600), { isAiGenerated: true })))
    expect(cards.length).toBeGreaterThan(2)
    for (const { lines } of cards) expect(lines.at(-1)?.runs[0]?.text).toBe(aiLabel)
  })

  it('may not be taken out again', () => {
    const pack = adapt('zhihu', work).package
    const bare = { ...pack, body: { form: 'html', html: '<p>山里。</p>' } } as const
    expect(told(resultsOf(bare))).toContain('block ai.label_missing body')
  })
})
