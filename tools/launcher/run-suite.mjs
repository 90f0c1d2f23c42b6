import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countPlaywright, countVitest, judge } from './count-results.mjs'
import { commandFailure, playwrightFailures, vitestFailures } from './list-failures.mjs'
import { tryCommand } from './run-command.mjs'
import { stopRanks } from './stop-ranks.mjs'

/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./count-results.mjs').Counts & { why?: string, failures?: import('./list-failures.mjs').Failure[] }} Result */

/** EX_TEMPFAIL of sysexits.h: neither good nor bad is known. */
const couldNotTell = 75

const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * `plain` output goes straight to the terminal; `prefixed` lines carry the suite's name, since another prints too.
 * @typedef {{ env: NodeJS.ProcessEnv, output: 'plain' | 'prefixed' }} Setting
 */

/**
 * @param {Session} session
 * @param {import('./choose-suites.mjs').Choice} choice
 * @param {{ testEnv: Record<string, string>, output: Setting['output'], rounds: number }} how rounds: of the kill suite
 * @returns {Promise<Result>}
 */
export async function runSuite(session, { suite, filters }, { testEnv, output, rounds }) {
  // vitest sets NODE_ENV itself; ours would run components in development mode.
  const { NODE_ENV: _, ...inherited } = session.env
  const setting = { env: { ...inherited, ...testEnv }, output }
  switch (suite.kind) {
    case 'commands':
      return runCommands(session, suite, setting.env)
    case 'vitest':
      return inRounds(suite.name === 'kill' ? rounds : 1, () => runVitest(session, suite.name, filters, setting))
    case 'playwright':
      return runPlaywright(session, filters, setting)
    default:
      throw new Error(`unknown kind of suite: ${JSON.stringify(suite)}`)
  }
}

/**
 * Again and again; the results of all rounds as one.
 * @param {number} rounds
 * @param {() => Promise<Result>} run
 * @returns {Promise<Result>}
 */
async function inRounds(rounds, run) {
  let all = await run()
  for (let round = 1; round < rounds; round++) {
    const one = await run()
    const why = all.why ?? one.why
    all = {
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      failures: [...(all.failures ?? []), ...(one.failures ?? [])],
      ...(why === undefined ? {} : { why }),
    }
  }
  return all
}

/**
 * @param {Session} session
 * @param {import('./suites.mjs').CommandSuite} suite
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Result>}
 */
async function runCommands(session, suite, env) {
  for (const [command = '', ...args] of suite.commands) {
    const { exit, output } = await tryCommand(session, {
      name: suite.name,
      command,
      args,
      cwd: session.root,
      env,
      stopRank: stopRanks.command,
    })
    if (exit.code === couldNotTell) {
      session.reporter.say(output.trimEnd())
      return { passed: 0, failed: 0, skipped: 1, why: output.trim().split('\n')[0] ?? '' }
    }
    if (exit.code !== 0) {
      session.reporter.say(output.trimEnd())
      return { passed: 0, failed: 1, skipped: 0, failures: [commandFailure([command, ...args], output)] }
    }
  }
  return { passed: 1, failed: 0, skipped: 0 }
}

/**
 * @param {Session} session
 * @param {string} project
 * @param {string[]} filters
 * @param {Setting} setting
 * @returns {Promise<Result>}
 */
async function runVitest(session, project, filters, { env, output }) {
  const file = reportFile(session, project)
  const { exit } = await tryCommand(session, {
    name: project,
    command: 'node',
    args: [
      ['node_modules/.bin/vitest', 'run', '--project', project, '--reporter=default', '--reporter=json'],
      [`--outputFile.json=${file}`, ...filters],
    ].flat(),
    cwd: session.root,
    // It colours what it writes into a file, too.
    env: process.stdout.isTTY ? env : { ...env, NO_COLOR: '1' },
    stopRank: stopRanks.command,
    output,
  })
  if (!existsSync(file)) return judge(nothing, exit.code)
  const report = JSON.parse(readFileSync(file, 'utf8'))
  return { ...judge(countVitest(report), exit.code), failures: vitestFailures(report, session.root) }
}

/**
 * @param {Session} session
 * @param {string[]} filters
 * @param {Setting} setting
 * @returns {Promise<Result>}
 */
async function runPlaywright(session, filters, { env, output }) {
  const file = reportFile(session, 'e2e')
  const { exit } = await tryCommand(session, {
    name: 'e2e',
    command: 'node',
    args: [
      ['node_modules/.bin/playwright', 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
      filters,
    ].flat(),
    cwd: session.root,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    stopRank: stopRanks.command,
    output,
  })
  if (!existsSync(file)) return judge(nothing, exit.code)
  const report = JSON.parse(readFileSync(file, 'utf8'))
  return { ...judge(countPlaywright(report), exit.code), failures: playwrightFailures(report) }
}

/**
 * @param {Session} session
 * @param {string} suite
 */
function reportFile(session, suite) {
  const folder = join(session.home, 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${suite}.json`)
  // Of the round before.
  rmSync(file, { force: true })
  return file
}
