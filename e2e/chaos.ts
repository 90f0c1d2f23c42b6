import { runChaos } from './chaos/run-chaos.ts'
import { longStorm } from './chaos/storms.ts'
import { isIntact, tellChaos } from './chaos/tell.ts'

/**
 * `npm run chaos`: forty texts under way, twenty kills and freezes of random parts in ten minutes, on a stack of its own. `npm run chaos -- 7` draws the
 * strikes of seed 7 again. Ends with 0 when nothing was lost, doubled or stuck and the ledger is proven.
 */
const seed = Number(process.argv[2] ?? Date.now() % 100_000)
if (!Number.isSafeInteger(seed)) throw new Error('npm run chaos -- <seed>, a whole number')
const startedAt = Date.now()
const say = (line: string) => console.log(`${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}`)
say(`seed ${seed}`)
const result = await runChaos({ ...longStorm, seed, say })
console.log(`\n${tellChaos(result)}`)
// Sockets of parts that were struck may keep the process alive.
process.exit(isIntact(result) ? 0 : 1)
