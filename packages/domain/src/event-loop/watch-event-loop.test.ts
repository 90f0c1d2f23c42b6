import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'

const watcher = new URL('watch-event-loop.ts', import.meta.url).href

/** A program that blocks its event loop after it has come round, and what it wrote. */
async function run(work: string): Promise<Record<string, unknown>[]> {
  const script = `
    import { watchEventLoop } from ${JSON.stringify(watcher)}
    const watch = watchEventLoop({ name: 'part', limitMs: 1_000, underWay: () => ['POST /trpc/writing.generate'] })
    ${work}
    setTimeout(() => { heavyWork(); setTimeout(() => watch.close(), 1_500) }, 1_500)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  await new Promise((resolve) => child.once('close', resolve))
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

it('says what blocks the event loop and what is under way, and when it comes round again', async () => {
  const busy = 'function heavyWork() { const end = Date.now() + 3_000; while (Date.now() < end); }'
  const [blocked, over, ...more] = await run(busy)
  expect(blocked).toMatchObject({
    level: 50,
    name: 'part',
    msg: 'the event loop is blocked',
    stack: expect.arrayContaining([expect.stringMatching(/^heavyWork .*:\d+$/)]),
    underWay: ['POST /trpc/writing.generate'],
  })
  expect(over).toMatchObject({ level: 40, msg: 'the event loop comes round again' })
  expect(more).toEqual([])
})

it('says so too when it is not our code that does', async () => {
  const asleep = `import { execFileSync } from 'node:child_process'
    function heavyWork() { execFileSync('sleep', ['4.5']) }`
  const [blocked] = await run(asleep)
  expect(blocked).toMatchObject({ msg: 'the event loop is blocked', stack: null })
})
