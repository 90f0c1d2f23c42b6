import { adapt } from '@mozhou/platforms/adapt/adapt'
import { platformKeys } from '@mozhou/platforms/platforms'
import { imageOf, workOf } from '@mozhou/platforms/testing/works'
import { expect, it } from 'vitest'
import { applyEdits, bodySource, editsBetween, isEdited } from './package-edits.ts'

const work = workOf('## 要带的\n\n帐篷和睡袋。', { media: [imageOf('tent'), imageOf('lake')], tags: ['露营'] })

it.each(platformKeys)('finds what was changed of a package for %s, and makes it again from that', (platform) => {
  const base = adapt(platform, work).package
  const changed = {
    ...base,
    title: '另一个题目',
    tags: ['山里', '露营'],
    media: base.media.toReversed(),
    cover: base.media.at(-1)?.id ?? null,
    declarations: { ...base.declarations, isOriginal: !base.declarations.isOriginal },
  }
  expect(applyEdits(base, editsBetween(base, changed))).toEqual(changed)
})

it('leaves out what is the same, so that it follows the work', () => {
  const base = adapt('zhihu', work).package
  expect(isEdited(editsBetween(base, { ...base }))).toBe(false)
  expect(Object.keys(editsBetween(base, { ...base, digest: '短' }))).toEqual(['digest'])
})

it('keeps the form of a body, and takes a cover away with its picture', () => {
  const base = adapt('jianshu', work).package
  const edited = applyEdits(base, { body: '只有一句。', media: ['lake'], cover: 'tent' })
  expect(edited.body).toEqual({ form: 'markdown', markdown: '只有一句。' })
  expect(edited.cover).toBeNull()
  expect(bodySource(edited.body)).toBe('只有一句。')
})
