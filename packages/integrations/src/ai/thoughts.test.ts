import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Thoughts } from './thoughts.ts'

/** What stays as text and what was thought, and whether a retracted text was ever shown. */
function read(pieces: readonly string[]) {
  const thoughts = new Thoughts()
  const seen = { text: '', reasoning: '', shown: '' }
  for (const told of [...pieces.flatMap((piece) => thoughts.take(piece)), ...thoughts.end()]) {
    if (told.kind === 'retract') seen.text = ''
    else if (told.kind === 'reasoning') seen.reasoning += told.text
    else {
      seen.text += told.text
      seen.shown += told.text
    }
  }
  return seen
}

const answer = '【标题】\n周末露营\n\n【正文】\n露营的好处。'

const answers: [name: string, whole: string, text: string][] = [
  ['a block', `<think>\n想一想。\n</think>\n\n${answer}`, answer],
  ['a block of the longer name', `<thinking>想</thinking>${answer}`, answer],
  ['a block in capitals', `<THINK>想</THINK>\n${answer}`, answer],
  ['a block that was never opened', `想一想结构。\n</think>\n\n${answer}`, answer],
  ['a block that was never closed', '<think>\n想了很久', ''],
  ['a block between two parts', `第一段。\n<think>再想</think>\n第二段。`, '第一段。\n第二段。'],
  ['two blocks', `<think>一</think>\n<think>二</think>\n${answer}`, answer],
  ['nothing but a block', '<think>想</think>', ''],
  ['nothing but an unopened block', '想一想\n</think>', ''],
  ['an empty block', `<think>\n\n</think>\n\n${answer}`, answer],
  ['an indented block', `  <think>想</think>${answer}`, answer],
  ['a block behind a mark of byte order', `\ufeff<think>想</think>${answer}`, answer],
  ['a block with attributes', `<think type="deep">想</think >${answer}`, answer],
  ['an unopened block whose text follows at once', `想一想结构。</think>${answer}`, answer],
  ['an unopened block of one line', '嗯，写短一点</think>正文在这里。', '正文在这里。'],
  ['a block within a block', `<think>一<think>二</think>三</think>${answer}`, answer],
  ['a closing tag in quotes within a block', `<think>他写“</think>”。</think>\n${answer}`, answer],
  ['a closing tag behind the whole answer', `<think>想</think>${answer}\n</think>`, `${answer}\n`],
  ['a closing tag behind an answer, and a word', `<think>想</think>${answer}\n</think>\n完。`, `${answer}\n\n完。`],
  [
    'a block within code',
    '格式如下：\n```\n<think>想</think>答\n```\n如上。',
    '格式如下：\n```\n<think>想</think>答\n```\n如上。',
  ],
  ['a block within a fence around all', `\`\`\`\n<think>想</think>\n${answer}`, `\`\`\`\n${answer}`],
  [
    'a closing tag that is spoken of',
    '结尾是 </think> 标签，不是“</think>”。',
    '结尾是 </think> 标签，不是“</think>”。',
  ],
  ['a tag within a sentence', '模型会写 <think> 标签和 `</think>` 标签。', '模型会写 <think> 标签和 `</think>` 标签。'],
  ['a block of another name', `<thought>\n想\n</thought>\n\n${answer}`, answer],
  ['an unopened block of another name', `想一想结构。\n</thought>\n\n${answer}`, answer],
  ['a block between triangles', `◁think▷想一想。◁/think▷\n\n${answer}`, answer],
  ['an unopened block between triangles', `想一想结构。◁/think▷${answer}`, answer],
  ['a block between triangles that was never closed', '◁think▷\n想了很久', ''],
  ['two blocks of different names', `<thought>一</thought>\n◁think▷二◁/think▷\n${answer}`, answer],
  [
    'a block between triangles within code',
    '如下：\n```\n◁think▷想◁/think▷\n```\n完。',
    '如下：\n```\n◁think▷想◁/think▷\n```\n完。',
  ],
  [
    'triangles within a sentence',
    '用 ◁think▷ 和 `◁/think▷` 标出，◁箭头▷ 不算。',
    '用 ◁think▷ 和 `◁/think▷` 标出，◁箭头▷ 不算。',
  ],
  ['a thought that is a word', '<thoughts> 与 a <thoughtful> note', '<thoughts> 与 a <thoughtful> note'],
  ['an end that looks like a triangle', `${answer}\n◁thi`, `${answer}\n◁thi`],
  ['an end that looks like another name', `${answer}\n<though`, `${answer}\n<though`],
  ['other angle brackets', '尊敬的 <Company>：a < b，<t>', '尊敬的 <Company>：a < b，<t>'],
  ['an end that looks like a tag', `${answer}\n<thi`, `${answer}\n<thi`],
]

describe.each(answers)('%s', (_name, whole, text) => {
  it('is read alike in one piece and cut anywhere', () => {
    expect(read([whole]).text).toBe(text)
    expect(read(Array.from(whole)).text).toBe(text)
    assert(
      property(array(integer({ min: 0, max: whole.length })), (places) => {
        const cuts = [0, ...places.toSorted((left, right) => left - right), whole.length]
        const pieces = cuts.slice(1).map((end, at) => whole.slice(cuts[at], end))
        expect(read(pieces).text).toBe(text)
      }),
    )
  })
})

it('never shows a thought of a block that was opened', () => {
  for (const [open, close] of [
    ['<think>', '</think>'],
    ['<thought>', '</thought>'],
    ['◁think▷', '◁/think▷'],
  ]) {
    const { shown, reasoning } = read(Array.from(`${open}秘密${close}\n${answer}`))
    expect(shown).toBe(answer)
    expect(reasoning).toBe('秘密')
  }
})
