import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createOrderWakes } from './order-wakes.ts'

const log = pino({ level: 'silent' })
const ended = (orderId: string) => ({ orderId, isOver: true })

function openWakes(patienceMs?: number) {
  const woken: string[] = []
  const wakes = createOrderWakes({
    log,
    wake: async ({ orderId }) => {
      woken.push(orderId)
      if (orderId === 'lost') throw new Error('Temporal is away')
      await sleep(1)
    },
    ...(patienceMs !== undefined && { patienceMs }),
  })
  return { woken, wakes }
}

describe('wakes of orders', () => {
  it('go at once while no notice is being taken', () => {
    const { woken, wakes } = openWakes()
    wakes.add(ended('a'))
    expect(woken).toEqual(['a'])
  })

  it('wait for the notices that are being taken, each order once', async () => {
    const { woken, wakes } = openWakes()
    let answer = () => {}
    const taking = wakes.taking(() => new Promise<void>((resolve) => (answer = resolve)))
    for (const orderId of ['a', 'b', 'a']) wakes.add(ended(orderId))
    await sleep(5)
    expect(woken).toEqual([])
    answer()
    await taking
    await wakes.done()
    expect(woken).toEqual(['a', 'b'])
  })

  it('are held back by a burst for no longer than they may be', async () => {
    const { woken, wakes } = openWakes(10)
    const burst = wakes.taking(() => sleep(200))
    wakes.add(ended('a'))
    await sleep(100)
    expect(woken).toEqual(['a'])
    await burst
  })

  it('go a few at a time, and one that is lost keeps no other back', async () => {
    const { woken, wakes } = openWakes()
    const orderIds = ['lost', ...Array.from({ length: 20 }, (_, n) => `order-${n}`)]
    for (const orderId of orderIds) wakes.add(ended(orderId))
    expect(woken).toHaveLength(4)
    await wakes.done()
    expect(woken).toEqual(orderIds)
  })

  it('say that nothing is left to do only where everybody who told of the order says so', async () => {
    const told: boolean[] = []
    const wakes = createOrderWakes({ log, wake: async ({ isOver }) => void told.push(isOver) })
    await wakes.taking(async () => {
      for (const isOver of [true, false, true]) wakes.add({ orderId: 'a', isOver })
      wakes.add(ended('b'))
    })
    await wakes.done()
    expect(told).toEqual([false, true])
  })

  it('are done when there are none', async () => {
    await openWakes().wakes.done()
  })
})
