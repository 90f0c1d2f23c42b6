import { expect, it } from 'vitest'
import { findLeaks } from './find-leaks.ts'

const personal = {
  names: ['u0a1b2c3d4e5f', 'u0a1b2c3d4e5f@example.com', '山野行者', '小满', 'operator', 'admin'],
  texts: ['城市露营的十个要点，先看天气再看场地。', '{"topic":"how to choose a tent for a family of four"}'],
}
const leaksIn = (text: string) =>
  findLeaks([{ name: 'api.log', bytes: Buffer.from(text) }], personal).map(({ kind, found }) => [kind, found])

it.each([
  ['ERROR: duplicate key DETAIL: Key (email_key)=(somebody@example.com)', 'e-mail', 'somebody@example.com'],
  ['{"user":"U0A1B2C3D4E5F"}', 'name', 'U0A1B2C3D4E5F'],
  ['{"displayName":"山野行者"}', 'name', '山野行者'],
  ['generate 城市露营的十个要点 now', 'text', '城市露营的十个要点'],
  ['topic: how to choose a tent', 'text', 'how to choose a tent'],
  [`key mz_live_${'a'.repeat(43)}`, 'secret', `mz_live_${'a'.repeat(43)}`],
  [
    'Bearer eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abcdefghijklmnop',
    'secret',
    'eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.abcdefghijklmnop',
  ],
  [`hash $2b$12$${'x'.repeat(53)}`, 'secret', `$2b$12$${'x'.repeat(53)}`],
  ['connects to postgresql://mozhou:geheim@127.0.0.1/mozhou', 'secret', 'postgresql://mozhou:geheim@127.0.0.1'],
])('finds what was planted: %s', (line, kind, found) => {
  expect(leaksIn(`{"level":30,"msg":"api listens"}\n${line}\n`)).toEqual([[kind, found]])
})

it('finds it within the bytes of a database', () => {
  const bytes = Buffer.concat([
    Buffer.from([0, 1, 0xff, 0xfe]),
    Buffer.from('"城市露营的十个要点"'),
    Buffer.from([0x80, 0, 7]),
  ])
  expect(findLeaks([{ name: 'temporal.db', bytes }], personal)).toEqual([
    { trace: 'temporal.db', kind: 'text', found: '城市露营的十个要点' },
  ])
})

it('tells an address in a database from bytes that happen to look like one', () => {
  const bytes = Buffer.concat([Buffer.from([0, 1]), Buffer.from(' h@6.tH \0nobody@nowhere.example\0')])
  expect(findLeaks([{ name: 'temporal.db', bytes }], personal)).toEqual([
    { trace: 'temporal.db', kind: 'e-mail', found: 'nobody@nowhere.example' },
  ])
  expect(leaksIn('from h@6.tH')).toEqual([['e-mail', 'h@6.tH']])
})

it('passes what processes say of themselves', () => {
  const lines = [
    '{"level":30,"userId":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","method":"POST","path":"/trpc/writing.generate","status":200}',
    '{"identity":"12345@vm.example.internal","role":"operator","summary":"公众号文章 等待后优先级上调"}',
    'at file:///srv/node_modules/vitest@5.1.1/dist/a.js go.temporal.io/server@v1.31.2/common',
    'LOG:  database system is ready to accept connections',
    'postgresql://127.0.0.1:5432/mozhou',
  ]
  expect(leaksIn(lines.join('\n'))).toEqual([])
})
