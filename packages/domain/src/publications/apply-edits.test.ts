import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { expect, it } from 'vitest'
import { applyEdits, isEdit } from './apply-edits.ts'
import { contentHash } from './content-hash.ts'

const formula = (id: string) => ({ kind: 'formula', id, tex: 'x', isDisplay: true }) as const
const pack: PlatformPackage = {
  platform: 'zhihu',
  contentType: 'article',
  route: 'assisted',
  title: '夜跑',
  author: null,
  digest: '',
  body: { form: 'html', html: '<p>夜里</p>' },
  tags: ['跑步', '夜里'],
  cover: 'a',
  media: [formula('a'), formula('b')],
  declarations: { ai: { label: '本内容由人工智能（AI）生成', option: '声明', made: 'by_hand' }, isOriginal: true },
  purpose: 'article',
}

it('changes what was edited and leaves the rest', () => {
  expect(applyEdits(pack, { title: '夜里跑步', body: '<p>新</p>' })).toEqual({
    ...pack,
    title: '夜里跑步',
    body: { form: 'html', html: '<p>新</p>' },
  })
})

it('takes media out and puts them into another order, and nothing in', () => {
  expect(applyEdits(pack, { media: ['b', 'a', 'b', 'elsewhere'] }).media.map(({ id }) => id)).toEqual(['b', 'a'])
})

it('drops a cover that is no longer among the media', () => {
  expect(applyEdits(pack, { media: ['b'] }).cover).toBeNull()
  expect(applyEdits(pack, { cover: 'b' }).cover).toBe('b')
})

it('keeps the declaration, whatever is edited', () => {
  expect(applyEdits(pack, { isOriginal: false }).declarations).toEqual({ ...pack.declarations, isOriginal: false })
})

it('tells an edit from none', () => {
  expect([isEdit(undefined), isEdit({}), isEdit({ title: undefined }), isEdit({ tags: [] })]).toEqual([
    false,
    false,
    false,
    true,
  ])
})

it('two packages are the same publication where readers see the same, whichever way they go', () => {
  const hash = contentHash(pack)
  expect(contentHash({ ...pack, route: 'api' })).toBe(hash)
  const others = [{ title: '别的' }, { tags: [] }, { cover: null }, { media: [formula('a')] }, { digest: '摘要' }]
  const hashes = others.map((change) => contentHash({ ...pack, ...change }))
  expect(new Set([hash, ...hashes]).size).toBe(others.length + 1)
})

it.each([
  ['a space at the end of the title', { title: `${pack.title} ` }],
  ['a sign without a width in it', { title: `${pack.title.slice(0, 1)}\u200b${pack.title.slice(1)}` }],
  ['another order of tags', { tags: pack.tags.toReversed() }],
  ['another order of pictures', { media: pack.media.toReversed() }],
])('%s makes no other publication', (_what, change) => {
  expect(contentHash({ ...pack, ...change })).toBe(contentHash(pack))
})
