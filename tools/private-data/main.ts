import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { withDatabase } from '@mozhou/db/database-url'
import { readPersonalData } from '@mozhou/db/testing/personal-data'
import type { PersonalData } from '@mozhou/db/testing/personal-data'
import { Client } from 'pg'
import { readTestRun } from './env.ts'
import { findLeaks } from './find-leaks.ts'
import type { Trace } from './find-leaks.ts'

// The last step of a test run: nothing that its servers and processes have written names its people or repeats what they wrote.

/** What is written for people at the terminal (results of suites, the seed's accounts) is no log. */
const written =
  /^(?:(?:postgres|redis|temporal|sandbox|api|worker|other-worker|web|admin)\.log(?:\.\d)?|test-\d+\.log|temporal\.db(?:-wal)?)$/

const { postgresUrl, traces: folder, metrics } = readTestRun()
const personal = together([...(await notedByTests(folder)), ...(await inDatabases(postgresUrl))])
const traces = [...(await readTraces(dirname(folder))), ...(await Promise.all(metrics.map(readMetrics)))]
const leaks = findLeaks(traces, personal)
const megabytes = traces.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
console.log(
  `${traces.length} traces, ${megabytes.toFixed(1)} MB; ${personal.names.length} names, ${personal.texts.length} texts`,
)
for (const { trace, kind, found } of leaks.slice(0, 50)) console.log(`${trace}: ${kind}: ${found.slice(0, 120)}`)
// A run that wrote nothing proves nothing.
if (traces.length === 0) console.log('there is nothing to search')
process.exitCode = leaks.length > 0 || traces.length === 0 ? 1 : 0

async function notedByTests(path: string): Promise<PersonalData[]> {
  const files = (await readdir(path)).filter((name) => name.endsWith('.personal.json'))
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(path, name), 'utf8')) as PersonalData))
}

async function inDatabases(url: string): Promise<PersonalData[]> {
  const names = await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datallowconn AND NOT datistemplate AND datname NOT LIKE 'mozhou\\_template%'`,
    )
    return rows.map(({ name }) => name)
  })
  return Promise.all(names.map((name) => withClient(withDatabase(url, name), readPersonalData)))
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url)
  await client.connect()
  return work(client).finally(() => client.end())
}

async function readTraces(home: string): Promise<Trace[]> {
  const places = [home, join(home, 'logs'), folder]
  const own = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  for (const { name } of own) places.push(join(folder, name), join(folder, name, 'logs'))
  const files = await Promise.all(
    places.map(async (place) =>
      (await readdir(place)).filter((name) => written.test(name)).map((name) => join(place, name)),
    ),
  )
  return Promise.all(
    files.flat().map(async (path) => ({ name: relative(home, path) || basename(path), bytes: await readFile(path) })),
  )
}

async function readMetrics(url: string): Promise<Trace> {
  return { name: url, bytes: Buffer.from(await (await fetch(url)).arrayBuffer()) }
}

function together(all: readonly PersonalData[]): PersonalData {
  return {
    names: [...new Set(all.flatMap(({ names }) => names))],
    texts: [...new Set(all.flatMap(({ texts }) => texts))],
  }
}
