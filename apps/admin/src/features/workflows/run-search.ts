/** Runs that run or need somebody, those of them that need somebody, or those that somebody has seen to. */
export const runViews = ['open', 'attention', 'handled'] as const
export type RunView = (typeof runViews)[number]

export interface RunSearch {
  view?: RunView
}

export function parseRunSearch(raw: Record<string, unknown>): RunSearch {
  const view = runViews.find((candidate) => candidate === raw['view'])
  return view === undefined || view === 'open' ? {} : { view }
}

interface Seen {
  status: string
  needsAttention: boolean
  acknowledgement: unknown
}

export function isIn(view: RunView, run: Seen): boolean {
  const isHandled = run.needsAttention && run.acknowledgement !== null
  switch (view) {
    case 'open':
      return !isHandled || run.status === 'RUNNING'
    case 'attention':
      return run.needsAttention && !isHandled
    case 'handled':
      return isHandled
  }
}
