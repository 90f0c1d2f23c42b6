import { expect, it } from 'vitest'
import { noticeMail } from './notice-mail.ts'

const text = { title: '《<b>露营</b> & "夜"》写好了', body: '各部分都已保存。', action: '打开作品' }
const link = 'https://mozhou.example/creations/cre_1'

it('says the same in plain text and in HTML, and runs nothing that a title says', () => {
  const mail = noticeMail('zh-CN', { text, link, settingsLink: 'https://mozhou.example/settings' })
  expect(mail.subject).toBe(`墨舟：${text.title}`)
  for (const part of [text.title, text.body, link, '/settings']) expect(mail.text).toContain(part)
  expect(mail.html).toContain('《&lt;b&gt;露营&lt;/b&gt; &amp; &quot;夜&quot;》写好了')
  expect(mail.html).not.toMatch(/<b>|<script|<img|src=/)
  expect(mail.html).toContain(`href="${link}"`)
})

it('speaks of switching off only where that can be done', () => {
  const mail = noticeMail('en', { text, link, settingsLink: null })
  expect(`${mail.text}${mail.html}`).not.toContain('switched off')
})
