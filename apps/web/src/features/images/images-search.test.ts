import { expect, it } from 'vitest'
import { formOfSearch } from './form/form-of-search.ts'
import { parseImagesSearch } from './images-search.ts'

const work = `cre_${'0'.repeat(32)}`

it.each([
  { raw: { tool: 'image-edit', size: 'douyin' }, form: { tool: 'image-edit', size: 'douyin' } },
  { raw: { tool: 'no-such-tool', size: '<b>' }, form: {} },
  { raw: { work, role: 'cover' }, form: { work: { creationId: work, role: 'cover', place: null } } },
  {
    raw: { work, role: 'illustration', place: 2 },
    form: { work: { creationId: work, role: 'illustration', place: 2 } },
  },
  { raw: { work, role: 'illustration', place: -1 }, form: {} },
  { raw: { work, role: 'illustration' }, form: {} },
  { raw: { work: 'cre_1', role: 'cover' }, form: {} },
])('an address is read for what it can mean: $raw', ({ raw, form }) => {
  expect(formOfSearch(parseImagesSearch(raw))).toEqual(form)
})
