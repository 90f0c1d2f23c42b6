import { cpus, totalmem } from 'node:os'
import { benchGeneration } from './generation.ts'
import { benchLedger } from './ledger.ts'

const ms = (value: number) => value.toFixed(0)
const [model] = cpus()
console.log(
  `Machine: ${cpus().length} × ${model?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}\n`,
)

const { latency, throughput } = await benchGeneration()
console.log('Generation, added over the sandbox called directly (ms)')
console.log(
  '| callers | samples | first token p50 | p95 | total p50 | p95 | direct first token p50 | direct total p50 |',
)
console.log('|---|---|---|---|---|---|---|---|')
for (const row of latency) {
  const cells = [
    row.addedFirstToken.p50,
    row.addedFirstToken.p95,
    row.addedTotal.p50,
    row.addedTotal.p95,
    row.direct.firstTokenP50,
    row.direct.totalP50,
  ]
  console.log(`| ${row.callers} | ${row.samples} | ${cells.map(ms).join(' | ')} |`)
}
console.log(
  `\nDurable generations: ${throughput.perSecond.toFixed(1)}/s (${throughput.generations} in ${throughput.seconds.toFixed(1)} s, ${throughput.failed} failed)`,
)
console.log(
  'CPU seconds per 1,000:',
  Object.entries(throughput.cpuPer1000)
    .map(([name, value]) => `${name} ${value.toFixed(1)}`)
    .join(', '),
)

console.log('\nLedger writes per second')
console.log('| accounts | callers | domain | plain pg | ratio | overspends |')
console.log('|---|---|---|---|---|---|')
for (const row of await benchLedger()) {
  console.log(
    `| ${row.accounts} | ${row.callers} | ${ms(row.domainPerSecond)} | ${ms(row.pgPerSecond)} | ${row.ratio.toFixed(2)} | ${row.overspends} |`,
  )
}
