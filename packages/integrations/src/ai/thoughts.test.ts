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
  ['a tag within a sentence', '模型会写 <think> 标签和 `</think>` 标签。', '模型会写 <think> 标签和 `</think>` 标签。'],
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
  expect(read(Array.from(`<think>秘密</think>\n${answer}`)).shown).not.toContain('秘密')
  expect(read(Array.from(`<think>秘密</think>\n${answer}`)).reasoning).toBe('秘密')
})
