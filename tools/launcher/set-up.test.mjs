import { chmodSync, existsSync, mkdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isInstalled } from './dependencies.mjs'
import { findExecutable } from './find-executable.mjs'
import { isNewEnough } from './node-runtime.mjs'
import { findPostgresBinaries, restoreLinks } from './postgres-binaries.mjs'
import { clearStalePid } from './postgres-stale-pid.mjs'
import { demoAccounts, hashOf, seed } from './prepare.mjs'
import { redisWheel } from './redis-binary.mjs'
import { redisArguments } from './redis-server.mjs'
import { isCompatible, temporalWheel } from './temporal-binary.mjs'
import { searchAttributes, temporalArguments } from './temporal-server.mjs'
import { defaultPorts } from './ports.mjs'
import { formatTable } from './table.mjs'
import { testFolder, testSession } from './testing-folder.mjs'
import { welcomeTable } from './welcome.mjs'

describe('isInstalled', () => {
  const lock = (/** @type {object} */ packages) => JSON.stringify({ packages })
  const zod = { version: '4.6.7', integrity: 'sha512-a' }
  const wanted = lock({
    '': { name: 'mozhou' },
    'apps/api': { version: '0.1.0' },
    'node_modules/zod': zod,
    'node_modules/@mozhou/api': { resolved: 'apps/api', link: true },
    'node_modules/@x/darwin': { version: '1.0.0', integrity: 'sha512-d', optional: true },
  })
  const present = { 'node_modules/zod': zod, 'node_modules/@mozhou/api': { resolved: 'apps/api', link: true } }

  test('packages for other platforms may be absent', () => {
    expect(isInstalled(wanted, lock(present))).toBe(true)
  })

  test.each([
    ['another version', { ...present, 'node_modules/zod': { ...zod, version: '4.6.6' } }],
    ['other content', { ...present, 'node_modules/zod': { ...zod, integrity: 'sha512-b' } }],
    ['a missing package', { 'node_modules/zod': zod }],
    ['a package that the lock does not know', { ...present, 'node_modules/left': zod }],
  ])('%s needs npm ci', (_, packages) => {
    expect(isInstalled(wanted, lock(packages))).toBe(false)
  })
})

test.each([
  ['v24.21.0', true],
  ['v26.0.0', true],
  ['v22.23.3', false],
  ['v18.20.8', false],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected)
})

test('the first program on PATH that can be run is found', () => {
  const folder = testFolder()
  writeFileSync(join(folder, 'valkey-server'), '')
  expect(findExecutable(['redis-server', 'valkey-server'], { PATH: `/nowhere:${folder}` })).toBeNull()
  chmodSync(join(folder, 'valkey-server'), 0o755)
  expect(findExecutable(['redis-server', 'valkey-server'], { PATH: `/nowhere:${folder}` })).toBe(
    join(folder, 'valkey-server'),
  )
  expect(findExecutable(['x'], {})).toBeNull()
})

test("PostgreSQL's links are restored, also over a broken one, and twice without harm", () => {
  const folder = testFolder()
  mkdirSync(join(folder, 'native', 'lib'), { recursive: true })
  const source = 'native/lib/libpq.so.5.18'
  writeFileSync(join(folder, source), '')
  const links = ['native/lib/libpq.so.5', 'native/lib/libpq.so'].map((target) => ({ source, target }))
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  restoreLinks(folder)
  rmSync(join(folder, 'native/lib/libpq.so'))
  restoreLinks(folder)
  expect(links.map(({ target }) => readlinkSync(join(folder, target)))).toEqual(['libpq.so.5.18', 'libpq.so.5.18'])
})

