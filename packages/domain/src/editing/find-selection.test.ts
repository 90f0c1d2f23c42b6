import { expect, test } from 'vitest'
import { findSelection } from './find-selection.ts'

const marked = { start: 2, end: 4, text: '好看' }

test.each([
  ['at its place', '真的好看，好看', { start: 2, end: 4 }],
  ['moved by what was written before it', '这一次真的好看', { start: 5, end: 7 }],
  ['gone', '真的漂亮', null],
  ['moved, and there twice', '这一次好看，真好看', null],
  ['in a field that is no text any more', ['好看'], null],
])('a selection that is %s', (_, field, place) => {
  expect(findSelection(field, marked)).toEqual(place)
})
