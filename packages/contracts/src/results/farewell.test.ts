import { expect, it } from 'vitest'
import { wechatArticle } from '../tools/wechat-article/tool.ts'
import { translation } from '../tools/translation/tool.ts'
import { parseSections } from './sections.ts'

const answer = '【标题】\n周末露营\n\n【正文】\n正文一。\n\n【关键词】\n露营、周末'

it.each([
  `${answer}\n\n希望对你有帮助！如需修改请告诉我。`,
  `${answer}\n\n---\n\n以上就是文章，如有需要随时告诉我~`,
  `Sure! Here is your article:\n\n${answer}\n\nLet me know if you need anything else.`,
  `好的，这是为您写的文章：\n\n\`\`\`markdown\n${answer}\n\`\`\`\n\n希望对你有帮助！如需修改请告诉我。`,
])('farewells are neither keywords nor text: %s', (text) => {
  expect(parseSections(text, wechatArticle.sections)).toMatchObject({
    title: '周末露营',
    body: '正文一。',
    keywords: ['露营', '周末'],
  })
})

it('the end of a letter stays its own', () => {
  const letter = '尊敬的王先生：\n\n附件是报价单，请查收。\n\n如有任何问题，请随时联系我。\n\n希望对您有帮助。'
  expect(parseSections(`【译文】\n${letter}`, translation.sections)['body']).toBe(letter)
})
