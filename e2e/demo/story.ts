import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import type { DoneEvent } from '../support/screen.ts'
import { generationWorkflowId } from '@mozhou/workflows/ids'
import type { Client } from '@temporalio/client'
import { createApi } from '../support/api-client.ts'
import type { ApiUser } from '../support/api-client.ts'
import type { RunningStack } from '../support/env.ts'
import { giftCredits, priceCredits } from '../support/credits.ts'
import { registerVerified } from '../support/mailbox.ts'
import { bareId } from '../support/ids.ts'
import type { Behaviour } from '../support/sandbox.ts'
import { watch } from '../support/viewer.ts'
import { tellGrowth } from './grow.ts'
import { tellHistory } from './history.ts'
import { tellPayments } from './pay.ts'
import { DemoFailure, heading, must, ok, say, tellReceipt, tellVersions } from './narrate.ts'

export interface Stage {
  addresses: RunningStack
  temporal: Client
  /** Lets the sandbox's vendors fail until `cleanUp`. */
  strike(behaviour: Behaviour): Promise<void>
  cleanUp(): Promise<void>
}

export async function tellStory(stage: Stage): Promise<void> {
  await reachPlatform(stage)
  const user = await enter(stage)
  await writeWithFallback(stage, user)
  await failAndRefund(stage, user)
  await tellPayments(stage.addresses, user)
  await tellGrowth(stage.addresses, user)
}

async function reachPlatform({ addresses }: Stage): Promise<void> {
  const { apiUrl, sandboxUrl } = addresses
  for (const url of [`${apiUrl}/health/ready`, `${sandboxUrl}/health/live`]) {
    const answer = await fetch(url).catch(() => null)
    must(answer?.ok === true, `${url} does not answer: start the platform with npm start, then run the demo again`)
  }
}

async function enter({ addresses }: Stage): Promise<ApiUser> {
  heading('注册与登录')
  const api = createApi(addresses.apiUrl)
  const username = `demo-${crypto.randomUUID().slice(0, 8)}`
  const password = crypto.randomUUID()
  await registerVerified(api, addresses.sandboxUrl, { username, email: `${username}@example.com`, password })
  ok(`注册 ${username}`)
  const { accessToken } = await api.login({ login: username, password })
  const user = api.as(accessToken)
  ok('登录')
  await mustHave(user, giftCredits, '注册赠送')
  return user
}

async function writeWithFallback(stage: Stage, user: ApiUser): Promise<void> {
  heading('写一篇公众号文章：第一个模型出错，换下一个')
  const models = await user.models()
  const real = models.filter(({ isSandbox }) => !isSandbox).map(({ alias }) => alias)
  must(real.length === 0, `${real.join(', ')} would be asked for real money: run the demo without vendor keys in .env`)
  const chosen = models.find(({ isDefault }) => isDefault) ?? models[0]
  must(chosen !== undefined, 'the catalogue is empty: run npm run db:seed')
  await stage.strike({ fault: 'server-error', times: 2 })
  const { creation, done, receipt } = await write(user, chosen.id)
  await stage.cleanUp()
  must(done.status === 'succeeded', `the fallback did not succeed: ${done.failure ?? done.status}`)
  const attempts = receipt.generations.flatMap((generation) => generation.attempts)
  const [first, last] = [attempts[0], attempts.at(-1)]
  must(first?.outcome === 'failed', 'the first model was meant to fail, and did not')
  must(last?.outcome === 'succeeded' && last.model !== first.model, 'the text was not written by another model')
  must(receipt.netCredits === -priceCredits, `the receipt says ${receipt.netCredits} credits, not ${-priceCredits}`)
  ok(`${first.model} 失败，${last.model} 写成`)
  tellReceipt(receipt)
  const versions = await user.versions(creation.id)
  must(versions.length === 1, `there are ${versions.length} versions, not one`)
  tellVersions(versions)
  await mustHave(user, giftCredits - priceCredits, '只扣一次')
  await tellWorkflow(stage, creation)
}

async function failAndRefund(stage: Stage, user: ApiUser): Promise<void> {
  heading('再写一篇：所有模型都出错，退回积分')
  await stage.strike({ fault: 'billing', times: null })
  const { creation, done, receipt } = await write(user)
  await stage.cleanUp()
  must(done.status === 'failed', `every model failed, and yet the generation is ${done.status}`)
  must(done.refundedCredits === priceCredits, `${done.refundedCredits} credits were refunded, not ${priceCredits}`)
  must(receipt.netCredits === 0, `the receipt says ${receipt.netCredits} credits, not 0`)
  const attempts = receipt.generations.flatMap((generation) => generation.attempts)
  must(
    attempts.every(({ outcome }) => outcome === 'failed'),
    'an attempt is said to have succeeded',
  )
  must(creation.currentVersion === null, 'there is a version although nothing was written')
  ok(`失败：${done.failure ?? ''}，退回 ${done.refundedCredits} 积分`)
  tellReceipt(receipt)
  await mustHave(user, giftCredits - priceCredits, '已退回')
  await tellWorkflow(stage, creation)
}

interface Written {
  creation: CreationDto
  done: DoneEvent
  receipt: ReceiptDto
}

/** Presses the button and watches to the end. */
async function write(user: ApiUser, modelId?: string): Promise<Written> {
  const startedAt = performance.now()
  const { creationId, generationId } = await user.generate({ topic: '人工智能如何改变内容创作', length: 600, modelId })
  const viewer = watch(user, generationId, {
    onEvent: ({ event }) => {
      if (event.type === 'reset')
        say(`  … ${event.model} 开始写${event.isFallback ? '（换模型）' : ''}，第 ${event.attempt} 次`)
    },
  })
  const done = await viewer.done(120_000).catch((cause: unknown) => {
    throw new DemoFailure('nobody told the end of the generation within two minutes', { cause })
  })
  const ms = Math.round(performance.now() - startedAt)
  say(`  ${done.status}，${viewer.text().length} 字符，${ms} 毫秒`)
  const [creation, receipt] = await Promise.all([user.creation(creationId), user.receipt(creationId)])
  const version = creation.currentVersion
  if (version) say(`  《${version.title}》 ${version.wordCount} 字`)
  return { creation, done, receipt }
}

async function tellWorkflow({ temporal, addresses }: Stage, { id, generation }: CreationDto): Promise<void> {
  const workflowId = generationWorkflowId(bareId('creation', id), generation?.ordinal ?? 1)
  say(
    `  Temporal 历史：${addresses.temporalUiUrl}/namespaces/${addresses.temporalNamespace}/workflows/${encodeURIComponent(workflowId)}`,
  )
  await tellHistory(temporal, workflowId)
}

async function mustHave(user: ApiUser, credits: number, why: string): Promise<void> {
  const balance = await user.balance()
  must(balance.credits === credits, `the balance is ${balance.credits} credits, not ${credits}`)
  ok(`余额 ${balance.credits} 积分（${why}）`)
}
