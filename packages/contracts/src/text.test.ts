import { expect, it } from 'vitest'
import { updateCreationInput } from './editing/inputs.ts'
import { exactTextInput, textInput } from './text.ts'
import { tools } from './tools/registry.ts'

it('drops what no column can hold, trims, and then looks at the length', () => {
  expect(textInput(2, 5).parse(' 墨\u0000舟 ')).toBe('墨舟')
  expect(textInput(2, 5).safeParse(' \u0000\u0000墨 ').success).toBe(false)
})

it('refuses half a character, and takes whole ones beyond the first plane', () => {
  for (const schema of [textInput(0, 9), exactTextInput(9)]) {
    expect(schema.parse('茶🍵')).toBe('茶🍵')
    for (const half of ['茶\ud83c', '\udf75茶', '\udf75\ud83c']) {
      expect(schema.safeParse(half).error?.issues).toMatchObject([{ params: { rule: 'whole_characters' } }])
    }
  }
})

it.each(Object.values(tools))(
  '$key refuses it in every text of its form, naming the field',
  ({ input, example, fields }) => {
    const texts = fields.filter(({ control }) => ['text', 'textarea', 'tags'].includes(control))
    expect(texts.length).toBeGreaterThan(0)
    for (const { name, control } of texts) {
      const broken = { ...example, [name]: control === 'tags' ? ['茶叶', '茶\ud83c'] : '一二三四五六\ud83c' }
      const issues = input.safeParse(broken).error?.issues ?? []
      expect(issues, name).toContainEqual(
        expect.objectContaining({
          path: control === 'tags' ? [name, 1] : [name],
          params: { rule: 'whole_characters' },
        }),
      )
    }
  },
)

it('refuses it in what a person edits, naming the part', () => {
  const ids = {
    creationId: 'cre_019ab3d2c4e57f60a1b2c3d4e5f60718',
    baseVersionId: 'ver_019ab3d2c4e57f60a1b2c3d4e5f60718',
  }
  const issuesOf = (change: object) => updateCreationInput.safeParse({ ...ids, ...change }).error?.issues
  for (const [change, path] of [
    [{ markdown: '\ud83c' }, ['markdown']],
    [{ result: { body: '\ud83c' } }, ['result', 'body']],
    [{ result: { tags: ['茶', '\ud83c'] } }, ['result', 'tags', 1]],
    [{ result: { rows: [{ cell: '\ud83c' }] } }, ['result', 'rows', 0, 'cell']],
  ] as const) {
    expect(issuesOf(change)).toMatchObject([{ path, params: { rule: 'whole_characters' } }])
  }
})
