import { drawnDocument, missingWords } from '@mozhou/text/testing/draw-document'
import { readMarkdown } from '@mozhou/text/read-markdown'
import { assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { captionOf } from '../caption.ts'
import { platformKeys } from '../platforms.ts'
import { resultsOf, told } from '../testing/packages.ts'
import { imageOf, videoOf, workOf } from '../testing/works.ts'
import { themeKeys } from '../themes.ts'
import { bodyText } from '../visible-text.ts'
import { adapt } from './adapt.ts'
import type { Adapted } from './adapt.ts'
import { changeKinds } from './changes.ts'

const codesOf = ({ changes }: Adapted) => changes.map(({ code }) => code)
const changeOf = ({ changes }: Adapted, wanted: string) => changes.find(({ code }) => code === wanted)
const htmlOf = ({ package: { body } }: Adapted) => (body.form === 'html' ? body.html : '')
const cardsOf = ({ package: { media } }: Adapted) =>
  media.flatMap((medium) => (medium.kind === 'card' ? [medium.card] : []))

it.each(platformKeys)('%s: nobody has vouched yet that a work is original', (key) => {
  expect(adapt(key, workOf('山里。')).package.declarations.isOriginal).toBe(false)
})

describe('nothing is lost', () => {
  /** What the platform's readers are shown, and what the author is told that they are not. */
  const said = (adapted: Adapted) => {
    const { body, media } = adapted.package
    const formulas = media.flatMap((medium) => (medium.kind === 'formula' ? [`$${medium.tex}$`] : []))
    const cards = cardsOf(adapted).map(({ text }) => text)
    const lost = adapted.changes.flatMap(({ items }) => items)
    // 知乎's formulas are in the alt text of their pictures, as 公众号's.
    const html = body.form === 'html' ? body.html : ''
    const withFormulas = html.replaceAll(/<img [^>]*?alt="([^"]*)"[^>]*>/gu, (_all, alt: string) => `$${alt}$`)
    const shown = body.form === 'html' ? bodyText({ form: 'html', html: withFormulas }) : bodyText(body)
    return { ways: [shown, cards.join('\n'), lost.join('\n')], formulas }
  }

  it.each(platformKeys)('of any document on %s', (key) => {
    assert(
      property(drawnDocument, constantFrom(...themeKeys), ({ markdown, words }, theme) => {
        const adapted = adapt(key, workOf(markdown, { isAiGenerated: true }), { theme })
        const { ways } = said(adapted)
        const missing = ways.map((way) => missingWords(way, words))
        expect(
          missing.some((words_) => words_.length === 0),
          JSON.stringify(missing),
        ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('of a title, a digest, tags, an author and media', () => {
    const work = workOf('山里。', {
      title: '一个很长的标题'.repeat(20),
      summary: '自己写的摘要',
      author: '小舟',
      tags: ['露营'],
      media: [imageOf('a'), videoOf('film')],
    })
    for (const key of platformKeys) {
      const adapted = adapt(key, work)
      const { title, digest, author, tags, media } = adapted.package
      const lost = adapted.changes.flatMap(({ items }) => items)
      const has = [
        title,
        digest,
        author ?? '',
        ...tags,
        ...media.map(({ id }) => id),
        captionOf(adapted.package),
        ...lost,
      ]
      for (const what of [work.title, '自己写的摘要', '小舟', '露营'])
        expect(
          has.some((part) => part.includes(what)),
          `${key} ${what}`,
        ).toBe(true)
      for (const [id, name] of [
        ['a', 'a.jpg'],
        ['film', 'film.mp4'],
      ] as const)
        expect(has.includes(id) || has.includes(name), `${key} ${id}`).toBe(true)
    }
  })
})

it('is the same for the same work', () => {
  const work = workOf('## 一\n\n山里 $x$ 见[此](https://example.com)。', { media: [imageOf('a')] })
  for (const key of platformKeys) expect(adapt(key, work)).toEqual(adapt(key, structuredClone(work)))
})

describe('公众号', () => {
  const marks = `# 大\n\n见[甲](https://a.example.com/)和[乙](https://b.example.com/)，再见[甲](https://a.example.com/)，站内[丙](https://mp.weixin.qq.com/s/x)。

- 外
  - 里

\`\`\`
if (a) {
  b()
}
\`\`\`

公式 $a^2$ 与\n\n$$\nb^2\n$$\n`
  const adapted = adapt('wechat_official', workOf(marks))

  it('has links as notes, each address once, and its own links as links', () => {
    expect(bodyText(adapted.package.body)).toMatch(
      /见甲\[1\]和乙\[2\]，再见甲\[1\]，站内丙。[^]*引用链接\n\[1\] 甲：https:\/\/a\.example\.com\/\n\[2\] 乙：https:\/\/b\.example\.com\/$/u,
    )
    expect(htmlOf(adapted).match(/<a [^>]*>/gu)).toEqual(['<a href="https://mp.weixin.qq.com/s/x">'])
    expect(changeOf(adapted, 'links_footnoted')?.count).toBe(3)
  })

  it('has inner lists beside their item, code with its spaces, formulas as pictures with their source', () => {
    expect(htmlOf(adapted)).toMatch(/<li[^>]*>外<\/li><ul/u)
    expect(htmlOf(adapted)).toContain('if (a) {<br>&nbsp;&nbsp;b()<br>}')
    expect(adapted.package.media).toEqual([
      { kind: 'formula', id: 'formula-1', tex: 'a^2', isDisplay: false },
      { kind: 'formula', id: 'formula-2', tex: expect.stringContaining('b^2'), isDisplay: true },
    ])
    expect(htmlOf(adapted)).toContain('src="media:formula-1" alt="a^2"')
  })

  it.each(themeKeys)('in the theme %s holds nothing that the editor drops', (theme) => {
    assert(
      property(drawnDocument, ({ markdown }) => {
        const pack = adapt('wechat_official', workOf(markdown), { theme }).package
        expect(resultsOf(pack).filter(({ code }) => code === 'body.forbidden_html')).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('gives up the theme of a work whose markup is too long, and says so', () => {
    const long = '- 短\n'.repeat(700)
    const heavy = adapt('wechat_official', workOf(long, { cover: 'c', media: [imageOf('c', { height: 700 })] }), {
      theme: 'bamboo',
    })
    expect(codesOf(heavy)).toContain('theme_lightened')
    expect(told(resultsOf(heavy.package))).toEqual([])
    const endless = adapt('wechat_official', workOf('山'.repeat(20_000)))
    expect(told(resultsOf(endless.package))).toContain('block wechat_official.body.max.html_characters.article body')
    expect(bodyText(endless.package.body)).toHaveLength(20_000)
  })

  it('has a digest: the author’s own, whatever its length, or the beginning of the text', () => {
    expect(adapt('wechat_official', workOf('山里。', { summary: '山'.repeat(200) })).package.digest).toHaveLength(200)
    const derived = adapt('wechat_official', workOf(`## 题\n\n${'山里的早晨。'.repeat(30)}`))
    expect(derived.package.digest).toBe('山里的早晨。'.repeat(20))
    expect(codesOf(derived)).toContain('digest_derived')
  })
})

it.each(['wechat_official', 'toutiao', 'baijiahao', 'zhihu'] as const)(
  'what an item says behind an inner list stays behind it on %s',
  (key) => {
    const adapted = adapt(key, workOf('3. 甲\n   - 乙\n     - 丙\n\n     丁\n\n   戊\n4. 己'))
    expect(bodyText(adapted.package.body).replaceAll(/[\s–]/gu, '')).toBe('甲乙丙丁戊己')
    if (key !== 'zhihu') expect(htmlOf(adapted)).toMatch(/<ol start="3"[^]*戊[^]*<ol start="4"[^>]*><li[^>]*>己/u)
  },
)

describe('other articles', () => {
  it.each(['toutiao', 'baijiahao', 'zhihu'] as const)('on %s hold nothing that its editor drops', (key) => {
    assert(
      property(drawnDocument, ({ markdown }) => {
        const results = resultsOf(adapt(key, workOf(markdown)).package)
        expect(results.filter(({ code }) => code === 'body.forbidden_html')).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('on 简书 are read back as the blocks that they were', () => {
    const kinds = (markdown: string) => readMarkdown(markdown).map(({ kind }) => kind)
    const words = (markdown: string) => bodyText({ form: 'markdown', markdown }).replaceAll(/\s/gu, '')
    assert(
      property(drawnDocument, ({ markdown }) => {
        const { body } = adapt('jianshu', workOf(markdown)).package
        const written = body.form === 'markdown' ? body.markdown : ''
        expect(words(written)).toBe(words(markdown))
        expect(kinds(written)).toEqual(kinds(markdown))
      }),
      { numRuns: 60 },
    )
  })

  it('a table becomes lines where there are none, each value behind its head', () => {
    const adapted = adapt('toutiao', workOf('| 环节 | 过去 |\n|--|--|\n| 选题 | 2 小时 |\n| 初稿 | 两天 | 多 |'))
    expect(bodyText(adapted.package.body)).toBe('环节：选题｜过去：2 小时\n环节：初稿｜过去：两天｜多')
    expect(codesOf(adapted)).toEqual(['tables_as_rows'])
  })
})

describe('pictures', () => {
  const picture = '![帐篷](https://files.example.com/tent.jpg)'
  const tent = imageOf('tent')

  it('stand where the text names them, and behind it where it does not', () => {
    const adapted = adapt('toutiao', workOf(`甲\n\n${picture}\n\n乙`, { media: [imageOf('lake'), tent] }))
    expect(htmlOf(adapted)).toBe(
      '<p>甲</p>\n<p><img src="media:tent" alt="帐篷"></p>\n<p>乙</p>\n<p><img src="media:lake" alt=""></p>',
    )
    expect(changeOf(adapted, 'pictures_after_text')?.items).toEqual(['lake.jpg'])
    expect(adapted.package.cover).toBe('tent')
  })

  it.each(platformKeys)('that the work does not hold stop %s, by name', (key) => {
    const results = resultsOf(adapt(key, workOf(picture)).package)
    expect(results.filter(({ code }) => code === 'media.missing').map(({ item }) => item)).toEqual([
      'https://files.example.com/tent.jpg',
    ])
  })

  it('go into the set, the cover first, the cards next', () => {
    const long = `${'山里的早晨很安静。'.repeat(150)}\n\n${picture}`
    const adapted = adapt('xiaohongshu', workOf(long, { media: [tent, imageOf('lake')], cover: 'lake' }))
    const ids = adapted.package.media.map(({ id }) => id)
    expect(ids[0]).toBe('lake')
    expect(ids.at(-1)).toBe('tent')
    expect(ids.slice(1, -1).every((id) => id.startsWith('card-'))).toBe(true)
    expect(codesOf(adapted)).toContain('pictures_out_of_text')
  })
})

it('tags are cleaned, and left out only where there is no place for them', () => {
  const work = workOf('山里。', { tags: ['#露营', '周末 去哪', '露营'] })
  const adapted = adapt('zhihu', work)
  expect(adapted.package.tags).toEqual(['露营', '周末去哪'])
  expect(changeOf(adapted, 'tags_cleaned')?.items).toEqual(work.tags)
  expect(changeOf(adapt('toutiao', work), 'tags_left_out')?.items).toEqual(work.tags)
})

it('each change has words in both languages', () => {
  for (const [code, { wording }] of Object.entries(changeKinds)) {
    expect(wording.zh, code).toMatch(/\p{Script=Han}/u)
    expect(wording.en, code).not.toMatch(/\p{Script=Han}/u)
  }
})
