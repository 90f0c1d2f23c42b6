import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import type { VersionDto } from '@mozhou/contracts/creations/answers'

/** A step did not do what it promises. The message is for the person who runs the demo. */
export class DemoFailure extends Error {
  override name = 'DemoFailure'
}

/** @throws DemoFailure unless `isTrue` */
export function must(isTrue: boolean, otherwise: string): asserts isTrue {
  if (!isTrue) throw new DemoFailure(otherwise)
}

export const say = (text: string) => console.log(text)
export const heading = (text: string) => console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 60 - text.length * 2))}`)
export const ok = (text: string) => console.log(`✓ ${text}`)

const kinds: Record<string, string> = { consume: '扣费', refund: '退回', gift_signup: '注册赠送' }

export function tellReceipt(receipt: ReceiptDto): void {
  for (const { generation, entries, attempts } of receipt.generations) {
    say(`  标价 ${generation.priceCredits} 积分，净花费 ${-receipt.netCredits} 积分，状态 ${generation.status}`)
    for (const { kind, amount, balanceAfter } of entries) {
      say(`  账目  ${kinds[kind] ?? kind} ${amount > 0 ? '+' : ''}${amount}，余额 ${balanceAfter}`)
    }
    for (const { model, attempt, outcome, failureKind, outputTokens, latencyMs } of attempts) {
      const how = outcome === 'succeeded' ? `${outputTokens} 个输出 token` : (failureKind ?? '')
      say(`  调用  ${model} 第 ${attempt} 次：${outcome}，${how}，${latencyMs} 毫秒`)
    }
  }
}

export function tellVersions(versions: VersionDto[]): void {
  for (const { ordinal, kind, title, wordCount, model, isSandbox } of versions) {
    say(`  第 ${ordinal} 版  ${kind}  《${title}》 ${wordCount} 字，${model}${isSandbox ? '（沙盒示例）' : ''}`)
  }
}
