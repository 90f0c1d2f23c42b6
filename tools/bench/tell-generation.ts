import { benchGeneration, quickGenerationBench, wholeGenerationBench } from './generation.ts'
import type { GenerationFigures } from './generation.ts'
import type { ThroughputRow } from './generation-throughput.ts'

const ms = (value: number) => value.toFixed(0)
const times = (value: number, base: number) => (base > 0 ? `${(value / base).toFixed(1)} ×` : '–')

/** The main job as it is, and against the least that does the same work: ratios mean something on any machine. */
export async function tellGeneration(isQuick: boolean): Promise<void> {
  const figures = await benchGeneration(isQuick ? quickGenerationBench : wholeGenerationBench)
  tellLatency(figures)
  tellThroughput(figures)
}

function tellLatency({ latency }: GenerationFigures): void {
  console.log('Generation, added over the sandbox called directly (ms), of the platform and of the baseline')
  console.log(
    '| callers | samples | first token p50 | p95 | total p50 | p95 | baseline first token p50 | p95 | total p50 | p95 | direct first token p50 | direct total p50 |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|---|')
  for (const { callers, samples, platform, baseline, direct } of latency) {
    const cells = [platform, baseline].flatMap(({ firstToken, total }) => [
      firstToken.p50,
      firstToken.p95,
      total.p50,
      total.p95,
    ])
    cells.push(direct.firstTokenP50, direct.totalP50)
    console.log(`| ${callers} | ${samples} | ${cells.map(ms).join(' | ')} |`)
  }
  console.log('\nAgainst the baseline, p50')
  console.log('| callers | first token later by, ms | first token | time added | whole time |')
  console.log('|---|---|---|---|---|')
  for (const { callers, platform, baseline, direct } of latency) {
    const { firstTokenP50, totalP50 } = direct
    const cells = [
      ms(platform.firstToken.p50 - baseline.firstToken.p50),
      times(firstTokenP50 + platform.firstToken.p50, firstTokenP50 + baseline.firstToken.p50),
      times(platform.total.p50, baseline.total.p50),
      times(totalP50 + platform.total.p50, totalP50 + baseline.total.p50),
    ]
    console.log(`| ${callers} | ${cells.join(' | ')} |`)
  }
}

function tellThroughput({ throughput: { platform, baseline } }: GenerationFigures): void {
  tellRow('Durable generations', platform)
  tellRow('Baseline', baseline)
  const cpu = [own(platform), own(baseline)] as const
  console.log(
    `Against the baseline: CPU ${times(...cpu)} (${cpu.map((value) => value.toFixed(1)).join(' to ')} s per 1,000, without the sandbox), per second ${times(platform.perSecond, baseline.perSecond)}`,
  )
}

function tellRow(name: string, row: ThroughputRow): void {
  console.log(
    `\n${name}: ${row.perSecond.toFixed(1)}/s (${row.generations} in ${row.seconds.toFixed(1)} s, ${row.failed} failed), ${row.transactionsEach.toFixed(1)} database transactions each`,
  )
  console.log(
    'CPU seconds per 1,000:',
    Object.entries(row.cpuPer1000)
      .map(([process, value]) => `${process} ${value.toFixed(1)}`)
      .join(', '),
  )
}

/** The sandbox stands for the vendor, whose CPU is not ours. */
function own({ cpuPer1000 }: ThroughputRow): number {
  return Object.entries(cpuPer1000).reduce((sum, [process, value]) => (process === 'sandbox' ? sum : sum + value), 0)
}
