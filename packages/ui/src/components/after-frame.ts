/**
 * Runs work once, in a task of its own behind the next frame: what it costs the page to lay out and paint, and what the work costs, are never one
 * long wait. Gives back how to leave it undone.
 */
export function afterFrame(work: () => void): () => void {
  let task: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    task = setTimeout(work)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(task)
  }
}
