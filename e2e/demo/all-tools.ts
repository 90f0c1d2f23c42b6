import { tools } from '@mozhou/contracts/tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { CreationDto } from '@mozhou/contracts/creations/answers'
import { createApi } from '../support/api-client.ts'
import type { ApiUser } from '../support/api-client.ts'
import { giftCredits, priceCredits } from '../support/credits.ts'
import { registerVerified } from '../support/mailbox.ts'
import type { RunningStack } from '../support/env.ts'
import { watch } from '../support/viewer.ts'
import { heading, must, ok, say } from './narrate.ts'

const formats = ['md', 'html', 'txt', 'docx'] as const

/** Every tool on its own example: what was charged, how many words came of it, what the checks say, and what each export weighs. */
export async function walkAllTools(addresses: RunningStack): Promise<void> {
  heading('十四个写作工具，各写一篇')
  const keys = Object.keys(tools) as ToolKey[]
  const perPerson = Math.floor(giftCredits / priceCredits)
  for (let from = 0; from < keys.length; from += perPerson) {
    const user = await newcomer(addresses)
    for (const key of keys.slice(from, from + perPerson)) await walk(addresses, user, key)
  }
  ok(`${keys.length} 个工具全部写成`)
}

/** The sign-up gift pays for five texts; the walk needs several people. */
async function newcomer({ apiUrl, sandboxUrl }: RunningStack): Promise<ApiUser> {
  const api = createApi(apiUrl)
  const username = `demo-${crypto.randomUUID().slice(0, 8)}`
  const { accessToken } = await registerVerified(api, sandboxUrl, {
    username,
    email: `${username}@example.com`,
    password: crypto.randomUUID(),
  })
  return api.as(accessToken)
}

async function walk(addresses: RunningStack, user: ApiUser, tool: ToolKey): Promise<void> {
  const { example, title } = tools[tool]
  const before = (await user.balance()).credits
  const { creationId, generationId } = await user.generate({ tool, input: example })
  const done = await watch(user, generationId).done(180_000)
  must(done.status === 'succeeded', `${title.zh} was not written: ${done.failure ?? done.status}`)
  const creation = await user.creation(creationId)
  const charged = before - (await user.balance()).credits
  must(charged === priceCredits, `${title.zh} cost ${charged} credits, not ${priceCredits}`)
  must(creation.currentVersion !== null && !creation.isIncomplete, `${title.zh} lacks a part`)
  say(
    `  ${title.zh}：扣 ${charged} 积分，${creation.wordCount} 字，${checksOf(creation)}，${await exportsOf(addresses, user, creationId)}`,
  )
}

function checksOf({ currentVersion }: CreationDto): string {
  const checks = currentVersion?.checks ?? []
  const warnings = checks.filter(({ severity }) => severity === 'warn')
  if (warnings.length === 0) return `检查 ${checks.length} 项通过`
  return `检查 ${checks.length} 项，待核对 ${warnings.map(({ label }) => label.zh).join('、')}`
}

async function exportsOf({ apiUrl }: RunningStack, user: ApiUser, creationId: string): Promise<string> {
  const sizes: string[] = []
  for (const format of formats) {
    const response = await fetch(`${apiUrl}/api/v1/creations/${creationId}/export?format=${format}`, {
      headers: { authorization: `Bearer ${user.token}` },
    })
    const bytes = (await response.arrayBuffer()).byteLength
    must(response.ok && bytes > 0, `export as ${format}: ${response.status}`)
    sizes.push(`${format} ${(bytes / 1_024).toFixed(1)}K`)
  }
  return sizes.join(' ')
}
