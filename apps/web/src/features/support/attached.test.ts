import { expect, it } from 'vitest'
import { attachedFrom, toLink } from './attached.ts'

it.each([
  [{ order: 'ord_1' }, { link: { kind: 'order', orderId: 'ord_1' } }],
  [{ work: 'cre_1' }, { link: { kind: 'creation', creationId: 'cre_1' } }],
  [{ receipt: 'cre_1' }, { link: { kind: 'receipt', creationId: 'cre_1' } }],
  [{}, {}],
])('attaches what the page that leads here says: %j', (search, link) => {
  expect(toLink(attachedFrom(search))).toEqual(link)
})

it('attaches nothing until something is chosen', () => {
  expect(toLink({ kind: 'order', id: '' })).toEqual({})
})
