import { verifyDelivery, type Delivery, type Verdict } from './verify-delivery.ts'

/** How a customer's server behaves: `slow` answers after its caller has given up, `cut` hangs up. */
export const manners = ['ok', 'error', 'slow', 'cut'] as const
export type Manner = (typeof manners)[number]

export interface HookBox {
  name: string
  secret: string
  manner: Manner
  deliveries: readonly Delivery[]
}

export interface HookBoxes {
  /** Under this name; there is one for any. */
  find(name: string): HookBox
  list(): readonly HookBox[]
  set(name: string, changed: Partial<Pick<HookBox, 'secret' | 'manner'>>): void
  take(name: string, delivery: Delivery): void
  clear(): void
}

const kept = 100
const mostBoxes = 50

export const boxName = /^[a-z0-9-]{1,40}$/u

/** Servers of customers, each under a name of its own: what came to them, newest first. */
export function createHookBoxes(): HookBoxes {
  const boxes = new Map<string, HookBox>()
  const find = (name: string): HookBox => boxes.get(name) ?? { name, secret: '', manner: 'ok', deliveries: [] }
  const keep = (box: HookBox) => {
    boxes.set(box.name, box)
    const [oldest] = boxes.keys()
    if (boxes.size > mostBoxes && oldest !== undefined) boxes.delete(oldest)
  }
  return {
    find,
    list: () => [...boxes.values()],
    set: (name, changed) => keep({ ...find(name), ...changed }),
    take(name, delivery) {
      const box = find(name)
      keep({ ...box, deliveries: [delivery, ...box.deliveries].slice(0, kept) })
    },
    clear: () => boxes.clear(),
  }
}

/** Judged anew at each look: the secret may be pasted after the first one came. */
export const judged = ({ secret, deliveries }: HookBox): (Delivery & { verdict: Verdict })[] =>
  deliveries.map((delivery) => ({ ...delivery, verdict: verifyDelivery(secret, delivery) }))
