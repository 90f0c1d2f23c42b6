import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFlagsOf } from './node-settings.mjs'
import { root } from './paths.mjs'

test.each(['README.md', 'README.zh-CN.md', 'docs/operations.md'])(
  '%s starts the API with the flags that it has here',
  (page) => {
    const started = ['node', ...nodeFlagsOf('api'), 'apps/api/src/main.ts'].join(' ')
    expect(readFileSync(join(root, page), 'utf8')).toContain(`\`${started}\``)
  },
)

test('other processes have none', () => {
  expect(['worker', 'sandbox'].flatMap(nodeFlagsOf)).toEqual([])
})
