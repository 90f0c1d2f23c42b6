import { cpus, totalmem } from 'node:os'
import { benchAudit } from './audit.ts'
import { benchBursts } from './bursts.ts'
import { benchCoupons } from './coupons.ts'
import { benchCampaigns } from './campaigns.ts'
import { benchLedger } from './ledger.ts'
import { benchOrders } from './orders.ts'
import { benchPlatforms, firstPlatforms, workLength } from './platforms.ts'
import { tellFiles } from './tell-files.ts'
import { benchPublications } from './publications.ts'
import { benchProcedures } from './procedures.ts'
import { tellGeneration } from './tell-generation.ts'
import { benchTexts, longText } from './texts.ts'
import { benchTools } from './tools.ts'
import { benchViewers } from './viewers.ts'

const ms = (value: number) => value.toFixed(0)
const [model] = cpus()
console.log(
  `Machine: ${cpus().length} × ${model?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}\n`,
)

/** `npm run bench -- viewers tools` measures only those, `generation quick` with few samples. */
const isQuick = process.argv.includes('quick')
const chosen = process.argv.slice(2).filter((name) => name !== 'quick')
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name)

if (isChosen('generation')) await tellGeneration(isQuick)
if (isChosen('ledger')) await tellLedger()
if (isChosen('audit')) await tellAudit()
if (isChosen('orders')) await tellOrders()
if (isChosen('coupons')) await tellCoupons()
if (isChosen('campaigns')) await tellCampaigns()
if (isChosen('procedures')) await tellProcedures()
if (isChosen('bursts')) await tellBursts()
if (isChosen('viewers')) await tellViewers()
if (isChosen('tools')) tellTools()
if (isChosen('texts')) await tellTexts()
if (isChosen('platforms')) tellPlatforms()
if (isChosen('files')) await tellFiles()
if (isChosen('publications')) await tellPublications()

async function tellLedger(): Promise<void> {
  console.log('\nLedger writes per second')
  console.log('| accounts | callers | domain | plain pg | ratio | overspends |')
  console.log('|---|---|---|---|---|---|')
  for (const row of await benchLedger()) {
    console.log(
      `| ${row.accounts} | ${row.callers} | ${ms(row.domainPerSecond)} | ${ms(row.pgPerSecond)} | ${row.ratio.toFixed(2)} | ${row.overspends} |`,
    )
  }
}

async function tellAudit(): Promise<void> {
  console.log('\nThe audit of the whole ledger')
  console.log(
    '| entries | succeeded generations | sum s | audit s | ratio | batches | longest batch ms | page ms | failed rules |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|')
  for (const row of await benchAudit()) {
    const { sumSeconds, auditSeconds, ratio, longestBatchMs, pageMs } = row
    const cells = [
      sumSeconds.toFixed(2),
      auditSeconds.toFixed(1),
      ratio.toFixed(0),
      row.batches,
      ms(longestBatchMs),
      ms(pageMs),
    ]
    console.log(`| ${row.entries} | ${row.generations} | ${cells.join(' | ')} | ${row.failedChecks} |`)
  }
}

async function tellCoupons(): Promise<void> {
  const { claims, bulk } = await benchCoupons(isQuick)
  console.log('\nClaims per second on one hot coupon')
  console.log('| callers | claimed | single updates by plain pg | ratio | refused once it is gone | beyond its limit |')
  console.log('|---|---|---|---|---|---|')
  for (const { callers, perSecond, pgPerSecond, refusedPerSecond, beyond } of claims) {
    const ratio = (perSecond / pgPerSecond).toFixed(2)
    console.log(
      `| ${callers} | ${ms(perSecond)} | ${ms(pgPerSecond)} | ${ratio} | ${ms(refusedPerSecond)} | ${beyond} |`,
    )
  }
  console.log(
    `\nA bulk issue to ${bulk.people.toLocaleString('en')} people: ${bulk.seconds.toFixed(0)} s, ${bulk.issued} issued, ${bulk.twice} twice`,
  )
}

async function tellCampaigns(): Promise<void> {
  const { participation, audiences } = await benchCampaigns()
  console.log('\nOne campaign that everybody claims, its budget for nine tenths of them')
  console.log('| gives | callers | p50 ms | p95 ms | claims per second | refused, budget used up |')
  console.log('|---|---|---|---|---|---|')
  for (const { gives, callers, p50, p95, perSecond, refused } of participation)
    console.log(`| ${gives} | ${callers} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${ms(perSecond)} | ${refused} |`)
  console.log('\nWhom a campaign is for, in one statement')
  console.log('| audience | people | meant | all of them, ms | one of them, ms |')
  console.log('|---|---|---|---|---|')
  for (const { audience, people, counted, countMs, oneMs } of audiences)
    console.log(`| ${audience} | ${people} | ${counted} | ${ms(countMs)} | ${oneMs.toFixed(1)} |`)
}

