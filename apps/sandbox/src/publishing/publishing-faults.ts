import type { FaultEntry } from '../core/faults/catalogue.ts'
import { wireFaults } from '../core/faults/wire-faults.ts'
import type { PlugFault } from '../core/plug.ts'

const entry = (group: string, name: string, title: string, detail: string): FaultEntry => ({
  name,
  argument: 'times',
  group,
  title,
  detail,
})

const callFaults: readonly FaultEntry[] = [
  entry('拒绝', 'rate-limit', '限流', '按厂商的限流错误回答。'),
  entry('拒绝', 'server-error', '服务器错误', '什么都没做，回答系统错误。'),
  entry('发布调用', 'token-lapsed', '令牌失效', '什么都没做，说令牌已经失效。'),
  entry('发布调用', 'quota-used', '配额用完', '什么都没做，说今天的次数用完了。'),
  entry('发布调用', 'error-after-publish', '做了再报错', '事情已经办成，却回答系统错误。'),
  entry('发布调用', 'silence-after-publish', '做了不回答', '事情已经办成，永不回答，直到客户端离开。'),
  entry('发布调用', 'cut-after-publish', '做了就断线', '事情已经办成，连接断开。'),
  ...wireFaults.filter(({ name }) => ['html-error', 'slow-first-byte', 'hang'].includes(name)),
]

export const callFaultNames = callFaults.map(({ name }) => name)

/** With what the platform answers, by fault. */
export const publishingFaults = (answers: Readonly<Record<string, string>>): PlugFault[] =>
  callFaults.map((fault) => ({ ...fault, answer: answers[fault.name] ?? null }))
