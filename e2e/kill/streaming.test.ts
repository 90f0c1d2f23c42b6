import type { ProgressEvent } from '@mozhou/contracts/generations/events'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { bareId } from '../support/ids.ts'
import { openPaused } from '../support/paused-reader.ts'
import { holdCreation } from '../support/row-lock.ts'
import { writingScene } from '../support/scene.ts'
import type { Scene } from '../support/scene.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { expectOrdered, expectWritten } from '../support/verdict.ts'
import { watch } from '../support/viewer.ts'
import type { Viewer, ViewerOptions } from '../support/viewer.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))
afterEach(() => stack.sandbox.clear())

const slow = { fault: 'slow-tokens', arg: 25 }
const watchToo = ({ person, generationId }: Scene, options?: ViewerOptions) =>
  watch(person.api, formatId('generation', generationId), options)

test('two viewers see the same text, one from the start and one from the middle', async () => {
  const scene = await writingScene(stack, slow)
  await scene.viewer.sawDeltas(10)
  const second = watchToo(scene)
  await second.sawDeltas(1)
  await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
  await expectWritten(stack, scene.person, scene.generationId, second)
  const [first] = second.events
  expect(first?.event.type).toBe('snapshot')
  expect(scene.viewer.text().startsWith(textOf(first?.event))).toBe(true)
  expect(textOf(first?.event).length).toBeGreaterThan(20)
})

test('a refreshed page has the text so far at once, and goes on', async () => {
  const scene = await writingScene(stack, slow)
  await scene.viewer.sawDeltas(8)
  scene.viewer.leave()
  const before = scene.viewer.text()
  const refreshed = watchToo(scene)
  await refreshed.saw('snapshot')
  expect(textOf(refreshed.events[0]?.event).startsWith(before)).toBe(true)
  await expectWritten(stack, scene.person, scene.generationId, refreshed)
})

test('coming back after an event brings everything after it, once', async () => {
  const scene = await writingScene(stack, slow)
  const left = watchToo(scene)
  await left.sawDeltas(5)
  left.leave()
  const resumed = watchToo(scene, { after: left.lastEventId(), text: left.text() })
  await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
  await resumed.done()
  expect(resumed.streamed()).toBe(scene.viewer.text())
  const together = [...deltaIds(left), ...deltaIds(resumed)]
  expect(together).toEqual([...new Set(together)])

  // Nobody writes any more: the rest of the story is the same from every point of it.
  const told = scene.viewer.events
  for (const position of [0, 1, Math.floor(told.length / 2), told.length - 3]) {
    const replay = watchToo(scene, { after: told[position]?.id ?? null })
    await replay.done()
    expect(replay.events).toEqual(told.slice(position + 1))
  }
})

test('a client that does not read delays nobody, and has everything when it reads', async () => {
  const scene = await writingScene(stack, slow)
  const paused = await openPaused(
    scene.person.api.eventsUrl(formatId('generation', scene.generationId)),
    scene.person.api.token,
  )
  await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
  const messages = await paused.readAll()
  const events = messages.filter(({ id }) => id !== null).map(({ data }) => JSON.parse(data) as ProgressEvent)
  expect(events.at(-1)).toEqual(scene.viewer.events.at(-1)?.event)
  // All but the stored text that comes with the end.
  const streamed = events
    .slice(0, -2)
    .reduce((text, event) => (event.type === 'delta' ? text + event.text : textOf(event)), '')
  expect(streamed).toBe(scene.viewer.text())
})

test('done is told only when the version is there to be read', async () => {
  const scene = await writingScene(stack, { fault: 'slow-tokens', arg: 30 })
  let versionsAtDone = -1
  const reader = watchToo(scene, {
    onEvent: async ({ event }) => {
      if (event.type !== 'done') return
      const rows = await stack.database.rows('SELECT 1 FROM creation_versions WHERE id = $1', [
        bareId('version', event.versionId ?? ''),
      ])
      versionsAtDone = rows.length
    },
  })
  const lock = await holdCreation(stack.database, scene.creationId)
  await lock.untilWorkerWaits()
  // The text is whole and not committed: nobody may be told, neither who was here nor who comes now.
  const late = watchToo(scene)
  await late.saw('snapshot')
  for (const viewer of [scene.viewer, reader, late]) {
    expect(viewer.events.some(({ event }) => event.type === 'done')).toBe(false)
  }
  await lock.release()
  await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
  await expectWritten(stack, scene.person, scene.generationId, late)
  await reader.done()
  expect(versionsAtDone).toBe(1)
})

test('a model that gives up mid-text is announced, and the next one starts the text anew', async () => {
  const scene = await writingScene(stack, { fault: 'cut:12', times: 2 })
  await expectWritten(stack, scene.person, scene.generationId, scene.viewer)
  const resets = scene.viewer.events.flatMap(({ event }) => (event.type === 'reset' ? [event] : []))
  expect(resets.at(-1)).toMatchObject({ isFallback: true, attempt: 1, text: '' })
  expectOrdered(scene.viewer)
})

function deltaIds(viewer: Viewer): string[] {
  return viewer.events.filter(({ event }) => event.type === 'delta').map(({ id }) => id)
}

const textOf = (event: ProgressEvent | undefined) => (event && 'text' in event ? event.text : '')