async function tellProcedures(): Promise<void> {
  const rows = await benchProcedures()
  const sizes = rows[0]?.timings.map(({ rows: size }) => size.toLocaleString('en')) ?? []
  console.log('\nProcedures over HTTP, one caller, ms (p50 / p95 / p99) by rows in each big table')
  console.log(`| procedure | ${sizes.join(' | ')} |`)
  console.log(`|---|${sizes.map(() => '---|').join('')}`)
  for (const { procedure, timings } of rows) {
    const cells = timings.map(({ p50, p95, p99 }) => [p50, p95, p99].map((value) => value.toFixed(1)).join(' / '))
    console.log(`| ${procedure} | ${cells.join(' | ')} |`)
  }
}

async function tellBursts(): Promise<void> {
  console.log('\nWhat others wait while one sends 200 calls at once: credits.balance over HTTP, ms')
  console.log('| burst | p50 | p95 | slowest | answers of the burst |')
  console.log('|---|---|---|---|---|')
  for (const { burst, p50, p95, slowest, answers } of await benchBursts()) {
    console.log(`| ${burst} | ${[p50, p95, slowest].map(ms).join(' | ')} | ${answers} |`)
  }
}

async function tellViewers(): Promise<void> {
  console.log('\nViewers of one text on one API process')
  console.log(
    '| viewers | finished | MiB idle | MiB watching | KiB each | CPU ms each | first token to all, ms | spread of the end, ms |',
  )
  console.log('|---|---|---|---|---|---|---|---|')
  for (const row of await benchViewers()) {
    const sizes = [row.idleMiB, row.watchingMiB, row.kibPerViewer].map(ms)
    const times = [row.cpuMsPerViewer.toFixed(1), ms(row.firstTokenSpreadMs), ms(row.spreadMs)]
    console.log(`| ${row.viewers} | ${row.finished} | ${[...sizes, ...times].join(' | ')} |`)
  }
}

function tellTools(): void {
  console.log('\nPrompt and parse cost per tool')
  console.log('| tool | prompt µs | prompt characters | parse µs | judge µs |')
  console.log('|---|---|---|---|---|')
  for (const row of benchTools()) {
    const cells = [row.promptMicroseconds, row.promptCharacters, row.parseMicroseconds, row.judgeMicroseconds].map(ms)
    console.log(`| ${row.tool} | ${cells.join(' | ')} |`)
  }
}

async function tellTexts(): Promise<void> {
  console.log(`\nA text of ${longText.toLocaleString('en')} characters`)
  console.log('| work | p50 ms | ÷ tokens of marked |')
  console.log('|---|---|---|')
  for (const { work, ms: taken, ratio } of await benchTexts())
    console.log(`| ${work} | ${taken.toFixed(1)} | ${ratio.toFixed(2)} |`)
}

function tellPlatforms(): void {
  const first = firstPlatforms()
  console.log(`\nA work of ${workLength.toLocaleString('en')} characters for each platform, ms`)
  console.log('| platform | adapted, CPU | checked, CPU | both, by the clock |')
  console.log('|---|---|---|---|')
  for (const { platform, ...times } of benchPlatforms()) {
    const cells = [times.adaptMs, times.checkMs, times.clockMs].map((value) => value.toFixed(1))
    console.log(`| ${platform} | ${cells.join(' | ')} |`)
  }
  console.log(
    `\nAll of them the first time in a fresh process: ${ms(first.cpuMs)} ms of CPU, ${ms(first.clockMs)} by the clock`,
  )
}

async function tellOrders(): Promise<void> {
  const { notices, hammered, checkout, lists } = await benchOrders()
  console.log('\nThe way of money')
  console.log('| what | figure |\n|---|---|')
  console.log(
    `| notices applied per second, ${notices.orders} orders of as many people, ${notices.callers} at once | ${ms(notices.perSecond)} (${notices.credited} credited) |`,
  )
  console.log(`| their workflows ended, s after the last answer | ${notices.behindSeconds.toFixed(1)} |`)
  for (const { process: name, answered, ended } of notices.cpuMs)
    console.log(`| CPU ms a notice, ${name} | ${answered.toFixed(1)}, until all has ended ${ended.toFixed(1)} |`)
  console.log(
    `| one notice ${hammered.times} times at once | ${ms(hammered.ms)} ms, ${hammered.entries} entry, ${hammered.payments} payment |`,
  )
  console.log(`| checkout, press to code, ms | p50 ${ms(checkout.p50)}, p95 ${ms(checkout.p95)} |`)
  for (const { question, p50, p95 } of lists) console.log(`| ${question}, ms | p50 ${ms(p50)}, p95 ${ms(p95)} |`)
}

async function tellPublications(): Promise<void> {
  console.log('\nPublications that are due at one instant: from then to the beginning of each')
  console.log('| due | p50 s | p95 s | the last s | all ended s |')
  console.log('|---|---|---|---|---|')
  const { due, p50, p95, last, ended, cpu } = await benchPublications()
  console.log(`| ${due} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${last.toFixed(1)} | ${ended.toFixed(0)} |`)
  console.log(
    `CPU seconds: ${Object.entries(cpu)
      .map(([name, seconds]) => `${name} ${seconds.toFixed(1)}`)
      .join(', ')}`,
  )
}
