import { adapt } from '@mozhou/platforms/adapt/adapt'
import { bodyText } from '@mozhou/platforms/visible-text'
import { workOf } from '@mozhou/platforms/testing/works'
import { expect, it } from 'vitest'
import { joinHtml, splitHtml } from './html-pieces.ts'

const work = workOf('## 一 & 二\n\n他说 **“好”** 就走了，`a < b`。\n\n> 引文\n\n- 甲\n- 乙')

it.each(['wechat_official', 'zhihu', 'toutiao'] as const)('gives %s’s HTML back as it was', (platform) => {
  const { body } = adapt(platform, work).package
  if (body.form !== 'html') throw new Error('not HTML')
  expect(bodyText({ form: 'html', html: joinHtml(splitHtml(body.html)) })).toBe(bodyText(body))
  expect(joinHtml(splitHtml(joinHtml(splitHtml(body.html))))).toBe(joinHtml(splitHtml(body.html)))
})

it('changes words alone, and what is typed is never read as a mark', () => {
  const tokens = splitHtml('<p style="color: red">一&amp;二<br>三</p>')
  const words = tokens.filter((token) => token.kind === 'words').map(({ text }) => text)
  expect(words).toEqual(['一&二', '三'])
  const changed = tokens.map((token) =>
    token.kind === 'words' && token.text === '三' ? { ...token, text: '<b>' } : token,
  )
  expect(joinHtml(changed)).toBe('<p style="color: red">一&amp;二<br>&lt;b&gt;</p>')
})
