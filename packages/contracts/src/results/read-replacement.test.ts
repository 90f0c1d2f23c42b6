import { expect, it } from 'vitest'
import { readReplacement } from './read-replacement.ts'

it.each([
  ['bare', '野餐', '露营', '野餐'],
  ['in quotes', '“野餐”', '露营', '野餐'],
  ['in quotes that the selection had', '“野餐”', '“露营”', '“野餐”'],
  ['with two quoted words', '“野餐”和“露营”', '露营', '“野餐”和“露营”'],
  [
    'in a fence, between greeting and farewell',
    '好的，以下是改写后的内容：\n\n```\n野餐\n```\n\n希望对您有帮助！',
    '露营',
    '野餐',
  ],
  ['in a fence of four tildes', '~~~~markdown\n野餐\n~~~~', '露营', '野餐'],
  ['in a fence that closes behind the last word', '```\n野餐```', '露营', '野餐'],
  ['of code whose fence was not selected', '```js\nb()\n```', 'a()', 'b()'],
  ['as code where code was selected', '```\nb()\n```', '```\na()\n```', '```\nb()\n```'],
  ['behind a label', '改写后：野餐', '露营', '野餐'],
  ['behind a label in bold', '**修改后的内容：**\n\n野餐', '露营', '野餐'],
  ['behind a label that the selection has', '修改：野餐', '修改：露营', '修改：野餐'],
  ['behind a short greeting', 'Sure, here it is:\n\n野餐', '露营', '野餐'],
  ['behind what was done', '当然可以，修改如下：\n野餐\n\n（说明：换了词。）', '露营', '野餐'],
  ['above remarks', '野餐\n\n---\n改写说明：换了词。', '露营', '野餐'],
  ['above an offer', '野餐\n\n如果需要其他风格，请告诉我。', '露营', '野餐'],
  ['above two farewells', '野餐\n\n希望这个版本符合您的要求！如有其他需要，欢迎继续提问。', '露营', '野餐'],
  ['that begins like a greeting', '好的老师会带学生野餐', '露营', '好的老师会带学生野餐'],
  ['as nothing but a greeting', '好的。', '露营', '好的。'],
])('reads an answer %s', (_form, answer, selection, replacement) => {
  expect(readReplacement(answer, selection)).toBe(replacement)
})
