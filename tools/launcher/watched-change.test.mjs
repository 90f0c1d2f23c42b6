import { expect, test } from 'vitest'
import { changeOf } from './watched-change.mjs'

test.each([
  ['apps/worker/src', 'main.ts', 'restart'],
  ['packages/domain/src', 'credits/post-entry.ts', 'restart'],
  ['packages/workflows/src', 'generate-creation.ts', 'bundle'],
  ['packages/contracts/src', 'errors.ts', 'bundle'],
  ['packages/workflows/src', 'replay.test.ts', null],
  ['packages/domain/src', 'credits/post-entry.int.test.ts', null],
  ['packages/domain/src', 'credits/.post-entry.ts.swp', null],
  ['packages/domain/src', null, 'restart'],
])('a change of %s/%s asks for %s', (folder, file, change) => {
  expect(changeOf(folder, file)).toBe(change)
})
