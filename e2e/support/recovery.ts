import type { Viewer } from './viewer.ts'

/** From now on: prints how long it takes each viewer to see the end. Awaiting the viewer is the test's own affair. */
export function timeRecovery(what: string, ...viewers: Viewer[]): void {
  const startedAt = performance.now()
  const tell = () => console.log(`${what}: recovered in ${Math.round(performance.now() - startedAt)} ms`)
  // A viewer that never sees the end fails its test, which says so.
  for (const viewer of viewers) viewer.done().then(tell, () => {})
}