test('missing PostgreSQL binaries name both ways out', () => {
  expect(() => findPostgresBinaries(testFolder())).toThrow(/PostgreSQL's binaries for .* are not in node_modules/)
})

test('a postmaster.pid whose number belongs to another program is removed', () => {
  const data = testFolder()
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n`)
  clearStalePid(data)
  expect(existsSync(join(data, 'postmaster.pid'))).toBe(false)
})

test('demo accounts are read out of whatever else the seed prints', () => {
  const line = '{"account":"creator","username":"creator","password":"p","app":"web"}'
  expect(demoAccounts(`seeds 12 models\n${line}\n{"other":1}\n`)).toEqual([
    { account: 'creator', username: 'creator', password: 'p', app: 'web' },
  ])
})

test("a throw-away run's seed sees nothing of a person's .env", async () => {
  const { session } = testSession()
  const folder = join(session.root, 'packages', 'domain', 'src', 'seed')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(session.root, '.env'), 'QWEN_API_KEY=paid')
  writeFileSync(
    join(folder, 'main.ts'),
    `console.log(JSON.stringify({ account: 'creator', password: process.env['QWEN_API_KEY'] ?? 'none' }))`,
  )
  writeFileSync(join(session.root, 'packages', 'domain', 'package.json'), '{"type":"module"}')
  expect(await seed(session)).toEqual([{ account: 'creator', password: 'none' }])
})

test('the hash of a folder changes with content and names, not with absent files', () => {
  const folder = testFolder()
  writeFileSync(join(folder, 'a.prisma'), 'model A')
  const before = hashOf([folder, join(folder, 'absent')])
  expect(hashOf([folder])).toBe(before)
  writeFileSync(join(folder, 'b.prisma'), '')
  const named = hashOf([folder])
  writeFileSync(join(folder, 'b.prisma'), 'model B')
  expect(new Set([before, named, hashOf([folder])]).size).toBe(3)
})

test.each([
  ['temporal version 1.8.2 (Server 1.31.2, UI 2.50.1)', true],
  ['temporal version 1.10.0 (Server 1.33.0, UI 2.60.0)', true],
  ['temporal version 1.5.1 (Server 1.29.1, UI 2.40.0)', false],
  ['temporal version 2.0.0', false],
  ['', false],
])('%j can serve: %s', (line, expected) => {
  expect(isCompatible(line)).toBe(expected)
})

test('Temporal listens on loopback, on a file, with every search attribute', () => {
  const args = temporalArguments({ ports: defaultPorts, database: '/data/temporal.db' }).join(' ')
  expect(args).toContain('server start-dev --ip 127.0.0.1 --port 7233 --ui-port 8233')
  expect(args).toContain('--db-filename /data/temporal.db')
  expect(args.match(/--search-attribute /g)).toHaveLength(Object.keys(searchAttributes).length)
})

test("search attributes stay within Temporal's SQL limits: 10 Keyword, 3 of each other type", () => {
  /** @type {Record<string, number>} */
  const counts = {}
  for (const type of Object.values(searchAttributes)) counts[type] = (counts[type] ?? 0) + 1
  const { Keyword = 0, ...others } = counts
  expect(Keyword).toBeLessThanOrEqual(10)
  expect(Math.max(...Object.values(others))).toBeLessThanOrEqual(3)
})

test('product data in Redis is appended to disk, throw-away data is not', () => {
  const options = { port: 3379, folder: '/data/redis' }
  expect(redisArguments({ ...options, throwAway: false }).join(' ')).toContain(
    '--bind 127.0.0.1 --port 3379 --dir /data/redis',
  )
  expect(redisArguments({ ...options, throwAway: false }).join(' ')).toContain('--appendonly yes')
  expect(redisArguments({ ...options, throwAway: true }).join(' ')).toContain('--appendonly no')
})

test('every fetched wheel is pinned to one version and one hash', () => {
  for (const wheel of [redisWheel, temporalWheel]) {
    expect(wheel.requirement).toMatch(/^[a-z-]+==\d+(\.\d+)+$/)
    for (const { sha256, select } of Object.values(wheel.platforms)) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(select[0]).toBe('--platform')
    }
  }
})

test('columns line up, a Chinese character counting twice', () => {
  expect(
    formatTable(
      [
        ['管理员', 'a'],
        ['x', 'b'],
      ],
      '',
    ),
  ).toBe('管理员  a\nx       b')
})

test('the welcome shows addresses and accounts, and no password of a server of your own', () => {
  const env = { DATABASE_URL: 'postgresql://me:secret@db.example/x', REDIS_URL: 'redis://:hidden@r.example' }
  const accounts = [{ account: 'creator', username: 'demo', password: 'demo-pass', app: 'web' }]
  const text = welcomeTable(defaultPorts, env, accounts)
  expect(text).toContain('http://127.0.0.1:3000')
  expect(text).toMatch(/creator\s+demo\s+demo-pass\s+web/)
  expect(text).toContain('postgresql://me:…@db.example/x')
  expect(text).not.toMatch(/secret|hidden/)
})
