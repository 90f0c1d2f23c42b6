import { aiLabel } from '@mozhou/contracts/creations/ai-label'
import { missingWords } from '@mozhou/text/testing/draw-document'
import { describe, expect, it } from 'vitest'
import { captionOf } from '../caption.ts'
import { resultsOf, told } from '../testing/packages.ts'
import { imageOf, videoOf, workOf } from '../testing/works.ts'
import { adapt } from './adapt.ts'
import type { Adapted } from './adapt.ts'

const codesOf = ({ changes }: Adapted) => changes.map(({ code }) => code)
const changeOf = ({ changes }: Adapted, wanted: string) => changes.find(({ code }) => code === wanted)
const textOf = ({ package: { body } }: Adapted) => (body.form === 'text' ? body.text : '')
const cardsOf = ({ package: { media } }: Adapted) =>
  media.flatMap((medium) => (medium.kind === 'card' ? [medium.card] : []))

describe('captions', () => {
  it('are the text itself if it fits and there are pictures', () => {
    const adapted = adapt('xiaohongshu', workOf('## 题\n\n**山**里。', { media: [imageOf('a')], tags: ['露营'] }))
    expect(textOf(adapted)).toBe('题\n\n山里。')
    expect(captionOf(adapted.package)).toBe('题\n\n山里。\n\n#露营')
    expect(cardsOf(adapted)).toEqual([])
    expect(codesOf(adapted)).toContain('marks_dropped')
  })

  it('of a long text are its summary, or its beginning, and the text stands whole on cards', () => {
    const text = '山里的早晨很安静。'.repeat(200)
    const own = adapt('xiaohongshu', workOf(text, { summary: '去山里' }))
    expect(textOf(own)).toBe('去山里')
    const derived = adapt('xiaohongshu', workOf(text, { isAiGenerated: true }))
    expect(textOf(derived)).toBe(`${'山里的早晨很安静。'.repeat(22)}\n\n${aiLabel}`)
    expect(codesOf(derived)).toEqual(['label_added', 'caption_derived', 'text_onto_cards'])
    expect(
      missingWords(
        cardsOf(derived)
          .map((card) => card.text)
          .join(''),
        [text],
      ),
    ).toEqual([])
  })

  it('of a film leave the text out only by telling it whole', () => {
    const text = '山里的早晨很安静。'.repeat(200)
    const adapted = adapt('douyin', workOf(text, { media: [videoOf('film'), imageOf('a')] }))
    expect(adapted.package.contentType).toBe('video')
    expect(changeOf(adapted, 'body_left_out')).toMatchObject({ effect: 'lost', items: [text] })
    expect(changeOf(adapted, 'media_left_out')?.items).toEqual(['a.jpg'])
  })

  it('of a film are its summary and what is said in it, as far as there is room', () => {
    const of = (text: string) => adapt('douyin', workOf(text, { summary: '去山里', media: [videoOf('film')] }))
    expect(textOf(of('山里。'))).toBe('去山里\n\n山里。')
    expect(of('山里。').changes).toEqual([])
    expect(textOf(of('山'.repeat(1_000)))).toBe('去山里')
    expect(codesOf(of('山'.repeat(1_000)))).toEqual(['digest_leads_caption', 'body_left_out'])
  })

  it('on 快手 begin with the title', () => {
    const adapted = adapt('kuaishou', workOf('山里。', { media: [imageOf('a')] }))
    expect(adapted.package.title).toBe('')
    expect(textOf(adapted)).toBe('周末去山里住一晚\n\n山里。')
  })

  it.each(['xiaohongshu', 'douyin', 'kuaishou'] as const)('of a work of 4,000 characters fit %s', (key) => {
    const text = `## 一\n\n${'山里的早晨很安静，溪水从帐篷边流过。'.repeat(220)}`
    const adapted = adapt(key, workOf(text, { tags: ['露营', '周末'], isAiGenerated: true }))
    expect(told(resultsOf(adapted.package))).toEqual(['info ai.declaration_by_hand declarations'])
  })

  it('more cards than a platform takes are made all the same, and refused', () => {
    const adapted = adapt('xiaohongshu', workOf('山里的早晨很安静。'.repeat(3_000)))
    expect(cardsOf(adapted).length).toBeGreaterThan(18)
    expect(codesOf(adapted)).toContain('cards_smaller_type')
    expect(told(resultsOf(adapted.package))).toContain('block xiaohongshu.image_count.max.image_text media')
  })
})
